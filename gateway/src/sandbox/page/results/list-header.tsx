import { useId } from 'react';
import type { FoundList, ListPath } from '../../results';
import { createStore } from '../store';
import { FetchPages } from './fetch-pages';
import type { Result } from './use-result';
import type { ShownList } from './use-shown';

/** Whether the answer has the room of the editors as well. */
export const fullWidth = createStore(false);

interface ListHeaderProps {
  readonly result: Result;
  /** All lists to choose from. */
  readonly lists: readonly FoundList[];
  readonly list: ShownList;
  /** Another list of the answer was chosen. */
  readonly onChoose: (path: ListPath) => void;
  /** The list around this one is to be shown again; the button for it goes away then. */
  readonly onBack: (path: ListPath) => void;
}

/** Which list of the answer is shown, the way to another, and how much of it is here. */
export function ListHeader({ result, lists, list, onChoose, onBack }: ListHeaderProps) {
  const id = useId();
  const wide = fullWidth.use();
  const { around } = list;
  const known = lists.some(({ path }) => path === list.path);
  return (
    <div className="list-header">
      {around !== null && (
        <button type="button" className="quiet" onClick={() => onBack(around)}>
          <span aria-hidden="true">‹ </span>Back to the list around it
        </button>
      )}
      {(lists.length > 1 || !known) && (
        <>
          <label htmlFor={id}>List</label>
          <select id={id} value={list.path} onChange={(event) => onChoose(event.target.value)}>
            {!known && <option value={list.path}>{list.path}</option>}
            {lists.map(({ path, label, count }) => (
              <option key={path} value={path}>
                {label} ({count})
              </option>
            ))}
          </select>
        </>
      )}
      <p role="status" className="list-extent">
        {extentText(list)}
      </p>
      <button type="button" className="quiet" aria-pressed={wide} onClick={() => fullWidth.set(!wide)}>
        More room
      </button>
      <FetchPages key={`${list.path} ${result.text.length}`} result={result} list={list} />
    </div>
  );
}

const figures = new Intl.NumberFormat('en-GB');

function extentText({ extent: { count, total, more }, whole }: ShownList): string {
  const rows = `${figures.format(count)} ${count === 1 ? 'row' : 'rows'}`;
  if (whole) return whole.complete ? `All ${rows}` : `${rows}, not all: ${whole.why}`;
  if (more === true)
    return `${rows}${total === null ? '' : ` of ${figures.format(total)}`}: one page of the list`;
  return more === null ? `${rows}; the answer does not say whether there are more` : rows;
}
