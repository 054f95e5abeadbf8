import { useGraphiQL } from '@graphiql/react';
import { useId, useRef, useState } from 'react';
import { writeLink, type ResultView } from '../../results';

/** Beyond this, mail programs and chats begin to break links. */
const LONG = 2_000;

/** Makes a link of the operation, its variables and the view, and shows it for copying. */
export function LinkButton({ view }: { view: ResultView }) {
  const { queryEditor, variableEditor } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
  }));
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [made, setMade] = useState({ link: '', why: '' });
  const [copied, setCopied] = useState('');
  const id = useId();

  async function open() {
    const query = queryEditor?.getValue() ?? '';
    const linked = await writeLink({ query, variables: variableEditor?.getValue() ?? '', view });
    const { origin, pathname } = window.location;
    setMade(
      linked.ok ? { link: `${origin}${pathname}${linked.fragment}`, why: '' } : { link: '', why: linked.why },
    );
    setCopied('');
    dialog.current?.showModal();
    field.current?.select();
  }

  /** The clipboard is closed to pages without TLS; the field stands selected for Ctrl-C then. */
  async function copy() {
    try {
      await navigator.clipboard.writeText(made.link);
      setCopied('Copied.');
    } catch {
      field.current?.select();
      setCopied('Press Ctrl-C (⌘-C) to copy.');
    }
  }

  return (
    <>
      <button type="button" className="quiet" onClick={() => void open()}>
        Link
      </button>
      <dialog ref={dialog} className="sign-in" aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`}>Link to this view</h2>
        <p className="panel-text">
          Whoever opens it gets the operation, its variables and this view, asked afresh as themselves. It
          holds no answer, no token and none of your request headers.
        </p>
        {made.why ? (
          <p className="problem" role="alert">
            {made.why}
          </p>
        ) : (
          <>
            <label htmlFor={id}>Link</label>
            <input id={id} ref={field} className="link-field" readOnly value={made.link} />
            {made.link.length > LONG && (
              <p className="hint">
                It has {made.link.length} characters: some mail programs break links this long.
              </p>
            )}
          </>
        )}
        <p className="hint" role="status">
          {copied}
        </p>
        <div className="dialog-actions">
          <button type="button" className="quiet" onClick={() => dialog.current?.close()}>
            Close
          </button>
          {!made.why && (
            <button type="button" className="primary" onClick={() => void copy()}>
              Copy
            </button>
          )}
        </div>
      </dialog>
    </>
  );
}
