import { useEffect, useState } from 'react';
import { useConfig } from '../config-context';
import { askGraph } from '../fetcher';
import { currentSession, signIn, signOut, useSession } from '../session';

/** Says that the demo token holds no longer, and offers what can be done. */
export function SessionNotice() {
  const { councils } = useConfig();
  const session = useSession();
  const [problem, setProblem] = useState('');
  useSessionCheck();
  if (!session?.ended) return null;
  const council = councils.find(({ gssCode }) => gssCode === session.council)?.name ?? session.council;
  const again = () =>
    signIn(session).then(
      () => setProblem(''),
      (error: unknown) => setProblem(error instanceof Error ? error.message : 'Signing in did not work.'),
    );
  return (
    <div className="notice">
      <p>
        Your sign-in as {session.role} of {council} holds no longer: it has expired, or the server was started
        anew. Requests with it are refused. {problem}
      </p>
      <button type="button" className="primary" onClick={again}>
        Sign in again
      </button>
      <button type="button" className="quiet" onClick={signOut}>
        Go on without
      </button>
    </div>
  );
}

/** Asks whether the token still holds whenever the visitor comes back to this browser tab. */
function useSessionCheck(): void {
  const { endpoint } = useConfig();
  useEffect(() => {
    const check = () => {
      const session = currentSession();
      if (document.hidden || !session || session.ended) return;
      // Any answer will do: a refusal is noted where requests are sent, and an outage is no expiry.
      askGraph(endpoint, '{ __typename }').catch(() => undefined);
    };
    document.addEventListener('visibilitychange', check);
    return () => document.removeEventListener('visibilitychange', check);
  }, [endpoint]);
}
