import { readAmount } from './amount';

/** Three columns of which one is the sum of the others, by position. */
export interface AmountColumns {
  readonly net: number;
  readonly vat: number;
  readonly gross: number;
}

/** Three columns of amounts where, row by row, net and VAT add up to gross; null where there are none. */
export function nearlySum(
  rows: readonly (readonly string[])[],
  positions: readonly number[],
): AmountColumns | null {
  const amounts = new Map(
    positions.map((position) => [position, rows.map((row) => readAmount((row[position] ?? '').trim()))]),
  );
  for (const gross of positions)
    for (const net of positions)
      for (const vat of positions) {
        if (gross === net || gross === vat || net === vat) continue;
        if (addsUp(amounts.get(net)!, amounts.get(vat)!, amounts.get(gross)!)) return { net, vat, gross };
      }
  return null;
}

type Amounts = readonly (number | null)[];

function addsUp(net: Amounts, vat: Amounts, gross: Amounts): boolean {
  let rows = 0;
  let right = 0;
  let taxed = 0;
  let smaller = 0;
  for (const [index, whole] of gross.entries()) {
    const one = net[index];
    const tax = vat[index];
    if (whole === null || one === null || one === undefined || tax === null || tax === undefined) continue;
    rows += 1;
    if (Math.abs(one + tax - whole) <= 2) right += 1;
    if (tax !== 0) taxed += 1;
    if (Math.abs(tax) <= Math.abs(one) * 0.25 + 2) smaller += 1;
  }
  // VAT is a fifth at most: so net is told from VAT, and some rows must have any.
  return rows >= 3 && right >= rows * 0.9 && taxed > 0 && smaller >= rows * 0.8;
}
