import { Arg, Ctx, Directive, FieldResolver, Float, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Money, type RequestContext } from '@coop/shared/graphql';
import { Council } from '../stubs';
import { assertFirst } from './first-rows.queries';
import { nameOfGroup } from './group-names.queries';
import { SpendGrouping } from './summary.enums';
import {
  changeOf,
  concentrationOf,
  councilsAsked,
  paidIn,
  plainFilter,
  shareOf,
  summarise,
} from './summary.queries';
import {
  SpendChange,
  SpendConcentration,
  SpendFilter,
  SpendGroup,
  SpendOthers,
  SpendSummary,
} from './summary.types';

const MOST_GROUPS = 1000;
const GROUPS_LISTED = 10;

const FIRST = {
  defaultValue: GROUPS_LISTED,
  description: `How many groups: 1 to ${MOST_GROUPS}, ${GROUPS_LISTED} unless told.`,
};

/** Summaries of spending: of one council, of several, and what is worked out of them. */
@Resolver(() => SpendSummary)
export class SummaryResolver {
  @Query(() => SpendSummary, {
    description:
      'What councils paid, summed up and grouped: of those named, otherwise of all that have payments here. Group by COUNCIL to compare them. Open data.',
  })
  async spendSummary(
    @Arg('councils', () => [ID], {
      nullable: true,
      description: 'GSS codes of the councils, at most 400; all that have payments here unless told.',
    })
    councils: string[] | null,
    @Arg('filter', () => SpendFilter, { nullable: true, description: 'Which spending.' })
    filter: SpendFilter | null,
    @Arg('groupBy', () => SpendGrouping, { description: 'By what it is grouped.' }) groupBy: SpendGrouping,
    @Ctx() context: RequestContext,
  ): Promise<SpendSummary> {
    const asked = await councilsAsked(context, councils);
    return summarise(context, { councils: asked, filter: plainFilter(filter), groupBy });
  }

  @Directive(
    `@listSize(assumedSize: ${GROUPS_LISTED}, slicingArguments: ["first"], requireOneSlicingArgument: false)`,
  )
  @FieldResolver(() => [SpendGroup], {
    description:
      'The first groups: periods in the order of time, everything else with the largest first. `others` tells of the rest.',
  })
  groups(
    @Root() { question, sums }: SpendSummary,
    @Arg('first', () => Int, FIRST) first: number,
  ): SpendGroup[] {
    assertFirst(first, MOST_GROUPS);
    const paid = paidIn(sums);
    return sums.slice(0, first).map(({ key, pence, payments }) =>
      Object.assign(new SpendGroup(), {
        key,
        total: Money.of(pence),
        paymentCount: payments,
        share: shareOf(pence, paid),
        council: question.groupBy === 'COUNCIL' ? { gssCode: key } : null,
        question,
      }),
    );
  }

  @FieldResolver(() => SpendOthers, {
    description: 'What is left beyond the first groups; name the same `first` here as there.',
  })
  others(@Root() { sums }: SpendSummary, @Arg('first', () => Int, FIRST) first: number): SpendOthers {
    assertFirst(first, MOST_GROUPS);
    const rest = sums.slice(first);
    const pence = rest.reduce((sum, one) => sum + one.pence, 0);
    return {
      groupCount: rest.length,
      total: Money.of(pence),
      paymentCount: rest.reduce((sum, one) => sum + one.payments, 0),
      share: shareOf(paidIn(rest), paidIn(sums)),
    };
  }

  @FieldResolver(() => SpendChange, {
    nullable: true,
    description:
      'The period of the same length just before; null unless the filter has both a first and a last day.',
  })
  previous(
    @Root() { question, total }: SpendSummary,
    @Ctx() context: RequestContext,
  ): Promise<SpendChange | null> {
    return changeOf(context, question, total.pence, null);
  }

  @FieldResolver(() => SpendConcentration, {
    description: 'How far the same spending is in the hands of few suppliers, whatever it is grouped by.',
  })
  concentration(
    @Root() { question }: SpendSummary,
    @Arg('top', () => Int, {
      defaultValue: 10,
      description: 'Of how many suppliers the share is shown; 10 unless told.',
    })
    top: number,
    @Ctx() context: RequestContext,
  ): Promise<SpendConcentration> {
    assertFirst(top, MOST_GROUPS);
    return concentrationOf(context, question, top);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'What a payment comes to on average, in pounds; null where there is none.',
  })
  averagePounds(@Root() { total, paymentCount }: SpendSummary): number | null {
    return paymentCount === 0 ? null : Math.round(total.pence / paymentCount) / 100;
  }
}

/** Groups of a summary. */
@Resolver(() => SpendGroup)
export class SpendGroupResolver {
  @FieldResolver(() => String)
  async label(@Root() { question, key }: SpendGroup, @Ctx() context: RequestContext): Promise<string> {
    return (await nameOfGroup(context, question, key)).label;
  }

  @FieldResolver()
  async organisation(@Root() { question, key }: SpendGroup, @Ctx() context: RequestContext) {
    if (question.groupBy !== 'SUPPLIER') return null;
    const { supplier } = await nameOfGroup(context, question, key);
    return supplier?.organisationId ? { id: supplier.organisationId } : null;
  }

  @FieldResolver()
  async supplier(@Root() { question, key }: SpendGroup, @Ctx() context: RequestContext) {
    return question.groupBy === 'SUPPLIER' ? (await nameOfGroup(context, question, key)).supplier : null;
  }

  @FieldResolver(() => SpendChange, {
    nullable: true,
    description:
      'The same group in the period of the same length just before; null for groups that are periods, and unless the filter has both a first and a last day.',
  })
  previous(
    @Root() { question, key, total }: SpendGroup,
    @Ctx() context: RequestContext,
  ): Promise<SpendChange | null> {
    return changeOf(context, question, total.pence, key);
  }
}

/** What a council paid. */
@Resolver(() => Council)
export class CouncilSummaryResolver {
  @FieldResolver(() => SpendSummary, {
    nullable: true,
    description: 'What it paid, summed up and grouped. Open data.',
  })
  spendSummary(
    @Root() { gssCode }: Council,
    @Arg('filter', () => SpendFilter, { nullable: true, description: 'Which spending.' })
    filter: SpendFilter | null,
    @Arg('groupBy', () => SpendGrouping, { description: 'By what it is grouped.' }) groupBy: SpendGrouping,
    @Ctx() context: RequestContext,
  ): Promise<SpendSummary> {
    return summarise(context, { councils: [gssCode], filter: plainFilter(filter), groupBy });
  }
}
