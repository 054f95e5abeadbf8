import { NUMERIC_KINDS, type Column, type Sorting } from '../../../results';

interface TableHeadProps {
  readonly columns: readonly Column[];
  readonly sorting: Sorting | null;
  readonly onSort: (column: string) => void;
}

/** The names of the columns; each is a button that sorts by it. */
export function TableHead({ columns, sorting, onSort }: TableHeadProps) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map(({ name, kind }) => {
          const way = sorting?.column !== name ? undefined : sorting.descending ? 'descending' : 'ascending';
          return (
            <th
              key={name}
              scope="col"
              aria-sort={way}
              className={NUMERIC_KINDS.has(kind) ? 'figure' : undefined}
            >
              <button type="button" title={`Sort by ${name}`} onClick={() => onSort(name)}>
                {name}
                <span aria-hidden="true" className="way">
                  {way === 'ascending' ? '▲' : way === 'descending' ? '▼' : ''}
                </span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
