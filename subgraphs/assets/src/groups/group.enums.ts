import { graphqlEnum } from '@coop/shared/graphql';
import {
  BODY_KINDS,
  LOCALITIES,
  PARISH_POSITIONS,
  type BodyKind as BodyKindName,
  type Locality as LocalityName,
  type ParishPosition as ParishPositionName,
} from './groups.law';

/** The kinds of body that the law on assets of community value knows. */
export const BodyKind = graphqlEnum(
  'BodyKind',
  'A kind of body that the law on assets of community value knows (SI 2012/2421 reg. 5).',
  BODY_KINDS,
);
export type BodyKind = BodyKindName;

/** Where a body's activities lie. */
export const Locality = graphqlEnum(
  'Locality',
  "Where a body's activities lie, seen from the land (SI 2012/2421 reg. 4).",
  LOCALITIES,
);
export type Locality = LocalityName;

/** How a parish lies to the land. */
export const ParishPosition = graphqlEnum(
  'ParishPosition',
  'How the parish of a parish council lies to the land (SI 2012/2421 reg. 4).',
  PARISH_POSITIONS,
);
export type ParishPosition = ParishPositionName;
