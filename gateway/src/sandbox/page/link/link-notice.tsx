import { createStore } from '../store';

/** Whether a link was opened that cannot be read. */
export const brokenLink = createStore(false);

/** Says that a link cannot be read; an empty page would leave the visitor wondering. */
export function LinkNotice() {
  if (!brokenLink.use()) return null;
  return (
    <div className="notice">
      <p>
        The link that you opened is broken: it was cut off or changed on its way. Ask whoever sent it for it
        again, and copy it whole.
      </p>
      <button type="button" className="quiet" onClick={() => brokenLink.set(false)}>
        Close
      </button>
    </div>
  );
}
