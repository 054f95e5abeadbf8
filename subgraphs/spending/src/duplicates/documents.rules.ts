import { sumPence } from '@coop/shared/money';
import type { LocalDate } from '@coop/shared/time';
import { normaliseNumber } from './invoice-number.rules';
import type { ReferenceKind, SourceProfile, SpendLine } from './tiers';

/** An invoice or, where the file does not tell invoices, a document of the council: what one payment pays. */
export interface SpendDocument {
  /** The same for the same content, whichever import brought it. */
  readonly key: string;
  readonly supplier: string;
  /** Normalised; null where the file has none. */
  readonly number: string | null;
  readonly reference: string | null;
  readonly referenceKind: ReferenceKind;
  readonly day: LocalDate;
  /** What its lines come to, re-codings left out; negative for a credit. */
  readonly totalPence: number;
  /** Where it was booked: the codings of its lines, sorted. */
  readonly coding: string;
  /** Ids of its lines, re-codings included, the earliest first. */
  readonly lines: readonly string[];
  /** How many of its lines only book an earlier one to another cost code. */
  readonly recodedCount: number;
}

/** What tells one document from another in its file; null for a line that no document can be made out for. */
function keyOf(line: SpendLine, { referenceKind, batchNumbers }: Profile): string | null {
  const number = normaliseNumber(line.invoiceNumber);
  const reference = line.reference?.trim() || null;
  if (number !== null && !batchNumbers.has(number))
    return referenceKind === 'DOCUMENT' && reference !== null
      ? join('number', line.supplier, number, reference)
      : join('invoice', line.supplier, number, line.paidOn);
  if (reference === null) return null;
  if (referenceKind === 'DOCUMENT' || referenceKind === 'BATCH')
    return join('reference', line.supplier, reference);
  return join('line', line.supplier, reference, line.paidOn, String(line.amountPence));
}

const join = (...parts: readonly string[]): string => parts.join('\u001f');

interface Profile {
  readonly referenceKind: ReferenceKind;
  readonly batchNumbers: ReadonlySet<string>;
}

interface Draft {
  readonly number: string | null;
  readonly reference: string | null;
  readonly referenceKind: ReferenceKind;
  readonly lines: SpendLine[];
}

/** Puts lines together to documents. Lines may come in any order and from several files. */
export class DocumentBuilder {
  private readonly drafts = new Map<string, Draft>();
  private readonly profiles = new WeakMap<SourceProfile, Profile>();
  /** Lines that no document could be made out for. */
  unplaced = 0;

  add(line: SpendLine, source: SourceProfile): void {
    const profile = this.profileOf(source);
    const key = keyOf(line, profile);
    if (key === null) {
      this.unplaced += 1;
      return;
    }
    const draft = this.drafts.get(key);
    if (draft) draft.lines.push(line);
    else {
      const number = normaliseNumber(line.invoiceNumber);
      this.drafts.set(key, {
        number: number !== null && profile.batchNumbers.has(number) ? null : number,
        reference: line.reference?.trim() || null,
        referenceKind: profile.referenceKind,
        lines: [line],
      });
    }
  }

  /** The documents, in no order that means anything. */
  *documents(): Generator<SpendDocument> {
    for (const [key, draft] of this.drafts) yield finish(key, draft);
  }

  private profileOf(source: SourceProfile): Profile {
    const known = this.profiles.get(source);
    if (known) return known;
    const { referenceKind, batchNumbers } = source;
    const made = { referenceKind, batchNumbers: new Set(batchNumbers) };
    this.profiles.set(source, made);
    return made;
  }
}

const byDay = (a: SpendLine, b: SpendLine): number =>
  a.paidOn < b.paidOn ? -1 : a.paidOn > b.paidOn ? 1 : a.id < b.id ? -1 : 1;

function finish(key: string, { lines, number, reference, referenceKind }: Draft): SpendDocument {
  const [only] = lines;
  const { total, recoded } =
    lines.length === 1 && only ? { total: only.amountPence, recoded: 0 } : settle(lines.sort(byDay));
  const first = lines[0]!;
  const codings = lines.length === 1 ? [first.coding] : lines.map(({ coding }) => coding);
  return {
    key,
    supplier: first.supplier,
    number,
    reference,
    referenceKind,
    day: first.paidOn,
    totalPence: total,
    coding: [...new Set(codings)].sort().join(' | '),
    lines: lines.map(({ id }) => id),
    recodedCount: recoded,
  };
}

/**
 * What the lines of one document come to. A document is paid once: a line of a later day that repeats one of an
 * earlier day books it to another cost code, whether or not a negative line takes the first one back (in Hyndburn's
 * July 2018 none does).
 */
function settle(lines: readonly SpendLine[]): { readonly total: number; readonly recoded: number } {
  const standing: number[] = [];
  let recoded = 0;
  for (const day of new Set(lines.map(({ paidOn }) => paidOn))) {
    const amounts = netOff(
      lines.filter(({ paidOn }) => paidOn === day).map(({ amountPence }) => amountPence),
    );
    const earlier = [...standing];
    for (const amount of amounts) {
      const repeated = amount > 0 ? earlier.indexOf(amount) : -1;
      if (repeated < 0) standing.push(amount);
      else {
        earlier.splice(repeated, 1);
        recoded += 1;
      }
    }
  }
  return { total: sumPence(standing), recoded };
}

/** The amounts without those that another one of the same day takes back. */
function netOff(amounts: readonly number[]): number[] {
  const left: number[] = [];
  for (const amount of amounts) {
    const opposite = left.indexOf(-amount);
    if (opposite >= 0 && amount !== 0) left.splice(opposite, 1);
    else left.push(amount);
  }
  return left;
}
