import type { DemoTokenRequest } from '../config.types';
import { createStore } from './store';

/** Who the visitor is in the demo world, for as long as the browser tab is open. */
export interface Session extends DemoTokenRequest {
  readonly token: string;
  /** Whether the server has refused the token since: it has expired, or the server began anew. */
  readonly ended?: boolean;
}

const KEY = 'coop:session';
const store = createStore<Session | null>(stored());

/** The present session, for the requests; null when nobody is signed in. */
export const currentSession = store.get;

/** The present session, for the screen: draws again when it changes. */
export const useSession = store.use;

/** Has a token signed for this role and council. Throws an Error that says in a sentence what was wrong. */
export async function signIn({ role, council }: DemoTokenRequest): Promise<void> {
  const response = await fetch('/demo/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role, council }),
  });
  const answer = (await response.json().catch(() => ({}))) as { token?: string; error?: string };
  if (!response.ok || !answer.token) {
    throw new Error(answer.error ?? `The server answered ${response.status}.`);
  }
  change({ role, council, token: answer.token });
}

/** Requests go out without a token from now on. */
export function signOut(): void {
  change(null);
}

/** The server takes this token no longer. One that has been replaced meanwhile is no matter. */
export function sessionRefused(token: string): void {
  const session = store.get();
  if (session?.token === token && !session.ended) change({ ...session, ended: true });
}

function change(next: Session | null): void {
  // Session storage: a reload keeps it, another browser tab and the next day do not.
  if (next) sessionStorage.setItem(KEY, JSON.stringify(next));
  else sessionStorage.removeItem(KEY);
  store.set(next);
}

function stored(): Session | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Session | null;
  } catch {
    return null;
  }
}
