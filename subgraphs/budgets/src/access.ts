import { actorKey, holds, inCouncil, right, type Actor } from '@coop/shared/access';
import { asRead, identifierForm } from '@coop/shared/text';

/** Anything that a council keeps: a community budget, its plan, its ledger, a grant. */
export interface OfCouncil {
  readonly gssCode: string;
}

/** To keep a community budget: who leads, who takes part, what comes first. */
export const keepBudget = right<OfCouncil>('keep budget', 'an officer of the council', (actor, budget) =>
  inCouncil(actor, budget.gssCode, ['officer']),
);

/** To open a community budget that the council is to keep. */
export const openBudget = right<OfCouncil>(
  'open budget',
  'an officer or a manager of the council',
  (actor, budget) => inCouncil(actor, budget.gssCode, ['officer', 'manager']),
);

/** To hold a participatory vote: its stages, its roll, its papers, its tally. Nobody sees who voted how. */
export const holdVote = right<OfCouncil>('hold vote', 'an officer of the council', (actor, vote) =>
  inCouncil(actor, vote.gssCode, ['officer']),
);

/** To propose a project in a vote. */
export const proposeProject = right<OfCouncil>(
  'propose project',
  'a resident or councillor of the council, or somebody who acts for a group, or an officer of the council who writes it down for them',
  (actor, vote) =>
    inCouncil(actor, vote.gssCode, ['resident', 'officer', 'councillor']) || holds(actor, ['group']),
);

/**
 * To vote by one's token instead of the code of a letter, when its subject stands on the roll. A subject says who somebody
 * is only within one council: the same word may mean somebody else in another.
 */
export const voteByToken = right<OfCouncil>('vote by token', 'a voter on the roll', (actor, vote) =>
  inCouncil(actor, vote.gssCode, ['resident']),
);

/** To take back what oneself proposed. */
export const ownProposal = right<OfCouncil & { readonly proposedBy: string }>(
  'own proposal',
  'whoever proposed it',
  (actor, project) => actor.kind === 'token' && actorKey(actor) === project.proposedBy,
);

/** The treasurer's rights: to receive, allocate, pay, correct and close. */
export const keepLedger = right<OfCouncil>(
  'keep ledger',
  'an officer of the council, as its treasurer',
  (actor, fund) => inCouncil(actor, fund.gssCode, ['officer']),
);

/** A partner's share of a budget. */
export interface OfPartner extends OfCouncil {
  /** Id of the partner's entry in the directory; null where it has none. */
  readonly organisationId: string | null;
}

/** True for somebody who acts for the body, by a token within it. */
const actsFor = (actor: Actor, organisationId: string | null): boolean =>
  holds(actor, ['partner', 'group']) && organisationId !== null && actor.organisation === organisationId;

/** To speak for a partner: pledge, take back, record use, agree to a plan. */
export const speakForPartner = right<OfPartner>(
  'speak for partner',
  'somebody who acts for the partner, or an officer of the council who records it',
  (actor, partner) =>
    actsFor(actor, partner.organisationId) || inCouncil(actor, partner.gssCode, ['officer']),
);

/** A budget with the bodies that take part. */
export interface OfBudget extends OfCouncil {
  readonly partnerOrganisationIds: readonly (string | null)[];
}

/** To ask for spending out of an allocation. */
export const requestSpending = right<OfBudget>(
  'request spending',
  'an officer of the council, or somebody who acts for a partner',
  (actor, budget) =>
    inCouncil(actor, budget.gssCode, ['officer']) ||
    budget.partnerOrganisationIds.some((organisationId) => actsFor(actor, organisationId)),
);

/**
 * Keys of the capacities that somebody acts in (`actorKey`): within a council, within an organisation, or each of both.
 * The same subject within another council or organisation may be somebody else.
 */
export function capacityKeys({ kind, subject, council, organisation }: Actor): string[] {
  if (kind !== 'token') return [];
  return [
    ...(council === null ? [] : [actorKey({ subject, council, organisation: null })]),
    ...(organisation === null ? [] : [actorKey({ subject, council: null, organisation })]),
  ];
}

/**
 * Stands for a person in every capacity, however the account is written: for keeping duties separate, where the same
 * account is the same person, never for rights. It does not tell the account. 43 characters.
 */
export const personKey = (account: string): string =>
  actorKey({ subject: asRead(identifierForm(account)), council: null, organisation: null });

/** The key of somebody who asks for spending: as an officer of the council, else for the body that they act for. */
export const requesterKey = (actor: Actor, { gssCode }: OfCouncil): string =>
  inCouncil(actor, gssCode, ['officer'])
    ? actorKey({ subject: actor.subject, council: gssCode, organisation: null })
    : actorKey({ subject: actor.subject, council: null, organisation: actor.organisation });

/** A member of a panel: an account within the organisation that the member acts for, else within the council. */
export interface PanelSeat {
  /** The id that the issuer of tokens gives the member. */
  readonly account: string;
  readonly organisationId: string | null;
}

/** The key of a member of a council's panel: one of the keys of whoever may speak as that member. */
export const seatKey = (gssCode: string, { account, organisationId }: PanelSeat): string =>
  actorKey({
    subject: account,
    council: organisationId === null ? gssCode : null,
    organisation: organisationId,
  });

/** A panel, as far as it says who may speak. */
export interface OfPanel extends OfCouncil {
  readonly members: readonly PanelSeat[];
}

/** To approve or reject spending: as a member, by a token of the body that the member acts for, or of the council. */
export const sitOnPanel = right<OfPanel>(
  'sit on panel',
  "a member of the budget's approval panel",
  (actor, { gssCode, members }) => {
    const keys = capacityKeys(actor);
    return members.some((member) => keys.includes(seatKey(gssCode, member)));
  },
);

/** To take one's own request back. */
export const ownRequest = right<OfCouncil & { readonly requestedBy: string }>(
  'own request',
  'whoever asked, or an officer of the council who records it',
  (actor, request) =>
    (holds(actor, ['partner', 'group']) && capacityKeys(actor).includes(request.requestedBy)) ||
    inCouncil(actor, request.gssCode, ['officer']),
);

/** To read the names of payees who are persons. */
export const readPersons = right<OfCouncil>(
  'read persons',
  'an officer or auditor of the council',
  (actor, thing) => inCouncil(actor, thing.gssCode, ['officer', 'auditor']),
);

/** To put grants on record. */
export const keepGrants = right<OfCouncil>('keep grants', 'an officer of the council', (actor, grant) =>
  inCouncil(actor, grant.gssCode, ['officer']),
);

/** To spend one's own ward budget. */
export const ownWardBudget = right<OfCouncil & { readonly councillorAccount: string }>(
  'own ward budget',
  'the councillor whose budget it is',
  (actor, budget) =>
    inCouncil(actor, budget.gssCode, ['councillor']) && actor.subject === budget.councillorAccount,
);
