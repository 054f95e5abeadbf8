import type { OrganisationKind } from './organisation-kinds.law';

/**
 * The kind of a body by its category at Companies House. A *registered society* is one for the benefit of the
 * community or a co-operative: which, only the register of societies says.
 */
export function companyKind(category: string | null): OrganisationKind {
  const text = category?.toLowerCase() ?? '';
  if (text === '') return 'UNKNOWN';
  if (text.includes('community interest')) return 'COMMUNITY_INTEREST_COMPANY';
  if (text.includes('charitable incorporated')) return 'CHARITY';
  if (/\bltd by guar\b|\blbg\b|by guarantee/.test(text)) return 'COMPANY_LIMITED_BY_GUARANTEE';
  if (text.includes('partnership')) return 'PARTNERSHIP';
  if (/society|royal charter|overseas|further education|variable capital|grouping|closed|other/.test(text))
    return 'OTHER';
  return /company|private|plc|public limited/.test(text) ? 'COMPANY' : 'OTHER';
}

/** The kind of a society by what it is registered as. A credit union is a co-operative of its savers. */
export function societyKind(registeredAs: string | null): OrganisationKind {
  const text = registeredAs?.toLowerCase().replace(/[^a-z]+/g, ' ') ?? '';
  if (text === '') return 'UNKNOWN';
  if (text.includes('community benefit') || text.includes('benefit of the community'))
    return 'COMMUNITY_BENEFIT_SOCIETY';
  if (/co operative|cooperative|credit union/.test(text)) return 'CO_OPERATIVE_SOCIETY';
  return 'OTHER';
}

/** The kind of a local authority by the code of its area: combined authorities and the like are no councils. */
export function kindOfLocalAuthority(gssCode: string | null): OrganisationKind {
  return gssCode !== null && /^E(?:47|12|61)/.test(gssCode) ? 'OTHER_PUBLIC_BODY' : 'COUNCIL';
}

/**
 * The number in the register of societies that a number at Companies House holds: `IP29372R` is society 29372R,
 * `RS007123` society 7123. Null where it holds none, or only the digits of one that ends in letters.
 */
export function mutualNumberIn(companyNumber: string): string | null {
  const text = companyNumber.toUpperCase().replace(/\s/g, '');
  const lettered = /^(?:IP|SP|RS)0*(\d{1,6}[A-Z]{1,2})$/.exec(text);
  if (lettered) return lettered[1]!;
  return /^RS0*(\d{1,6})$/.exec(text)?.[1] ?? null;
}
