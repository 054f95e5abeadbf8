import type { Request } from '../../results';

/** An operation as it was sent, with the headers that the visitor wrote; a session's token is not among them. */
export interface Asked extends Request {
  readonly headers: Readonly<Record<string, string>>;
}

const lastOfTab = new Map<string, Asked>();
let presentTab = '';

/** Operations that are sent from now on are of this tab. */
export function setPresentTab(tab: string): void {
  presentTab = tab;
}

/** Remembers what was sent, under the present tab. */
export function recordAsked(asked: Asked): void {
  lastOfTab.set(presentTab, asked);
}

/** What a tab asked last: its answer is the one that is shown. */
export function lastAsked(tab: string): Asked | undefined {
  return lastOfTab.get(tab);
}
