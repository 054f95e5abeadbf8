import { identifies, normaliseIdentifier, parseOrgId, type Identifier } from './identifiers.rules';
import { tidyName } from './organisation-input.rules';
import type { OrganisationKind } from './organisation-kinds.law';
import { normalisePostcode, postcodeAtEnd } from './postcode.rules';
import { formerNamesOf, type RegisterCells } from './register-columns.import';
import { companyKind, kindOfLocalAuthority, mutualNumberIn, societyKind } from './register-words.rules';
import { standingOfStatus } from './register-standing.rules';
import type { RegisterEntry } from './register-entry.rules';

/** What a row of a register comes to: an entry, with what is odd about it, or why it is none. */
export type ReadEntry =
  | { readonly entry: RegisterEntry; readonly oddities: readonly string[] }
  | { readonly refused: readonly string[] };

/** A published register that can be read. */
export interface RegisterReader {
  /** Its word on the command line. */
  readonly name: string;
  readonly title: string;
  /** The columns by which a file is known to be of this register. */
  readonly needs: readonly (keyof RegisterCells & string)[];
  read(cells: RegisterCells): ReadEntry;
}

/** The longest name that is kept. */
const LONGEST_NAME = 255;
const LONGEST_STATUS = 80;

/** Makes an entry from what the registers have in common; refuses a row without a name or a number. */
function entryOf(
  number: { readonly scheme: string; readonly id: string | null },
  name: string | null,
  facts: Partial<RegisterEntry['facts']>,
  rest: Partial<Omit<RegisterEntry, 'identifier' | 'facts'>> & { readonly kind: OrganisationKind },
  oddities: readonly string[] = [],
): ReadEntry {
  const refused: string[] = [];
  const read = number.id === null ? null : normaliseIdentifier(number.scheme, number.id);
  if (read === null) refused.push('It has no number.');
  else if (!read.ok) refused.push(...read.problems.map((problem) => problem.message));
  const registeredName = tidyName(name ?? '');
  if (!/[\p{L}\p{N}]/u.test(registeredName)) refused.push('It has no name.');
  else if ([...registeredName].length > LONGEST_NAME)
    refused.push(`Its name is longer than ${LONGEST_NAME} characters.`);
  if (refused.length > 0 || !read?.ok) return { refused };
  const status = facts.status ? [...facts.status].slice(0, LONGEST_STATUS).join('') : null;
  return {
    oddities,
    entry: {
      identifier: read.identifier,
      others: [],
      formerNames: [],
      postcode: null,
      councilGssCode: null,
      localAuthorityGssCode: null,
      ...rest,
      facts: {
        standing: standingOfStatus(status),
        registeredOn: null,
        endedOn: null,
        ...facts,
        registeredName,
        status,
      },
    },
  };
}

const postcodeOf = (text: string | null) => (text === null ? null : normalisePostcode(text.slice(0, 40)));

const companiesHouse: RegisterReader = {
  name: 'companies-house',
  title: 'Companies House, free company data',
  needs: ['companyName', 'companyNumber', 'companyCategory', 'companyStatus'],
  read(cells) {
    const mutual = cells.companyNumber === null ? null : mutualNumberIn(cells.companyNumber);
    const others = mutual === null ? null : normaliseIdentifier('GB-MPR', mutual);
    return entryOf(
      { scheme: 'GB-COH', id: cells.companyNumber },
      cells.companyName,
      { status: cells.companyStatus, registeredOn: cells.incorporatedOn, endedOn: cells.dissolvedOn },
      {
        kind: companyKind(cells.companyCategory),
        postcode: postcodeOf(cells.companyPostcode),
        others: others?.ok ? [others.identifier] : [],
        formerNames: formerNamesOf(cells)
          .map(tidyName)
          .filter((name) => name.length <= LONGEST_NAME && /[\p{L}\p{N}]/u.test(name)),
      },
    );
  },
};

const isTrue = (cell: string | null) => /^(?:true|1|t|yes|y)$/i.test(cell ?? '');

const charityCommission: RegisterReader = {
  name: 'charity-commission',
  title: 'Charity Commission for England and Wales, public extract',
  needs: ['charityNumber', 'charityName', 'charityStatus'],
  read(cells) {
    const { charityNumber, linkedNumber, charityCompany, charityStatus: status } = cells;
    const oddities: string[] = [];
    const others: Identifier[] = [];
    if (charityCompany !== null) {
      const read = normaliseIdentifier('GB-COH', charityCompany);
      if (read.ok) others.push(read.identifier);
      else
        oddities.push(
          `“${charityCompany.slice(0, 40)}” is no number at Companies House: the charity is read without it.`,
        );
    }
    const isTroubled = isTrue(cells.charityInsolvent) || isTrue(cells.charityInAdministration);
    const standing = standingOfStatus(status);
    return entryOf(
      {
        scheme: 'GB-CHC',
        id: charityNumber && linkedNumber ? `${charityNumber}-${linkedNumber}` : charityNumber,
      },
      cells.charityName,
      {
        status,
        standing: standing === 'ACTIVE' && isTroubled ? 'CLOSING' : standing,
        registeredOn: cells.charityRegisteredOn,
        endedOn: cells.charityRemovedOn,
      },
      { kind: 'CHARITY', postcode: postcodeOf(cells.charityPostcode), others },
      oddities,
    );
  },
};

const mutuals: RegisterReader = {
  name: 'mutuals',
  title: 'Mutuals Public Register, society list',
  needs: ['societyNumber', 'societyName', 'societyStatus'],
  read: (cells) =>
    entryOf(
      { scheme: 'GB-MPR', id: cells.societyNumber },
      cells.societyName,
      {
        status: cells.societyStatus,
        registeredOn: cells.societyRegisteredOn,
        endedOn: cells.societyDeregisteredOn,
      },
      {
        kind: societyKind(cells.societyKind),
        postcode: cells.societyAddress === null ? null : postcodeAtEnd(cells.societyAddress.slice(-200)),
      },
    ),
};

const localAuthorities: RegisterReader = {
  name: 'local-authorities',
  title: 'Local authorities by org-id and code of their area',
  needs: ['authorityOrgId', 'authorityName', 'authorityCode'],
  read(cells) {
    const parsed = cells.authorityOrgId === null ? null : parseOrgId(cells.authorityOrgId);
    if (parsed && !parsed.ok) return { refused: parsed.problems.map((problem) => problem.message) };
    const code = /^[EWSN]\d{8}$/.test(cells.authorityCode ?? '') ? cells.authorityCode : null;
    const active = cells.authorityActive;
    const identifier = parsed?.identifier ?? null;
    if (identifier && !identifies(identifier)) return { refused: ['Its org-id identifies nobody.'] };
    return entryOf(
      { scheme: identifier?.scheme ?? 'GB-LAE', id: identifier?.id ?? null },
      cells.authorityName,
      {
        status: active === null ? null : isTrue(active) ? 'Active' : 'Inactive',
      },
      { kind: kindOfLocalAuthority(code), councilGssCode: code, localAuthorityGssCode: code },
      code === null ? ['It has no code of an area: it is no council of the directory’s.'] : [],
    );
  },
};

/** The registers that can be read. */
export const REGISTERS: readonly RegisterReader[] = [
  companiesHouse,
  charityCommission,
  mutuals,
  localAuthorities,
];

/** The register whose columns a file has, or in one sentence why there is none. */
export function recogniseRegister(
  found: ReadonlySet<string>,
  wanted: string | undefined,
): RegisterReader | { readonly refused: string } {
  const names = REGISTERS.map((register) => register.name).join(', ');
  const candidates = wanted === undefined ? REGISTERS : REGISTERS.filter(({ name }) => name === wanted);
  if (candidates.length === 0) return { refused: `there is no register ${wanted}; known are ${names}` };
  const register = candidates.find(({ needs }) => needs.every((key) => found.has(key)));
  if (register) return register;
  return {
    refused:
      wanted === undefined
        ? `its headers are those of none of the registers that are read: ${names}`
        : `its headers are not those of the register ${wanted}`,
  };
}
