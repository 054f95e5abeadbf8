/** What the directory says of an organisation, as far as spending is concerned. */
export interface OrganisationFacts {
  readonly id: string;
  readonly orgId: string | null;
  readonly kind: string;
  readonly isVcse: boolean | null;
  readonly isSme: boolean | null;
  /** Code of the council in whose area it is registered or mainly works; null where it works everywhere. */
  readonly councilGssCode: string | null;
}

/** The sectors: see `SupplierSector`. */
export type Sector = 'PUBLIC_BODY' | 'VCSE' | 'PRIVATE' | 'INDIVIDUAL' | 'UNKNOWN';
/** Who says so: see `SupplierFactSource`. */
export type FactSource = 'PERSON' | 'DIRECTORY' | 'FILE' | 'NAME' | 'NONE';

/** Kinds of organisation of the directory that are under public control. */
const PUBLIC_KINDS: ReadonlySet<string> = new Set([
  'COUNCIL',
  'PARISH_COUNCIL',
  'NHS_BODY',
  'POLICE_OR_FIRE',
  'CENTRAL_GOVERNMENT',
  'SCHOOL_OR_ACADEMY_TRUST',
  'OTHER_PUBLIC_BODY',
]);
/** Kinds that trade for their owners where nobody has found otherwise. */
const TRADING_KINDS: ReadonlySet<string> = new Set(['COMPANY', 'PARTNERSHIP']);

/** The sector of an organisation of the directory. */
export function sectorOf({ kind, isVcse }: Pick<OrganisationFacts, 'kind' | 'isVcse'>): Sector {
  if (PUBLIC_KINDS.has(kind)) return 'PUBLIC_BODY';
  if (isVcse === true) return 'VCSE';
  if (TRADING_KINDS.has(kind) || isVcse === false) return 'PRIVATE';
  return 'UNKNOWN';
}

/** Names that only public bodies bear. A company that is called after one says so by its legal form. */
const PUBLIC_NAME =
  /\b(?:(?:borough|city|county|district|metropolitan|parish|town|mbc|london borough of .+) council|(?:metropolitan )?borough of|mbc|nhs (?:foundation )?trust|nhs england|integrated care board|hm revenue|hmrc|hm courts|dwp|police and crime commissioner|constabulary|fire (?:and|&) rescue|(?:primary|high|infant|junior|secondary) school|academy trust)\b/i;
const COMPANY_NAME = /\b(?:ltd|limited|plc|llp)\b\.?\s*$/i;
/** What stands in place of a person's name. */
const REDACTED_NAME =
  /\b(?:redacted|personal data|name withheld|withheld|individual payee|foster carer|private individual)\b/i;

/** True for a name in whose place a council has put a word, so that a person is not named. */
export const isRedactedName = (name: string): boolean => REDACTED_NAME.test(name);

/** The sector that a name alone tells; UNKNOWN for almost all names. */
export function sectorByName(name: string): Sector {
  if (isRedactedName(name)) return 'INDIVIDUAL';
  return PUBLIC_NAME.test(name) && !COMPANY_NAME.test(name) ? 'PUBLIC_BODY' : 'UNKNOWN';
}

/** The facts of a supplier, each with who says so. */
export interface SupplierFacts {
  sector: Sector;
  sectorSource: FactSource;
  isSme: boolean | null;
  smeSource: FactSource;
  isLocal: boolean | null;
  localSource: FactSource;
}

/**
 * The facts of a supplier once the directory has been asked: what a person set stays; then the directory, a file, the
 * name.
 * @param found what the directory says; null when it knows no such organisation
 */
export function factsAfterAsking(
  supplier: SupplierFacts & { readonly gssCode: string; readonly name: string },
  found: OrganisationFacts | null,
): SupplierFacts {
  return { ...sectorFacts(supplier, found), ...smeFacts(supplier, found), ...localFacts(supplier, found) };
}

function sectorFacts(
  { sector, sectorSource, name }: SupplierFacts & { readonly name: string },
  found: OrganisationFacts | null,
): Pick<SupplierFacts, 'sector' | 'sectorSource'> {
  if (sectorSource === 'PERSON') return { sector, sectorSource };
  const told = found ? sectorOf(found) : 'UNKNOWN';
  if (told !== 'UNKNOWN') return { sector: told, sectorSource: 'DIRECTORY' };
  if (sectorSource === 'FILE') return { sector, sectorSource };
  const named = sectorByName(name);
  return { sector: named, sectorSource: named === 'UNKNOWN' ? 'NONE' : 'NAME' };
}

function smeFacts(
  { isSme, smeSource }: SupplierFacts,
  found: OrganisationFacts | null,
): Pick<SupplierFacts, 'isSme' | 'smeSource'> {
  if (smeSource === 'PERSON' || (smeSource === 'FILE' && (found?.isSme ?? null) === null))
    return { isSme, smeSource };
  const told = found?.isSme ?? null;
  return { isSme: told, smeSource: told === null ? 'NONE' : 'DIRECTORY' };
}

function localFacts(
  { isLocal, localSource, gssCode }: SupplierFacts & { readonly gssCode: string },
  found: OrganisationFacts | null,
): Pick<SupplierFacts, 'isLocal' | 'localSource'> {
  const area = found?.councilGssCode ?? null;
  if (localSource === 'PERSON' || (localSource === 'FILE' && area === null)) return { isLocal, localSource };
  return area === null
    ? { isLocal: null, localSource: 'NONE' }
    : { isLocal: area === gssCode, localSource: 'DIRECTORY' };
}

/** The org-ids that the numbers of a supplier's files may be, the surest first. */
export function orgIdsOf({
  companyNumber,
  charityNumber,
}: {
  readonly companyNumber: string | null;
  readonly charityNumber: string | null;
}): string[] {
  const company = companyNumber?.replace(/\s/g, '').toUpperCase() ?? '';
  const charity = charityNumber?.replace(/\s/g, '') ?? '';
  return [
    ...(/^(?:[A-Z]{2}\d{4,6}[A-Z]?|\d{6,8})$/.test(company) ? [`GB-COH-${company}`] : []),
    ...(/^[1-9]\d{4,6}$/.test(charity) ? [`GB-CHC-${charity}`] : []),
  ];
}
