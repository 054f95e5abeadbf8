import { COUNCIL_POWERS, COUNCIL_POWER_LAW } from './council-powers.law';
import { checkDecisionRecord, recordDuty, type DecisionRecord } from './decision-records.rules';

const TODAY = '2026-03-02';
const complete: DecisionRecord = {
  takenOn: '2026-02-23',
  decidedBy: 'CABINET',
  isExecutive: true,
  isKeyDecision: false,
  delegation: null,
  decision: 'That the lease be granted.',
  statementOfReasons: 'The hall stays open.',
  alternativesRejected: 'Sale at auction.',
  noAlternatives: false,
  power: 'GENERAL_POWER_OF_COMPETENCE',
  powerDetail: null,
};
const gaps = (more: Partial<DecisionRecord>) => {
  const decision = checkDecisionRecord({ ...complete, ...more }, TODAY);
  return decision.ok ? [] : decision.problems.map((one) => `${one.kind} ${one.path?.join('.')}`);
};

describe('which law asks for the record', () => {
  test.each([
    ['CABINET', true, false, '2012-09-09', 'reg. 3'],
    ['CABINET', true, false, '2012-09-10', 'reg. 12'],
    ['CABINET_MEMBER', true, false, '2026-01-01', 'reg. 13(1)–(2)'],
    ['OFFICER', true, false, '2012-09-09', null],
    ['OFFICER', true, true, '2012-09-09', 'reg. 4(4)'],
    ['OFFICER', true, false, '2012-09-10', 'reg. 13(4)'],
    ['OFFICER', false, false, '2014-08-05', null],
    ['OFFICER', false, false, '2014-08-06', 'reg. 7'],
    ['FULL_COUNCIL', false, false, '2026-01-01', 's. 100C and Sch. 12 para. 41'],
    ['COMMITTEE', false, false, '2026-01-01', 's. 100C and Sch. 12 para. 41'],
    ['WARD_COUNCILLOR', false, false, '2009-03-31', null],
    ['WARD_COUNCILLOR', false, false, '2009-04-01', 'reg. 2'],
    ['CABINET', true, false, '2001-01-08', null],
  ] as const)(
    '%s, executive %s, key %s, on %s: %s',
    (decidedBy, isExecutive, isKeyDecision, takenOn, section) => {
      expect(recordDuty({ decidedBy, isExecutive, isKeyDecision, takenOn })?.rule.section ?? null).toBe(
        section,
      );
    },
  );
});

describe('a record is complete', () => {
  test.each<[string, Partial<DecisionRecord>]>([
    ['with everything', {}],
    ['when it says that there was no alternative', { alternativesRejected: null, noAlternatives: true }],
    ['without a power', { power: null }],
    [
      'for the council without reasons',
      { decidedBy: 'FULL_COUNCIL', statementOfReasons: null, alternativesRejected: null },
    ],
    [
      'for an officer before the duty',
      {
        decidedBy: 'OFFICER',
        isExecutive: false,
        delegation: 'GENERAL',
        takenOn: '2014-08-05',
        statementOfReasons: null,
        alternativesRejected: null,
      },
    ],
    ['on the day itself', { takenOn: TODAY }],
  ])('%s', (_what, more) => {
    expect(gaps(more)).toEqual([]);
  });
});

describe('a record is refused', () => {
  test.each<[string, Partial<DecisionRecord>, string[]]>([
    ['from the future', { takenOn: '2026-03-03' }, ['InvalidInput takenOn']],
    ['without reasons', { statementOfReasons: ' ' }, ['InvalidInput statementOfReasons']],
    ['silent on alternatives', { alternativesRejected: null }, ['InvalidInput alternativesRejected']],
    ['that names and denies them', { noAlternatives: true }, ['InvalidInput noAlternatives']],
    ['of an officer without delegation', { decidedBy: 'OFFICER' }, ['InvalidInput delegation']],
    ['with a power from before its day', { takenOn: '2012-02-17' }, ['Ineligible power']],
    ['with another power unnamed', { power: 'OTHER' }, ['InvalidInput powerDetail']],
    [
      'with every gap at once',
      {
        decision: '',
        statementOfReasons: null,
        alternativesRejected: null,
        decidedBy: 'OFFICER',
        isExecutive: false,
      },
      [
        'InvalidInput decision',
        'InvalidInput statementOfReasons',
        'InvalidInput alternativesRejected',
        'InvalidInput delegation',
      ],
    ],
  ])('%s', (_what, more, expected) => {
    expect(gaps(more)).toEqual(expected);
  });
});

test('a refusal for want of reasons names the regulation', () => {
  const decision = checkDecisionRecord(
    {
      ...complete,
      decidedBy: 'OFFICER',
      isExecutive: false,
      delegation: 'EXPRESS',
      statementOfReasons: null,
    },
    TODAY,
  );
  expect(decision).toMatchObject({
    problems: [
      { rule: { section: 'reg. 7', url: 'https://www.legislation.gov.uk/uksi/2014/2095/regulation/7' } },
    ],
  });
});

test('every power but OTHER has its day and its place in the law', () => {
  expect(Object.keys(COUNCIL_POWER_LAW).sort()).toEqual(
    Object.keys(COUNCIL_POWERS)
      .filter((power) => power !== 'OTHER')
      .sort(),
  );
  for (const table of Object.values(COUNCIL_POWER_LAW))
    expect(table.rows[0]!.source.url).toMatch(/^https:\/\/www\.legislation\.gov\.uk\/ukpga\//);
});
