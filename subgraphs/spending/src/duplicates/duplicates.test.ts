import fc from 'fast-check';
import { DocumentBuilder } from './documents.rules';
import { findDuplicates } from './duplicates.rules';
import { areCloseReferences, likenessOf, normaliseNumber, numberKeys } from './invoice-number.rules';
import { plantedLedger } from './planted.fixture';
import { POLICY } from './published.fixture';
import { computabilityOf, profileOf } from './source-profile.rules';
import { isUnnamed, supplierFamilies } from './supplier-families.rules';
import type { SourceProfile, SpendLine } from './tiers';

const line = (change: Partial<SpendLine> & { readonly id: string }): SpendLine => ({
  supplier: 'supplier_1',
  invoiceNumber: 'A1001',
  reference: `ref ${change.id}`,
  amountPence: 120_000,
  paidOn: '2026-03-02',
  coding: 'cost 1',
  ...change,
});
const DOCUMENTS: SourceProfile = { lines: 2, numbered: 2, referenceKind: 'DOCUMENT', batchNumbers: [] };

function searchOf(lines: readonly SpendLine[], profile = DOCUMENTS) {
  const builder = new DocumentBuilder();
  for (const one of lines) builder.add(one, profile);
  const families = new Map(lines.map(({ supplier }) => [supplier, 'one family']));
  return findDuplicates(builder.documents(), families, POLICY);
}

describe('two invoice numbers', () => {
  test.each([
    ['INV-1042', 'INV-1042', 'SAME_INVOICE_NUMBER'],
    ['INV-1042', 'inv 1042', 'FORMATTED_NUMBER'],
    ['INV-1042', 'INV-001042', 'FORMATTED_NUMBER'],
    ['SI0042', 'SI42', 'FORMATTED_NUMBER'],
    ['1O42', '1042', 'CONFUSED_CHARACTERS'],
    ['I042', '1042', 'CONFUSED_CHARACTERS'],
    ['1042', '1024', 'TRANSPOSED_DIGITS'],
    ['1042', '1042A', 'SUFFIX'],
    ['1042/COPY', '1042', 'SUFFIX'],
    ['1042A', '1042B', null],
    ['12', '21', null],
    ['1042', '1043', null],
    ['AB42', 'BA42', null],
  ])('%s and %s: %s', (a, b, kind) => {
    const [left, right] = [normaliseNumber(a)!, normaliseNumber(b)!];
    expect(likenessOf(left, right, POLICY.transposedFrom)).toBe(kind);
    expect(likenessOf(right, left, POLICY.transposedFrom)).toBe(kind);
  });

  test('that are alike, but for a transposition, have a key in common', () => {
    const number = fc
      .stringMatching(/^[A-Z]{0,3}[-/]?[0OI1-9]{1,6}[A-C]?$/)
      .map((text) => normaliseNumber(text) ?? '1');
    fc.assert(
      fc.property(number, number, (a, b) => {
        const kind = likenessOf(a, b, POLICY.transposedFrom);
        fc.pre(kind !== null && kind !== 'TRANSPOSED_DIGITS');
        expect(numberKeys(a).some((key) => numberKeys(b).includes(key))).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  test.each(['', ' ', 'N/A', 'VARIOUS', 'none', '0000', 'RENT', '-'])('%j is none', (text) => {
    expect(normaliseNumber(text)).toBeNull();
  });
});

test('references are close when what stands before their numbers is the same', () => {
  expect(areCloseReferences('1600612904', '1600612908', 10)).toBe(true);
  expect(areCloseReferences('1600612904', '1600612904', 10)).toBe(false);
  expect(areCloseReferences('AP-17', 'AR-18', 10)).toBe(false);
  expect(areCloseReferences('17', '28', 10)).toBe(false);
  expect(areCloseReferences('none', '28', 10)).toBe(false);
});

describe('a search', () => {
  const pair = [line({ id: 'a' }), line({ id: 'b', paidOn: '2026-04-01' })];

  test('finds the second of two documents with the same number and amount', () => {
    expect(searchOf(pair).findings).toMatchObject([
      { tier: 'STRONG', atRiskPence: 120_000, suspect: { lines: ['b'] }, originals: [{ lines: ['a'] }] },
    ]);
  });

  test('puts lines together to one invoice before it compares', () => {
    const split = [line({ id: 'a', reference: 'doc' }), line({ id: 'b', reference: 'doc' })];
    expect(searchOf(split).findings).toEqual([]);
    const again = [...split, line({ id: 'c', reference: 'other' }), line({ id: 'd', reference: 'other' })];
    expect(searchOf(again).findings).toMatchObject([
      { atRiskPence: 240_000, suspect: { lines: ['c', 'd'] } },
    ]);
  });

  test('lets a credit take a second payment back, once', () => {
    const credit = line({ id: 'c', invoiceNumber: 'CN7', amountPence: -120_000, paidOn: '2026-04-20' });
    expect(searchOf([...pair, credit])).toMatchObject({ findings: [], leftOut: { netted: 1 } });
    const third = line({ id: 'd', paidOn: '2026-04-10' });
    expect(searchOf([...pair, third, credit]).findings).toHaveLength(1);
    const early = { ...credit, paidOn: '2026-01-01' };
    expect(searchOf([...pair, early]).findings).toHaveLength(1);
  });

  test('takes a line of the same document on a later day for a re-coding, with or without a negative line', () => {
    const recoded = [
      line({ id: 'a', reference: 'doc' }),
      line({ id: 'b', reference: 'doc', paidOn: '2026-05-01' }),
    ];
    expect(searchOf(recoded)).toMatchObject({ findings: [], leftOut: { recoded: 1 } });
    const back = line({ id: 'c', reference: 'doc', paidOn: '2026-05-01', amountPence: -120_000 });
    expect(searchOf([...recoded, back]).findings).toEqual([]);
  });

  test('leaves ten payments alike alone, but not two of them with one invoice number', () => {
    const rent = Array.from({ length: 10 }, (_, month) =>
      line({ id: `rent ${month}`, invoiceNumber: `R10${month}2`, paidOn: `2026-0${1 + (month % 9)}-01` }),
    );
    expect(searchOf(rent)).toMatchObject({ findings: [], leftOut: { regular: 10 } });
    const again = { ...rent[3]!, id: 'again', reference: 'again', paidOn: '2026-12-01' };
    expect(searchOf([...rent, again]).findings).toMatchObject([
      { tier: 'STRONG', suspect: { lines: ['again'] } },
    ]);
    const label = Array.from({ length: 10 }, (_, month) =>
      line({ id: `${month}`, paidOn: `2026-03-1${month}` }),
    );
    expect(searchOf(label).findings).toEqual([]);
  });

  test('does not take the number of a batch for an invoice number', () => {
    const batch = { ...DOCUMENTS, batchNumbers: ['A1001'] };
    expect(searchOf(pair, batch).findings).toEqual([]);
  });

  test('compares no payments that are further apart than the policy says', () => {
    expect(searchOf([pair[0]!, line({ id: 'b', paidOn: '2029-01-01' })]).findings).toEqual([]);
  });

  test('finds what was paid under another record of the supplier', () => {
    const other = line({ id: 'b', supplier: 'supplier_2' });
    expect(searchOf([pair[0]!, other]).findings).toMatchObject([
      { tier: 'LIKELY', evidence: [{}, { kind: 'OTHER_SUPPLIER_RECORD' }] },
    ]);
  });

  test('answers the same in whatever order the lines come, and family by family', () => {
    const { lines, suppliers } = plantedLedger(2000, 7);
    const profile = profileOf(lines, POLICY.batchSuppliers);
    const families = supplierFamilies(suppliers);
    const answer = (some: readonly SpendLine[]) => {
      const builder = new DocumentBuilder();
      for (const one of some) builder.add(one, profile);
      return findDuplicates(builder.documents(), families, POLICY)
        .findings.map(({ suspect, originals, tier }) => `${suspect.key} ${tier} ${originals.length}`)
        .sort();
    };
    const whole = answer(lines);
    expect(whole.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(fc.shuffledSubarray([...lines], { minLength: lines.length }), (shuffled) => {
        expect(answer(shuffled)).toEqual(whole);
      }),
      { numRuns: 10 },
    );
    const names = [...new Set(families.values())];
    const byFamily = names.map((name) => lines.filter(({ supplier }) => families.get(supplier) === name));
    expect(byFamily.flatMap(answer).sort()).toEqual(whole);
  });
});

describe('records of suppliers', () => {
  const record = (id: string, name: string, numbers: string[] = []) => ({
    id,
    name,
    nameKey: name.toLowerCase().replace(/[^a-z0-9]/g, ''),
    numbers,
  });
  const areOne = (...records: readonly ReturnType<typeof record>[]) =>
    new Set(supplierFamilies(records).values()).size === 1;

  test.each([
    ['Pennine Roofing', 'Penine Roofing', true],
    ['Penine Roofing', 'Pennine Roofing', true],
    ['Pennine Roofing', 'Pennine Roofign', true],
    ['Pennine Roofing', 'Pennine Rooking', true],
    ['Care Home Unit 1', 'Care Home Unit 2', false],
    ['Smith', 'Smyth', false],
    ['Pennine Roofing', 'Pennine Catering', false],
  ])('%s and %s look like one supplier: %s', (a, b, one) => {
    expect(areOne(record('1', a), record('2', b))).toBe(one);
  });

  test('with one number in a register are one supplier, whatever they are called', () => {
    expect(areOne(record('1', 'A', ['GB-COH-1']), record('2', 'B', ['GB-COH-1']))).toBe(true);
  });

  test('without a name of their own are nobody', () => {
    for (const name of ['REDACTED PERSONAL DATA', 'Redacted Data', '', 'Name withheld', 'Individual'])
      expect(isUnnamed(name)).toBe(true);
    for (const name of ['Individual Care Services Ltd', 'Reddish Vale']) expect(isUnnamed(name)).toBe(false);
    expect(areOne(record('1', 'Redacted Data'), record('2', 'Redacted Data'))).toBe(false);
  });
});

test('a file tells which tiers can be looked for in it', () => {
  const reasons = (profile: Partial<SourceProfile>) =>
    computabilityOf({ ...DOCUMENTS, ...profile }).map(({ reason }) => reason);
  expect(reasons({})).toEqual([null, null, null]);
  expect(reasons({ numbered: 0, referenceKind: 'NONE' })).toEqual([
    'The file has no invoice numbers.',
    'The file has no invoice numbers.',
    'The file has no references.',
  ]);
  expect(reasons({ referenceKind: 'BATCH' })[2]).toBe(
    'The references of the file name batches, not documents.',
  );
});
