import { accept, problem, refuse, type Decision } from '@coop/shared/problems';
import { COMPANY_NUMBER_PREFIXES, IDENTIFIER_SCHEMES, type IdentifierSchemeCode } from './identifier-schemes';

/** A number of an organisation in a register. */
export interface Identifier {
  /** Code of the register in the org-id list: `GB-COH`. */
  readonly scheme: IdentifierSchemeCode;
  /** The number in the register's own normal form: `01234567`. */
  readonly id: string;
}

const CODES = Object.keys(IDENTIFIER_SCHEMES) as IdentifierSchemeCode[];

/** True for the code of a scheme that is read. */
export function isIdentifierScheme(code: string): code is IdentifierSchemeCode {
  return Object.hasOwn(IDENTIFIER_SCHEMES, code);
}

/**
 * Brings a number as people write it (`1234567`, `sc 42386`, `CHC-1090095`) to its register's normal form.
 * @returns the identifier, or InvalidInput at `path` saying how a number of that register looks.
 */
export function normaliseIdentifier(
  scheme: string,
  id: string,
  path: readonly string[] = ['identifiers'],
): Decision<{ readonly identifier: Identifier }> {
  const code = scheme.trim().toUpperCase();
  if (!isIdentifierScheme(code))
    return refuse(
      problem.invalidInput(`Unknown register ${scheme}; known are ${CODES.join(', ')}.`, {
        path: [...path, 'scheme'],
      }),
    );
  const normal = NORMALISERS[code](id.normalize('NFKC').replace(/[\s\u200b\ufeff]/g, ''));
  if (normal === null)
    return refuse(
      problem.invalidInput(
        `“${id}” is no number of the ${IDENTIFIER_SCHEMES[code].name}: ${IDENTIFIER_SCHEMES[code].form}.`,
        { path: [...path, 'id'] },
      ),
    );
  return accept({ identifier: { scheme: code, id: normal } });
}

/** Numbers that are nothing but zeros stand for "none" in ledgers. */
const isNothing = (text: string) => /^0*$/.test(text);

function companyNumber(text: string): string | null {
  const number = text.toUpperCase().replace(/^(?:GB-)?COH-?/, '');
  if (/^\d{1,8}$/.test(number)) return isNothing(number) ? null : number.padStart(8, '0');
  // Old companies of Northern Ireland; registered societies may end in letters.
  if (/^R\d{7}$/.test(number)) return isNothing(number.slice(1)) ? null : number;
  const match = /^([A-Z]{2})(\d{1,6})([A-Z]{0,2})$/.exec(number);
  if (!match || !Object.hasOwn(COMPANY_NUMBER_PREFIXES, match[1]!) || isNothing(match[2]!)) return null;
  const [, prefix = '', digits = '', tail = ''] = match;
  if (tail !== '' && !/^(?:IP|SP|NP|RS)$/.test(prefix)) return null;
  const room = 6 - tail.length;
  const short = digits.replace(/^0+/, '');
  return short.length > room ? null : prefix + short.padStart(room, '0') + tail;
}

function charityNumber(text: string): string | null {
  const match = /^(?:(?:GB-)?CHC-?)?0*(\d+)(?:-(\d{1,3}))?$/i.exec(text);
  if (!match || !/^[1-9]\d{5,6}$/.test(match[1]!)) return null;
  // The main charity is number 0 of its own list.
  return match[2] === undefined || isNothing(match[2]) ? match[1]! : `${match[1]}-${Number(match[2])}`;
}

function mutualNumber(text: string): string | null {
  const match = /^(?:(?:GB-)?MPR-?)?(IP|SP|NP)?0*(\d{1,6})([A-Z]{0,3})$/i.exec(text);
  if (!match || isNothing(match[2]!)) return null;
  const prefix = (match[1] ?? '').toUpperCase();
  const digits = prefix === '' ? match[2]! : match[2]!.padStart(6, '0');
  return prefix + digits + match[3]!.toUpperCase();
}

function matching(pattern: RegExp, prefix?: RegExp): (text: string) => string | null {
  return (text) => {
    const id = (prefix ? text.replace(prefix, '') : text).toUpperCase();
    return pattern.test(id) ? id : null;
  };
}

const opaque = (text: string) => (/^[\x21-\x7e]{1,120}$/.test(text) ? text : null);

const NORMALISERS: Readonly<Record<IdentifierSchemeCode, (text: string) => string | null>> = {
  'GB-COH': companyNumber,
  'GB-CHC': charityNumber,
  'GB-SC': (text) => {
    const match = /^(?:GB-SC-)?(?:SC|SCO)?0*(\d{1,6})$/i.exec(text);
    return match && !isNothing(match[1]!) ? `SC${match[1]!.padStart(6, '0')}` : null;
  },
  'GB-NIC': matching(/^[1-9]\d{5}$/, /^(?:GB-)?NIC-?/i),
  'GB-MPR': mutualNumber,
  'GB-LAE': matching(/^[A-Z]{3,4}$/),
  'GB-LAS': matching(/^[A-Z]{3}$/),
  'GB-LANI': matching(/^[A-Z]{3}$/),
  'GB-PLA': matching(/^[A-Z]{3}$/),
  'GB-GOR': matching(/^[A-Z]{1,2}\d{1,5}$/),
  'GB-NHS': matching(/^[A-Z0-9]{3,8}$/, /^(?:GB-)?NHS-/i),
  'GB-UKPRN': matching(/^1\d{7}$/),
  'GB-EDU': matching(/^[1-9]\d{4,5}$/),
  'GB-SRS': opaque,
  'GB-CFS': opaque,
};

/** `GB-COH-01234567`: how an identifier is written in open data. */
export function writeOrgId(identifier: Identifier): string {
  return `${identifier.scheme}-${identifier.id}`;
}

/**
 * Reads an org-id as open data writes it, whatever its case and padding: `gb-coh-1234567`.
 * @returns InvalidInput at `path` when the register is unknown or the number is none of its.
 */
export function parseOrgId(
  orgId: string,
  path: readonly string[] = ['orgId'],
): Decision<{ readonly identifier: Identifier }> {
  const text = orgId.trim();
  const scheme = CODES.find((code) => text.toUpperCase().startsWith(`${code}-`));
  if (!scheme)
    return refuse(
      problem.invalidInput(`“${orgId}” is no org-id of a known register; one looks like GB-COH-01234567.`, {
        path,
      }),
    );
  return normaliseIdentifier(scheme, text.slice(scheme.length + 1), path);
}

/** True when the identifier tells one body from all others, so that it may join two records. */
export function identifies(identifier: Identifier): boolean {
  return IDENTIFIER_SCHEMES[identifier.scheme].isIdentity;
}

/** Orders identifiers by how telling their register is, then by number; drops repetitions. */
export function orderIdentifiers(identifiers: readonly Identifier[]): Identifier[] {
  const byText = new Map(identifiers.map((one) => [writeOrgId(one), one]));
  return [...byText.values()].sort(
    (a, b) => CODES.indexOf(a.scheme) - CODES.indexOf(b.scheme) || (a.id < b.id ? -1 : 1),
  );
}

/** The org-id that an organisation answers to: its most telling identifier; null when it has none. */
export function orgIdOf(identifiers: readonly Identifier[]): string | null {
  const first = orderIdentifiers(identifiers).find(identifies);
  return first ? writeOrgId(first) : null;
}

/** The identifiers that two records share and that make them the same body. Numbers of accounts never do. */
export function sharedIdentities(one: readonly Identifier[], other: readonly Identifier[]): Identifier[] {
  const texts = new Set(other.filter(identifies).map(writeOrgId));
  return orderIdentifiers(
    one.filter((identifier) => identifies(identifier) && texts.has(writeOrgId(identifier))),
  );
}
