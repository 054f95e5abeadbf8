import { graphqlEnum } from '@coop/shared/graphql';
import { GOVERNANCE_FORMS } from '../co-operative/governance.law';
import { COUNCIL_KINDS, NATIONS } from './area-kinds.law';
import { AREA_STANDINGS, type AreaStanding as Standing } from './area-validity.rules';

/** Kinds of local authority, as their codes tell them apart. */
export const CouncilKind = graphqlEnum(
  'CouncilKind',
  'What kind of local authority it is, as its code says.',
  COUNCIL_KINDS,
);
export type CouncilKind = keyof typeof COUNCIL_KINDS;

/** The nations of the United Kingdom. */
export const Nation = graphqlEnum('Nation', 'A nation of the United Kingdom.', NATIONS);
export type Nation = keyof typeof NATIONS;

/** Ways of governing a council. */
export const Governance = graphqlEnum('Governance', 'How a council is governed.', GOVERNANCE_FORMS);
export type Governance = keyof typeof GOVERNANCE_FORMS;

/** What can be said of an area on a day. */
export const AreaStanding = graphqlEnum(
  'AreaStanding',
  'What is known of whether an area existed on a day.',
  AREA_STANDINGS,
);
export type AreaStanding = Standing;
