import { useId, useState, type FormEvent, type RefObject } from 'react';
import { useConfig } from '../config-context';
import { signIn } from '../session';

/** Chooses a role and a council of the demo world. A native dialog: the browser keeps the focus inside it. */
export function SignInDialog({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  const { roles, councils } = useConfig();
  const [role, setRole] = useState(roles[0]?.role ?? '');
  const [council, setCouncil] = useState(councils[0]?.gssCode ?? '');
  const [waiting, setWaiting] = useState(false);
  const [problem, setProblem] = useState('');
  const id = useId();
  const close = () => dialog.current?.close();

  async function submit(event: FormEvent) {
    event.preventDefault();
    setWaiting(true);
    setProblem('');
    try {
      await signIn({ role, council });
      close();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'Signing in did not work.');
    } finally {
      setWaiting(false);
    }
  }

  return (
    <dialog ref={dialog} className="sign-in" aria-labelledby={`${id}-title`} onClose={() => setProblem('')}>
      <form onSubmit={submit}>
        <h2 id={`${id}-title`}>Sign in to the demo world</h2>
        <p className="panel-text">
          No password: choose who to be. Your requests then carry a token for that role in that council.
        </p>
        <label htmlFor={`${id}-role`}>Role</label>
        <select
          id={`${id}-role`}
          value={role}
          aria-describedby={`${id}-about`}
          onChange={(event) => setRole(event.target.value)}
        >
          {roles.map((each) => (
            <option key={each.role}>{each.role}</option>
          ))}
        </select>
        <p id={`${id}-about`} className="hint">
          {roles.find((each) => each.role === role)?.description}
        </p>
        <label htmlFor={`${id}-council`}>Council</label>
        <select id={`${id}-council`} value={council} onChange={(event) => setCouncil(event.target.value)}>
          {councils.map(({ gssCode, name }) => (
            <option key={gssCode} value={gssCode}>
              {name}
            </option>
          ))}
        </select>
        {problem && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        <div className="dialog-actions">
          <button type="button" className="quiet" onClick={close}>
            Cancel
          </button>
          <button type="submit" className="primary" disabled={waiting}>
            Sign in
          </button>
        </div>
      </form>
    </dialog>
  );
}
