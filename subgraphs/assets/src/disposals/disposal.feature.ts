import type { Feature } from '@coop/shared/graphql';
import { AssetDisposalsResolver } from './asset-disposals.resolver';
import { BidRequest } from './bid-request.entity';
import { bidRequestLifecycle } from './bid-request.lifecycle';
import { BidRequestResolver } from './bid-request.resolver';
import { CompensationClaim } from './compensation-claim.entity';
import { compensationClaimLifecycle } from './compensation-claim.lifecycle';
import { CompensationClaimResolver } from './compensation-claim.resolver';
import { CouncilDisposalsResolver } from './council-disposals.resolver';
import { DisposalMutations } from './disposal-mutations.resolver';
import { DisposalNotice } from './disposal-notice.entity';
import { disposalNoticeLifecycle } from './disposal-notice.lifecycle';
import { bidRequestById, disposalNoticeById } from './disposal-notice.queries';
import { DisposalNoticeResolver } from './disposal-notice.resolver';
import { DisposalRecord } from './disposal-record.entity';
import { disposalsDemo } from './disposal.demo';
import { disposalMigrations } from './disposal.migrations';
import { disposalRecordById, exemptDisposalById } from './disposal.queries';
import { ExemptDisposal } from './exempt-disposal.entity';
import { DisposalRecordResolver, ExemptDisposalResolver } from './exempt-disposal.resolver';

/** Disposals of listed land: notices and their clocks, requests to bid, exemptions, compensation. */
export const disposals: Feature = {
  resolvers: [
    DisposalNoticeResolver,
    DisposalMutations,
    BidRequestResolver,
    ExemptDisposalResolver,
    DisposalRecordResolver,
    CompensationClaimResolver,
    AssetDisposalsResolver,
    CouncilDisposalsResolver,
  ],
  references: {
    DisposalNotice: ({ id }, context) =>
      typeof id === 'string' ? disposalNoticeById.load(context, id) : null,
    BidRequest: ({ id }, context) => (typeof id === 'string' ? bidRequestById.load(context, id) : null),
    ExemptDisposal: ({ id }, context) =>
      typeof id === 'string' ? exemptDisposalById.load(context, id) : null,
    DisposalRecord: ({ id }, context) =>
      typeof id === 'string' ? disposalRecordById.load(context, id) : null,
  },
  entities: [DisposalNotice, BidRequest, ExemptDisposal, DisposalRecord, CompensationClaim],
  migrations: disposalMigrations,
  demo: disposalsDemo,
  lifecycles: [disposalNoticeLifecycle, bidRequestLifecycle, compensationClaimLifecycle],
};
