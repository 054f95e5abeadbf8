import { readCode, readName, regionOf, yearInHeader } from './area-cells.rules';
import type { AreaTableRow } from './area-columns.import';
import type { AreaRows, WardRow } from './area-rows';
import type { ImportRemarks } from './import-remarks';

/**
 * The wards of a table of ward codes, with the councils beside them. The table says in which year's table a code
 * was first met; nothing of when a ward began or ended, and nothing of what followed it.
 */
export function readWards(
  rows: readonly AreaTableRow[],
  recognised: ReadonlyMap<string, string>,
  remarks: ImportRemarks,
): Omit<AreaRows, 'kind' | 'rows'> {
  const yearOfTable = yearInHeader(recognised.get('wardCode'));
  const wards: WardRow[] = [];
  for (const { row, cells } of rows) {
    const ward = readCode(cells.wardCode, 'WARD');
    const council = readCode(cells.districtCode, 'COUNCIL');
    const { name, hadBlanks } = readName(cells.wardName);
    const councilName = readName(cells.districtName).name;
    const reasons = [
      ...(ward.ok ? [] : [`ward: ${ward.reason}`]),
      ...(council.ok ? [] : [`council: ${council.reason}`]),
      ...(name === null ? ['The ward has no name.'] : []),
      ...(councilName === null ? ['The council has no name.'] : []),
    ];
    if (!ward.ok || !council.ok || name === null || councilName === null) {
      remarks.add('Rows that name no ward, not imported', `row ${row}, ${reasons.join(' ')}`);
      continue;
    }
    if (hadBlanks) remarks.add('Names with blanks to spare', `${ward.value} ${name}`);
    wards.push({
      row,
      gssCode: ward.value,
      name,
      firstSeenYear: yearOf(cells.seenYear, yearOfTable, row, remarks),
      council: {
        row,
        gssCode: council.value,
        name: councilName,
        nameSource: 'WARD_TABLE',
        officialName: null,
        region: regionOf(council.value, cells.regionName),
        validFrom: null,
      },
    });
  }
  return { wards, councils: [], changes: [], rejected: rows.length - wards.length };
}

function yearOf(
  text: string | null,
  yearOfTable: number | null,
  row: number,
  remarks: ImportRemarks,
): number | null {
  if (text === null) return yearOfTable;
  if (/^(?:19|20)\d\d$/.test(text)) return Number(text);
  remarks.add('Years of a table that are none, left out', `row ${row}, “${text.slice(0, 40)}”`);
  return yearOfTable;
}
