import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  answer,
  ConnectionArgs,
  ListSize,
  LongWork,
  Money,
  toConnection,
  toProblem,
  type RequestContext,
} from '@coop/shared/graphql';
import { examinePayments } from '../access';
import { Payment } from '../payments/payment.entity';
import { paymentById } from '../payments/payment.queries';
import { Council } from '../stubs';
import { Supplier } from '../suppliers/supplier.entity';
import { supplierById } from '../suppliers/supplier.queries';
import { DuplicateCandidate } from './duplicate-candidate.entity';
import {
  duplicateCandidateById,
  duplicateCandidatePage,
  duplicateTiers,
  isWeakPriority,
} from './duplicate-candidate.queries';
import { DuplicateCandidateFilter, DuplicateJudgeInput, DuplicateScanInput } from './duplicate-inputs.types';
import { DuplicateCandidateOrder } from './duplicates.enums';
import {
  DuplicateCandidateConnection,
  DuplicateCandidateViewerCan,
  DuplicateEvidence,
  DuplicateJudgePayload,
  DuplicateScanPayload,
  DuplicateTierSummary,
  type DuplicateScanReport,
} from './duplicates.types';
import { judgeDuplicate } from './judge-duplicate.command';
import { assertMayRead, readRestricted } from './restricted.queries';
import { scanCouncil } from './scan-duplicates.command';

/** Payments that seem to have been made twice: for the council's finance officers and auditors alone. */
@Resolver(() => DuplicateCandidate)
export class DuplicateCandidateResolver {
  @Query(() => DuplicateCandidate, {
    nullable: true,
    description:
      'The possible duplicate with an id: for finance officers and auditors of the council. Null for those of another council, as when there is none; FORBIDDEN for others.',
  })
  duplicateCandidate(
    @Arg('id', () => ID, { description: 'Its id, `duplicate_…`.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<DuplicateCandidate | null> {
    return readRestricted(examinePayments, context, () => duplicateCandidateById.load(context, id));
  }

  @Mutation(() => DuplicateJudgePayload, {
    description:
      'Says what a possible duplicate is, and what has come back: for a finance officer or auditor of the council.',
  })
  duplicateJudge(
    @Arg('input', () => DuplicateJudgeInput, { description: 'Which candidate, what it is, and why.' })
    input: DuplicateJudgeInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, judgeDuplicate, input, 'candidate', duplicateCandidateById);
  }

  @LongWork()
  @Mutation(() => DuplicateScanPayload, {
    description:
      "Has a council's payments searched for such as were made twice: for its finance officers and auditors. An import does so by itself.",
  })
  async duplicateScan(
    @Arg('input', () => DuplicateScanInput, { description: 'Of which council, and how much of it.' })
    input: DuplicateScanInput,
    @Ctx() context: RequestContext,
  ): Promise<DuplicateScanPayload> {
    const result = await scanCouncil.run(context, input);
    context.cache.clear();
    return result.ok
      ? { report: result.receipt as unknown as DuplicateScanReport, problems: [] }
      : { report: null, problems: result.problems.map(toProblem) };
  }

  @FieldResolver(() => Council, { nullable: true, description: 'The council that paid.' })
  council(@Root() { gssCode }: DuplicateCandidate): Council {
    return { gssCode };
  }

  @FieldResolver(() => Supplier, { nullable: true, description: 'Who seems to have been paid twice.' })
  supplier(
    @Root() { supplierId }: DuplicateCandidate,
    @Ctx() context: RequestContext,
  ): Promise<Supplier | null> {
    return supplierById.load(context, supplierId);
  }

  @FieldResolver(() => Boolean, {
    description:
      'True where nothing but being alike speaks for it: its references only count the rows of the file. Where a supplier is paid one rate for several people or jobs, this is what its rows look like.',
  })
  isWeak(@Root() { priority }: DuplicateCandidate): boolean {
    return isWeakPriority(priority);
  }

  @FieldResolver(() => Money, { description: 'What would have been paid once too often.' })
  atRisk(@Root() { atRiskPence }: DuplicateCandidate): Money {
    return Money.of(atRiskPence);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What has come back so far; null before there is a verdict.',
  })
  recovered(@Root() { recoveredPence }: DuplicateCandidate): Money | null {
    return Money.orNull(recoveredPence);
  }

  @FieldResolver(() => [DuplicateEvidence], {
    description: 'What speaks for it, and what must be borne in mind.',
  })
  evidence(@Root() { evidence }: DuplicateCandidate): DuplicateEvidence[] {
    return [...evidence] as DuplicateEvidence[];
  }

  @FieldResolver(() => [Payment], {
    description: 'The lines of all documents that are compared, those of the earlier ones first.',
  })
  async payments(
    @Root() { originalLines, suspectLines }: DuplicateCandidate,
    @Ctx() context: RequestContext,
  ): Promise<Payment[]> {
    return linesOf(context, [...originalLines, ...suspectLines]);
  }

  @FieldResolver(() => [Payment], {
    description: 'The lines of the later document: what seems to be too much.',
  })
  async paidAgain(
    @Root() { suspectLines }: DuplicateCandidate,
    @Ctx() context: RequestContext,
  ): Promise<Payment[]> {
    return linesOf(context, suspectLines);
  }

  @FieldResolver(() => DuplicateCandidateViewerCan, { description: 'What the viewer may do with it.' })
  viewerCan(
    @Root() candidate: DuplicateCandidate,
    @Ctx() { actor }: RequestContext,
  ): DuplicateCandidateViewerCan {
    return { judge: examinePayments.allows(actor, candidate) };
  }
}

/** Lines by their ids; those of an import that was withdrawn since are left out. */
async function linesOf(context: RequestContext, ids: readonly string[]): Promise<Payment[]> {
  return (await paymentById.loadMany(context, ids)).filter((line) => line !== null);
}

/** The sums of a tier. */
@Resolver(() => DuplicateTierSummary)
export class DuplicateTierResolver {
  @FieldResolver(() => Money, { description: 'What the candidates that are not settled yet come to.' })
  atRisk(@Root() { atRiskPence }: DuplicateTierSummary): Money {
    return Money.of(atRiskPence);
  }

  @FieldResolver(() => Money, { description: 'What has come back so far.' })
  recovered(@Root() { recoveredPence }: DuplicateTierSummary): Money {
    return Money.of(recoveredPence);
  }
}

/** What a council may have paid twice. */
@Resolver(() => Council)
export class CouncilDuplicatesResolver {
  @ListSize()
  @FieldResolver(() => DuplicateCandidateConnection, {
    nullable: true,
    description:
      'Payments of it that seem to have been made twice: for its finance officers and auditors, FORBIDDEN for others.',
  })
  async duplicateCandidates(
    @Root() { gssCode }: Council,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => DuplicateCandidateFilter, { nullable: true, description: 'Which of them.' })
    filter: DuplicateCandidateFilter | null,
    @Arg('orderBy', () => DuplicateCandidateOrder, {
      defaultValue: 'STRONGEST',
      description: 'In which order.',
    })
    orderBy: DuplicateCandidateOrder,
    @Ctx() context: RequestContext,
  ) {
    assertMayRead(examinePayments, context, { gssCode });
    const page = await duplicateCandidatePage(context, gssCode, filter, orderBy, args);
    return toConnection(DuplicateCandidateConnection, page);
  }

  @FieldResolver(() => [DuplicateTierSummary], {
    nullable: true,
    description:
      'What the search came to, tier by tier, and how far each is to be trusted: for its finance officers and auditors, FORBIDDEN for others.',
  })
  duplicateTiers(
    @Root() { gssCode }: Council,
    @Ctx() context: RequestContext,
  ): Promise<DuplicateTierSummary[]> {
    assertMayRead(examinePayments, context, { gssCode });
    return duplicateTiers(context, gssCode);
  }
}
