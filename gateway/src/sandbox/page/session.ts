import { useSyncExternalStore } from 'react';
import type { DemoTokenRequest } from '../config.types';

/** Who the visitor is in the demo world, for as long as the browser tab is open. */
export interface Session extends DemoTokenRequest {
  readonly token: string;
}

const KEY = 'coop:session';
const listeners = new Set<() => void>();
let session: Session | null = stored();

/** The present session, for the requests; null when nobody is signed in. */
export function currentSession(): Session | null {
  return session;
}

/** The present session, for the screen: draws again when it changes. */
export function useSession(): Session | null {
  return useSyncExternalStore(subscribe, currentSession);
}

/** Has a token signed for this role and council. Throws an Error that says in a sentence what was wrong. */
export async function signIn(request: DemoTokenRequest): Promise<void> {
  const response = await fetch('/demo/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  const answer = (await response.json().catch(() => ({}))) as { token?: string; error?: string };
  if (!response.ok || !answer.token) {
    throw new Error(answer.error ?? `The server answered ${response.status}.`);
  }
  change({ ...request, token: answer.token });
}

/** Requests go out without a token from now on. */
export function signOut(): void {
  change(null);
}

function change(next: Session | null): void {
  session = next;
  // Session storage: a reload keeps it, another browser tab and the next day do not.
  if (next) sessionStorage.setItem(KEY, JSON.stringify(next));
  else sessionStorage.removeItem(KEY);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function stored(): Session | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Session | null;
  } catch {
    return null;
  }
}
