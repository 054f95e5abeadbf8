import { RESULT_ACTIONS } from './result-actions';
import { useResult, type Result } from './use-result';

/** The line under the answer: how it went, and what can be done with it. */
export function ResultBar() {
  const result = useResult();
  return (
    <div className="result-bar">
      <p role="status">{result ? summaryOf(result) : 'Run an operation to see its answer here.'}</p>
      {result &&
        RESULT_ACTIONS.filter((action) => action.suits(result)).map((action) => (
          <button key={action.label} type="button" className="quiet" onClick={() => action.run(result)}>
            {action.label}
          </button>
        ))}
    </div>
  );
}

function summaryOf({ answer }: Result): string {
  const errors = answer.errors?.length ?? 0;
  const count = `${errors} ${errors === 1 ? 'error' : 'errors'}`;
  if (answer.data == null) return errors > 0 ? `No data, ${count}` : 'No data';
  return errors > 0 ? `Answered in part, with ${count}` : 'Answered';
}
