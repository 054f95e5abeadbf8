import type { DemoWorld } from '@coop/shared/graphql';
import { fixedId } from '@coop/shared/ids';
import { NEIGHBOURHOOD_FACTS } from '../demo/neighbourhoods.facts';
import { insertNeighbourhood } from './write-neighbourhood.command';

/**
 * The neighbourhoods of the demo world. Their ids follow from their keys, so that the demo worlds of other subgraphs can
 * refer to them.
 */
export async function neighbourhoodDemo({ tx }: DemoWorld): Promise<void> {
  for (const { key, name, council, from, parts, illustrative } of NEIGHBOURHOOD_FACTS)
    await insertNeighbourhood(
      tx.manager,
      {
        id: fixedId('neighbourhood', key),
        councilGssCode: council,
        name,
        state: 'CURRENT',
        validFrom: from,
        validUntil: null,
        supersededById: null,
        illustrative,
      },
      parts,
      [],
      (prefix) => tx.newId(prefix),
    );
}
