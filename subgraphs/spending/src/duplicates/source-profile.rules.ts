import { normaliseNumber } from './invoice-number.rules';
import { KeyOwners, markOf, SEVERAL } from './key-owners';
import type { ReferenceKind, SourceProfile, SpendLine, Tier } from './tiers';

/** Fewer rows than this in a run of numbers may be chance. */
const LEAST_ROWS = 20;

/**
 * Learns from the lines of one file, in one pass, what its columns mean: whether it has invoice numbers, and what its
 * references stand for. Memory grows with the distinct references and numbers, by a few bytes for each.
 */
export class SourceProfiler {
  private lines = 0;
  private numbered = 0;
  private referenced = 0;
  /** References and whose they are. */
  private readonly references = new KeyOwners();
  /** What stands before the last slash of a reference, and whose it is. */
  private readonly heads = new KeyOwners();
  private readonly numbers = new KeyOwners();
  /** Suppliers of each number that several have, as many as matter. */
  private readonly numberSuppliers = new Map<string, Set<number>>();
  /** Supplier, number and day, and the reference, or that its lines have several. */
  private readonly invoices = new KeyOwners();
  private lowest: number | null = null;
  private highest: number | null = null;

  constructor(private readonly batchSuppliers: number) {}

  add({ supplier, invoiceNumber, reference, paidOn }: SpendLine): void {
    this.lines += 1;
    const number = normaliseNumber(invoiceNumber);
    const owner = markOf(supplier);
    if (number !== null) {
      this.numbered += 1;
      this.sawNumber(number, owner);
    }
    if (reference === null || reference.trim() === '') return;
    this.referenced += 1;
    this.references.see(reference, owner);
    const slash = reference.lastIndexOf('/');
    if (slash > 0) this.heads.see(reference.slice(0, slash), owner);
    this.sawSerial(reference);
    if (number !== null) this.invoices.see(`${supplier}\u0000${number}\u0000${paidOn}`, markOf(reference));
  }

  private sawNumber(number: string, supplier: number): void {
    const before = this.numbers.see(number, supplier);
    if (before === 0 || before === supplier) return;
    const suppliers = this.numberSuppliers.get(number) ?? new Set([before]);
    // How many more there are does not matter once there are enough.
    if (suppliers.size < this.batchSuppliers) suppliers.add(supplier);
    this.numberSuppliers.set(number, suppliers);
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
    const batchNumbers = [...this.numberSuppliers]
      .filter(([number, { size }]) => number.length > 3 && size >= this.batchSuppliers)
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
    if (shared * 2 > this.referenced || (several * 2 > distinct && distinct * 2 < this.referenced))
      return 'BATCH';
    const range = this.highest === null || this.lowest === null ? 0 : this.highest - this.lowest + 1;
    const isUnique = distinct >= this.referenced * 0.98;
    if (isUnique && distinct >= LEAST_ROWS && range >= distinct && range <= distinct * 1.05) return 'ROW';
    // Lines of one invoice that mostly have references of their own: these are references of lines.
    let split = 0;
    for (const { times } of this.invoices.seen()) if (times > 1) split += 1;
    const apart = this.invoices.several;
    const isLines = apart * 2 > split && apart * 20 > this.invoices.size;
    return isLines || (isUnique && this.numbered === 0) ? 'LINE' : 'DOCUMENT';
  }
}

/** Profiles lines that are all there. */
export function profileOf(lines: Iterable<SpendLine>, batchSuppliers: number): SourceProfile {
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
