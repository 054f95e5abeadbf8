import { Arg, Ctx, Directive, ID, Int, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '@coop/shared/graphql';
import { assertFirst } from './first-rows.queries';
import { fragmentation, jointSuppliers } from './patterns.queries';
import { FragmentationGrouping } from './summary.enums';
import { councilsAsked, plainFilter } from './summary.queries';
import { JointSupplier, SpendFilter, SpendFragment } from './summary.types';

const MOST = 100;
const LIST = '@listSize(assumedSize: 20, slicingArguments: ["first"], requireOneSlicingArgument: false)';
const FIRST = { defaultValue: 20, description: 'How many at most: 1 to 100, 20 unless told.' };
const COUNCILS = {
  nullable: true,
  description: 'GSS codes of the councils, at most 400; all that have payments here unless told.',
};

/** Where councils could buy better. */
@Resolver()
export class SpendPatternsResolver {
  @Directive(LIST)
  @Query(() => [SpendFragment], {
    description:
      'How spending on each thing is spread over suppliers, those things with the most suppliers first. Open data.',
  })
  async spendFragmentation(
    @Arg('councils', () => [ID], COUNCILS) councils: string[] | null,
    @Arg('filter', () => SpendFilter, { nullable: true, description: 'Which spending.' })
    filter: SpendFilter | null,
    @Arg('groupBy', () => FragmentationGrouping, {
      defaultValue: 'CATEGORY',
      description: 'Within what suppliers are counted.',
    })
    groupBy: FragmentationGrouping,
    @Arg('first', () => Int, FIRST) first: number,
    @Ctx() context: RequestContext,
  ): Promise<SpendFragment[]> {
    assertFirst(first, MOST);
    return fragmentation(
      context,
      await councilsAsked(context, councils),
      plainFilter(filter),
      groupBy,
      first,
    );
  }

  @Directive(LIST)
  @Query(() => [JointSupplier], {
    description:
      'Suppliers that two councils or more pay, the largest first: a chance to buy together. Natural persons are left out. Open data.',
  })
  async jointSuppliers(
    @Arg('councils', () => [ID], COUNCILS) councils: string[] | null,
    @Arg('filter', () => SpendFilter, { nullable: true, description: 'Which spending.' })
    filter: SpendFilter | null,
    @Arg('first', () => Int, FIRST) first: number,
    @Ctx() context: RequestContext,
  ): Promise<JointSupplier[]> {
    assertFirst(first, MOST);
    return jointSuppliers(context, await councilsAsked(context, councils), plainFilter(filter), first);
  }
}
