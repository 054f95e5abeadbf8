import type { Feature } from '@coop/shared/graphql';
import {
  areaReference,
  councilStub,
  idReference,
  neighbourhoodStub,
  organisationStub,
  wardStub,
  type AreaReference,
  type IdReference,
} from '@coop/shared/nouns';

/** The council, to which this subgraph adds its community budgets, ward budgets and grants. */
export const Council = councilStub();
export type Council = AreaReference;

/** The ward that a councillor's budget is for. */
export const Ward = wardStub();
export type Ward = AreaReference;

/** The neighbourhood that a community budget is for. */
export const Neighbourhood = neighbourhoodStub();
export type Neighbourhood = IdReference;

/** A body that leads, contributes to or is paid out of a budget. */
export const Organisation = organisationStub();
export type Organisation = IdReference;

/** The nouns of the directory, which this subgraph knows by their keys alone. */
export const foreignNouns: Feature = {
  orphanedTypes: [Council, Ward, Neighbourhood, Organisation],
  references: {
    Council: areaReference,
    Ward: areaReference,
    Neighbourhood: idReference,
    Organisation: idReference,
  },
};
