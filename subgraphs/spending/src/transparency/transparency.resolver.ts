import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@coop/shared/graphql';
import { Council } from '../stubs';
import { TransparencyDataset } from './transparency.enums';
import { transparencyReport } from './transparency.queries';
import { TransparencyReport } from './transparency.types';

/** How completely a council publishes. */
@Resolver(() => Council)
export class TransparencyResolver {
  @FieldResolver(() => TransparencyReport, {
    nullable: true,
    description:
      'How completely it has published what the Transparency Code asks of its spending. Open data.',
  })
  transparency(
    @Root() { gssCode }: Council,
    @Arg('dataset', () => TransparencyDataset, { description: 'What has to be published.' })
    dataset: TransparencyDataset,
    @Ctx() context: RequestContext,
  ): Promise<TransparencyReport> {
    return transparencyReport(context, gssCode, dataset);
  }
}
