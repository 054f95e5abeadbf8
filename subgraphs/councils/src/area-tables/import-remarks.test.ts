import { areaTableKind } from './area-table-kinds';
import { ImportRemarks } from './import-remarks';

test('remarks are counted by kind, with the first examples', () => {
  const remarks = new ImportRemarks();
  remarks.add('Rows without a code', 'row 3');
  for (let row = 1; row <= 7; row += 1) remarks.add('Rows without a name', `row ${row}`);
  expect(remarks.sentences()).toEqual([
    'Rows without a code (1): row 3.',
    'Rows without a name (7): row 1; row 2; row 3; row 4; row 5; and 2 more.',
  ]);
});

test.each([
  [['wardCode', 'wardName', 'districtCode', 'districtName', 'upperCode', 'upperName'], 'WARDS'],
  [['districtCode', 'districtName', 'upperCode', 'upperName', 'combinedCode'], 'DISTRICTS'],
  [['upperCode', 'upperName', 'combinedCode', 'combinedName'], 'UPPER_TIER'],
  [['combinedCode', 'combinedName'], 'COMBINED'],
  [['registerCode', 'gssCode', 'niceName', 'regionName'], 'REGISTER'],
  [['from', 'to', 'on', 'kind'], 'CHANGES'],
  [['wardCode', 'wardName'], null],
  [[], null],
])('a table with the columns %j is %s', (columns, kind) => {
  expect(areaTableKind(new Set(columns))).toBe(kind);
});
