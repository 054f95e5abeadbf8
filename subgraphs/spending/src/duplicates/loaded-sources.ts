import { SourceProfiler, type ProfiledLine } from './source-profile.rules';
import type { SourceProfile } from './tiers';

/** A line as it is written. */
export type LoadedLine = Omit<ProfiledLine, 'supplier'> & { readonly supplierId: string };

/** What is known of the file of an import. */
export interface LoadedSource extends SourceProfile {
  readonly runId: string;
  /** The supplier records that it has payments of. */
  readonly suppliers: readonly string[];
}

/**
 * What files are like, learned while they load, so that the search after them need not read their payments for it once
 * more. One import after the other: of those before the last only what came out is kept.
 */
export class LoadedSources {
  private readonly ended = new Map<string, LoadedSource>();
  private current: { runId: string; profiler: SourceProfiler; suppliers: Set<string> } | null = null;

  /** @param batchSuppliers a number that so many suppliers have is that of a batch */
  constructor(private readonly batchSuppliers: number) {}

  /** Takes lines that an import has written. */
  add(runId: string, lines: readonly LoadedLine[]): void {
    if (this.current?.runId !== runId) {
      this.end();
      this.current = { runId, profiler: new SourceProfiler(this.batchSuppliers), suppliers: new Set() };
    }
    const { profiler, suppliers } = this.current!;
    for (const { supplierId: supplier, invoiceNumber, reference, paidOn } of lines) {
      profiler.add({ supplier, invoiceNumber, reference, paidOn });
      suppliers.add(supplier);
    }
  }

  /** What is known of an import; undefined where none of its lines came by. */
  get(runId: string): LoadedSource | undefined {
    this.end();
    return this.ended.get(runId);
  }

  private end(): void {
    if (this.current === null) return;
    const { runId, profiler, suppliers } = this.current;
    this.ended.set(runId, { runId, ...profiler.profile(), suppliers: [...suppliers] });
    this.current = null;
  }
}
