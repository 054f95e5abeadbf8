import { rowById, rowsByParent, type RequestContext } from '@coop/shared/graphql';
import { keysetPage, type Page, type PageArgs } from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { CompensationClaim } from './compensation-claim.entity';
import { compensationClaimDueBy } from './compensation.rules';
import type { DisposalRecipient } from './disposal.enums';
import { disposalFacts } from './disposal-facts.queries';
import type { DisposalShapeInput } from './disposal-inputs.types';
import { DisposalRecord } from './disposal-record.entity';
import type { MayDispose } from './disposal.types';
import { ExemptDisposal } from './exempt-disposal.entity';
import { mayDispose } from './may-dispose.rules';

/** An exempt disposal by its id. */
export const exemptDisposalById = rowById(ExemptDisposal);

/** The exemptions on record for an asset, the earliest first: a handful at most. */
export const exemptDisposalsOfAsset = rowsByParent(ExemptDisposal, 'assetId', {
  recordedOn: 'ASC',
  id: 'ASC',
});

/** A recorded disposal by its id. */
export const disposalRecordById = rowById(DisposalRecord);

/** The disposals on record of an asset, the earliest first: a handful at most. */
export const disposalRecordsOfAsset = rowsByParent(DisposalRecord, 'assetId', {
  disposedOn: 'ASC',
  id: 'ASC',
});

/** A claim by its id; who may read it is asked by whoever shows it. */
export const compensationClaimById = rowById(CompensationClaim);

/** A page of a council's claims, the latest received first. */
export function compensationClaimPage(
  { database }: RequestContext,
  council: string,
  args: PageArgs,
): Promise<Page<CompensationClaim>> {
  const query = database.reader
    .createQueryBuilder(CompensationClaim, 'claim')
    .where('claim.gssCode = :council', { council });
  const ordering = { name: 'NEWEST', column: 'claim.receivedOn', direction: 'DESC' } as const;
  return keysetPage({ query, alias: 'claim', ordering, args });
}

/** The last day on which a claim could be made. */
export const claimDueBy = ({ lossEndedOn }: CompensationClaim): LocalDate =>
  compensationClaimDueBy(lossEndedOn);

/** Whether the owner of an asset may dispose of it. A list of assets costs as many statements as one. */
export async function mayDisposeOf(
  context: RequestContext,
  assetId: string,
  on: LocalDate,
  to: DisposalRecipient,
  shape: DisposalShapeInput | null,
): Promise<MayDispose> {
  const facts = await disposalFacts.load(context, assetId);
  const known = facts ?? { listings: [], notices: [], exemptions: [] };
  const disposal = shape && { ...shape, leaseYearsAtGrant: shape.leaseYearsAtGrant ?? null };
  return mayDispose({ on, to, ...(disposal ? { disposal } : {}) }, known);
}
