import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@coop/shared/graphql';
import { readConfidential } from '../access';
import { Asset } from '../register/asset.entity';
import { assetById } from '../register/asset.queries';
import { Council } from '../stubs';
import { disposalNoticeById } from './disposal-notice.queries';
import { DisposalNotice } from './disposal-notice.entity';
import { DisposalRecord } from './disposal-record.entity';
import { exemptDisposalById } from './disposal.queries';
import { ExemptDisposal } from './exempt-disposal.entity';

/** Exempt disposals, and what is worked out of them. */
@Resolver(() => ExemptDisposal)
export class ExemptDisposalResolver {
  @FieldResolver(() => Asset, { nullable: true, description: 'The asset that it is of.' })
  asset(@Root() { assetId }: ExemptDisposal, @Ctx() context: RequestContext): Promise<Asset | null> {
    return assetById.load(context, assetId);
  }

  @FieldResolver(() => Council, { nullable: true, description: 'The council that keeps the list.' })
  council(@Root() { gssCode }: ExemptDisposal): Council {
    return { gssCode };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What makes the ground out. It may tell of a family or an estate: for officers and auditors of the council, null for others.',
  })
  evidence(@Root() exemption: ExemptDisposal, @Ctx() { actor }: RequestContext): string | null {
    return readConfidential.allows(actor, exemption) ? exemption.evidence : null;
  }
}

/** Recorded disposals, and what they rest on. */
@Resolver(() => DisposalRecord)
export class DisposalRecordResolver {
  @FieldResolver(() => Asset, { nullable: true, description: 'The asset that was disposed of.' })
  asset(@Root() { assetId }: DisposalRecord, @Ctx() context: RequestContext): Promise<Asset | null> {
    return assetById.load(context, assetId);
  }

  @FieldResolver(() => Council, { nullable: true, description: 'The council that keeps the list.' })
  council(@Root() { gssCode }: DisposalRecord): Council {
    return { gssCode };
  }

  @FieldResolver(() => DisposalNotice, {
    nullable: true,
    description: 'The notice on which it was made; null when it needed none.',
  })
  disposalNotice(
    @Root() { noticeId }: DisposalRecord,
    @Ctx() context: RequestContext,
  ): Promise<DisposalNotice | null> | null {
    return noticeId === null ? null : disposalNoticeById.load(context, noticeId);
  }

  @FieldResolver(() => ExemptDisposal, {
    nullable: true,
    description: 'The exemption under which it was made; null when it was not exempt.',
  })
  exemptDisposal(
    @Root() { exemptDisposalId }: DisposalRecord,
    @Ctx() context: RequestContext,
  ): Promise<ExemptDisposal | null> | null {
    return exemptDisposalId === null ? null : exemptDisposalById.load(context, exemptDisposalId);
  }
}
