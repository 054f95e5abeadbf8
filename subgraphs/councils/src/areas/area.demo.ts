import type { DemoWorld } from '@coop/shared/graphql';
import { areaId } from '@coop/shared/nouns';
import { textSort } from '@coop/shared/persistence';
import { AREA_CHANGE_FACTS } from '../demo/area-changes.facts';
import { COUNCIL_FACTS } from '../demo/councils.facts';
import { WARD_FACTS } from '../demo/wards.facts';
import { councilKindOf, meaningOf } from './area-code.rules';
import { AreaChange } from './area-change.entity';
import { Council } from './council.entity';
import { WardMembership } from './ward-membership.entity';
import { Ward } from './ward.entity';

/** The councils and wards of the demo world, with what became of them. */
export async function areaDemo({ tx }: DemoWorld): Promise<void> {
  await tx.insertMany(
    Council,
    COUNCIL_FACTS.map(({ gssCode, name, officialName, region, from, until, governance }) => {
      const nation = meaningOf(gssCode)?.nation ?? 'ENGLAND';
      const kind = councilKindOf(gssCode);
      if (!kind) throw new Error(`${gssCode} is no council.`);
      return {
        id: areaId('council', gssCode),
        gssCode,
        name,
        nameSort: textSort(name),
        nameSource: 'RECORD' as const,
        officialName,
        kind,
        nation,
        region: nation === 'ENGLAND' ? region : null,
        governance,
        validFrom: from,
        validUntil: until,
      };
    }),
  );
  await tx.insertMany(
    Ward,
    WARD_FACTS.map(({ gssCode, name, from, until }) => ({
      id: areaId('ward', gssCode),
      gssCode,
      name,
      nameSort: textSort(name),
      nameSource: 'RECORD' as const,
      validFrom: from,
      validUntil: until,
      firstSeenYear: null,
    })),
  );
  await tx.insertMany(
    WardMembership,
    WARD_FACTS.map(({ gssCode, name, council }) => ({
      id: `${council}:${gssCode}`,
      councilGssCode: council,
      wardGssCode: gssCode,
      nameSort: textSort(name),
    })),
  );
  await tx.insertMany(
    AreaChange,
    AREA_CHANGE_FACTS.map(({ from, to, on, kind }) => ({
      id: `${from}:${to}`,
      formerGssCode: from,
      successorGssCode: to,
      changedOn: on,
      kind,
      source: 'TABLE_OF_CHANGES' as const,
    })),
  );
}
