import type { Problem } from './problem';

/** The refusing half of a decision. */
export interface Refused {
  readonly ok: false;
  /** Everything that stands against it, never empty. */
  readonly problems: readonly Problem[];
}

/** What a rule answers: accepted with the facts it worked out, or refused with every reason at once. */
export type Decision<Facts extends object = object> = ({ readonly ok: true } & Facts) | Refused;

/** Accepts, with what the rule worked out. */
export function accept(): { readonly ok: true };
export function accept<Facts extends object>(facts: Facts): { readonly ok: true } & Facts;
export function accept(facts: object = {}): object {
  return { ok: true, ...facts };
}

/** Refuses with every problem given; at least one. */
export function refuse(...problems: readonly Problem[]): Refused {
  if (problems.length === 0) throw new Error('A refusal needs at least one problem.');
  return { ok: false, problems };
}

/** Accepts when there is no problem, otherwise refuses with all of them. */
export function decide<Facts extends object>(problems: readonly Problem[], facts: Facts): Decision<Facts> {
  return problems.length === 0 ? accept(facts) : refuse(...problems);
}
