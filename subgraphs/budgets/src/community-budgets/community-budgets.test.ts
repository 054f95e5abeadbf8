import fc from 'fast-check';
import type { Decision } from '@coop/shared/problems';
import {
  leaveBudget,
  declineInvitation,
  invitePartner,
  joinBudget,
  unsettledOf,
} from './budget-partner.rules';
import { budgetPartnerLifecycle } from './budget-partner.lifecycle';
import { COMMUNITY_BUDGET_FACTS } from './community-budget.facts';
import { communityBudgetLifecycle } from './community-budget.lifecycle';
import { arrangeAccountability } from './accountability.rules';
import {
  closeBudget,
  describeBudget,
  openBudget,
  standingProblems,
  type ClosingStanding,
} from './community-budget.rules';
import { prioritise, type PriorityEntry } from './priorities.rules';

const TODAY = '2026-06-01';
const OPENING = {
  kind: 'NEIGHBOURHOOD',
  ...{ name: 'Ours', description: 'Streets', openedOn: TODAY, council: 'E09000021' },
  ...{ otherCouncils: [], neighbourhoodId: 'neighbourhood_1', leadName: 'Homes', leadAgreedBy: 'Its chair' },
} as const;
const NOTHING_OPEN: ClosingStanding = {
  ...{ unsettledPence: 0, committedPence: 0, openPledges: 0, openRequests: 0, openPlans: 0, openVotes: 0 },
};
const SAID = { statementOfReasons: 'It has ended.', balanceStatement: '' };
const LEAVING = { isLead: false, keepsAccounts: false, openPledges: 0, unsettledPence: 0 };

/** Which problems came, in short, with the section of the policy. */
const told = (decision: Decision): string[] =>
  decision.ok
    ? []
    : decision.problems.map(
        ({ kind, path, rule }) => `${kind} ${path?.join('.') ?? '-'}: ${rule?.section ?? 'no rule'}`,
      );

describe.each(communityBudgetLifecycle.stateNames)('a community budget that is %s', (state) => {
  const permits = (action: (typeof communityBudgetLifecycle.actions)[number]) =>
    communityBudgetLifecycle.permit(action, state).ok;

  test('is changed, used and closed only where its table says so', () => {
    const duties = [
      { duty: 'DECIDES', name: 'A board', statement: 'Monthly', partnerId: null },
      { duty: 'KEEPS_ACCOUNTS', name: 'Homes', statement: 'Yearly', partnerId: 'p' },
    ] as const;
    expect(standingProblems(state).length === 0).toBe(permits('use'));
    expect(describeBudget(state, 'Ours', 'Streets').ok).toBe(permits('change'));
    expect(prioritise(state, [], [], new Set()).ok).toBe(permits('change'));
    expect(arrangeAccountability(state, duties, new Set(['p'])).ok).toBe(permits('change'));
    expect(invitePartner(state, { organisationId: null, nameSort: 'homes' }, []).ok).toBe(permits('change'));
    expect(joinBudget('INVITED', state, 'Chair', null, null).ok).toBe(permits('use'));
    expect(leaveBudget('JOINED', state, LEAVING, SAID).ok).toBe(permits('change'));
    expect(closeBudget(state, NOTHING_OPEN, SAID).ok).toBe(permits('close'));
  });
});

describe.each(budgetPartnerLifecycle.stateNames)('a partner that is %s', (state) => {
  const permits = (action: (typeof budgetPartnerLifecycle.actions)[number]) =>
    budgetPartnerLifecycle.permit(action, state).ok;

  test('joins, declines and leaves only where its table says so', () => {
    expect(joinBudget(state, 'OPEN', 'Chair', null, null).ok).toBe(permits('join'));
    expect(declineInvitation(state).ok).toBe(permits('decline'));
    expect(leaveBudget(state, 'OPEN', LEAVING, SAID).ok).toBe(permits('leave'));
  });
});

test('a budget is opened with a place, a purpose, and a lead that has agreed; everything wrong comes at once', () => {
  expect(openBudget(OPENING, TODAY)).toEqual({ ok: true, state: 'OPEN' });
  expect(openBudget({ ...OPENING, kind: 'WHOLE_PLACE', neighbourhoodId: null }, TODAY).ok).toBe(true);
  const empty = { ...OPENING, name: ' ', description: '', leadName: '', leadAgreedBy: '' };
  expect(told(openBudget({ ...empty, neighbourhoodId: null, openedOn: '2026-06-02' }, TODAY))).toEqual([
    'InvalidInput name: opening a community budget',
    'InvalidInput description: opening a community budget',
    'InvalidInput lead.name: opening a community budget',
    'InvalidInput lead.agreedBy: a partner takes part by its own agreement',
    'InvalidInput neighbourhoodId: opening a community budget',
    'TooEarly openedOn: opening a community budget',
  ]);
  const place = {
    ...OPENING,
    kind: 'WHOLE_PLACE',
    otherCouncils: ['E09000033', 'E09000021', 'E09000033'],
  } as const;
  expect(told(openBudget(place, TODAY)).map((one) => one.split(':')[0])).toEqual([
    ...['InvalidInput neighbourhoodId', 'InvalidInput otherCouncils.1', 'InvalidInput otherCouncils.2'],
  ]);
});

describe('priorities', () => {
  const entry = (id: string | null, theme: string): PriorityEntry => ({
    id,
    theme,
    themeSort: theme.toLowerCase(),
  });
  const there = [entry('a', 'Housing'), entry('b', 'Safety')];

  test('keep their id by the id that is named or by the theme, and are new otherwise', () => {
    const wanted = [entry(null, 'Youth'), entry(null, 'SAFETY'), entry('a', 'Homes')];
    expect(prioritise('OPEN', wanted, there, new Set(['a']))).toEqual({
      ...{ ok: true, kept: [null, 'b', 'a'], dropped: [] },
    });
    // The id that is named wins over the theme that another entry happens to take.
    expect(
      prioritise('OPEN', [entry('a', 'Safety'), entry(null, 'Housing')], there, new Set()),
    ).toMatchObject({
      ...{ ok: true, kept: ['a', null], dropped: ['b'] },
    });
  });

  test('are each said once, and stay while money or a plan goes by them', () => {
    const wanted = [entry('a', 'Homes'), entry('a', 'homes'), entry(null, ''), entry('x', 'Youth')];
    expect(told(prioritise('OPEN', wanted, there, new Set(['b'])))).toEqual([
      'InvalidInput priorities.1: priorities are an ordered list',
      'InvalidInput priorities.1.id: priorities are an ordered list',
      'InvalidInput priorities.2: priorities are an ordered list',
      'NotFound priorities.3.id: priorities are an ordered list',
      'Ineligible priorities: priorities are an ordered list',
    ]);
    const many = Array.from({ length: 21 }, (_, index) => entry(null, `Theme ${index}`));
    expect(prioritise('OPEN', many, [], new Set())).toMatchObject({
      problems: [{ kind: 'LimitExceeded', limit: 20, requested: 21 }],
    });
  });

  test('of any list come out as a list of the same length, in which no entry stands twice', () => {
    const theme = fc.constantFrom('Housing', 'Safety', 'Youth', 'Work', 'Health');
    const wanted = fc.uniqueArray(
      fc
        .record({ id: fc.constantFrom(null, null, 'a', 'b'), theme })
        .map(({ id, theme: text }) => entry(id, text)),
      { selector: ({ themeSort }) => themeSort },
    );
    fc.assert(
      fc.property(wanted, (list) => {
        const decision = prioritise('OPEN', list, there, new Set());
        if (!decision.ok) return;
        const kept = decision.kept.filter((id) => id !== null);
        expect(decision.kept).toHaveLength(list.length);
        expect(new Set(kept).size).toBe(kept.length);
        expect([...kept, ...decision.dropped].sort()).toEqual(['a', 'b']);
      }),
    );
  });
});

test('one partner keeps the accounts, and somebody decides', () => {
  const duty = (code: 'DECIDES' | 'KEEPS_ACCOUNTS', partnerId: string | null = null) => ({
    ...{ duty: code, name: 'Somebody', statement: 'How', partnerId },
  });
  const arrange = (...duties: ReturnType<typeof duty>[]) =>
    told(arrangeAccountability('OPEN', duties, new Set(['p', 'q']))).map((one) => one.split(':')[0]);
  expect(arrange(duty('DECIDES'), duty('KEEPS_ACCOUNTS', 'p'))).toEqual([]);
  expect(arrange()).toEqual(['InvalidInput duties', 'InvalidInput duties']);
  expect(arrange(duty('DECIDES'), duty('KEEPS_ACCOUNTS'))).toEqual(['InvalidInput duties']);
  expect(arrange(duty('DECIDES'), duty('KEEPS_ACCOUNTS', 'p'), duty('KEEPS_ACCOUNTS', 'q'))).toEqual([
    'InvalidInput duties',
  ]);
  expect(arrange(duty('DECIDES', 'x'), duty('KEEPS_ACCOUNTS', 'p'))).toEqual(['NotFound duties.0.partnerId']);
});

test('a budget is closed when nothing is open, and it is said what becomes of what is left', () => {
  const open = {
    ...NOTHING_OPEN,
    committedPence: 5,
    openPledges: 1,
    openRequests: 1,
    openPlans: 1,
    openVotes: 1,
  };
  const refused = closeBudget('OPEN', { ...open, unsettledPence: 5 }, { ...SAID, statementOfReasons: ' ' });
  expect(told(refused)).toHaveLength(7);
  expect(told(refused).slice(-2)).toEqual([
    'InvalidInput balanceStatement: nothing is left behind of which it is not recorded what becomes',
    'InvalidInput statementOfReasons: nothing is left behind of which it is not recorded what becomes',
  ]);
  const left = { ...NOTHING_OPEN, unsettledPence: 1 };
  expect(closeBudget('OPEN', left, SAID).ok).toBe(false);
  expect(closeBudget('OPEN', left, { ...SAID, balanceStatement: 'It goes to the library.' })).toEqual({
    ...{ ok: true, state: 'CLOSED' },
  });
});

test('a body is asked once, by its entry in the directory or by its name', () => {
  const homes = { organisationId: 'organisation_1', nameSort: 'homes' };
  const invite = (organisationId: string | null, nameSort: string) =>
    told(invitePartner('OPEN', { organisationId, nameSort }, [homes])).map((one) => one.split(':')[0]);
  expect(invite('organisation_2', 'club')).toEqual([]);
  expect(invite('organisation_1', 'club')).toEqual(['Ineligible organisationId']);
  expect(invite(null, 'homes')).toEqual(['Ineligible name']);
  expect(invite(null, '')).toEqual(['InvalidInput name']);
  const club = { organisationId: null, nameSort: 'club' };
  expect(invitePartner('OPEN', club, [homes], 199).ok).toBe(true);
  expect(invitePartner('OPEN', club, [homes], 200)).toMatchObject({
    problems: [{ kind: 'LimitExceeded', limit: 200, requested: 201 }],
  });
});

test('joining where a plan is agreed is agreeing to it, in the wording that was read', () => {
  const join = (read: number | null) => joinBudget('INVITED', 'OPEN', 'Chair', { revision: 2 }, read);
  expect(join(2)).toEqual({ ok: true, state: 'JOINED' });
  expect(join(1)).toMatchObject({
    problems: [{ kind: 'Conflict', currentVersion: 2, path: ['planRevision'] }],
  });
  expect(join(null)).toMatchObject({ problems: [{ kind: 'InvalidInput', path: ['planRevision'] }] });
  expect(joinBudget('INVITED', 'OPEN', ' ', null, null)).toMatchObject({
    problems: [{ path: ['agreedBy'] }],
  });
});

test('a partner leaves when it owes nothing, does not lead, and it is said what becomes of what it put in', () => {
  const owing = { isLead: true, keepsAccounts: true, openPledges: 2, unsettledPence: 500 };
  expect(told(leaveBudget('JOINED', 'OPEN', owing, SAID)).map((one) => one.split(':')[0])).toEqual([
    ...['Ineligible id', 'Ineligible id', 'Ineligible id', 'InvalidInput balanceStatement'],
  ]);
  const settled = { ...SAID, balanceStatement: 'It stays in the pool.' };
  expect(leaveBudget('JOINED', 'OPEN', { ...LEAVING, unsettledPence: 500 }, settled)).toMatchObject({
    state: 'LEFT',
  });
});

test('a partner has left what it put in and did not get back, as far as there is that much left in each form', () => {
  const form = (contributedPence: number, returnedPence: number, leftPence: number) => ({
    ...{ contributedPence, returnedPence, leftPence },
  });
  expect(unsettledOf([form(100, 30, 500), form(100, 0, 40), form(100, 100, 7), form(50, 0, 0)])).toBe(110);
  expect(unsettledOf([])).toBe(0);
});

test('the facts of the demo world say of themselves which leads and partners no source names', () => {
  const neighbourhoods = COMMUNITY_BUDGET_FACTS.filter(({ kind }) => kind === 'NEIGHBOURHOOD');
  const places = COMMUNITY_BUDGET_FACTS.filter(({ kind }) => kind === 'WHOLE_PLACE');
  expect(neighbourhoods).toHaveLength(10);
  expect(neighbourhoods.every(({ lead }) => lead.illustrative)).toBe(true);
  expect(places.map(({ key, lead }) => [key, lead.illustrative])).toEqual([
    ...[['cheshire-west', false] as const, ['greater-manchester', false] as const],
    ...[['essex', false] as const, ['tri-borough', false] as const],
  ]);
  const certain = COMMUNITY_BUDGET_FACTS.flatMap(({ key, partners }) =>
    partners.flatMap(({ illustrative, organisation }) => (illustrative ? [] : [`${key} ${organisation}`])),
  );
  expect(certain).toEqual(['tri-borough E09000013', 'tri-borough E09000020']);
});
