import type { CellProblem, SeenKeys, TableItem } from '@coop/shared/importing';
import type { ImportProblem } from '@coop/shared/persistence';
import { writeOrgId } from './identifiers.rules';
import type { REGISTER_COLUMNS } from './register-columns.import';
import type { RegisterReader } from './register-reader.import';
import type { PlacedEntry } from './write-entries.import';

/** A chunk of a register, sorted out as far as that goes without the database. */
export interface PreparedEntries {
  readonly rows: number;
  readonly entries: readonly PlacedEntry[];
  readonly rejected: number;
  readonly problems: readonly Omit<ImportProblem, 'id' | 'run'>[];
}

const shortened = (text: string, maximum: number) =>
  text.length <= maximum ? text : `${[...text].slice(0, maximum - 1).join('')}…`;

const sentenceOf = ({ reason, text }: CellProblem) => (text ? `${reason} (“${text}”)` : reason);

/** Makes entries of rows, and sets aside with their reasons those that cannot be one. Each row once: it remembers the numbers. */
export function prepareEntries(
  items: readonly TableItem<typeof REGISTER_COLUMNS>[],
  register: RegisterReader,
  seen: SeenKeys,
): PreparedEntries {
  const entries: PlacedEntry[] = [];
  const problems: Omit<ImportProblem, 'id' | 'run'>[] = [];
  let rejected = 0;
  for (const item of items) {
    const { row, line } = item;
    const note = (severity: 'REJECTED' | 'WARNING', reason: string, column: string | null = null) =>
      void problems.push({
        record: row,
        line,
        column: shortened(column ?? '', 255),
        severity,
        message: shortened(reason, 1000),
      });
    if (!item.ok) {
      for (const problem of item.problems) note('REJECTED', sentenceOf(problem), problem.column);
      rejected += 1;
      continue;
    }
    for (const warning of item.warnings) note('WARNING', sentenceOf(warning), warning.column);
    const read = register.read(item.cells);
    if ('refused' in read) {
      for (const reason of read.refused) note('REJECTED', reason);
      rejected += 1;
      continue;
    }
    const earlier = seen.firstRowOf(writeOrgId(read.entry.identifier), row);
    if (earlier !== null) {
      note('REJECTED', `Row ${earlier} of this file has the same number.`);
      rejected += 1;
      continue;
    }
    for (const oddity of read.oddities) note('WARNING', oddity);
    entries.push({ row, line, entry: read.entry });
  }
  return { rows: items.length, entries, rejected, problems };
}
