import { normaliseNumber } from './invoice-number.rules';
import type { ReferenceKind, SourceProfile, SpendLine, Tier } from './tiers';

/** Fewer rows than this in a run of numbers may be chance. */
const LEAST_ROWS = 20;

/**
 * Learns from the lines of one file, in one pass, what its columns mean: whether it has invoice numbers, and what its
 * references stand for. Memory grows with the distinct references and numbers.
 */
export class SourceProfiler {
  private lines = 0;
  private numbered = 0;
  private referenced = 0;
  /** Reference → its supplier, or null when several have it. */
  private readonly references = new Map<string, string | null>();
  /** What stands before the last slash of a reference → its supplier, or null when several have it. */
  private readonly heads = new Map<string, string | null>();
  private linesWithHead = 0;
  private readonly headLines = new Map<string, number>();
  private readonly numberSuppliers = new Map<string, Set<string>>();
  /** Supplier, number and day → its first reference, or null when its lines have several. */
  private readonly invoices = new Map<string, string | null>();
  private readonly split = new Set<string>();
  private lowest: number | null = null;
  private highest: number | null = null;

  constructor(private readonly batchSuppliers: number) {}

  add({ supplier, invoiceNumber, reference, paidOn }: SpendLine): void {
    this.lines += 1;
    const number = normaliseNumber(invoiceNumber);
    if (number !== null) {
      this.numbered += 1;
      this.sawNumber(number, supplier);
    }
    if (reference === null || reference.trim() === '') return;
    this.referenced += 1;
    note(this.references, reference, supplier);
    const slash = reference.lastIndexOf('/');
    if (slash > 0) {
      const head = reference.slice(0, slash);
      this.linesWithHead += 1;
      note(this.heads, head, supplier);
      this.headLines.set(head, (this.headLines.get(head) ?? 0) + 1);
    }
    this.sawSerial(reference);
    if (number === null) return;
    const invoice = `${supplier}\u0000${number}\u0000${paidOn}`;
    const first = this.invoices.get(invoice);
    if (first === undefined) this.invoices.set(invoice, reference);
    else {
      this.split.add(invoice);
      if (first !== reference) this.invoices.set(invoice, null);
    }
  }

  private sawNumber(number: string, supplier: string): void {
    const suppliers = this.numberSuppliers.get(number) ?? new Set();
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
    const distinct = this.references.size;
    const shared = [...this.headLines]
      .filter(([head]) => this.heads.get(head) === null)
      .reduce((sum, [, lines]) => sum + lines, 0);
    const several = [...this.references.values()].filter((supplier) => supplier === null).length;
    if (shared * 2 > this.referenced || (several * 2 > distinct && distinct * 2 < this.referenced))
      return 'BATCH';
    const range = this.highest === null || this.lowest === null ? 0 : this.highest - this.lowest + 1;
    const isUnique = distinct >= this.referenced * 0.98;
    if (isUnique && distinct >= LEAST_ROWS && range >= distinct && range <= distinct * 1.05) return 'ROW';
    // Lines of one invoice that mostly have references of their own: these are references of lines.
    const apart = [...this.split].filter((invoice) => this.invoices.get(invoice) === null).length;
    const isLines = apart * 2 > this.split.size && apart * 20 > this.invoices.size;
    return isLines || (isUnique && this.numbered === 0) ? 'LINE' : 'DOCUMENT';
  }
}

/** Remembers whose key it is; null once a second one has it. */
function note(owners: Map<string, string | null>, key: string, supplier: string): void {
  const owner = owners.get(key);
  if (owner === undefined) owners.set(key, supplier);
  else if (owner !== supplier) owners.set(key, null);
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
