/** A payment of a made-up ledger, always the same for the same number. */
export interface GeneratedPayment {
  readonly supplier: number;
  readonly paidOn: string;
  readonly amountPence: number;
  readonly department: string;
  readonly purpose: string;
  readonly category: string;
  readonly channel: 'INVOICE' | 'CARD' | 'GRANT';
}

/** What the ledger is drawn from: the same for a small ledger and a large one. */
export interface LedgerShape {
  readonly suppliers: number;
  readonly months: number;
  readonly departments: number;
}

/** A small, fast generator with a seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/**
 * Payments of a made-up ledger: a supplier is paid by one or two departments for what these buy, as in published
 * ledgers, and every supplier is paid about equally often, so that a small ledger has the groups of a large one.
 */
export function* generatedPayments(
  count: number,
  { suppliers, months, departments }: LedgerShape,
  seed = 2019,
): Generator<GeneratedPayment> {
  const next = numbers(seed);
  for (let at = 0; at < count; at += 1) {
    const supplier = Math.floor(next() * suppliers);
    const department = (supplier + (next() < 0.2 ? 1 : 0)) % departments;
    const month = Math.floor(next() * months);
    const year = 2015 + Math.floor(month / 12);
    const day = 1 + Math.floor(next() * 28);
    const size = next();
    yield {
      supplier,
      paidOn: `${year}-${String((month % 12) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      amountPence: Math.round(50_000 * Math.exp(size * size * 7)) - (size < 0.02 ? 200_000 : 0),
      department: `Department ${department}`,
      purpose: `Purpose ${department * 3 + (supplier % 3)}`,
      category: `Category ${department * 3 + (supplier % 2)}`,
      channel: supplier % 10 === 0 ? 'CARD' : supplier % 17 === 0 ? 'GRANT' : 'INVOICE',
    };
  }
}
