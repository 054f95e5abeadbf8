import { Arg, Ctx, Directive, Float, Int, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '@coop/shared/graphql';
import { AssetFilter, NearbyAssets } from './asset.types';
import { assetsNear } from './nearby.queries';

/** Assets by their distance from a point. */
@Resolver()
export class NearbyResolver {
  @Directive(
    '@listSize(assumedSize: 20, slicingArguments: ["first"], sizedFields: ["nodes"], requireOneSlicingArgument: false)',
  )
  @Query(() => NearbyAssets, {
    description: 'The assets near a point, of whichever council, the nearest first; those equally far by id.',
  })
  assetsNear(
    @Arg('latitude', () => Float, { description: 'Degrees north (WGS84).' }) latitude: number,
    @Arg('longitude', () => Float, { description: 'Degrees east, negative west of Greenwich (WGS84).' })
    longitude: number,
    @Arg('withinMetres', () => Int, { description: 'How far to look: 1 to 20,000 metres.' })
    withinMetres: number,
    @Arg('first', () => Int, { nullable: true, description: 'How many at most: 1 to 100, 20 unless told.' })
    first: number | null,
    @Arg('filter', () => AssetFilter, { nullable: true, description: 'Which of them; not by text.' })
    filter: AssetFilter | null,
    @Ctx() context: RequestContext,
  ): Promise<NearbyAssets> {
    return assetsNear(context, { latitude, longitude, withinMetres, first, filter });
  }
}
