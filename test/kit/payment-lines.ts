/**
 * The lines of a file of made-up payments, the header first: as wide as published ones are, with some thousands of
 * suppliers, a few dozen departments and purposes, an invoice for each, and every hundredth row alike to another.
 */
export function* paymentLines(count: number): Generator<string> {
  yield (
    'Body,Payment Date,Transaction Number,Invoice Number,Net Amount,Irrecoverable VAT,Supplier Name,Supplier ID,' +
    'Directorate,Purpose of Spend,Procurement Classification,Expense Code,Type\r\n'
  );
  for (let row = 0; row < count; row += 1) {
    const n = row % 100 === 99 ? row - 1 : row;
    const supplier = (n * 7919) % 5000;
    const day = String(1 + (n % 28)).padStart(2, '0');
    const month = String(1 + ((n >> 5) % 12)).padStart(2, '0');
    const name =
      n % 20 === 0 ? `"Supplier number ${supplier}, Oldham, Ltd"` : `Supplier number ${supplier} Ltd`;
    yield (
      `Oldham Council,${day}/${month}/202${n % 6},${31_000_000 + n},INV-${n},${(n % 40_000) + 500}.${10 + (n % 90)},` +
      `N/A,${name},S${100_000 + supplier},Directorate of service ${n % 24},Purpose number ${n % 60},` +
      `Classification ${n % 40},${60_000 + (n % 700)},${n % 9 === 0 ? 'Capital' : 'Revenue'}\r\n`
    );
  }
}
