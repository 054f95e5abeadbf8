import { checkPowerUse, type PowerUse } from './power-uses.rules';

const use: PowerUse = {
  council: 'E08000004',
  title: 'Energy switching',
  power: 'GENERAL_POWER_OF_COMPETENCE',
  usedOn: '2012-09-01',
  barrierRemoved: 'No statute let a council run one.',
  savingClaimedPence: null,
  isCommercial: false,
  throughCompany: false,
  decision: { council: 'E08000004', takenOn: '2012-08-01' },
};

test.each<[string, Partial<PowerUse>, string[]]>([
  ['as it is', {}, []],
  ['before the power was in force', { usedOn: '2012-02-17', decision: null }, ['Ineligible power s. 1']],
  ['for profit by the council itself', { isCommercial: true }, ['Ineligible throughCompany s. 4(2)']],
  ['for profit through a company', { isCommercial: true, throughCompany: true }, []],
  ['with a negative saving', { savingClaimedPence: -1 }, ['InvalidInput savingClaimedPence -']],
  [
    'on another council’s decision',
    { decision: { council: 'E08000005', takenOn: '2012-08-01' } },
    ['Ineligible decision -'],
  ],
  [
    'before its decision',
    { decision: { council: 'E08000004', takenOn: '2012-09-02' } },
    ['InvalidInput decision -'],
  ],
  ['in the future', { usedOn: '2026-03-03' }, ['InvalidInput usedOn -']],
  [
    'without words',
    { title: '', barrierRemoved: ' ' },
    ['InvalidInput title -', 'InvalidInput barrierRemoved -'],
  ],
])('a use of a power %s', (_what, more, expected) => {
  const decision = checkPowerUse({ ...use, ...more }, '2026-03-02');
  const found = decision.ok
    ? []
    : decision.problems.map((one) => `${one.kind} ${one.path?.join('.')} ${one.rule?.section ?? '-'}`);
  expect(found).toEqual(expected);
});
