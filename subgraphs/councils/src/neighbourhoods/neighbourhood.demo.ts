import type { DemoWorld } from '@coop/shared/graphql';
import { NEIGHBOURHOOD_FACTS } from '../demo/neighbourhoods.facts';
import { insertNeighbourhood } from './neighbourhood-record.queries';

/** The neighbourhoods of the demo world. */
export async function neighbourhoodDemo({ tx }: DemoWorld): Promise<void> {
  for (const { name, council, from, parts, illustrative } of NEIGHBOURHOOD_FACTS)
    await insertNeighbourhood(
      tx.manager,
      {
        id: tx.newId('neighbourhood'),
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
