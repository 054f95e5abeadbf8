import { useState } from 'react';
import type { ViewKind } from '../../results';
import { LinkButton } from '../link/link-button';
import { RESULT_ACTIONS } from './result-actions';
import type { Result } from './use-result';
import type { Shown } from './use-shown';

const VIEWS: readonly { readonly kind: ViewKind; readonly label: string }[] = [
  { kind: 'json', label: 'JSON' },
  { kind: 'table', label: 'Table' },
  { kind: 'chart', label: 'Chart' },
];

/** The line under the answer: how it went, how it is shown, and what can be done with it. */
export function ResultBar({ result, shown }: { result: Result | null; shown: Shown }) {
  const [done, setDone] = useState({ result, said: '' });
  const said = done.result === result ? done.said : '';
  return (
    <div className="result-bar">
      <p role="status">{said || (result ? summaryOf(result) : 'Run an operation to see its answer here.')}</p>
      <div className="choices" role="group" aria-label="Show the answer as">
        {VIEWS.map(({ kind, label }) => (
          <button
            key={kind}
            type="button"
            aria-pressed={shown.view.kind === kind}
            onClick={() => shown.change({ kind })}
          >
            {label}
          </button>
        ))}
      </div>
      <div className="result-actions">
        {result &&
          RESULT_ACTIONS.filter((action) => action.suits(result, shown)).map((action) => (
            <button
              key={action.label}
              type="button"
              className="quiet"
              onClick={() => setDone({ result, said: action.run(result, shown) })}
            >
              {action.label}
            </button>
          ))}
        <LinkButton view={{ ...shown.view, list: shown.list?.path ?? shown.view.list }} />
      </div>
    </div>
  );
}

function summaryOf({ answer }: Result): string {
  const errors = answer.errors?.length ?? 0;
  const count = `${errors} ${errors === 1 ? 'error' : 'errors'}`;
  if (answer.data == null) return errors > 0 ? `No data, ${count}` : 'No data';
  return errors > 0 ? `Answered in part, with ${count}` : 'Answered';
}
