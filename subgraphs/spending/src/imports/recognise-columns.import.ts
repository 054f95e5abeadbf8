import { nearlySum } from './amount-columns.import';
import { profileOf, type CellProfile } from './cell-profile.import';
import { namedMeanings } from './header-words';
import { MEANINGS, MEANING_KEYS, type Meaning } from './meanings';

/** What one column was taken for, and why. */
export interface UnderstoodColumn {
  /** Its place, from 0. */
  readonly position: number;
  /** The header as it stands in the file; '' where it has none. */
  readonly header: string;
  /** Null for a column that is not used. */
  readonly meaning: Meaning | null;
  /** Why, the rest of a sentence that begins with the column: `by its name`. */
  readonly why: string;
  readonly profile: CellProfile;
}

/** What the columns of a table were taken for. */
export interface Understanding {
  readonly columns: readonly UnderstoodColumn[];
  /** The position of each meaning that was found. */
  readonly positions: ReadonlyMap<Meaning, number>;
  /** What a table of payments must have and this one has not. */
  readonly missing: readonly Meaning[];
}

/** Somebody's word on what columns mean, by header or `column N`: it goes before everything else. */
export type ColumnMapping = ReadonlyMap<string, Meaning | null>;

interface Candidate {
  readonly position: number;
  readonly meaning: Meaning;
  readonly score: number;
  readonly why: string;
}

/**
 * Finds out what the columns of a table mean, by their names and by what stands in them. A name that the cells
 * contradict does not count; what no name tells, the cells must.
 * @param headers as they stand in the file; fewer than columns, where the rows are longer
 * @param rows the first rows of data
 */
export function understandColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  mapping: ColumnMapping = new Map(),
): Understanding {
  const width = Math.max(headers.length, ...rows.map((row) => row.length));
  const profiles = Array.from({ length: width }, (_, at) => profileOf(rows.map((row) => row[at] ?? '')));
  const taken = new Map<number, Candidate | null>();
  const found = new Map<Meaning, number>();
  const take = (candidate: Candidate) => {
    taken.set(candidate.position, candidate);
    found.set(candidate.meaning, candidate.position);
  };
  for (let position = 0; position < width; position += 1) {
    const meaning = mapped(mapping, headers[position] ?? '', position);
    if (meaning === null) taken.set(position, null);
    else if (meaning !== undefined) take({ position, meaning, score: 2, why: 'by the mapping' });
  }
  const settle = (candidates: readonly Candidate[]) => {
    for (const candidate of [...candidates].sort((a, b) => b.score - a.score || a.position - b.position))
      if (!taken.has(candidate.position) && !found.has(candidate.meaning)) take(candidate);
  };
  settle(namedCandidates(headers, profiles));
  settleAmounts(rows, profiles, taken, found, take);
  settle(valueCandidates(headers, profiles, taken));
  const columns = profiles.map((profile, position): UnderstoodColumn => {
    const candidate = taken.get(position);
    const why = candidate?.why ?? (taken.has(position) ? 'left out by the mapping' : 'not recognised');
    return {
      position,
      header: (headers[position] ?? '').trim(),
      meaning: candidate?.meaning ?? null,
      why,
      profile,
    };
  });
  return { columns, positions: found, missing: missingOf(found) };
}

/** A payment is a day, an amount and whoever was paid. */
function missingOf(found: ReadonlyMap<Meaning, number>): Meaning[] {
  const missing: Meaning[] = [];
  if (!found.has('paidOn')) missing.push('paidOn');
  if (!(['amountNet', 'amountGross', 'amount'] as const).some((key) => found.has(key)))
    missing.push('amount');
  if (!found.has('supplierName')) missing.push('supplierName');
  return missing;
}

function mapped(mapping: ColumnMapping, header: string, position: number): Meaning | null | undefined {
  for (const [name, meaning] of mapping) if (isMapped(name, header, position)) return meaning;
  return undefined;
}

/** True where a name in a mapping is that of a column: its header, whatever its case and marks, or `column N`. */
export function isMapped(name: string, header: string, position: number): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  if (name.toLowerCase() === `column ${position + 1}`) return true;
  // A header of marks alone, such as a £, has to be written as it stands.
  return plain(name) === ''
    ? name.trim() !== '' && name.trim() === header.trim()
    : plain(name) === plain(header);
}

function namedCandidates(headers: readonly string[], profiles: readonly CellProfile[]): Candidate[] {
  return profiles.flatMap((profile, position) =>
    [...namedMeanings(headers[position] ?? '')].flatMap(([meaning, name]) => {
      const fit = fitOf(meaning, profile);
      if (fit === null) return [];
      return [{ position, meaning, score: name * (0.7 + 0.3 * fit), why: 'by its name' }];
    }),
  );
}

/** How well cells go with a meaning, from 0 to 1; null where they contradict it. Blank columns contradict nothing. */
function fitOf(meaning: Meaning, profile: CellProfile): number | null {
  const { filled, days, serials, amounts, pounds, codes, words, yesNo, capitalRevenue } = profile;
  const written = days - serials;
  const essential = meaning === 'supplierName' || meaning === 'paidOn' || meaning.startsWith('amount');
  if (filled === 0) return essential && profile.cells > 0 ? null : 0;
  const atLeast = (share: number, least: number) => (share >= least ? share : null);
  switch (meaning) {
    case 'paidOn':
    case 'invoicedOn':
    case 'otherDay':
      return days >= 0.7 ? days * filled : null;
    case 'amountNet':
    case 'amountGross':
    case 'amount':
      return amounts >= 0.7 && written < 0.7 ? amounts * filled * (0.6 + 0.4 * pounds) : null;
    case 'vat':
    case 'irrecoverableVat':
      return amounts >= 0.7 || amounts + codes + words === 0 ? 1 : null;
    case 'supplierName':
      return words >= 0.5 && written < 0.5 && amounts < 0.5 ? words : null;
    case 'companyNumber':
    case 'charityNumber':
    case 'vatNumber':
      return words <= 0.9 || codes > 0.3 ? 0.5 + codes / 2 : null;
    case 'reference':
    case 'supplierReference':
    case 'invoiceNumber':
    case 'line':
      return written < 0.7 && words < 0.9 ? 0.4 + 0.6 * codes : null;
    case 'department':
    case 'service':
    case 'purpose':
      return written < 0.5 && pounds < 0.5 ? 0.5 + words / 2 : null;
    case 'card':
      return yesNo >= 0.6 || profile.cardMarks >= 0.3 ? 1 : null;
    case 'expenditure':
      return atLeast(capitalRevenue, 0.7);
    case 'transactionType':
      return capitalRevenue < 0.7 && profile.distinct <= 40 && pounds < 0.5 ? 0.5 : null;
    case 'merchantCategory':
    case 'category':
    case 'grant':
    case 'voluntary':
    case 'body':
    case 'contractReference':
    case 'expenditureCode':
    case 'cardholder':
      return written < 0.7 && pounds < 0.7 ? 0.5 : null;
  }
}

/** Amounts without telling names: gross is what net and VAT add up to; otherwise the largest column of pounds. */
function settleAmounts(
  rows: readonly (readonly string[])[],
  profiles: readonly CellProfile[],
  taken: ReadonlyMap<number, Candidate | null>,
  found: ReadonlyMap<Meaning, number>,
  take: (candidate: Candidate) => void,
): void {
  if (found.has('amountNet') || found.has('amount') || found.has('amountGross')) return;
  const free = profiles.flatMap((profile, position) =>
    !taken.has(position) && (fitOf('amount', profile) ?? 0) > 0.5 && profile.pounds > 0.3 ? [position] : [],
  );
  const sum = nearlySum(rows, free);
  if (sum) {
    const why = 'by its values: net and VAT add up to gross';
    take({ position: sum.net, meaning: 'amountNet', score: 0.8, why });
    take({ position: sum.gross, meaning: 'amountGross', score: 0.8, why });
    take({ position: sum.vat, meaning: 'vat', score: 0.8, why });
    return;
  }
  const [largest] = free.sort((a, b) => profiles[b]!.meanAmount - profiles[a]!.meanAmount);
  if (largest !== undefined)
    take({ position: largest, meaning: 'amount', score: 0.5, why: 'by its values: amounts of pounds' });
}

/** What only the cells tell, of columns that no name has settled. */
function valueCandidates(
  headers: readonly string[],
  profiles: readonly CellProfile[],
  taken: ReadonlyMap<number, Candidate | null>,
): Candidate[] {
  return profiles.flatMap((profile, position): Candidate[] => {
    if (taken.has(position) || profile.filled === 0) return [];
    const { filled, days, words, bodies, codes, distinct, cells, commonestShare, capitalRevenue, amounts } =
      profile;
    const names = namedMeanings(headers[position] ?? '');
    const variety = Math.min(1, distinct / Math.max(1, cells * 0.5));
    const by = (meaning: Meaning, score: number, why: string): Candidate[] => [
      { position, meaning, score, why: `by its values: ${why}` },
    ];
    // A day that is the same in every row is that of the file, not of the payments; numbers may be no days at all.
    if (days >= 0.9 && filled >= 0.8 && (profile.serials < 0.5 || variety < 0.7)) {
      if (names.has('otherDay') || names.has('invoicedOn')) return by('otherDay', 0.1, 'days');
      const doubts = (commonestShare > 0.95 && cells > 5 ? 0.3 : 0) + (profile.serials >= 0.5 ? 0.15 : 0);
      return by('paidOn', 0.5 - doubts + 0.1 * variety, 'days');
    }
    if (capitalRevenue >= 0.9) return by('expenditure', 0.5, 'capital or revenue');
    if (words >= 0.6 && filled >= 0.8 && amounts < 0.2 && days < 0.2 && profile.yesNo < 0.6) {
      if (commonestShare > 0.95 && cells > 5)
        return /council|borough|authority|mdc|mbc/i.test(profile.commonest)
          ? by('body', 0.4, 'the name of a council in every row')
          : [];
      return [
        ...by(
          'supplierName',
          0.12 + 0.35 * Math.min(1, 2 * bodies) + 0.3 * variety,
          'names of companies and others',
        ),
        ...by('department', distinct <= 60 ? 0.15 * (1 - variety) + 0.02 : 0, 'a few names, often repeated'),
        ...by('purpose', bodies < 0.3 ? 0.1 * (1 - bodies) : 0, 'words'),
      ].filter(({ score }) => score > 0.05);
    }
    if (codes >= 0.8 && filled >= 0.8 && variety > 0.7)
      return by('reference', 0.3, 'a number of its own in most rows');
    return [];
  });
}

/** What every meaning is called, for people. */
export const describeMeaning = (meaning: Meaning): string => MEANINGS[meaning].description;

/** The keys that a mapping file may use. */
export const MAPPING_KEYS: readonly string[] = [...MEANING_KEYS, 'ignore'];
