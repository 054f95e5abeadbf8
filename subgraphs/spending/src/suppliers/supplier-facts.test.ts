import {
  factsAfterAsking,
  orgIdsOf,
  sectorByName,
  sectorOf,
  type SupplierFacts,
} from './supplier-facts.rules';

const NOTHING: SupplierFacts = {
  sector: 'UNKNOWN',
  sectorSource: 'NONE',
  isSme: null,
  smeSource: 'NONE',
  isLocal: null,
  localSource: 'NONE',
};
const found = {
  id: 'organisation_1',
  orgId: null,
  kind: 'CHARITY',
  isVcse: true,
  isSme: null,
  councilGssCode: 'E08000004',
};
const record = (facts: Partial<SupplierFacts> = {}, name = 'Hope') => ({
  ...NOTHING,
  ...facts,
  name,
  gssCode: 'E08000004',
});

test.each([
  ['NHS_BODY', false, 'PUBLIC_BODY'],
  ['OTHER_PUBLIC_BODY', true, 'PUBLIC_BODY'],
  ['COMPANY', true, 'VCSE'],
  ['COMPANY', null, 'PRIVATE'],
  ['CHARITY', true, 'VCSE'],
  ['CO_OPERATIVE_SOCIETY', null, 'UNKNOWN'],
  ['CO_OPERATIVE_SOCIETY', false, 'PRIVATE'],
] as const)('a %s that is VCSE %s is in the sector %s', (kind, isVcse, sector) => {
  expect(sectorOf({ kind, isVcse })).toBe(sector);
});

test.each([
  ['OLDHAM METROPOLITAN BOROUGH COUNCIL', 'PUBLIC_BODY'],
  ['Pennine Care NHS Foundation Trust', 'PUBLIC_BODY'],
  ['Saddleworth High School', 'PUBLIC_BODY'],
  ['Council Furniture Supplies Ltd', 'UNKNOWN'],
  ['Borough Council Recycling Limited', 'UNKNOWN'],
  ['REDACTED PERSONAL DATA', 'INDIVIDUAL'],
  ['Acme', 'UNKNOWN'],
] as const)('the name %s alone tells %s', (name, sector) => {
  expect(sectorByName(name)).toBe(sector);
});

test('the directory tells the sector, the size and where it is', () => {
  expect(factsAfterAsking(record(), found)).toEqual({
    sector: 'VCSE',
    sectorSource: 'DIRECTORY',
    isSme: null,
    smeSource: 'NONE',
    isLocal: true,
    localSource: 'DIRECTORY',
  });
});

test('what a person set outlives the directory', () => {
  const set = record({
    sector: 'PRIVATE',
    sectorSource: 'PERSON',
    isSme: true,
    smeSource: 'PERSON',
    isLocal: false,
    localSource: 'PERSON',
  });
  const { name: _, gssCode: __, ...facts } = set;
  expect(factsAfterAsking(set, { ...found, isSme: false })).toEqual(facts);
});

test('what the directory no longer says is forgotten', () => {
  const known = record({
    sector: 'VCSE',
    sectorSource: 'DIRECTORY',
    isLocal: true,
    localSource: 'DIRECTORY',
  });
  expect(factsAfterAsking(known, null)).toEqual(NOTHING);
});

test('numbers of a file become org-ids where they have the form of one', () => {
  expect(orgIdsOf({ companyNumber: '6946098', charityNumber: '1134427' })).toEqual([
    'GB-COH-6946098',
    'GB-CHC-1134427',
  ]);
  expect(orgIdsOf({ companyNumber: 'N/A', charityNumber: '0' })).toEqual([]);
  expect(orgIdsOf({ companyNumber: ' ip 29372r', charityNumber: null })).toEqual(['GB-COH-IP29372R']);
});
