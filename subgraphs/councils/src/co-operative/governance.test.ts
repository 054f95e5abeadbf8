import { checkGovernanceChange, hasExecutive, type GovernanceChange } from './governance.rules';

const change: GovernanceChange = {
  present: 'LEADER_AND_CABINET',
  wanted: 'COMMITTEE_SYSTEM',
  resolvedOn: '2026-03-02',
  lastResolvedOn: null,
  approvedByReferendum: false,
};

test.each<[string, Partial<GovernanceChange>, string[]]>([
  ['to the committee system', {}, []],
  ['before the Localism Act gave it back', { resolvedOn: '2012-05-03' }, ['InvalidInput resolvedOn']],
  ['to what it has', { wanted: 'LEADER_AND_CABINET' }, ['Ineligible wanted']],
  ['to a combined authority', { wanted: 'COMBINED_AUTHORITY' }, ['Ineligible wanted']],
  ['a day short of five years', { lastResolvedOn: '2021-03-03' }, ['TooEarly resolvedOn']],
  ['after five years', { lastResolvedOn: '2021-03-02' }, []],
  ['sooner by referendum', { lastResolvedOn: '2025-03-02', approvedByReferendum: true }, []],
])('a council changes %s', (_what, more, expected) => {
  const decision = checkGovernanceChange({ ...change, ...more });
  expect(decision.ok ? [] : decision.problems.map((one) => `${one.kind} ${one.path?.join('.')}`)).toEqual(
    expected,
  );
});

test('a cabinet and a mayor are executives, committees are none', () => {
  expect(hasExecutive('LEADER_AND_CABINET') && hasExecutive('MAYOR_AND_CABINET')).toBe(true);
  expect(hasExecutive('COMMITTEE_SYSTEM')).toBe(false);
});
