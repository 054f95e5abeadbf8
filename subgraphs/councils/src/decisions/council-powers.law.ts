import type { Rule } from '@coop/shared/problems';
import { lawTable, type LawTable } from '@coop/shared/law';

/** Powers and rights that a decision rests on or that a council put to use. */
export const COUNCIL_POWERS = {
  GENERAL_POWER_OF_COMPETENCE: 'To do anything that individuals generally may do.',
  TRANSFER_OF_LOCAL_FUNCTIONS: 'To ask for local public functions to be transferred to the council.',
  GOVERNANCE_CHANGE: 'To change between cabinet, committee system and mayor.',
  VIEWS_SHOWN_BEFORE: 'To decide though one has shown a view on the matter before.',
  BUSINESS_RATES_DISCOUNT: 'To discount business rates as the council thinks fit.',
  COMMUNITY_RIGHT_TO_CHALLENGE: 'Groups and employees may express an interest in running a service.',
  ASSETS_OF_COMMUNITY_VALUE: 'Land of community value is listed, and communities may bid when it is sold.',
  NEIGHBOURHOOD_PLANNING: 'Neighbourhoods may make development plans and orders of their own.',
  COMMUNITY_RIGHT_TO_BUILD: 'Community organisations may give themselves planning permission by order.',
  FLEXIBLE_TENANCIES: 'To let homes on secure tenancies for a fixed term.',
  HOUSING_SELF_FINANCING: 'To keep rents and run council housing without subsidy.',
  DELEGATION_TO_ANOTHER_COUNCIL: 'To have functions discharged by another council, or jointly with it.',
  DISPOSAL_OF_LAND: 'To dispose of land as the council wishes, at the best price or with consent below it.',
  OTHER: 'Another power, named in words.',
} as const;

/** Code of a power. */
export type CouncilPower = keyof typeof COUNCIL_POWERS;

const LOCALISM_ACT = (section: string, path: string): Rule => ({
  title: 'Localism Act 2011',
  section,
  url: `https://www.legislation.gov.uk/ukpga/2011/20/${path}`,
});

/** One power in force from a day; no end is known of any. */
const since = (name: CouncilPower, from: string, source: Rule) =>
  lawTable<null>(name, [{ from, until: null, source, value: null }]);

/** Since when each power could be used in England, and where it stands. */
export const COUNCIL_POWER_LAW: Readonly<Record<Exclude<CouncilPower, 'OTHER'>, LawTable<null>>> = {
  GENERAL_POWER_OF_COMPETENCE: since(
    'GENERAL_POWER_OF_COMPETENCE',
    '2012-02-18',
    LOCALISM_ACT('s. 1', 'section/1'),
  ),
  TRANSFER_OF_LOCAL_FUNCTIONS: since(
    'TRANSFER_OF_LOCAL_FUNCTIONS',
    '2011-12-03',
    LOCALISM_ACT('s. 15', 'section/15'),
  ),
  GOVERNANCE_CHANGE: since('GOVERNANCE_CHANGE', '2012-05-04', LOCALISM_ACT('s. 21 and Sch. 2', 'schedule/2')),
  VIEWS_SHOWN_BEFORE: since('VIEWS_SHOWN_BEFORE', '2012-01-15', LOCALISM_ACT('s. 25', 'section/25')),
  BUSINESS_RATES_DISCOUNT: since(
    'BUSINESS_RATES_DISCOUNT',
    '2012-04-01',
    LOCALISM_ACT('s. 69', 'section/69'),
  ),
  COMMUNITY_RIGHT_TO_CHALLENGE: since(
    'COMMUNITY_RIGHT_TO_CHALLENGE',
    '2012-06-27',
    LOCALISM_ACT('ss. 81–86', 'part/5/chapter/2'),
  ),
  ASSETS_OF_COMMUNITY_VALUE: since(
    'ASSETS_OF_COMMUNITY_VALUE',
    '2012-09-21',
    LOCALISM_ACT('ss. 87–108', 'part/5/chapter/3'),
  ),
  NEIGHBOURHOOD_PLANNING: since(
    'NEIGHBOURHOOD_PLANNING',
    '2012-04-06',
    LOCALISM_ACT('s. 116 and Schs. 9–10', 'section/116'),
  ),
  COMMUNITY_RIGHT_TO_BUILD: since(
    'COMMUNITY_RIGHT_TO_BUILD',
    '2012-04-06',
    LOCALISM_ACT('s. 116 and Sch. 11', 'schedule/11'),
  ),
  FLEXIBLE_TENANCIES: since('FLEXIBLE_TENANCIES', '2012-04-01', LOCALISM_ACT('s. 154', 'section/154')),
  HOUSING_SELF_FINANCING: since(
    'HOUSING_SELF_FINANCING',
    '2012-04-01',
    LOCALISM_ACT('ss. 167–175', 'section/168'),
  ),
  DELEGATION_TO_ANOTHER_COUNCIL: since('DELEGATION_TO_ANOTHER_COUNCIL', '1974-04-01', {
    title: 'Local Government Act 1972',
    section: 's. 101',
    url: 'https://www.legislation.gov.uk/ukpga/1972/70/section/101',
  }),
  DISPOSAL_OF_LAND: since('DISPOSAL_OF_LAND', '1974-04-01', {
    title: 'Local Government Act 1972',
    section: 's. 123',
    url: 'https://www.legislation.gov.uk/ukpga/1972/70/section/123',
  }),
};

/** What is done for a commercial purpose under the general power is done through a company. */
export const COMMERCIAL_PURPOSE_RULE: Rule = LOCALISM_ACT('s. 4(2)', 'section/4');
