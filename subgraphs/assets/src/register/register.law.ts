import type { Rule } from '@coop/shared/problems';

/** Where the register of land and building assets is asked for. */
export const REGISTER_RULE: Rule = {
  title: 'Local Government Transparency Code 2015',
  section: 'paras. 35–37 (local authority land)',
  url: 'https://www.gov.uk/government/publications/local-government-transparency-code-2015',
};

/** How the council holds the asset. */
export const TENURES = {
  FREEHOLD: 'The council owns the freehold.',
  LEASEHOLD: 'The council holds the asset by a lease from somebody else.',
  OTHER: 'The council holds another right in it: a right of way, access, a licence.',
  UNKNOWN: 'The published register does not say, or not in words that could be read.',
} as const;

/** How the council holds an asset. */
export type Tenure = keyof typeof TENURES;

/** Who has the use of the asset, under what kind of arrangement. */
export const TENURE_DETAILS = {
  OCCUPIED_BY_COUNCIL: 'The council itself occupies it.',
  GROUND_LEASEHOLD: 'It is let on a long lease of the ground.',
  LEASEHOLD: 'It is let by the council on a lease.',
  SUB_LEASEHOLD: 'The council, itself a tenant, has let it on.',
  LICENCE: 'Somebody may use it by a licence, with no interest in the land.',
  VACANT: 'Nobody occupies it; the register should explain why.',
  OTHER: 'Another arrangement, in the words of the register.',
  UNKNOWN: 'The published register does not say.',
} as const;

/** Who has the use of an asset, under what kind of arrangement. */
export type TenureDetail = keyof typeof TENURE_DETAILS;

/** What is held: the Code asks whether an asset is land only or land with a permanent building. */
export const HOLDING_TYPES = {
  LAND: 'Land without permanent buildings.',
  BUILDING: 'A building, or a part of one.',
  LAND_AND_BUILDING: 'Land with a permanent building on it.',
  UNKNOWN: 'The published register does not say.',
} as const;

/** What is held. */
export type HoldingType = keyof typeof HOLDING_TYPES;

/** What the council holds the asset for, after the classes of its accounts. */
export const HOLDING_PURPOSES = {
  OPERATIONAL: "Used for the council's own services: offices, schools, depots, libraries.",
  COMMUNITY: 'Held for the public for good, with no determinable life: parks, cemeteries, allotments.',
  HERITAGE: 'Held for its contribution to knowledge and culture: monuments, historic buildings.',
  INFRASTRUCTURE: 'Part of a network that cannot be sold on its own: roads, bridges, drains.',
  HOUSING: 'Council dwellings and the land that belongs to them.',
  INVESTMENT: 'Held only to earn rent or to gain in value.',
  SURPLUS: 'Not in use for a service, and not yet for sale.',
  HELD_FOR_SALE: 'Being marketed, with a sale expected within the year.',
  UNKNOWN: 'The published register does not say.',
} as const;

/** What a council holds an asset for. */
export type HoldingPurpose = keyof typeof HOLDING_PURPOSES;

/** Words of published registers for each tenure, in lower case. */
export const TENURE_WORDS: Readonly<Record<string, Tenure>> = {
  freehold: 'FREEHOLD',
  fh: 'FREEHOLD',
  leasehold: 'LEASEHOLD',
  lh: 'LEASEHOLD',
  'leasehold in': 'LEASEHOLD',
  other: 'OTHER',
};

/** Words of published registers for each detail of tenure, in lower case. */
export const TENURE_DETAIL_WORDS: Readonly<Record<string, TenureDetail>> = {
  'occupied by local authority': 'OCCUPIED_BY_COUNCIL',
  'occupied by the local authority': 'OCCUPIED_BY_COUNCIL',
  'occupied by council': 'OCCUPIED_BY_COUNCIL',
  'owner occupied': 'OCCUPIED_BY_COUNCIL',
  'ground leasehold': 'GROUND_LEASEHOLD',
  'ground lease': 'GROUND_LEASEHOLD',
  leasehold: 'LEASEHOLD',
  'leasehold out': 'LEASEHOLD',
  'sub leasehold': 'SUB_LEASEHOLD',
  subleasehold: 'SUB_LEASEHOLD',
  licence: 'LICENCE',
  license: 'LICENCE',
  vacant: 'VACANT',
  other: 'OTHER',
};

/** Words of published registers for each type of holding, in lower case. */
export const HOLDING_TYPE_WORDS: Readonly<Record<string, HoldingType>> = {
  land: 'LAND',
  'land only': 'LAND',
  building: 'BUILDING',
  buildings: 'BUILDING',
  'land and building': 'LAND_AND_BUILDING',
  'land and buildings': 'LAND_AND_BUILDING',
  'land/building': 'LAND_AND_BUILDING',
  'land/buildings': 'LAND_AND_BUILDING',
  'land & building': 'LAND_AND_BUILDING',
  'land & buildings': 'LAND_AND_BUILDING',
  'land with a permanent building': 'LAND_AND_BUILDING',
};
