import { MEANING_KEYS, MEANINGS, type Meaning } from './meanings';

/** How people shorten the words of headers. */
const LONG_FORMS: Readonly<Record<string, string>> = {
  no: 'number',
  num: 'number',
  nbr: 'number',
  nr: 'number',
  ref: 'reference',
  refno: 'reference',
  desc: 'description',
  descr: 'description',
  descript: 'description',
  inv: 'invoice',
  trans: 'transaction',
  txn: 'transaction',
  tran: 'transaction',
  dept: 'department',
  dir: 'directorate',
  amt: 'amount',
  val: 'value',
  org: 'organisation',
  organization: 'organisation',
  doc: 'document',
  exc: 'excluding',
  excl: 'excluding',
  ex: 'excluding',
  exclusive: 'excluding',
  inc: 'including',
  incl: 'including',
  inclusive: 'including',
  co: 'company',
  comp: 'company',
  reg: 'registration',
  registered: 'registration',
  cat: 'category',
  class: 'classification',
  exp: 'expense',
  cap: 'capital',
  rev: 'revenue',
  seq: 'sequence',
  supp: 'supplier',
  gl: 'ledger',
  pcard: 'card',
  gpc: 'card',
  id: 'id',
  identifier: 'id',
  cc: 'centre',
  center: 'centre',
  costcentre: 'centre',
  uri: 'uri',
  pymt: 'payment',
  pmt: 'payment',
  pay: 'payment',
  chq: 'cheque',
};

/** Words that say nothing. */
const EMPTY = new Set([
  'the',
  'of',
  'a',
  'an',
  'for',
  'to',
  'in',
  'is',
  'and',
  'or',
  'by',
  'gbp',
  'pounds',
  'sterling',
  'summary',
]);

const AMOUNTS = new Set([
  'amount',
  'value',
  'total',
  'sum',
  'spend',
  'cost',
  'price',
  'expenditure',
  'payment',
]);

/** The words of a header in their long forms: `TransNo` is *transaction number*. */
export function headerWords(header: string): string[] {
  const plain = header.normalize('NFKD').replace(/\p{M}/gu, '');
  // Some ledgers call the text of a code `(T)`: `Supplier ID (T)` is the supplier's name.
  const isText = /\(T\)\s*$/i.test(plain);
  const words = plain
    .replace(/\(T\)\s*$/i, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]{2,})([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/voluntary,? community (?:and|&) social enterprise/g, 'vcse')
    .replace(/(?:procurement|purchas(?:e|ing)|\bp)[\s-]*card/g, 'procurement card')
    .replace(/card[\s-]+holder/g, 'cardholder')
    .replace(/'s\b|’s\b/g, 's')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => LONG_FORMS[word] ?? word)
    .filter((word) => !EMPTY.has(word));
  return isText ? [...words.filter((word) => !['id', 'code', 'number'].includes(word)), 'name'] : words;
}

interface Known {
  readonly meaning: Meaning;
  readonly rank: number;
  readonly words: readonly string[];
  readonly joined: string;
}

const KNOWN: readonly Known[] = MEANING_KEYS.flatMap((meaning) =>
  MEANINGS[meaning].names.map((name, rank) => {
    const words = headerWords(name);
    return { meaning, rank, words, joined: words.join('') };
  }),
);

const VOCABULARY = new Set(KNOWN.flatMap(({ words }) => words));

/** Headers are looked at many times over, until it is known which row holds them. */
const MOST_KNOWN = 5000;
const remembered = new Map<string, ReadonlyMap<Meaning, number>>();
/** No header is longer than this; what is, is text. */
const LONGEST_HEADER = 120;

/** How surely a header says a meaning, from 0 to 1, for every meaning that it may say. */
export function namedMeanings(header: string): ReadonlyMap<Meaning, number> {
  const known = remembered.get(header);
  if (known) return known;
  const found = header.length > LONGEST_HEADER ? new Map<Meaning, number>() : meaningsOf(header);
  if (remembered.size >= MOST_KNOWN) remembered.clear();
  remembered.set(header, found);
  return found;
}

function meaningsOf(header: string): ReadonlyMap<Meaning, number> {
  const words = headerWords(header).map(corrected);
  const found = new Map<Meaning, number>();
  if (words.length === 0) return found;
  const joined = words.join('');
  const note = (meaning: Meaning, score: number) => {
    if (score > (found.get(meaning) ?? 0)) found.set(meaning, score);
  };
  const basis = basisOf(words);
  for (const known of KNOWN) {
    // Later names of a meaning are less sure: of `Payment date` and `Date` the first is the day of payment.
    const order = 1 - known.rank * 0.003;
    if (known.joined === joined) note(known.meaning, order);
    else if (nearly(known.joined, joined)) note(known.meaning, 0.88 * order);
    else {
      const overlap = likeness(known.words, words);
      if (overlap >= 0.6) note(known.meaning, 0.85 * overlap * order);
    }
  }
  // One word apart, and the opposite.
  if (words.includes('excluding') || words.includes('net')) found.delete('amountGross');
  if (words.includes('including') || words.includes('gross')) found.delete('amountNet');
  if (basis !== null) {
    found.delete('amount');
    note(basis, 0.9);
  }
  return found;
}

/** Net or gross, where a header of several words says so of an amount. */
function basisOf(words: readonly string[]): 'amountNet' | 'amountGross' | null {
  const has = (word: string) => words.includes(word);
  if (has('number') || has('irrecoverable') || !words.some((word) => AMOUNTS.has(word))) return null;
  if (has('net') || (has('excluding') && has('vat'))) return 'amountNet';
  if (has('gross') || (has('including') && has('vat'))) return 'amountGross';
  return null;
}

/** A misspelt word as the nearest known one, where one is nearer than every other. */
function corrected(word: string): string {
  if (word.length < 5 || VOCABULARY.has(word)) return word;
  let nearest: string | null = null;
  let least = Infinity;
  for (const known of VOCABULARY) {
    if (known.length < 5 || !nearly(known, word)) continue;
    const apart = distance(known, word);
    if (apart === least) nearest = null;
    else if (apart < least) [nearest, least] = [known, apart];
  }
  return nearest ?? word;
}

/** How many words two headers share: 1 for the same words, 0 for none. */
function likeness(one: readonly string[], other: readonly string[]): number {
  const shared = new Set(one.filter((word) => other.includes(word))).size;
  return (2 * shared) / (new Set(one).size + new Set(other).size);
}

/** Of two headers that are alike, how many words are the same at least, of all their words. */
const ALIKE = 0.6;
/** Of how many letters one may be a slip, in headers that are alike. */
const LETTERS_FOR_A_SLIP = 4;

/** The header that is most like a name: spelt nearly so, or of the same words; null where none is like it. */
export function nearestHeader(name: string, headers: readonly string[]): string | null {
  const [nearest] = headers
    .map((header) => ({ header, share: alike(name, header) }))
    .sort((one, other) => other.share - one.share);
  return nearest && nearest.share >= ALIKE ? nearest.header : null;
}

/** How like each other two headers are, from 0 to 1. */
function alike(one: string, other: string): number {
  const [first, second] = [one, other].map((header) => header.slice(0, LONGEST_HEADER)) as [string, string];
  const words = (header: string) => headerWords(header).map(corrected);
  return Math.max(speltAlike(first, second), likeness(words(first), words(second)));
}

/** How nearly two headers are of the same letters, from 0 to 1; 0 for more slips than one makes. */
function speltAlike(one: string, other: string): number {
  const plain = (header: string) => header.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const [first, second] = [plain(one), plain(other)];
  const longer = Math.max(first.length, second.length);
  const allowed = Math.max(1, longer / LETTERS_FOR_A_SLIP);
  if (Math.abs(first.length - second.length) > allowed) return 0;
  const slips = distance(first, second);
  return slips <= allowed ? 1 - slips / (longer + 1) : 0;
}

/** True when two words differ by a slip or, if they are long, by two. */
export function nearly(one: string, other: string): boolean {
  const allowed =
    Math.min(one.length, other.length) >= 8 ? 2 : Math.min(one.length, other.length) >= 5 ? 1 : 0;
  return Math.abs(one.length - other.length) <= allowed && distance(one, other) <= allowed;
}

/** The slips that lie between two words: letters left out, put in, exchanged, or in the wrong order. */
function distance(one: string, other: string): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let least = Math.min(above[column]! + 1, current[column - 1]! + 1, above[column - 1]! + (same ? 0 : 1));
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        least = Math.min(least, before[column - 2]! + 1);
      current.push(least);
    }
    before = above;
    above = current;
  }
  return above[other.length]!;
}
