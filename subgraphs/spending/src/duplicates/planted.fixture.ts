import { addDays } from '@coop/shared/time';
import { supplierNameKey } from '../suppliers/supplier-row.queries';
import type { SupplierRecord } from './supplier-families.rules';
import type { SpendLine } from './tiers';

/** How a payment was made twice in the made-up ledger. */
export const PLANTED = ['exact', 'other day', 'transposed', 'O for 0', 're-billed', 'other record'] as const;
/** What only looks like it. */
export const DECOYS = [
  'split lines',
  'rent',
  'credit',
  'journal',
  're-coding',
  'batch',
  'same price',
] as const;

/** A ledger with payments made twice, and with what only looks like it. */
export interface PlantedLedger {
  readonly lines: readonly SpendLine[];
  readonly suppliers: readonly SupplierRecord[];
  /** The line that was paid, the line that paid it again, and how. */
  readonly planted: readonly { readonly original: string; readonly again: string; readonly how: string }[];
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const NAMES = [
  'Pennine',
  'Tandle Hill',
  'Medlock',
  'Saddleworth',
  'Chadderton',
  'Beal Valley',
  'Oldham Edge',
];
const TRADES = ['Care', 'Roofing', 'Catering', 'Software', 'Highways', 'Print', 'Grounds', 'Security'];

/**
 * Makes a ledger of so many lines as a council would publish it, two duplicates and two decoys of each kind for every
 * thousand lines. Every document has a reference of its own, which its lines share.
 */
export function plantedLedger(size: number, seed: number): PlantedLedger {
  const random = randomOf(seed);
  const pick = (below: number): number => Math.floor(random() * below);
  const suppliers: SupplierRecord[] = [];
  const lines: SpendLine[] = [];
  const planted: { original: string; again: string; how: string }[] = [];
  let reference = 5_000_000;
  const supplier = (name: string): string => {
    const id = `supplier_${suppliers.length}`;
    suppliers.push({ id, name, nameKey: supplierNameKey(name), numbers: [] });
    return id;
  };
  const supplierCount = Math.max(20, Math.floor(size / 50));
  const wordOf = (number: number): string =>
    [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('') + 'ton';
  for (let index = 0; index < supplierCount; index += 1)
    supplier(`${NAMES[index % 7]} ${wordOf(index * 7919)} ${TRADES[index % 8]} Ltd`);
  const day = () => addDays('2025-01-01', pick(365));
  const invoice = () => `INV-${100_000 + pick(900_000)}`;
  const amount = () => 50_000 + pick(5_000_000);
  const add = (line: Partial<SpendLine> & Pick<SpendLine, 'supplier'>): SpendLine => {
    const full = {
      ...{
        id: `line_${lines.length}`,
        invoiceNumber: invoice(),
        reference: String((reference += 1 + pick(40))),
      },
      ...{ amountPence: amount(), paidOn: day(), coding: `cost ${pick(200)}` },
      ...line,
    };
    lines.push(full);
    return full;
  };
  const anyone = () => `supplier_${pick(supplierCount)}`;
  const again = (of: SpendLine, how: string, change: Partial<SpendLine>) => {
    const { id: _id, reference: _reference, ...rest } = of;
    const { id } = add({ ...rest, ...change });
    planted.push({ original: of.id, again: id, how });
  };
  const plant: Record<(typeof PLANTED)[number], () => void> = {
    exact: () => again(add({ supplier: anyone() }), 'exact', {}),
    'other day': () => {
      const one = add({ supplier: anyone() });
      again(one, 'other day', { paidOn: addDays(one.paidOn, 1 + pick(120)) });
    },
    transposed: () => {
      const base = 1000 + pick(8999);
      const [left, right] = [pick(5), 5 + pick(5)];
      const one = add({ supplier: anyone(), invoiceNumber: `SI${base}${left}${right}` });
      again(one, 'transposed', {
        invoiceNumber: `SI${base}${right}${left}`,
        paidOn: addDays(one.paidOn, pick(60)),
      });
    },
    'O for 0': () => {
      const base = 1000 + pick(8999);
      const one = add({ supplier: anyone(), invoiceNumber: `PL${base}0${pick(10)}` });
      again(one, 'O for 0', { invoiceNumber: one.invoiceNumber!.replace('0', 'O') });
    },
    're-billed': () => {
      const one = add({ supplier: anyone() });
      again(one, 're-billed', {
        invoiceNumber: `${one.invoiceNumber}A`,
        paidOn: addDays(one.paidOn, 30 + pick(60)),
      });
    },
    'other record': () => {
      const one = add({ supplier: anyone() });
      const { name } = suppliers.find(({ id }) => id === one.supplier)!;
      const other =
        random() < 0.5 ? name.replace('Ltd', 'Limited').toUpperCase() : name.replace('ton ', 'tonn ');
      again(one, 'other record', { supplier: supplier(other), paidOn: addDays(one.paidOn, pick(60)) });
    },
  };
  const decoy: Record<(typeof DECOYS)[number], () => void> = {
    'split lines': () => {
      const { id: _, ...one } = add({ supplier: anyone() });
      for (let part = 0; part < 1 + pick(4); part += 1) add({ ...one, coding: `cost ${pick(200)}` });
    },
    rent: () => {
      const one = { supplier: anyone(), amountPence: amount(), coding: 'rent' };
      const first = 1000 + pick(8000);
      for (let month = 0; month < 12; month += 1)
        add({ ...one, invoiceNumber: `R${first + month}`, paidOn: addDays('2025-01-05', month * 30) });
    },
    credit: () => {
      const { id: _, reference: __, ...one } = add({ supplier: anyone() });
      add({
        ...one,
        amountPence: -one.amountPence,
        invoiceNumber: `CN${pick(99_999)}`,
        paidOn: addDays(one.paidOn, 20),
      });
      add({ ...one, paidOn: addDays(one.paidOn, 25) });
    },
    journal: () => {
      const { id: _, reference: __, ...one } = add({ supplier: anyone() });
      const paidOn = addDays(one.paidOn, 40);
      const { id: ___, ...back } = add({ ...one, amountPence: -one.amountPence, paidOn });
      add({ ...back, amountPence: one.amountPence, coding: 'another cost code' });
    },
    're-coding': () => {
      const { id: _, ...one } = add({ supplier: anyone() });
      add({ ...one, paidOn: addDays(one.paidOn, 40), coding: 'another cost code' });
    },
    batch: () => {
      const batch = { invoiceNumber: `RUN${2000 + pick(7999)}`, paidOn: day(), amountPence: amount() };
      for (let member = 0; member < 8; member += 1) add({ ...batch, supplier: anyone() });
    },
    'same price': () => {
      const one = { supplier: anyone(), amountPence: amount() };
      for (let time = 0; time < 3; time += 1) add(one);
    },
  };
  for (let round = 0; round < Math.max(1, Math.floor(size / 1000)) * 2; round += 1) {
    for (const how of PLANTED) plant[how]();
    for (const what of DECOYS) decoy[what]();
  }
  while (lines.length < size) add({ supplier: anyone() });
  return { lines, suppliers, planted };
}
