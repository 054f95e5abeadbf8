import { right, type Actor } from '@coop/shared/access';
import type { Role } from '@coop/shared/nouns';

const holds = (actor: Actor, roles: readonly Role[]): boolean =>
  actor.role !== null && roles.includes(actor.role);

/** Anything that a council keeps. */
export interface OfCouncil {
  readonly gssCode: string;
}

/** A record of the directory that no single council keeps. */
export interface OfOrganisation {
  /** Id of the organisation. */
  readonly organisationId: string;
}

/** Somebody who keeps the records of a council. */
const keepsRecords = (actor: Actor): boolean =>
  holds(actor, ['officer', 'administrator']) && actor.council !== null;

/** To put an organisation into the directory. */
export const registerOrganisation = right<unknown>(
  'register organisation',
  'an officer or administrator of a council',
  keepsRecords,
);

/** To say of which kind an organisation is and whether it is VCSE, and which numbers it has. */
export const classifyOrganisation = right<OfOrganisation>(
  'classify organisation',
  'an officer or administrator of a council',
  keepsRecords,
);

/** To change what is kept of an organisation. */
export const updateOrganisation = right<OfOrganisation>(
  'update organisation',
  'an officer or administrator of a council, or somebody who acts for the organisation',
  (actor, { organisationId }) =>
    keepsRecords(actor) || (holds(actor, ['group', 'supplier']) && actor.organisation === organisationId),
);

/** To merge two records of one organisation. It cannot be undone. */
export const mergeOrganisations = right<OfOrganisation>(
  'merge organisations',
  'an administrator of a council',
  (actor) => holds(actor, ['administrator']) && actor.council !== null,
);

/** What a viewer may do with an organisation. */
export const organisationRights = {
  update: updateOrganisation,
  classify: classifyOrganisation,
  addIdentifier: classifyOrganisation,
  merge: mergeOrganisations,
} as const;

/** To name a neighbourhood, to draw it anew, or to give it up. */
export const drawNeighbourhood = right<OfCouncil>(
  'draw neighbourhood',
  'an officer or administrator of the council',
  (actor, { gssCode }) => holds(actor, ['officer', 'administrator']) && actor.council === gssCode,
);

/** What a viewer may do with a neighbourhood. */
export const neighbourhoodRights = { redefine: drawNeighbourhood, supersede: drawNeighbourhood } as const;
