import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@coop/shared/graphql';
import { councilsOfWard, wardByCode } from './area.queries';
import { Council } from './council.entity';
import { Ward } from './ward.entity';

/** Wards. */
@Resolver(() => Ward)
export class WardResolver {
  @Query(() => Ward, {
    nullable: true,
    description: 'The ward with a code; null when the directory knows none.',
  })
  ward(
    @Arg('gssCode', () => ID, { description: 'Code of the Government Statistical Service: `E05000725`.' })
    gssCode: string,
    @Ctx() context: RequestContext,
  ): Promise<Ward | null> {
    return wardByCode.load(context, gssCode);
  }

  @FieldResolver(() => [Council], {
    description:
      'The councils in which it lies or lay: one as a rule; the official table puts one code under two districts.',
  })
  async councils(@Root() ward: Ward, @Ctx() context: RequestContext): Promise<Council[]> {
    return (await councilsOfWard.load(context, ward.gssCode)) ?? [];
  }
}
