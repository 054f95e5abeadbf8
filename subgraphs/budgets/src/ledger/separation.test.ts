import { databaseOf, describeDatabases } from '@coop/test/kit';
import type { Actor } from '@coop/shared/access';
import { buildSubgraph } from '@coop/shared/graphql';
import { budgets } from '..';
import { personKey } from '../access';
import { DIRECTORY } from '../community-budgets/directory.fixture';
import { BudgetCommitment, BudgetPanelMember } from './commitment.entity';
import { approveCommitment } from './decide-commitment.command';
import {
  aBudget,
  allocated,
  cited,
  contributed,
  found,
  KINGSTON,
  people,
  run,
  subjectOf,
  withPanel,
  type MadeBudget,
} from './ledger.fixture';
import { isSameAccount, isSameName } from './party.rules';
import { requestCommitment } from './request-commitment.command';
import { setApprovalPanel } from './set-approval-panel.command';

test.each([
  ['Panel Member 1', 'PANEL  member 1'],
  ['Panel Member 1', 'Panel Member 1.'],
  ['Panel Member 1', 'Pаnel Mеmber 1'],
  ['Panel Member 1', 'Panel Member l'],
  ['Panel Member 1', 'Panel Mem\u200bber １'],
  ['Sam Sample', 'Sample, Sam'],
  ['Example Repairs', 'The Example Repairs Ltd'],
  ['COPE', 'СОРЕ'],
])('%j and %j can be taken for one another', (one, other) => expect(isSameName(one, other)).toBe(true));

test.each([
  ['Panel Member 1', 'Panel Member 2'],
  ['Sam Sample', 'Sam Simple'],
  ['', ''],
  ['...', '...'],
])('%j and %j cannot', (one, other) => expect(isSameName(one, other)).toBe(false));

test('an account is one person however it is written, and no account is nobody', () => {
  expect(['pm1', 'PM1', ' pm1', 'ｐm1', 'pm\u200b1'].every((one) => isSameAccount(one, 'pm1'))).toBe(true);
  expect(isSameAccount('', '')).toBe(false);
  expect(personKey(' PM1')).toBe(personKey('pm1'));
  expect(personKey('pm1')).toMatch(/^[\w-]{43}$/);
});

describeDatabases('separation of duties', databaseOf(buildSubgraph(budgets)), (world) => {
  async function ready(): Promise<{ readonly budget: MadeBudget; readonly allocation: string }> {
    await world.clear();
    const budget = await aBudget(world);
    await withPanel(world, budget);
    await contributed(world, budget, 100_000);
    return { budget, allocation: await allocated(world, budget, 100_000) };
  }

  const seat = (
    budget: MadeBudget,
    ...members: { account: string; name: string; organisationId?: string }[]
  ) =>
    run(
      world,
      setApprovalPanel(DIRECTORY),
      { id: budget.id, members, approvalsNeeded: 2 },
      people(world).treasurer,
    );
  const ask = (allocationId: string, payee: object, actor: Actor = people(world).treasurer) =>
    run(
      world,
      requestCommitment(DIRECTORY),
      { allocationId, amountPence: 5, purpose: 'x', payee: { name: 'Anybody', ...payee } },
      actor,
    );
  const approve = async (id: string, actor: Actor) => {
    const result = await run(world, approveCommitment, { id }, actor);
    return [found(result), cited(result)];
  };
  const refused = [['Ineligible'], ['nobody approves a payment to themselves or a request of their own']];
  const PANEL = ['panel-1', 'panel-2', 'panel-3'].map((account) => ({ account, name: `Member ${account}` }));

  test('whoever asks as an officer does not approve by a seat of an organisation', async () => {
    const { budget, allocation } = await ready();
    const dual = { account: 'dual', name: 'Dual', organisationId: 'organisation_dual' };
    subjectOf(await seat(budget, ...PANEL, dual));
    const officer = world.actor({ subject: 'dual', council: KINGSTON });
    const partner = world.actor({
      ...{ subject: 'dual', role: 'partner', council: null, organisation: 'organisation_dual' },
    });
    const id = subjectOf(await ask(allocation, {}, officer));
    expect(await approve(id, partner)).toEqual(refused);
    const row = await world.database.reader.findOneByOrFail(BudgetCommitment, { id });
    expect(JSON.stringify(row)).not.toContain('dual');
  });

  test.each([
    ['a point', { name: 'Member panel-1.' }],
    ['words turned round', { name: 'panel-1, Member' }],
    ['a letter that looks alike', { name: 'Member pane1-1' }],
    ['an account in capitals', { account: 'PANEL-1' }],
    ['an account between blanks', { account: ' panel-1 ' }],
  ])('the payee does not slip past by %s', async (_by, payee) => {
    const { allocation } = await ready();
    const id = subjectOf(await ask(allocation, payee));
    expect(await approve(id, people(world).first)).toEqual(refused);
    expect((await approve(id, people(world).second))[0]).toEqual(['done']);
  });

  test('a payee or member is not named in two alphabets at once, nor by an account that hides characters', async () => {
    const { budget, allocation } = await ready();
    expect(found(await ask(allocation, { name: 'Mеmber panel-1' }))).toEqual(['InvalidInput payee.name']);
    expect(found(await ask(allocation, { account: 'pаnel-1' }))).toEqual(['InvalidInput payee.account']);
    expect(found(await ask(allocation, { account: 'panel\u200b-1' }))).toEqual([
      'InvalidInput payee.account',
    ]);
    const bad = { account: 'pаnel\u200b-4', name: 'Mеmber' };
    expect(found(await seat(budget, ...PANEL, bad))).toEqual([
      ...['InvalidInput members.3.account', 'InvalidInput members.3.account', 'InvalidInput members.3.name'],
    ]);
  });

  test.each(['a ', ' a', 'A', 'ａ'])('nobody sits on a panel twice, as "a" and as "%s"', async (account) => {
    const { budget } = await ready();
    const members = [{ account: 'a', name: 'One' }, { account, name: 'Two' }, ...PANEL];
    expect(found(await seat(budget, ...members))).toEqual(['InvalidInput members']);
  });

  test('an account between blanks is kept without them', async () => {
    const { budget } = await ready();
    subjectOf(await seat(budget, ...PANEL, { account: ' a ', name: 'One' }));
    const members = await world.database.reader.findBy(BudgetPanelMember, { fundId: budget.id });
    expect(members.map(({ account }) => account).sort()).toEqual(['a', 'panel-1', 'panel-2', 'panel-3']);
  });
});
