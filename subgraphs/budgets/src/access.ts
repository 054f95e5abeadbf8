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

/** To hold a participatory vote: its stages, its roll, its papers, its tally. Nobody sees who voted how. */
export const holdVote = right<OfCouncil>('hold vote', 'an officer of the council', (actor, vote) =>
  inCouncil(actor, vote, ['officer']),
);

/** To propose a project in a vote. */
export const proposeProject = right<OfCouncil>(
  'propose project',
  'a resident, or somebody who acts for a group, or an officer of the council who writes it down for them',
  (actor, vote) =>
    inCouncil(actor, vote, ['resident', 'officer', 'councillor']) || holds(actor, ['group']),
);

/** To take back what oneself proposed. */
export const ownProposal = right<OfCouncil & { readonly proposedBy: string }>(
  'own proposal',
  'whoever proposed it',
  (actor, project) => actor.kind === 'token' && actor.subject === project.proposedBy,
);
