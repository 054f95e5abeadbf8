import { useId } from 'react';
import {
  goesWith,
  labelColumns,
  MOST_SERIES,
  readableNames,
  valueColumns,
  type ChartChoice,
  type ChartKind,
  type Table,
} from '../../../results';

const KINDS: readonly { readonly kind: ChartKind; readonly label: string }[] = [
  { kind: 'bars', label: 'Bars' },
  { kind: 'lines', label: 'Lines' },
  { kind: 'shares', label: 'Shares' },
];

const titlesOf = ({ columns }: Table) => readableNames(columns.map(({ name }) => name));

interface ChartControlsProps {
  readonly table: Table;
  readonly choice: ChartChoice;
  readonly onChoose: (choice: ChartChoice) => void;
}

/** What is drawn: the kind of chart, the column of the labels, and the columns of the values. */
export function ChartControls({ table, choice, onChoose }: ChartControlsProps) {
  const id = useId();
  const titles = titlesOf(table);
  return (
    <div className="chart-controls">
      <div className="choices" role="group" aria-label="Kind of chart">
        {KINDS.map(({ kind, label }) => (
          <button
            key={kind}
            type="button"
            aria-pressed={choice.kind === kind}
            onClick={() => onChoose({ ...choice, kind })}
          >
            {label}
          </button>
        ))}
      </div>
      <span className="field">
        <label htmlFor={id}>Labels</label>
        <select
          id={id}
          value={choice.label ?? ''}
          onChange={(event) => onChoose({ ...choice, label: event.target.value || null })}
        >
          <option value="">(row numbers)</option>
          {labelColumns(table).map(({ name }) => (
            <option key={name} value={name}>
              {titles[name]}
            </option>
          ))}
        </select>
      </span>
      <ValueChoice table={table} choice={choice} onChoose={onChoose} />
    </div>
  );
}

/** One column of values, and others of the same unit beside it. Of shares there is one. */
function ValueChoice({ table, choice, onChoose }: ChartControlsProps) {
  const id = useId();
  const titles = titlesOf(table);
  const columns = valueColumns(table);
  const [first = '', ...more] = choice.values;
  const beside = columns.filter((column) => column.name !== first && goesWith(table, column, choice.values));
  const toggle = (name: string) =>
    onChoose({
      ...choice,
      values: more.includes(name) ? choice.values.filter((each) => each !== name) : [...choice.values, name],
    });
  return (
    <>
      <span className="field">
        <label htmlFor={id}>Values</label>
        <select
          id={id}
          value={first}
          onChange={(event) => onChoose({ ...choice, values: [event.target.value] })}
        >
          {columns.map(({ name }) => (
            <option key={name} value={name}>
              {titles[name]}
            </option>
          ))}
        </select>
      </span>
      {choice.kind !== 'shares' && beside.length > 0 && (
        <details className="beside">
          <summary>Beside it{more.length > 0 ? `: ${more.length}` : ''}</summary>
          <fieldset>
            <legend>Draw these beside {titles[first]}</legend>
            {beside.map(({ name }) => (
              <label key={name}>
                <input
                  type="checkbox"
                  checked={more.includes(name)}
                  disabled={!more.includes(name) && choice.values.length >= MOST_SERIES}
                  onChange={() => toggle(name)}
                />{' '}
                {titles[name]}
              </label>
            ))}
          </fieldset>
        </details>
      )}
    </>
  );
}
