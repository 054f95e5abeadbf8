import { In } from 'typeorm';
import type { Tx } from '@coop/shared/commands';
import { inChunks } from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { AreaChange } from '../areas/area-change.entity';
import { areaHistory, circularCodes, type AreaHistory } from '../areas/area-history.rules';
import { Council } from '../areas/council.entity';
import { Ward } from '../areas/ward.entity';
import type { ChangeRow, CouncilRow } from './area-rows';
import { groupByFormer, mergeChanges, type SourcedChange } from './change-merge.rules';
import type { ImportRemarks } from './import-remarks';

/** A table of changes that contradicts what is on record: it is refused whole. */
export class ContradictoryChanges extends Error {
  override readonly name = 'ContradictoryChanges';

  constructor(readonly reasons: readonly string[]) {
    super(reasons.join(' '));
  }
}

/**
 * Reports the councils that a register still has as present, though another source says what followed them.
 * @param rows what the register says of areas that ended
 */
export async function reportStillPresent(
  { manager }: Tx,
  councils: readonly CouncilRow[],
  rows: readonly ChangeRow[],
  remarks: ImportRemarks,
): Promise<void> {
  const ended = new Set(rows.map(({ from }) => from));
  const followed = new Map((await manager.find(AreaChange)).map((one) => [one.formerGssCode, one]));
  for (const { gssCode, name } of councils) {
    const change = followed.get(gssCode);
    if (change && !ended.has(gssCode))
      remarks.add(
        'Councils that the register has as present and another source says were followed',
        `${gssCode} ${name} by ${change.successorGssCode}`,
      );
  }
}

/** What became of the changes of a file. */
export interface WrittenChanges {
  /** The rows that changed something. */
  readonly changedRows: ReadonlySet<number>;
  /** Days that no longer stand, by the code of the area that ended. */
  readonly oldDays: ReadonlyMap<string, LocalDate>;
}

/**
 * Writes what followed what. The weightiest source that speaks of an area is kept; what would lead in a circle is
 * left out of a table of codes and refuses a table of changes.
 * @throws ContradictoryChanges for a table of changes that does not go with what is on record
 */
export async function writeChanges(
  tx: Tx,
  rows: readonly ChangeRow[],
  remarks: ImportRemarks,
): Promise<WrittenChanges> {
  if (rows.length === 0) return { changedRows: new Set(), oldDays: new Map() };
  const stored = (await tx.manager.find(AreaChange)).map(toChange);
  const given = rows.some(({ source }) => source === 'TABLE_OF_CHANGES')
    ? wholeTable(stored, rows)
    : withoutCircles(stored, rows, remarks);
  const { outcomes, written } = mergeChanges(stored, given);
  const formers = [...new Set(written.map(({ from }) => from))];
  const replaced = new Set(formers);
  await inChunks(formers, 500, async (chunk) => {
    await tx.manager.delete(AreaChange, { formerGssCode: In(chunk) });
    return [];
  });
  await tx.insertMany(AreaChange, written.map(toRow));
  const history = historyOf(stored, written);
  for (const [former, group] of groupByFormer(given))
    if (outcomes.get(former) === 'OUTWEIGHED') reportOutweighed(former, group, history, remarks);
  await reportUnknown(tx, given, remarks);
  return {
    changedRows: new Set(rows.filter(({ from }) => replaced.has(from)).map(({ row }) => row)),
    oldDays: new Map(
      stored.flatMap(({ from, on }): [string, LocalDate][] =>
        replaced.has(from) && on !== null ? [[from, on]] : [],
      ),
    ),
  };
}

/** The changes that stand when some were written. */
function standing(stored: readonly SourcedChange[], written: readonly SourcedChange[]): SourcedChange[] {
  const replaced = new Set(written.map(({ from }) => from));
  return [...stored.filter(({ from }) => !replaced.has(from)), ...written];
}

function historyOf(stored: readonly SourcedChange[], written: readonly SourcedChange[]): AreaHistory {
  const decision = areaHistory(standing(stored, written));
  if (!decision.ok) throw new Error(decision.problems.map(({ message }) => message).join(' '));
  return decision.history;
}

function wholeTable(stored: readonly SourcedChange[], rows: readonly ChangeRow[]): readonly ChangeRow[] {
  const decision = areaHistory(standing(stored, mergeChanges(stored, rows).written));
  if (!decision.ok)
    throw new ContradictoryChanges(
      decision.problems.map(({ message }) => `With what is on record: ${message}`),
    );
  return rows;
}

/** What a table of codes or a register says, without what cannot be. None of a circle is believed. */
function withoutCircles(
  stored: readonly SourcedChange[],
  rows: readonly ChangeRow[],
  remarks: ImportRemarks,
): readonly SourcedChange[] {
  const after = (given: readonly SourcedChange[]) => standing(stored, mergeChanges(stored, given).written);
  if (areaHistory(after(rows)).ok) return rows;
  const circular = new Set(circularCodes(after(rows)));
  const kept: SourcedChange[] = [];
  for (const [former, group] of groupByFormer(rows)) {
    const label = `${former} by ${group.map(({ to }) => to).join(', ')}`;
    if (circular.has(former)) remarks.add('Areas that would follow themselves in a circle, left out', label);
    else if (areaHistory(after([...kept, ...group])).ok) kept.push(...group);
    else
      remarks.add('Areas said to go on whole in several others, or in none that could be, left out', label);
  }
  return kept;
}

/** A lighter source that skips a step says nothing wrong; one that leads elsewhere is worth a remark. */
function reportOutweighed(
  former: string,
  group: readonly SourcedChange[],
  history: AreaHistory,
  remarks: ImportRemarks,
): void {
  const [only, ...others] = group;
  if (others.length === 0 && only && history.current(former) === history.current(only.to)) return;
  remarks.add(
    'Areas of which a weightier source says otherwise, kept as they are',
    `${former} by ${history.successors(former).join(', ')}, here ${group.map(({ to }) => to).join(', ')}`,
  );
}

/** Codes that no table has named are kept in the history, but nothing can be shown of them. */
async function reportUnknown(
  { manager }: Tx,
  given: readonly SourcedChange[],
  remarks: ImportRemarks,
): Promise<void> {
  const codes = [...new Set(given.flatMap(({ from, to }) => [from, to]))];
  const known = await inChunks(codes, 500, async (chunk) => [
    ...(await manager.find(Council, { where: { gssCode: In(chunk) }, select: { gssCode: true } })),
    ...(await manager.find(Ward, { where: { gssCode: In(chunk) }, select: { gssCode: true } })),
  ]);
  const named = new Set(known.map(({ gssCode }) => gssCode));
  for (const code of codes.filter((one) => !named.has(one)))
    remarks.add('Codes in the history of which no table has named the area yet', code);
}

const toChange = (row: AreaChange): SourcedChange => ({
  from: row.formerGssCode,
  to: row.successorGssCode,
  on: row.changedOn,
  kind: row.kind,
  source: row.source,
});

const toRow = ({ from, to, on, kind, source }: SourcedChange): AreaChange => ({
  id: `${from}:${to}`,
  formerGssCode: from,
  successorGssCode: to,
  changedOn: on,
  kind,
  source,
});
