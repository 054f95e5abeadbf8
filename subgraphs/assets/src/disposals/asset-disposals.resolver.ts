import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import {
  ConnectionArgs,
  ListSize,
  LocalDateScalar,
  toConnection,
  type RequestContext,
} from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { Asset } from '../register/asset.entity';
import { DisposalNoticeOrder, DisposalRecipient } from './disposal.enums';
import { DisposalShapeInput } from './disposal-inputs.types';
import { disposalNoticesOfAsset } from './disposal-notice.queries';
import { DisposalRecord } from './disposal-record.entity';
import { disposalRecordsOfAsset, exemptDisposalsOfAsset, mayDisposeOf } from './disposal.queries';
import { CouncilDisposalNoticeFilter, DisposalNoticeConnection, MayDispose } from './disposal.types';
import { ExemptDisposal } from './exempt-disposal.entity';

/** What the law of disposals says of an asset. */
@Resolver(() => Asset)
export class AssetDisposalsResolver {
  @FieldResolver(() => MayDispose, {
    description:
      'Whether its owner may dispose of it on a day, to whom, and why (Localism Act 2011 ss. 95–96): what a solicitor, an owner and a village hall committee all ask. Any day can be asked about, by what is on record today; notices of an owner before the present one count no more, also for days of that owner.',
  })
  mayDispose(
    @Root() { id }: Asset,
    @Arg('on', () => LocalDateScalar, {
      description: 'The day on which the disposal is entered into: that of the binding agreement (s. 96(4)).',
    })
    on: LocalDate,
    @Arg('to', () => DisposalRecipient, { description: 'To whom.' }) to: DisposalRecipient,
    @Arg('disposal', () => DisposalShapeInput, {
      nullable: true,
      description: 'What is to be disposed of; a relevant disposal unless told.',
    })
    disposal: DisposalShapeInput | null,
    @Ctx() context: RequestContext,
  ): Promise<MayDispose> {
    return mayDisposeOf(context, id, on, to, disposal);
  }

  @ListSize()
  @FieldResolver(() => DisposalNoticeConnection, {
    description: "Its owners' notices of a wish to dispose of it while it is listed.",
  })
  async disposals(
    @Root() { id }: Asset,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => CouncilDisposalNoticeFilter, { nullable: true, description: 'Which of them.' })
    filter: CouncilDisposalNoticeFilter | null,
    @Arg('orderBy', () => DisposalNoticeOrder, { defaultValue: 'NEWEST', description: 'In which order.' })
    orderBy: DisposalNoticeOrder,
    @Ctx() context: RequestContext,
  ) {
    const page = await disposalNoticesOfAsset.load(context, id, { ...args, filter, orderBy });
    return toConnection(DisposalNoticeConnection, page);
  }

  @FieldResolver(() => [ExemptDisposal], {
    description: 'Disposals of it on record as exempt from the moratorium, the earliest first.',
  })
  async exemptDisposals(@Root() { id }: Asset, @Ctx() context: RequestContext): Promise<ExemptDisposal[]> {
    return (await exemptDisposalsOfAsset.load(context, id)) ?? [];
  }

  @FieldResolver(() => [DisposalRecord], {
    description: 'Disposals of it that were entered into, as recorded, the earliest first.',
  })
  async disposalRecords(@Root() { id }: Asset, @Ctx() context: RequestContext): Promise<DisposalRecord[]> {
    return (await disposalRecordsOfAsset.load(context, id)) ?? [];
  }
}
