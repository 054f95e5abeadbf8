import { COUNCIL_KINDS, ENTITIES, WARD_KINDS } from './area-kinds.law';
import { councilKindOf, isAreaCode, meaningOf, readAreaCode, wardKindOf } from './area-code.rules';

test.each([
  ['E08000004', 'METROPOLITAN_DISTRICT', 'ENGLAND'],
  ['E09000022', 'LONDON_BOROUGH', 'ENGLAND'],
  ['E06000026', 'UNITARY', 'ENGLAND'],
  ['E10000012', 'COUNTY', 'ENGLAND'],
  ['E07000043', 'NON_METROPOLITAN_DISTRICT', 'ENGLAND'],
  ['E47000001', 'COMBINED_AUTHORITY', 'ENGLAND'],
  ['S12000036', 'SCOTTISH_COUNCIL', 'SCOTLAND'],
  ['W06000015', 'WELSH_COUNCIL', 'WALES'],
  ['N09000002', 'NORTHERN_IRELAND_DISTRICT', 'NORTHERN_IRELAND'],
])('%s is a council: %s of %s', (code, kind, nation) => {
  expect(councilKindOf(code)).toBe(kind);
  expect(meaningOf(code)?.nation).toBe(nation);
  expect(wardKindOf(code)).toBeNull();
});

test('a ward is no council, a region is neither, and an unknown entity says nothing', () => {
  expect(wardKindOf('E05000719')).toBe('ELECTORAL_WARD');
  expect(councilKindOf('E05000719')).toBeNull();
  expect(councilKindOf('E12000002')).toBeNull();
  expect(meaningOf('E99000001')).toBeNull();
});

test.each(['E0800000', 'E080000044', 'e08000004', 'X08000004', 'E0800000A', '', 'E08000004\n'])(
  '%j has not the form of a code',
  (text) => {
    expect(isAreaCode(text)).toBe(false);
  },
);

test('every kind has an entity', () => {
  const kinds = new Set(Object.values(ENTITIES).map((entity) => entity.kind));
  for (const kind of [...Object.keys(COUNCIL_KINDS), ...Object.keys(WARD_KINDS)])
    expect(kinds).toContain(kind);
});

test('a code is brought to its written form, or refused saying what it stands for', () => {
  expect(readAreaCode(' e08000004 ', 'COUNCIL')).toEqual({ ok: true, gssCode: 'E08000004' });
  const messageOf = (text: string, wanted: 'COUNCIL' | 'WARD') => {
    const decision = readAreaCode(text, wanted);
    return decision.ok ? null : decision.problems[0]?.message;
  };
  expect(messageOf('E08000004', 'WARD')).toBe('E08000004 stands for a council, not for a ward.');
  expect(messageOf('E12000002', 'COUNCIL')).toBe('E12000002 stands for a region, not for a council.');
  expect(messageOf('Oldham', 'COUNCIL')).toMatch('is no area code');
});
