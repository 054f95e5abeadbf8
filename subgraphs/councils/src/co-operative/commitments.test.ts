import { COMMITMENT_LIFECYCLE } from './commitment.lifecycle';
import { checkCommitment, commitmentOn, type Commitment } from './commitments.rules';

const own: Commitment = {
  madeBy: 'COUNCIL',
  group: null,
  since: '2011-05-01',
  approaches: ['ASSETS_TO_COMMUNITIES', 'STAFF_VOLUNTEERING'],
  until: null,
};
const group: Commitment = { ...own, madeBy: 'OPPOSITION_GROUP', group: 'Co-operative Group' };
const paths = (more: Partial<Commitment>, others: Commitment[] = []) => {
  const decision = checkCommitment({ ...own, ...more }, others, '2026-03-02');
  return decision.ok ? [] : decision.problems.map((one) => `${one.kind} ${one.path?.join('.')}`);
};

test.each<[string, Partial<Commitment>, Commitment[], string[]]>([
  ['of the council', {}, [], []],
  ['of a group', group, [], []],
  ['of unknown day', { since: null }, [], []],
  ['beside a group’s', {}, [group], []],
  ['after one that ended', {}, [{ ...own, until: '2014-05-01' }], []],
  ['to nothing', { approaches: [] }, [], ['InvalidInput approaches']],
  [
    'to one thing twice',
    { approaches: ['DEVOLVED_BUDGETS', 'DEVOLVED_BUDGETS'] },
    [],
    ['InvalidInput approaches'],
  ],
  ['of a group without a name', { ...group, group: ' ' }, [], ['InvalidInput group']],
  ['of the council with a group', { group: 'Them' }, [], ['InvalidInput group']],
  ['from the future', { since: '2026-03-03' }, [], ['InvalidInput since']],
  ['that ends first', { until: '2011-04-30' }, [], ['InvalidInput until']],
  ['made a second time', {}, [own], ['Ineligible madeBy']],
  ['of the same group again', { ...group, group: 'co-operative group ' }, [group], ['Ineligible madeBy']],
])('a commitment %s', (_what, more, others, expected) => {
  expect(paths(more, others)).toEqual(expected);
});

test('a council is co-operative by its own commitment, while that lasts', () => {
  const ended = { ...own, until: '2014-05-01' };
  expect(commitmentOn([group], '2026-01-01')).toBeNull();
  expect(commitmentOn([group, ended], '2014-05-01')).toBe(ended);
  expect(commitmentOn([ended], '2014-05-02')).toBeNull();
  expect(commitmentOn([ended], '2011-04-30')).toBeNull();
  expect(COMMITMENT_LIFECYCLE.isFinal('ENDED')).toBe(true);
});
