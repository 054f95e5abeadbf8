import { decideMerge, survivorOf, type MergeChoices, type MergeRecord } from './merge-organisations.rules';

const record = (id: string, more: Partial<MergeRecord> = {}): MergeRecord => ({
  id,
  name: id.toUpperCase(),
  kind: 'COMPANY',
  isVcse: null,
  isSme: null,
  identifiers: [],
  formerIds: [],
  otherNames: [],
  mergedInto: null,
  ...more,
});
const paths = (survivor: MergeRecord, absorbed: MergeRecord, choices?: MergeChoices) => {
  const decision = decideMerge(survivor, absorbed, choices);
  return decision.ok ? [] : decision.problems.map((one) => `${one.kind} ${one.path?.join('.')}`);
};

test('the survivor keeps its id, and every id of the other goes on answering', () => {
  const decision = decideMerge(
    record('a', { formerIds: ['a0'], identifiers: [{ scheme: 'GB-CHC', id: '1090095' }] }),
    record('b', {
      formerIds: ['b0', 'b1'],
      identifiers: [{ scheme: 'GB-COH', id: '04298930' }],
      otherNames: ['Bee'],
    }),
  );
  expect(decision).toMatchObject({
    ok: true,
    outcome: {
      survivorId: 'a',
      absorbedId: 'b',
      name: 'A',
      formerIds: ['a0', 'b', 'b0', 'b1'],
      otherNames: ['B', 'Bee'],
      identifiers: [
        { scheme: 'GB-COH', id: '04298930' },
        { scheme: 'GB-CHC', id: '1090095' },
      ],
    },
  });
});

test('a record is never merged with itself, nor with one that was merged into it', () => {
  expect(paths(record('a'), record('a'))).toEqual(['Ineligible absorbedId']);
  expect(paths(record('a', { formerIds: ['b'] }), record('b', { mergedInto: 'a' }))).toEqual([
    'Ineligible absorbedId',
  ]);
  expect(paths(record('b', { mergedInto: 'a' }), record('a', { formerIds: ['b'] }))).toEqual([
    'Ineligible absorbedId',
  ]);
});

test('a record that was merged stands for nothing: use its survivor', () => {
  expect(paths(record('a', { mergedInto: 'x' }), record('b', { mergedInto: 'y' }))).toEqual([
    'WrongState survivorId',
    'WrongState absorbedId',
  ]);
});

test('two numbers in a register that gives one are two bodies; two school numbers are not', () => {
  const numbered = (id: string, scheme: 'GB-COH' | 'GB-EDU' | 'GB-CFS', number: string) =>
    record(id, { identifiers: [{ scheme, id: number }] });
  expect(paths(numbered('a', 'GB-COH', '01'), numbered('b', 'GB-COH', '02'))).toEqual([
    'Ineligible absorbedId',
  ]);
  expect(paths(numbered('a', 'GB-EDU', '125554'), numbered('b', 'GB-EDU', '125756'))).toEqual([]);
  expect(paths(numbered('a', 'GB-CFS', '1'), numbered('b', 'GB-CFS', '2'))).toEqual([]);
});

test('what the records disagree on must be settled, all of it at once', () => {
  const one = record('a', { kind: 'COMPANY', isVcse: true, isSme: true });
  const other = record('b', { kind: 'COMPANY_LIMITED_BY_GUARANTEE', isVcse: false, isSme: false });
  expect(paths(one, other)).toEqual(['InvalidInput kind', 'InvalidInput isVcse', 'InvalidInput isSme']);
  expect(decideMerge(one, other, { kind: 'COMPANY', isVcse: true, isSme: false })).toMatchObject({
    ok: true,
    outcome: { kind: 'COMPANY', isVcse: true, isSme: false },
  });
});

test('what only one record knows is taken over; unknown stays unknown', () => {
  expect(decideMerge(record('a'), record('b', { isVcse: true }))).toMatchObject({
    outcome: { isVcse: true, isSme: null },
  });
  expect(decideMerge(record('a', { kind: 'UNKNOWN' }), record('b', { kind: 'CHARITY' }))).toMatchObject({
    outcome: { kind: 'CHARITY', isVcse: true },
  });
});

test('a council stays a council, and none comes of two records that are none', () => {
  const council = record('a', { kind: 'COUNCIL' });
  expect(paths(council, record('b'), { kind: 'COMPANY' })).toEqual(['Ineligible kind']);
  expect(paths(record('a'), record('b'), { kind: 'COUNCIL' })).toEqual(['Ineligible kind']);
  expect(paths(council, record('b', { kind: 'UNKNOWN' }))).toEqual([]);
});

test('a kind that is always or never VCSE is not called the opposite', () => {
  const council = record('a', { kind: 'COUNCIL' });
  expect(decideMerge(council, record('b', { kind: 'COUNCIL' }), { isVcse: true })).toMatchObject({
    ok: false,
    problems: [{ kind: 'Ineligible', path: ['isVcse'] }],
  });
});

test('a chain of mergers ends at the record that stands, and a circle is an error', () => {
  const chain = new Map([
    ['a', 'b'],
    ['b', 'c'],
  ]);
  expect(survivorOf('a', (id) => chain.get(id) ?? null)).toBe('c');
  chain.set('c', 'a');
  expect(() => survivorOf('a', (id) => chain.get(id) ?? null)).toThrow('circle');
});
