import { readCode, readName, regionOf } from './area-cells.rules';
import type { AreaTableRow } from './area-columns.import';
import type { AreaRows, ChangeRow, CouncilRow } from './area-rows';
import type { ImportRemarks } from './import-remarks';

/** The tables of codes of councils. */
export type CodeTableKind = 'DISTRICTS' | 'UPPER_TIER' | 'COMBINED';

const CELLS = {
  DISTRICTS: ['districtCode', 'districtName'],
  UPPER_TIER: ['upperCode', 'upperName'],
  COMBINED: ['combinedCode', 'combinedName'],
} as const;

/**
 * The councils of a table of codes. The table of districts also names, beside a code that ended, the one that is
 * active today: that may skip a council in between, and bears no day.
 */
export function readCodeTable(
  kind: CodeTableKind,
  rows: readonly AreaTableRow[],
  remarks: ImportRemarks,
): Omit<AreaRows, 'kind' | 'rows'> {
  const [codeCell, nameCell] = CELLS[kind];
  const councils: CouncilRow[] = [];
  const followed: { row: number; from: string; to: string }[] = [];
  for (const { row, cells } of rows) {
    const code = readCode(cells[codeCell], 'COUNCIL');
    const { name, hadBlanks } = readName(cells[nameCell]);
    if (!code.ok || name === null) {
      const reason = code.ok ? 'It has no name.' : code.reason;
      remarks.add('Rows that name no council, not imported', `row ${row}, ${reason}`);
      continue;
    }
    if (hadBlanks) remarks.add('Names with blanks to spare', `${code.value} ${name}`);
    councils.push({
      row,
      gssCode: code.value,
      name,
      nameSource: 'CODE_TABLE',
      officialName: null,
      region: regionOf(code.value, cells.regionName),
      validFrom: null,
    });
    if (kind !== 'DISTRICTS' || cells.activeCode === null) continue;
    const active = readCode(cells.activeCode, 'COUNCIL');
    if (!active.ok) remarks.add('Active codes that are none, left out', `row ${row}, ${active.reason}`);
    else if (active.value !== code.value) followed.push({ row, from: code.value, to: active.value });
  }
  reportUnlisted(councils, followed, remarks);
  return {
    councils,
    wards: [],
    changes: withKinds(followed),
    rejected: rows.length - councils.length,
  };
}

/** Several codes with one active code were merged into it; a single one goes on under it. */
function withKinds(followed: readonly { row: number; from: string; to: string }[]): ChangeRow[] {
  const formers = new Map<string, number>();
  for (const { to } of followed) formers.set(to, (formers.get(to) ?? 0) + 1);
  return followed.map(({ row, from, to }) => ({
    row,
    from,
    to,
    on: null,
    kind: formers.get(to) === 1 ? 'RECODE' : 'MERGE',
    source: 'ACTIVE_CODE',
  }));
}

function reportUnlisted(
  councils: readonly CouncilRow[],
  followed: readonly { from: string; to: string }[],
  remarks: ImportRemarks,
): void {
  const listed = new Set(councils.map(({ gssCode }) => gssCode));
  for (const { from, to } of followed)
    if (!listed.has(to)) remarks.add('Active codes that have no row of their own', `${to} after ${from}`);
}
