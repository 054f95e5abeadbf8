import { In } from 'typeorm';
import type { Tx } from '@coop/shared/commands';
import { areaId } from '@coop/shared/nouns';
import { inChunks, textSort } from '@coop/shared/persistence';
import { WardMembership } from '../areas/ward-membership.entity';
import { Ward } from '../areas/ward.entity';
import { mergeName } from './area-merge.rules';
import type { WardRow } from './area-rows';
import type { ImportRemarks } from './import-remarks';

/** Wards of one part of a file, and what is on record of them. */
interface Known {
  readonly wards: ReadonlyMap<string, Ward>;
  readonly memberships: ReadonlyMap<string, WardMembership>;
}

/** What has to be written for a part of a file. */
interface Work {
  readonly newWards: Ward[];
  readonly newMemberships: WardMembership[];
  readonly changed: Set<Ward | WardMembership>;
}

const AT_ONCE = 500;

/**
 * Writes what a file says of wards: which there are, in which council each lies, and the first year it was seen in.
 * A code under two councils lies in both.
 * @returns the rows that changed something
 */
export async function writeWards(
  tx: Tx,
  rows: readonly WardRow[],
  remarks: ImportRemarks,
): Promise<Set<number>> {
  const byCode = new Map<string, WardRow[]>();
  for (const row of rows) byCode.set(row.gssCode, [...(byCode.get(row.gssCode) ?? []), row]);
  const changedRows = await inChunks([...byCode], AT_ONCE, async (chunk) => {
    const known = await readKnown(
      tx,
      chunk.map(([code]) => code),
    );
    const work: Work = { newWards: [], newMemberships: [], changed: new Set() };
    const changed = chunk.flatMap(([, ofOneCode]) => writeWard(tx, ofOneCode, known, work, remarks));
    await tx.insertMany(Ward, work.newWards);
    await tx.insertMany(WardMembership, work.newMemberships);
    for (const row of work.changed) await tx.update(row);
    return changed;
  });
  return new Set(changedRows);
}

async function readKnown({ manager }: Tx, codes: readonly string[]): Promise<Known> {
  const wards = await manager.find(Ward, { where: { gssCode: In([...codes]) } });
  const memberships = await manager.find(WardMembership, { where: { wardGssCode: In([...codes]) } });
  return {
    wards: new Map(wards.map((ward) => [ward.gssCode, ward])),
    memberships: new Map(memberships.map((membership) => [membership.id, membership])),
  };
}

/** Writes the rows of one code, in order. Answers the numbers of those that changed something. */
function writeWard(
  tx: Tx,
  rows: readonly WardRow[],
  known: Known,
  work: Work,
  remarks: ImportRemarks,
): number[] {
  const [first] = rows;
  if (!first) return [];
  report(rows, remarks);
  const { gssCode } = first;
  const changedRows = new Set<number>();
  const years = rows.flatMap(({ firstSeenYear }) => firstSeenYear ?? []);
  const year = years.length > 0 ? Math.min(...years) : null;
  let ward = known.wards.get(gssCode);
  if (!ward) {
    ward = tx.manager.create(Ward, {
      id: areaId('ward', gssCode),
      gssCode,
      name: first.name,
      nameSort: textSort(first.name),
      nameSource: 'WARD_TABLE',
      validFrom: null,
      validUntil: null,
      firstSeenYear: year,
    });
    work.newWards.push(ward);
    changedRows.add(first.row);
  } else if (complete(ward, rows, year, known, work, remarks)) changedRows.add(first.row);
  const seen = new Set<string>();
  for (const { row, council } of rows) {
    const id = `${council.gssCode}:${gssCode}`;
    if (seen.has(id) || known.memberships.has(id)) continue;
    seen.add(id);
    work.newMemberships.push(
      tx.manager.create(WardMembership, {
        id,
        councilGssCode: council.gssCode,
        wardGssCode: gssCode,
        nameSort: ward.nameSort,
      }),
    );
    changedRows.add(row);
  }
  return [...changedRows];
}

function complete(
  ward: Ward,
  rows: readonly WardRow[],
  year: number | null,
  known: Known,
  work: Work,
  remarks: ImportRemarks,
): boolean {
  const given = rows.find(({ name }) => name === ward.name) ?? rows[0]!;
  const merged = mergeName(ward, { name: given.name, nameSource: 'WARD_TABLE' });
  if (merged.renamed) remarks.add('Wards renamed', `${ward.gssCode} ${ward.name}, now ${merged.name}`);
  if (merged.variant)
    remarks.add('Wards that the file names otherwise', `${ward.gssCode} ${ward.name}, here ${given.name}`);
  const earlier = year !== null && (ward.firstSeenYear === null || year < ward.firstSeenYear);
  if (!merged.renamed && !earlier) return false;
  Object.assign(ward, {
    name: merged.name,
    nameSort: textSort(merged.name),
    firstSeenYear: earlier ? year : ward.firstSeenYear,
  });
  work.changed.add(ward);
  if (merged.renamed)
    for (const membership of known.memberships.values())
      if (membership.wardGssCode === ward.gssCode)
        work.changed.add(Object.assign(membership, { nameSort: ward.nameSort }));
  return true;
}

function report(rows: readonly WardRow[], remarks: ImportRemarks): void {
  const [first, ...others] = rows;
  if (!first || others.length === 0) return;
  const councils = new Set(rows.map(({ council }) => council.gssCode));
  const places = rows.map(({ council, name }) => `${council.gssCode} ${council.name} as “${name}”`);
  if (councils.size > 1)
    remarks.add(
      'Codes that stand under several councils, kept under each',
      `${first.gssCode} under ${places.join(' and ')}`,
    );
  if (councils.size < rows.length)
    remarks.add(
      'Codes that stand twice under one council',
      `${first.gssCode} in rows ${rows.map(({ row }) => row).join(', ')}`,
    );
}
