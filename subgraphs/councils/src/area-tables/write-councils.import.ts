import { In } from 'typeorm';
import type { Tx } from '@coop/shared/commands';
import { areaId } from '@coop/shared/nouns';
import { inChunks, textSort } from '@coop/shared/persistence';
import { meaningOf } from '../areas/area-code.rules';
import { Council } from '../areas/council.entity';
import { compareNameSources, mergeName, mergeValue } from './area-merge.rules';
import type { CouncilRow } from './area-rows';
import type { ImportRemarks } from './import-remarks';

/**
 * Writes what a file says of councils: those that are missing are created, known ones are completed, and nothing
 * known is overwritten but a name from a lighter source.
 * @returns the rows that changed something
 */
export async function writeCouncils(
  tx: Tx,
  rows: readonly CouncilRow[],
  remarks: ImportRemarks,
): Promise<Set<number>> {
  const codes = [...new Set(rows.map(({ gssCode }) => gssCode))];
  const stored = await inChunks(codes, 500, (chunk) =>
    tx.manager.find(Council, { where: { gssCode: In(chunk) } }),
  );
  const known = new Map(stored.map((council) => [council.gssCode, council]));
  const created: Council[] = [];
  const touched = new Set<Council>();
  const changedRows = new Set<number>();
  for (const row of rows) {
    const council = known.get(row.gssCode);
    if (!council) {
      const fresh = newCouncil(tx, row);
      known.set(row.gssCode, fresh);
      created.push(fresh);
      changedRows.add(row.row);
      continue;
    }
    const { changed, touchedOnly } = complete(council, row, remarks);
    if (changed) changedRows.add(row.row);
    if ((changed || touchedOnly) && !created.includes(council)) touched.add(council);
  }
  await tx.insertMany(Council, created);
  for (const council of touched) await tx.update(council);
  return changedRows;
}

function newCouncil(
  tx: Tx,
  { gssCode, name, nameSource, officialName, region, validFrom }: CouncilRow,
): Council {
  const meaning = meaningOf(gssCode);
  if (meaning?.area !== 'COUNCIL') throw new Error(`${gssCode} is no code of a council.`);
  return tx.manager.create(Council, {
    id: areaId('council', gssCode),
    gssCode,
    name,
    nameSort: textSort(name),
    nameSource,
    officialName,
    kind: meaning.kind,
    nation: meaning.nation,
    region,
    governance: null,
    validFrom,
    validUntil: null,
  });
}

/** Completes a council that is known. What names it may also say in which region it lies. */
function complete(
  council: Council,
  row: CouncilRow,
  remarks: ImportRemarks,
): { changed: boolean; touchedOnly: boolean } {
  const { gssCode, nameSource } = council;
  const label = `${gssCode} ${council.name}`;
  const overwrites = nameSource !== 'RECORD' && compareNameSources(row.nameSource, nameSource) >= 0;
  const name = mergeName(council, row);
  if (name.renamed) remarks.add('Councils renamed', `${label}, now ${name.name}`);
  if (name.variant) remarks.add('Councils that the file names otherwise', `${label}, here ${row.name}`);
  const region = mergeValue(council.region, row.region, overwrites);
  if (region.variant)
    remarks.add('Councils that the file puts in another region', `${label}, here in ${row.region}`);
  const validFrom = mergeValue(council.validFrom, row.validFrom);
  if (validFrom.variant)
    remarks.add(
      'Councils whose first day on record is another, kept',
      `${label} from ${council.validFrom}, here ${row.validFrom}`,
    );
  // One table only gives names in full, so that a newer edition of it may change them.
  const officialName = mergeValue(council.officialName, row.officialName, nameSource !== 'RECORD');
  if (officialName.variant)
    remarks.add(
      'Councils whose full name on record is another, kept',
      `${gssCode} ${council.officialName}, here ${row.officialName}`,
    );
  Object.assign(council, {
    name: name.name,
    nameSort: textSort(name.name),
    nameSource: name.nameSource,
    region: region.value,
    validFrom: validFrom.value,
    officialName: officialName.value,
  });
  return {
    changed: name.renamed || region.changed || validFrom.changed || officialName.changed,
    touchedOnly: name.nameSource !== nameSource,
  };
}
