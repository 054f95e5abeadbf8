import type { Feature } from '@coop/shared/graphql';
import {
  areaReference,
  councilStub,
  idReference,
  organisationStub,
  type AreaReference,
  type IdReference,
} from '@coop/shared/nouns';

/** The council, to which this subgraph adds what it pays. */
export const Council = councilStub();
export type Council = AreaReference;

/** A body that a council pays. */
export const Organisation = organisationStub();
export type Organisation = IdReference;

/** The nouns of the directory, which this subgraph knows by their keys alone. */
export const foreignNouns: Feature = {
  orphanedTypes: [Council, Organisation],
  references: { Council: areaReference, Organisation: idReference },
};
