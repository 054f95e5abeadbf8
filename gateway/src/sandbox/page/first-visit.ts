import type { SandboxExample } from '../config.types';

/** Tabs that a first visit opens at most; the others wait in the list of examples. */
const TABS_AT_FIRST_VISIT = 8;

/** Below this width panels cover the editors instead of standing beside them; `narrow.css` has the same. */
const NARROW = '(max-width: 760px)';

/** Whether this browser has no tabs from an earlier visit. GraphiQL keeps them under this key. */
export function isFirstVisit(): boolean {
  return localStorage.getItem('graphiql:tabState') === null;
}

/** Whether the window is as narrow as a phone. */
export function isNarrow(): boolean {
  return window.matchMedia(NARROW).matches;
}

/** The examples as the tabs of a first visit. A tab is called by its operation's name. */
export function tabsForFirstVisit(examples: readonly SandboxExample[]) {
  return examples
    .slice(0, TABS_AT_FIRST_VISIT)
    .map(({ query, variables }) => ({ query, variables: variables || null, headers: null }));
}
