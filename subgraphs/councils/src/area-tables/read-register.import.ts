import type { LocalDate } from '@coop/shared/time';
import { readCode, readName, regionOf } from './area-cells.rules';
import type { AreaTableRow } from './area-columns.import';
import type { AreaRows, ChangeRow, CouncilRow } from './area-rows';
import type { ImportRemarks } from './import-remarks';
import { believedStart, takeOverDay } from './register-days.rules';

/** What another row of the register is referred to by. */
interface Entry {
  readonly gssCode: string | null;
  readonly start: LocalDate | null;
}

const list = (text: string | null): string[] =>
  (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

/**
 * The councils of the register of local authorities. What replaced one is named by the register's own codes, several
 * where it was split; its days are taken only where they bear each other out.
 */
export function readRegister(
  rows: readonly AreaTableRow[],
  remarks: ImportRemarks,
): Omit<AreaRows, 'kind' | 'rows'> {
  const entries = entriesOf(rows, remarks);
  const councils: CouncilRow[] = [];
  const changes: ChangeRow[] = [];
  const started = new Map<string, LocalDate | null>();
  const replacing = timesReplacing(rows);
  for (const { row, cells } of rows) {
    const label =
      `${cells.registerCode ?? `row ${row}`} ${cells.officialName ?? cells.niceName ?? ''}`.trim();
    if (cells.gssCode === null) {
      remarks.add('Rows without a GSS code, not imported', label);
      continue;
    }
    const code = readCode(cells.gssCode, 'COUNCIL');
    const { name, hadBlanks } = readName(cells.niceName ?? cells.officialName);
    if (!code.ok || name === null) {
      remarks.add(
        'Rows that name no council, not imported',
        `${label}, ${code.ok ? 'no name' : code.reason}`,
      );
      continue;
    }
    if (hadBlanks) remarks.add('Names with blanks to spare', `${code.value} ${name}`);
    const formers = formerCodes(cells.formerCodes, code.value, remarks);
    started.set(code.value, cells.startDate);
    councils.push({
      row,
      gssCode: code.value,
      name,
      nameSource: 'REGISTER',
      officialName: cells.officialName,
      region: regionOf(code.value, cells.regionName),
      validFrom: believedStart(code.value, cells.startDate, formers),
    });
    for (const former of formers)
      changes.push({ row, from: former, to: code.value, on: null, kind: 'RECODE', source: 'REGISTER' });
    changes.push(
      ...replacements(
        { row, from: code.value, name, ended: cells.endDate, by: list(cells.replacedBy) },
        entries,
        replacing,
        remarks,
      ),
    );
  }
  reportStarts(councils, started, changes, remarks);
  return { councils, wards: [], changes, rejected: rows.length - councils.length };
}

/** Reports the first days that neither the law nor what was followed bears out. */
function reportStarts(
  councils: readonly CouncilRow[],
  started: ReadonlyMap<string, LocalDate | null>,
  changes: readonly ChangeRow[],
  remarks: ImportRemarks,
): void {
  const borneOut = new Set(changes.map(({ to, on }) => `${to} ${on}`));
  for (const { gssCode, name, validFrom } of councils) {
    const start = started.get(gssCode) ?? null;
    if (start !== null && validFrom === null && !borneOut.has(`${gssCode} ${start}`))
      remarks.add('First days that nothing else bears out, left out', `${gssCode} ${name}, ${start}`);
  }
}

function entriesOf(rows: readonly AreaTableRow[], remarks: ImportRemarks): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const { row, cells } of rows) {
    if (cells.registerCode === null) continue;
    if (entries.has(cells.registerCode))
      remarks.add('Codes of the register that stand twice', `${cells.registerCode} in row ${row}`);
    const code = readCode(cells.gssCode, 'COUNCIL');
    entries.set(cells.registerCode, { gssCode: code.ok ? code.value : null, start: cells.startDate });
  }
  return entries;
}

/** How many authorities each one replaces. */
function timesReplacing(rows: readonly AreaTableRow[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { cells } of rows)
    for (const code of list(cells.replacedBy)) times.set(code, (times.get(code) ?? 0) + 1);
  return times;
}

function formerCodes(text: string | null, gssCode: string, remarks: ImportRemarks): string[] {
  return list(text).flatMap((former) => {
    const code = readCode(former, 'COUNCIL');
    if (code.ok && code.value !== gssCode) return [code.value];
    remarks.add('Former codes that are none, left out', `${former.slice(0, 40)} of ${gssCode}`);
    return [];
  });
}

interface Replaced {
  readonly row: number;
  readonly from: string;
  readonly name: string;
  readonly ended: LocalDate | null;
  /** Codes of the register. */
  readonly by: readonly string[];
}

function replacements(
  { row, from, name, ended, by }: Replaced,
  entries: ReadonlyMap<string, Entry>,
  replacing: ReadonlyMap<string, number>,
  remarks: ImportRemarks,
): ChangeRow[] {
  const area = `${from} ${name}`;
  const found = by.map((code) => ({ code, entry: entries.get(code) }));
  const unknown = found.filter(({ entry }) => !entry?.gssCode).map(({ code }) => code);
  if (unknown.length > 0) {
    remarks.add(
      'Areas replaced by what the register does not list, left out',
      `${area} by ${unknown.join(', ')}`,
    );
    return [];
  }
  if (by.length === 0) {
    if (ended !== null)
      remarks.add('Areas that ended and nothing followed, their last day left open', `${area}, ${ended}`);
    return [];
  }
  const on = takeOverDay(
    ended,
    found.map(({ entry }) => entry?.start ?? null),
  );
  if (on === null)
    remarks.add(
      'Areas whose last day does not fit the first of what followed',
      `${area}, ${ended ?? 'no day'}`,
    );
  else if (ended === on)
    remarks.add('End dates that are the first day of what followed, taken as such', `${area}, ${ended}`);
  return found.map(({ code, entry }) => ({
    row,
    from,
    to: entry!.gssCode!,
    on,
    kind: by.length > 1 ? 'SPLIT' : (replacing.get(code) ?? 0) > 1 ? 'MERGE' : 'RECODE',
    source: 'REGISTER',
  }));
}
