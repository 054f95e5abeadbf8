import { useRef } from 'react';
import { useConfig } from '../config-context';
import { signOut, useSession } from '../session';
import { SignInDialog } from './sign-in-dialog';

/** The demo's sign-in: a button that opens the dialog, or who you are and the way out. */
export function Account() {
  const { councils } = useConfig();
  const session = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  const council = councils.find(({ gssCode }) => gssCode === session?.council)?.name ?? session?.council;
  const open = () => dialog.current?.showModal();
  return (
    <>
      {session ? (
        <>
          <button
            type="button"
            className="who"
            onClick={open}
            aria-label={`Signed in as ${session.role} of ${council}. Change`}
          >
            <span className="who-role">{session.role}</span>
            <span className="who-council">{council}</span>
          </button>
          <button type="button" className="quiet" onClick={signOut}>
            Sign out
          </button>
        </>
      ) : (
        <button type="button" className="primary" onClick={open}>
          Sign in
        </button>
      )}
      <SignInDialog dialog={dialog} />
    </>
  );
}
