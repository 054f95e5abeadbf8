import type { DemoWorld } from '@coop/shared/graphql';
import { areaId } from '@coop/shared/nouns';
import { textSort } from '@coop/shared/persistence';
import { Council } from './council.entity';

/** Councils of the demo world. */
export async function areaDemo({ tx }: DemoWorld): Promise<void> {
  await tx.insert(Council, {
    id: areaId('council', 'E08000004'),
    gssCode: 'E08000004',
    name: 'Oldham',
    nameSort: textSort('Oldham'),
    kind: 'METROPOLITAN_DISTRICT',
    nation: 'ENGLAND',
    region: 'North West',
    governance: 'LEADER_AND_CABINET',
    validFrom: '1974-04-01',
    validUntil: null,
  });
}
