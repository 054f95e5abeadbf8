import { formatPence } from '@coop/shared/money';
import { daysBetween, formatDay } from '@coop/shared/time';
import type { SpendDocument } from './documents.rules';
import type { DuplicatePolicy } from './duplicates.law';
import { anagramKey, areCloseReferences, likenessOf, numberKeys } from './invoice-number.rules';
import { tierRank, type Evidence, type EvidenceKind, type Tier } from './tiers';

/** A document that seems to pay again what an earlier one has paid. */
export interface DuplicateFinding {
  /** The later document. */
  readonly suspect: SpendDocument;
  /** The earlier ones that it seems to repeat, the earliest first. */
  readonly originals: readonly SpendDocument[];
  readonly tier: Tier;
  readonly evidence: readonly Evidence[];
  /** What would have been paid once too often, in pence. */
  readonly atRiskPence: number;
  /** Nothing speaks for it but that the rows are alike: two children placed at one rate look no different. */
  readonly isWeak: boolean;
}

/** Why pairs that looked alike are no finding: counted, so that a person can see what was left out. */
export interface LeftOut {
  /** Documents that are so many alike that they are regular payments. */
  readonly regular: number;
  /** Suspects whose amount a credit of the same supplier took back. */
  readonly netted: number;
  /** Lines that only book an earlier one of their document to another cost code. */
  readonly recoded: number;
}

/** What a search found. */
export interface Search {
  readonly findings: readonly DuplicateFinding[];
  readonly leftOut: LeftOut;
}

/** The earlier document first; those of one day by what they are, so that every search agrees. */
const inOrder = (a: SpendDocument, b: SpendDocument): number =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : a.key < b.key ? -1 : a.key > b.key ? 1 : 0;

/**
 * Looks for payments made twice among documents. Only documents of one family of supplier records and of one amount
 * are ever compared, at most `regularFrom` of them with each other, so that the work grows with the documents.
 * @param families the family of each supplier record, as `supplierFamilies` gives them
 */
export function findDuplicates(
  documents: Iterable<SpendDocument>,
  families: ReadonlyMap<string, string>,
  policy: DuplicatePolicy,
): Search {
  const buckets = new Map<string, SpendDocument[]>();
  let recoded = 0;
  for (const document of documents) {
    recoded += document.recodedCount;
    const amount = Math.abs(document.totalPence);
    if (amount < policy.leastPence) continue;
    const bucket = `${families.get(document.supplier) ?? document.supplier} ${amount}`;
    const there = buckets.get(bucket);
    if (there) there.push(document);
    else buckets.set(bucket, [document]);
  }
  const findings: DuplicateFinding[] = [];
  let regular = 0;
  let netted = 0;
  for (const bucket of buckets.values()) {
    if (bucket.length < 2) continue;
    const found = searchBucket(bucket, policy);
    for (const finding of found.findings) findings.push(finding);
    regular += found.regular;
    netted += found.netted;
  }
  return { findings, leftOut: { regular, netted, recoded } };
}

/** One supplier, as far as can be told, and one amount, paid or credited. */
function searchBucket(bucket: readonly SpendDocument[], policy: DuplicatePolicy) {
  const paid = bucket.filter(({ totalPence }) => totalPence > 0).sort(inOrder);
  const credits = bucket.filter(({ totalPence }) => totalPence < 0).sort(inOrder);
  const isRegular = paid.length >= policy.regularFrom;
  const originals = new Map<SpendDocument, Map<SpendDocument, Match>>();
  for (const group of groupsOf(paid, isRegular, policy))
    for (const [place, later] of group.entries())
      for (const earlier of group.slice(0, place)) {
        if (originals.get(later)?.has(earlier)) continue;
        const match = matchOf(earlier, later, isRegular, policy);
        if (match === null) continue;
        const matches = originals.get(later) ?? new Map<SpendDocument, Match>();
        originals.set(later, matches.set(earlier, match));
      }
  const findings: DuplicateFinding[] = [];
  let netted = 0;
  for (const suspect of paid) {
    const matches = originals.get(suspect);
    if (!matches) continue;
    const finding = findingOf(suspect, matches);
    if (takeCredit(credits, finding, policy)) netted += 1;
    else findings.push(finding);
  }
  return { findings, netted, regular: isRegular ? paid.length : 0 };
}

/** The groups of documents within which each is compared with each: small ones, or none. */
function* groupsOf(
  paid: readonly SpendDocument[],
  isRegular: boolean,
  { regularFrom }: DuplicatePolicy,
): Generator<readonly SpendDocument[]> {
  if (!isRegular) {
    yield paid;
    return;
  }
  const groups = new Map<string, SpendDocument[]>();
  for (const document of paid) {
    if (document.number === null) continue;
    for (const key of [...numberKeys(document.number), `~${anagramKey(document.number)}`]) {
      const group = groups.get(key);
      if (group) group.push(document);
      else groups.set(key, [document]);
    }
  }
  for (const group of groups.values()) if (group.length > 1 && group.length < regularFrom) yield group;
}

interface Match {
  readonly tier: Tier;
  readonly evidence: readonly Evidence[];
}

/** What speaks for it that two documents of one amount are one payment made twice; null where nothing does. */
function matchOf(
  earlier: SpendDocument,
  later: SpendDocument,
  isRegular: boolean,
  policy: DuplicatePolicy,
): Match | null {
  if (daysBetween(earlier.day, later.day) > policy.horizonDays) return null;
  const isSameSupplier = earlier.supplier === later.supplier;
  if (earlier.number !== null && later.number !== null) {
    const likeness = likenessOf(earlier.number, later.number, policy.transposedFrom);
    // Among regular payments the numbers of two months are often each other with two digits exchanged.
    if (likeness === null || (isRegular && likeness === 'TRANSPOSED_DIGITS')) return null;
    if (!isSameSupplier && likeness === 'TRANSPOSED_DIGITS') return null;
    const evidence = [numberEvidence(likeness, earlier, later)];
    if (!isSameSupplier) evidence.push(otherRecord());
    const isStrong = isSameSupplier && likeness === 'SAME_INVOICE_NUMBER';
    return {
      tier: isStrong ? 'STRONG' : 'LIKELY',
      evidence: [...evidence, ...circumstances(earlier, later)],
    };
  }
  if (isRegular || !isSameSupplier || earlier.day !== later.day) return null;
  return referenceMatch(earlier, later, policy);
}

function referenceMatch(earlier: SpendDocument, later: SpendDocument, policy: DuplicatePolicy): Match | null {
  const [first, second] = [earlier.reference, later.reference];
  const kinds = [earlier.referenceKind, later.referenceKind];
  if (first === null || second === null || kinds.includes('BATCH') || kinds.includes('NONE')) return null;
  if (!areCloseReferences(first, second, policy.closeReferences)) return null;
  const isAlike = earlier.coding === later.coding;
  // Rows that a file merely counts are close whenever it is sorted by name: they must be alike in all else too.
  if (kinds.includes('ROW') && !isAlike) return null;
  const evidence: Evidence[] = [
    {
      kind: 'CLOSE_REFERENCES',
      detail: `References ${first} and ${second} of ${formatDay(later.day)}, ${formatPence(later.totalPence)} each.`,
    },
  ];
  if (kinds.includes('ROW'))
    evidence.push({
      kind: 'ROW_REFERENCES',
      detail: 'The references only count the rows of the file, which stand side by side when it is sorted.',
    });
  if (isAlike)
    evidence.push({ kind: 'SAME_CODING', detail: 'Both are booked alike in all that the file says.' });
  return { tier: 'POSSIBLE', evidence };
}

function numberEvidence(kind: EvidenceKind, earlier: SpendDocument, later: SpendDocument): Evidence {
  const amount = formatPence(later.totalPence);
  const detail =
    kind === 'SAME_INVOICE_NUMBER'
      ? `Invoice ${later.number} of ${amount} stands on two documents.`
      : `Invoice numbers ${earlier.number} and ${later.number}, ${amount} each.`;
  return { kind, detail };
}

const otherRecord = (): Evidence => ({
  kind: 'OTHER_SUPPLIER_RECORD',
  detail: 'The two documents stand under two records of what looks like one supplier.',
});

function circumstances(earlier: SpendDocument, later: SpendDocument): Evidence[] {
  const found: Evidence[] = [];
  if (earlier.day !== later.day)
    found.push({
      kind: 'OTHER_DAY',
      detail: `Paid on ${formatDay(earlier.day)} and again on ${formatDay(later.day)}.`,
    });
  if (earlier.coding !== later.coding)
    found.push({
      kind: 'OTHER_CODING',
      detail: 'The later one is booked to another cost code: it may be a re-coding.',
    });
  return found;
}

function findingOf(suspect: SpendDocument, matches: ReadonlyMap<SpendDocument, Match>): DuplicateFinding {
  const originals = [...matches.keys()].sort(inOrder);
  const best = originals
    .map((original) => matches.get(original)!)
    .reduce((a, b) => (tierRank(b.tier) < tierRank(a.tier) ? b : a));
  return {
    suspect,
    originals,
    tier: best.tier,
    evidence: best.evidence,
    isWeak: best.evidence.some(({ kind }) => kind === 'ROW_REFERENCES'),
    atRiskPence: suspect.totalPence,
  };
}

/** Uses up the first credit that can have taken the second payment back: dated from the first payment on. */
function takeCredit(
  credits: SpendDocument[],
  { suspect, originals }: DuplicateFinding,
  { horizonDays }: DuplicatePolicy,
): boolean {
  const from = originals[0]!.day;
  const place = credits.findIndex(({ day }) => day >= from && daysBetween(suspect.day, day) <= horizonDays);
  if (place < 0) return false;
  credits.splice(place, 1);
  return true;
}
