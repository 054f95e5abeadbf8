import type { Feature } from '@coop/shared/graphql';
import {
  areaReference,
  councilStub,
  idReference,
  organisationStub,
  wardStub,
  type AreaReference,
  type IdReference,
} from '@coop/shared/nouns';

/** The council, to which this subgraph adds its land and buildings. */
export const Council = councilStub();
export type Council = AreaReference;

/** The ward that an asset lies in. */
export const Ward = wardStub();
export type Ward = AreaReference;

/** A body that has the care of an asset, nominates it, or asks for it. */
export const Organisation = organisationStub();
export type Organisation = IdReference;

/** The nouns of the directory, which this subgraph knows by their keys alone. */
export const foreignNouns: Feature = {
  orphanedTypes: [Council, Ward, Organisation],
  references: { Council: areaReference, Ward: areaReference, Organisation: idReference },
};
