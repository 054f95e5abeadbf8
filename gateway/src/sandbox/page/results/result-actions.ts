import { csvOf } from '../../results';
import { download } from './download';
import type { Result } from './use-result';
import type { Shown, ShownList } from './use-shown';

/** Something that can be done with an answer: one button under it. */
export interface ResultAction {
  readonly label: string;
  /** Whether it makes sense for this answer; left out otherwise. */
  readonly suits: (result: Result, shown: Shown) => boolean;
  /** Does it, and says in a few words what was done. */
  readonly run: (result: Result, shown: Shown) => string;
}

/** By this mark Excel knows that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** The buttons under an answer, in their order. A new way to take results away is one entry here. */
export const RESULT_ACTIONS: readonly ResultAction[] = [
  {
    label: 'Download CSV',
    suits: (_result, { list }) => list !== null,
    run: ({ name }, { list }) => (list ? downloadCsv(name, list) : ''),
  },
  {
    label: 'Download JSON',
    suits: ({ answer }) => answer.data != null,
    run({ name, answer }) {
      download({ name: `${name}.json`, type: 'application/json', text: JSON.stringify(answer, null, 2) });
      return 'Saved as JSON';
    },
  },
];

/** A file of the shown list. Its name says when it holds a part only: the file may outlive this page. */
function downloadCsv(operation: string, { label, table, extent }: ShownList): string {
  const { count, total, more } = extent;
  const part = more === true ? `-first-${count}${total === null ? '' : `-of-${total}`}` : '';
  download({
    name: `${operation}-${label}${part}.csv`,
    type: 'text/csv;charset=utf-8',
    text: `${BYTE_ORDER_MARK}${csvOf(table)}`,
  });
  const rows = `${count} ${count === 1 ? 'row' : 'rows'}`;
  return more === true
    ? `Saved ${rows}${total === null ? '' : ` of ${total}`}: one page of the list only`
    : `Saved ${rows}`;
}
