import { actorKey, holds, inCouncil, right, type Actor } from '@coop/shared/access';

/** Anything that a council keeps: an asset, a nomination of it, a notice about it. */
export interface OfCouncil {
  readonly gssCode: string;
}

/** To write the register of land and buildings: assets, their stewards, their removal. */
export const keepRegister = right<OfCouncil>(
  'keep register',
  'an officer or administrator of the council',
  (actor, asset) => inCouncil(actor, asset.gssCode, ['officer', 'administrator']),
);

/** To take the council's decisions: on nominations, reviews, bid requests, claims, transfers. */
export const decideForCouncil = right<OfCouncil>(
  'decide for council',
  'an officer of the council',
  (actor, thing) => inCouncil(actor, thing.gssCode, ['officer']),
);

/** To put on record what reached the council on paper, in somebody else's name. */
export const recordPaper = right<OfCouncil>('record paper', 'an officer of the council', (actor, thing) =>
  inCouncil(actor, thing.gssCode, ['officer']),
);

/** To act for a voluntary or community group: nominate, ask to bid, enquire about a transfer. */
export const actForGroup = right<OfCouncil>(
  'act for group',
  'somebody who acts for a group or lives in the area, or an officer of the council who records it',
  (actor, thing) => holds(actor, ['group', 'resident']) || recordPaper.allows(actor, thing),
);

/**
 * To act as the owner of land. A token cannot prove who owns land: whoever says so is named in the record, and an
 * officer checks it.
 */
export const actForOwner = right<OfCouncil>(
  'act for owner',
  'the owner of the land, or an officer of the council who records it',
  (actor, thing) =>
    holds(actor, ['resident', 'supplier', 'group', 'partner']) || recordPaper.allows(actor, thing),
);

/** A body of the directory that somebody names in what is handed in to a council. */
export interface NamedOrganisation extends OfCouncil {
  readonly organisationId: string;
}

/** To hand something in under the name of a body of the directory. */
export const nameOrganisation = right<NamedOrganisation>(
  'name organisation',
  'somebody who acts for that organisation, or an officer of the council who records it',
  (actor, named) =>
    (actor.kind === 'token' && actor.organisation === named.organisationId) ||
    recordPaper.allows(actor, named),
);

/**
 * What is kept of whoever hands something in: enough to know the same person in the same capacity again, and
 * nothing more. Empty for an officer: what is recorded from paper belongs to the council, not to who typed it.
 */
export const submitterOf = (actor: Actor): string => (actor.role === 'officer' ? '' : actorKey(actor));

/** To take back or go on with what oneself handed in. */
export const ownSubmission = right<OfCouncil & { readonly submittedBy: string }>(
  'own submission',
  'whoever handed it in, or an officer of the council who records it',
  (actor, thing) =>
    (actor.kind === 'token' && thing.submittedBy !== '' && submitterOf(actor) === thing.submittedBy) ||
    recordPaper.allows(actor, thing),
);

/** To read what is kept for the council alone, such as claims for compensation. */
export const readConfidential = right<OfCouncil>(
  'read confidential',
  'an officer or auditor of the council',
  (actor, thing) => inCouncil(actor, thing.gssCode, ['officer', 'auditor']),
);
