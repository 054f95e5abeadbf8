import { right, type Actor } from '@coop/shared/access';
import type { Role } from '@coop/shared/nouns';

/** Anything that a council keeps: a community budget, its plan, its ledger, a grant. */
export interface OfCouncil {
  readonly gssCode: string;
}

const holds = (actor: Actor, roles: readonly Role[]): boolean =>
  actor.role !== null && roles.includes(actor.role);

/** True for somebody who acts within the council that keeps the thing, in one of these roles. */
const inCouncil = (actor: Actor, { gssCode }: OfCouncil, roles: readonly Role[]): boolean =>
  holds(actor, roles) && actor.council === gssCode;

/** To keep a community budget: who leads, who takes part, what comes first. */
export const keepBudget = right<OfCouncil>('keep budget', 'an officer of the council', (actor, budget) =>
  inCouncil(actor, budget, ['officer']),
);
