import { ContentFilter } from '../imports/content-filter';
import { normaliseNumber } from './invoice-number.rules';
import { KeyOwners, markOf, SEVERAL } from './key-owners';
import type { ReferenceKind, SourceProfile, SpendLine, Tier } from './tiers';

/** Fewer rows than this in a run of numbers may be chance. */
const LEAST_ROWS = 20;
/** Keys of which a share is asked for: of a larger file a sample of these, true to some thousandths. */
const SAMPLE = 1 << 17;

/** What is learned from of a line. */
export type ProfiledLine = Pick<SpendLine, 'supplier' | 'invoiceNumber' | 'reference' | 'paidOn'>;

/**
 * Learns from the lines of one file, in one pass, what its columns mean: whether it has invoice numbers, and what its
 * references stand for. It takes up to thirty megabytes, whatever the file, and some bytes for each invoice number that
 * several suppliers have. Of a large file it holds a sample; with tens of millions of lines it may miss a supplier of a
 * number.
 */
export class SourceProfiler {
  private lines = 0;
  private numbered = 0;
  private referenced = 0;
  /** References and whose they are. */
  private readonly references: KeyOwners;
  /** What stands before the last slash of a reference, and whose it is. */
  private readonly heads: KeyOwners;
  /** Invoice numbers, and numbers with their suppliers. */
  private readonly numbers = new ContentFilter();
  private readonly numbersOfSuppliers = new ContentFilter();
  /** How many suppliers have each number that several have. */
  private readonly sharers = new Map<string, number>();
  /** Supplier, number and day, and the reference, or that its lines have several. */
  private readonly invoices: KeyOwners;
  private lowest: number | null = null;
  private highest: number | null = null;

  /** @param sample how many references are held at the most, a power of two */
  constructor(
    private readonly batchSuppliers: number,
    sample = SAMPLE,
  ) {
    this.references = new KeyOwners(sample);
    this.heads = new KeyOwners(sample);
    this.invoices = new KeyOwners(sample);
  }

  add({ supplier, invoiceNumber, reference, paidOn }: ProfiledLine): void {
    this.lines += 1;
    const number = normaliseNumber(invoiceNumber);
    const owner = markOf(supplier);
    if (number !== null) {
      this.numbered += 1;
      this.sawNumber(number, supplier);
    }
    if (reference === null || reference.trim() === '') return;
    this.referenced += 1;
    this.references.see(reference, owner);
    const slash = reference.lastIndexOf('/');
    if (slash > 0) this.heads.see(reference.slice(0, slash), owner);
    this.sawSerial(reference);
    if (number !== null) this.invoices.see(`${supplier}\u0000${number}\u0000${paidOn}`, markOf(reference));
  }

  private sawNumber(number: string, supplier: string): void {
    const pair = `${number}\u0000${supplier}`;
    if (this.numbersOfSuppliers.mayHave(pair)) return;
    this.numbersOfSuppliers.add(pair);
    if (this.numbers.mayHave(number)) this.sharers.set(number, (this.sharers.get(number) ?? 1) + 1);
    else this.numbers.add(number);
  }

  private sawSerial(reference: string): void {
    const digits = /(\d{1,15})\D*$/.exec(reference)?.[1];
    if (digits === undefined) return;
    const serial = Number(digits);
    this.lowest = this.lowest === null ? serial : Math.min(this.lowest, serial);
    this.highest = this.highest === null ? serial : Math.max(this.highest, serial);
  }

  profile(): SourceProfile {
    // A number of one to three digits is a sole trader's own counting, however many of them have reached it.
    const batchNumbers = [...this.sharers]
      .filter(([number, suppliers]) => number.length > 3 && suppliers >= this.batchSuppliers)
      .map(([number]) => number);
    return {
      lines: this.lines,
      numbered: this.numbered,
      referenceKind: this.referenceKind(),
      batchNumbers,
    };
  }

  private referenceKind(): ReferenceKind {
    if (this.referenced === 0) return 'NONE';
    const { size: distinct, several } = this.references;
    let shared = 0;
    for (const { owner, times } of this.heads.seen()) if (owner === SEVERAL) shared += times;
    shared *= this.heads.each;
    if (shared * 2 > this.referenced || (several * 2 > distinct && distinct * 2 < this.referenced))
      return 'BATCH';
    const range = this.highest === null || this.lowest === null ? 0 : this.highest - this.lowest + 1;
    const isUnique = distinct >= this.referenced * 0.98;
    // A sample only says about how many there are.
    const least = this.references.each === 1 ? distinct : distinct * 0.98;
    if (isUnique && distinct >= LEAST_ROWS && range >= least && range <= distinct * 1.05) return 'ROW';
    // Lines of one invoice that mostly have references of their own: these are references of lines.
    let split = 0;
    for (const { times } of this.invoices.seen()) if (times > 1) split += this.invoices.each;
    const apart = this.invoices.several;
    const isLines = apart * 2 > split && apart * 20 > this.invoices.size;
    return isLines || (isUnique && this.numbered === 0) ? 'LINE' : 'DOCUMENT';
  }
}

/** Profiles lines that are all there. */
export function profileOf(lines: Iterable<ProfiledLine>, batchSuppliers: number): SourceProfile {
  const profiler = new SourceProfiler(batchSuppliers);
  for (const line of lines) profiler.add(line);
  return profiler.profile();
}

/** Whether a tier can be looked for in a file. */
export interface Computability {
  readonly tier: Tier;
  /** False: the file lacks what the tier rests on, so finding nothing means nothing. */
  readonly computable: boolean;
  /** Why not; null where it can. */
  readonly reason: string | null;
}

/** Which tiers can be looked for in a file, by what it has. */
export function computabilityOf({ numbered, referenceKind }: SourceProfile): readonly Computability[] {
  const needsNumbers = numbered > 0 ? null : 'The file has no invoice numbers.';
  const needsReferences =
    referenceKind === 'NONE'
      ? 'The file has no references.'
      : referenceKind === 'BATCH'
        ? 'The references of the file name batches, not documents.'
        : null;
  return [
    { tier: 'STRONG', computable: needsNumbers === null, reason: needsNumbers },
    { tier: 'LIKELY', computable: needsNumbers === null, reason: needsNumbers },
    { tier: 'POSSIBLE', computable: needsReferences === null, reason: needsReferences },
  ];
}
