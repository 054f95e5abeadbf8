import { holds, inCouncil, right, type Actor } from '@coop/shared/access';
import type { CommitmentMaker } from './co-operative/approaches.law';
import type { DecisionMaker } from './decisions/decision-makers.law';
import type { DecisionPublicity } from './decisions/publicity.law';

/** Anything that a council keeps. */
export interface InCouncil {
  readonly gssCode: string;
}

/** A record of the directory, which councils keep together. */
export interface OfOrganisation {
  /** Id of the organisation. */
  readonly organisationId: string;
  /** The council in whose area it is registered or mainly works. */
  readonly councilGssCode: string | null;
  /** The council that it is. */
  readonly localAuthorityGssCode: string | null;
}

/** Somebody who keeps the records of a council. */
const keepsRecords = (actor: Actor): boolean =>
  holds(actor, ['officer', 'administrator']) && actor.council !== null;

/** True when a record is no other council's: neither of a body in its area, nor of the council itself. */
const isNoOther = ({ council }: Actor, record: Omit<OfOrganisation, 'organisationId'>): boolean =>
  [record.councilGssCode, record.localAuthorityGssCode].every((code) => code === null || code === council);

/** To put an organisation into the directory. */
export const registerOrganisation = right<unknown>(
  'register organisation',
  'an officer or administrator of a council',
  keepsRecords,
);

/** To say in which council's area an organisation belongs, or that it is a council. */
export const placeOrganisation = right<InCouncil>(
  'place organisation',
  'an officer or administrator of that council',
  (actor, { gssCode }) => inCouncil(actor, gssCode, ['officer', 'administrator']),
);

/** To say of which kind an organisation is and whether it is VCSE, and which numbers it has. */
export const classifyOrganisation = right<OfOrganisation>(
  'classify organisation',
  'an officer or administrator of the council in whose area it is; of any council where it is in none',
  (actor, organisation) => keepsRecords(actor) && isNoOther(actor, organisation),
);

/** To change what is kept of an organisation. */
export const updateOrganisation = right<OfOrganisation>(
  'update organisation',
  'an officer or administrator of the council in whose area it is, or somebody who acts for the organisation',
  (actor, organisation) =>
    (keepsRecords(actor) && isNoOther(actor, organisation)) ||
    (holds(actor, ['group', 'supplier']) && actor.organisation === organisation.organisationId),
);

/** To merge two records of one organisation. It cannot be undone. */
export const mergeOrganisations = right<OfOrganisation>(
  'merge organisations',
  'an administrator of the council in whose area both are; of any council where they are in none',
  (actor, organisation) =>
    holds(actor, ['administrator']) && actor.council !== null && isNoOther(actor, organisation),
);

/** What a viewer may do with an organisation. */
export const organisationRights = {
  update: updateOrganisation,
  classify: classifyOrganisation,
  addIdentifier: classifyOrganisation,
  merge: mergeOrganisations,
} as const;

/** A record that one council keeps. */
export interface OfCouncil {
  /** Code of the council. */
  readonly councilGssCode: string;
}

/** To keep what a council puts on public record: decisions, councillors, powers, shared services, governance. */
export const keepCivicRecord = right<OfCouncil>(
  'keep civic record',
  'an officer or administrator of the council',
  (actor, record) => inCouncil(actor, record.councilGssCode, ['officer', 'administrator']),
);

/** A decision that somebody puts on record. */
export interface DecisionToRecord extends OfCouncil {
  readonly decidedBy: DecisionMaker;
  readonly publicity: DecisionPublicity;
  /** Subject of the tokens of the one councillor who took it; null where that is not known. */
  readonly account: string | null;
}

/** To put a decision on record. */
export const recordDecision = right<DecisionToRecord>(
  'record decision',
  'an officer or administrator of the council, or the councillor who took it for his or her own ward in public',
  (actor, decision) =>
    keepCivicRecord.allows(actor, decision) ||
    (inCouncil(actor, decision.councilGssCode, ['councillor']) &&
      decision.decidedBy === 'WARD_COUNCILLOR' &&
      decision.publicity === 'PUBLIC' &&
      decision.account !== null &&
      decision.account === actor.subject),
);

/** To put a co-operative commitment on record, or end it. */
export const keepCommitment = right<OfCouncil & { readonly madeBy: CommitmentMaker }>(
  'keep commitment',
  'an officer or administrator of the council, or a councillor for a group in opposition',
  (actor, commitment) =>
    keepCivicRecord.allows(actor, commitment) ||
    (commitment.madeBy === 'OPPOSITION_GROUP' && inCouncil(actor, commitment.councilGssCode, ['councillor'])),
);

/** To name a neighbourhood, to draw it anew, or to give it up. */
export const drawNeighbourhood = right<InCouncil>(
  'draw neighbourhood',
  'an officer or administrator of the council',
  (actor, { gssCode }) => inCouncil(actor, gssCode, ['officer', 'administrator']),
);

/** What a viewer may do with a neighbourhood. */
export const neighbourhoodRights = { redefine: drawNeighbourhood, supersede: drawNeighbourhood } as const;
