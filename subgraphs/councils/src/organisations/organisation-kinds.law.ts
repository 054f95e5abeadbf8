/** Kinds of organisation. A mutual is not a kind: it is a matter of control, apart from legal form. */
export const ORGANISATION_KINDS = {
  COUNCIL: 'A principal council: district, county, unitary, London borough.',
  PARISH_COUNCIL: 'A parish, town or community council.',
  NHS_BODY: 'An NHS trust, integrated care board or other NHS body.',
  POLICE_OR_FIRE: 'A police or fire and rescue authority.',
  CENTRAL_GOVERNMENT: 'A department, executive agency or other body of central government.',
  SCHOOL_OR_ACADEMY_TRUST: 'A maintained school or an academy trust.',
  OTHER_PUBLIC_BODY: 'Another body under public control, such as a company that a council owns.',
  CHARITY: 'A registered or exempt charity, incorporated or not; charitable companies and CIOs included.',
  COMMUNITY_INTEREST_COMPANY: 'A company with a community interest statement and an asset lock.',
  COMMUNITY_BENEFIT_SOCIETY: 'A registered society run for the benefit of the community.',
  CO_OPERATIVE_SOCIETY: 'A registered society run for its members by co-operative principles.',
  UNINCORPORATED_GROUP: 'A community group or club without a legal person of its own.',
  NEIGHBOURHOOD_FORUM: 'A forum designated for a neighbourhood area.',
  COMPANY_LIMITED_BY_GUARANTEE: 'A company without shares that is not known to be a charity or a CIC.',
  COMPANY: 'A company limited by shares, or an unlimited one.',
  PARTNERSHIP: 'A limited liability partnership, limited partnership or firm.',
  OTHER: 'A body of another kind, such as a university or a body under Royal Charter.',
  UNKNOWN: 'Nothing is known but the name.',
} as const;

/** Code of a kind of organisation. */
export type OrganisationKind = keyof typeof ORGANISATION_KINDS;

/** Kinds of body under public control: never VCSE, never SME. */
export const PUBLIC_KINDS: ReadonlySet<OrganisationKind> = new Set([
  'COUNCIL',
  'PARISH_COUNCIL',
  'NHS_BODY',
  'POLICE_OR_FIRE',
  'CENTRAL_GOVERNMENT',
  'SCHOOL_OR_ACADEMY_TRUST',
  'OTHER_PUBLIC_BODY',
] as const);

/** Kinds of body that are voluntary or community sector organisations or social enterprises by their nature. */
export const VCSE_KINDS: ReadonlySet<OrganisationKind> = new Set([
  'CHARITY',
  'COMMUNITY_INTEREST_COMPANY',
  'COMMUNITY_BENEFIT_SOCIETY',
  'UNINCORPORATED_GROUP',
  'NEIGHBOURHOOD_FORUM',
] as const);

/** Whether the kind alone decides that a body is VCSE: true, false, or null where its objects decide. */
export function vcseByKind(kind: OrganisationKind): boolean | null {
  if (PUBLIC_KINDS.has(kind)) return false;
  return VCSE_KINDS.has(kind) ? true : null;
}
