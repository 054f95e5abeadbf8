import { ask, databaseOf, describeDatabases } from '@coop/test/kit';
import type { Actor } from '@coop/shared/access';
import { buildSubgraph } from '@coop/shared/graphql';
import { AuditEntry } from '@coop/shared/persistence';
import { budgets } from '..';
import { DIRECTORY } from '../community-budgets/directory.fixture';
import { closePeriod } from './close-period.command';
import { BudgetCommitment } from './commitment.entity';
import { Contribution } from './contribution.entity';
import { correctPosting } from './correct-posting.command';
import { approveCommitment, rejectCommitment } from './decide-commitment.command';
import { ledgerFaults } from './ledger-check.queries';
import { LedgerAccount, LedgerPeriod, LedgerPosting } from './ledger.entity';
import type { LedgerPostingKind } from './ledger.enums';
import {
  aBudget,
  allocated,
  cited,
  committed,
  contributed,
  found,
  people,
  requested,
  run,
  subjectOf,
  withPanel,
  type MadeBudget,
} from './ledger.fixture';
import { makeAllocation } from './make-allocation.command';
import { pledgeContribution } from './pledge-contribution.command';
import { postJournal } from './post-journal.command';
import { requestCommitment, withdrawCommitment } from './request-commitment.command';
import { setApprovalPanel } from './set-approval-panel.command';
import { payCommitment, releaseCommitment } from './settle-commitment.command';
import { receiveContribution, returnContribution, withdrawContribution } from './settle-contribution.command';
import { balancesOn } from './statement.queries';
import { useAllocation } from './use-allocation.command';

const built = buildSubgraph(budgets);

describeDatabases('the ledger', databaseOf(built), (world) => {
  beforeEach(() => {
    world.clock.set('2026-06-01T11:00:00Z');
  });
  afterEach(async () => expect(await ledgerFaults(world.database.reader)).toEqual([]));

  /** What the accounts of a budget come to, by kind, in pence. */
  async function sums(budget: MadeBudget): Promise<Record<string, number>> {
    const accounts = await world.database.reader.findBy(LedgerAccount, { fundId: budget.id });
    const all: Record<string, number> = {};
    for (const { kind, balancePence } of accounts) all[kind] = (all[kind] ?? 0) + Math.abs(balancePence);
    return all;
  }
  const commitment = (id: string) => world.database.reader.findOneByOrFail(BudgetCommitment, { id });
  const contribution = (id: string) => world.database.reader.findOneByOrFail(Contribution, { id });
  const lastPosting = (subjectId: string, kind?: LedgerPostingKind) =>
    world.database.reader.findOneOrFail(LedgerPosting, {
      where: { subjectId, ...(kind ? { kind } : {}) },
      order: { number: 'DESC' },
    });

  describe('contributions', () => {
    test('a partner pledges staff time of its own, and nothing is posted before it arrives', async () => {
      const budget = await aBudget(world);
      const { youthClub, housing, treasurer, resident } = people(world);
      const time = {
        partnerId: budget.partners[2],
        form: 'IN_KIND',
        description: 'A youth worker',
        hours: 40.25,
        hourlyRatePence: 2_401,
      } as const;
      expect(found(await run(world, pledgeContribution, time, housing))).toEqual(['NotAllowed']);
      expect(found(await run(world, pledgeContribution, time, resident))).toEqual(['NotAllowed']);
      const id = subjectOf(await run(world, pledgeContribution, time, youthClub));
      expect(await contribution(id)).toMatchObject({ state: 'PLEDGED', pledgedPence: 96_640, hours: 40.25 });
      expect(await sums(budget)).toEqual({});
      expect(found(await run(world, receiveContribution, { id, amountPence: 1 }, youthClub))).toEqual([
        'NotAllowed',
      ]);
      subjectOf(await run(world, receiveContribution, { id, amountPence: 40_000 }, treasurer));
      expect(await contribution(id)).toMatchObject({ state: 'PART_RECEIVED', receivedPence: 40_000 });
      const more = await run(world, receiveContribution, { id, amountPence: 56_641 }, treasurer);
      expect(found(more)).toEqual(['LimitExceeded amountPence']);
      subjectOf(await run(world, withdrawContribution, { id }, youthClub));
      expect(await contribution(id)).toMatchObject({ state: 'WITHDRAWN' });
      expect(await sums(budget)).toEqual({ AVAILABLE: 40_000, CONTRIBUTED: 40_000 });
    });

    test('of nothing, less than nothing or of two values are refused, with the rule', async () => {
      const { partners } = await aBudget(world);
      const { treasurer } = people(world);
      const pledge = (otherwise: object) =>
        run(
          world,
          pledgeContribution,
          { partnerId: partners[0], form: 'CASH', description: 'Money', amountPence: 1, ...otherwise },
          treasurer,
        );
      for (const amountPence of [0, -100]) {
        const refused = await pledge({ amountPence });
        expect(found(refused)).toEqual(['InvalidInput amountPence']);
        expect(cited(refused)).toEqual(['double entry: every posting balances']);
      }
      expect(found(await pledge({ amountPence: 0.5 }))).toEqual(['InvalidInput amountPence']);
      expect(found(await pledge({ hours: 2, hourlyRatePence: 1_000 }))).toEqual(['InvalidInput form']);
      expect(found(await pledge({ form: 'IN_KIND', hours: 2, hourlyRatePence: 1_000 }))).toEqual([
        'InvalidInput amountPence',
      ]);
      expect(found(await pledge({ form: 'IN_KIND', hours: 2, amountPence: null }))).toEqual([
        'InvalidInput hourlyRatePence',
      ]);
      expect(found(await pledge({ description: ' ' }))).toEqual(['InvalidInput description']);
      expect(found(await pledge({ partnerId: 'budgetpartner_0' }))).toEqual(['NotFound partnerId']);
    });

    test('are given back out of what is not allocated, and never twice', async () => {
      const budget = await aBudget(world);
      const { treasurer } = people(world);
      const id = await contributed(world, budget, 50_000);
      await allocated(world, budget, 30_000);
      const back = (amountPence: number) => run(world, returnContribution, { id, amountPence }, treasurer);
      expect(found(await back(20_001))).toEqual(['LimitExceeded amountPence']);
      subjectOf(await back(20_000));
      expect(found(await back(1))).toEqual(['LimitExceeded amountPence']);
      expect(await sums(budget)).toEqual({
        ...{ ALLOCATED: 30_000, AVAILABLE: 0, CONTRIBUTED: 50_000, RETURNED: 20_000 },
      });
    });
  });

  describe('allocations', () => {
    test('never exceed what is available, in the form it was put in', async () => {
      const budget = await aBudget(world);
      const { treasurer, elsewhere } = people(world);
      await contributed(world, budget, 10_000);
      const make = (otherwise: object, actor = treasurer) =>
        run(
          world,
          makeAllocation,
          { budgetId: budget.id, form: 'CASH', amountPence: 10_000, purpose: 'Homes', ...otherwise },
          actor,
        );
      expect(found(await make({}, elsewhere))).toEqual(['NotAllowed']);
      const beyond = await make({ amountPence: 10_001 });
      expect(beyond).toMatchObject({ problems: [{ limit: 10_000, requested: 10_001 }] });
      expect(cited(beyond)).toEqual(['no spending beyond what is available']);
      expect(found(await make({ form: 'ALIGNED' }))).toEqual(['LimitExceeded amountPence']);
      expect(found(await make({ priorityId: 'budgetpriority_0' }))).toEqual(['NotFound priorityId']);
      const id = subjectOf(await make({ amountPence: 4_000 }));
      expect(subjectOf(await make({ amountPence: 6_000, allocationId: id }))).toBe(id);
      expect(await sums(budget)).toMatchObject({ ALLOCATED: 10_000, AVAILABLE: 0 });
    });

    test('of aligned money are used by the partner; cash goes through the panel', async () => {
      const budget = await aBudget(world);
      const { treasurer, housing } = people(world);
      await contributed(world, budget, 10_000, 'ALIGNED', 3);
      await contributed(world, budget, 10_000);
      const [aligned, cash] = [
        await allocated(world, budget, 10_000, 'ALIGNED'),
        await allocated(world, budget, 10_000),
      ];
      const use = (id: string, amountPence: number) =>
        run(world, useAllocation, { id, amountPence, narrative: 'Patrols' }, treasurer);
      expect(found(await use(cash, 1))).toEqual(['Ineligible id']);
      expect(found(await use(aligned, 10_001))).toEqual(['LimitExceeded amountPence']);
      subjectOf(await use(aligned, 2_500));
      const payee = { name: 'Somebody' };
      const ask = { allocationId: aligned, amountPence: 5, purpose: 'x', payee };
      const refused = await run(world, requestCommitment(DIRECTORY), ask, housing);
      expect(found(refused)).toEqual(['Ineligible allocationId']);
      expect(cited(refused)).toEqual(['aligned money and gifts in kind stay with the partner']);
    });
  });

  describe('spending', () => {
    async function ready(amountPence = 100_000) {
      const budget = await aBudget(world);
      await withPanel(world, budget);
      await contributed(world, budget, amountPence);
      return { budget, allocation: await allocated(world, budget, amountPence) };
    }

    test('is committed by the second approval, paid in parts, and the rest released', async () => {
      const { budget, allocation } = await ready();
      const { treasurer, first, second, third, resident } = people(world);
      const id = await requested(world, allocation, 60_000);
      expect(found(await run(world, approveCommitment, { id }, resident))).toEqual(['NotAllowed']);
      expect(found(await run(world, payCommitment, { id, amountPence: 1 }, treasurer))).toEqual([
        'WrongState',
      ]);
      subjectOf(await run(world, approveCommitment, { id }, first));
      expect(await commitment(id)).toMatchObject({ state: 'REQUESTED' });
      expect(found(await run(world, approveCommitment, { id }, first))).toEqual(['Ineligible']);
      expect(await sums(budget)).toMatchObject({ ALLOCATED: 100_000 });
      subjectOf(await run(world, approveCommitment, { id }, second));
      expect(found(await run(world, approveCommitment, { id }, third))).toEqual(['WrongState']);
      expect(await sums(budget)).toMatchObject({ ALLOCATED: 40_000, COMMITTED: 60_000 });
      subjectOf(await run(world, payCommitment, { id, amountPence: 45_000 }, treasurer));
      expect(found(await run(world, payCommitment, { id, amountPence: 15_001 }, treasurer))).toEqual([
        'LimitExceeded amountPence',
      ]);
      subjectOf(await run(world, releaseCommitment, { id }, treasurer));
      expect(await commitment(id)).toMatchObject({ state: 'PAID', paidPence: 45_000, releasedPence: 15_000 });
      expect(await sums(budget)).toMatchObject({ ALLOCATED: 55_000, COMMITTED: 0, SPENT: 45_000 });
    });

    test('is released again after a payment was corrected, with what was released before', async () => {
      const { budget, allocation } = await ready();
      const { treasurer } = people(world);
      const id = await committed(world, allocation, 60_000);
      const pays = async (amountPence: number) =>
        subjectOf(await run(world, payCommitment, { id, amountPence }, treasurer));
      const releases = async () => subjectOf(await run(world, releaseCommitment, { id }, treasurer));
      const corrects = async () => {
        const { id: payment } = await lastPosting(id, 'PAYMENT');
        subjectOf(await run(world, correctPosting, { id: payment, narrative: 'Bounced' }, treasurer));
      };
      await pays(45_000);
      await releases();
      await corrects();
      expect(await commitment(id)).toMatchObject({ state: 'COMMITTED', paidPence: 0, releasedPence: 15_000 });
      await pays(20_000);
      await releases();
      expect(await commitment(id)).toMatchObject({ state: 'PAID', paidPence: 20_000, releasedPence: 40_000 });
      expect(await ledgerFaults(world.database.reader, [budget.id])).toEqual([]);
      await corrects();
      await releases();
      expect(await commitment(id)).toMatchObject({ state: 'RELEASED', paidPence: 0, releasedPence: 60_000 });
      expect(await sums(budget)).toMatchObject({ ALLOCATED: 100_000, COMMITTED: 0, SPENT: 0 });
    });

    test('is never approved by the payee, by entry, account, name or token, nor by whoever asked', async () => {
      const { budget, allocation } = await ready();
      const { treasurer, first, second } = people(world);
      subjectOf(
        await run(
          world,
          setApprovalPanel(DIRECTORY),
          {
            ...{ id: budget.id, approvalsNeeded: 2 },
            members: [
              { account: 'panel-1', name: 'Member one', organisationId: 'organisation_club' },
              { account: 'panel-2', name: 'Sam Sample' },
              { account: 'panel-3', name: 'Member three' },
              { account: 'treasurer', name: 'The treasurer' },
            ],
          },
          treasurer,
        ),
      );
      const to = async (payee: object) =>
        subjectOf(
          await run(
            world,
            requestCommitment(DIRECTORY),
            { allocationId: allocation, amountPence: 5, purpose: 'x', payee: { name: 'Anybody', ...payee } },
            treasurer,
          ),
        );
      const ofTheClub = { ...first, organisation: 'organisation_club' };
      const says = async (id: string, actor: Actor = ofTheClub) => {
        const refused = await run(world, approveCommitment, { id }, actor);
        return [found(refused), cited(refused)];
      };
      const denied = [['Ineligible'], ['nobody approves a payment to themselves or a request of their own']];
      expect(await says(await to({ organisationId: 'organisation_club' }))).toEqual(denied);
      expect(await says(await to({ account: 'panel-1', isPerson: true }))).toEqual(denied);
      expect(await says(await to({ name: 'SAM  Sample' }), second)).toEqual(denied);
      const byToken = { ...second, organisation: 'organisation_bakers' };
      expect(await says(await to({ organisationId: 'organisation_bakers' }), byToken)).toEqual(denied);
      expect(await says(await to({}), treasurer)).toEqual(denied);
    });

    test('is rejected when it can no longer be approved, and taken back by whoever asked', async () => {
      const { allocation } = await ready();
      const { first, second, treasurer, resident } = people(world);
      const id = await requested(world, allocation, 100);
      const no = { id, statementOfReasons: 'Too dear.' };
      subjectOf(await run(world, rejectCommitment, no, first));
      expect(await commitment(id)).toMatchObject({ state: 'REQUESTED' });
      subjectOf(await run(world, rejectCommitment, no, second));
      expect(await commitment(id)).toMatchObject({ state: 'REJECTED' });
      const other = await requested(world, allocation, 100);
      expect(found(await run(world, withdrawCommitment, { id: other }, resident))).toEqual(['NotAllowed']);
      subjectOf(await run(world, withdrawCommitment, { id: other }, treasurer));
      expect(found(await run(world, approveCommitment, { id: other }, first))).toEqual(['WrongState']);
    });

    const seat = async (budget: MadeBudget, ...accounts: string[]) => {
      const members = accounts.map((account) => ({ account, name: `Member ${account}` }));
      const input = { id: budget.id, members, approvalsNeeded: 2 };
      subjectOf(await run(world, setApprovalPanel(DIRECTORY), input, people(world).treasurer));
    };

    test('is approved once by each person, whoever leaves the panel and returns meanwhile', async () => {
      const { budget, allocation } = await ready();
      const { first, second, third } = people(world);
      const id = await requested(world, allocation, 100);
      subjectOf(await run(world, approveCommitment, { id }, first));
      await seat(budget, 'panel-2', 'panel-3');
      expect(found(await run(world, approveCommitment, { id }, first))).toEqual(['NotAllowed']);
      await seat(budget, 'panel-1', 'panel-2', 'panel-3');
      expect(found(await run(world, approveCommitment, { id }, first))).toEqual(['Ineligible']);
      await seat(budget, 'panel-2', 'panel-3');
      subjectOf(await run(world, approveCommitment, { id }, second));
      expect(await commitment(id)).toMatchObject({ state: 'REQUESTED' });
      subjectOf(await run(world, approveCommitment, { id }, third));
      expect(await commitment(id)).toMatchObject({ state: 'COMMITTED' });
    });

    test('is not rejected by those who have left the panel', async () => {
      const { budget, allocation } = await ready();
      const { first, second, third } = people(world);
      const id = await requested(world, allocation, 100);
      subjectOf(await run(world, rejectCommitment, { id, statementOfReasons: 'Too dear.' }, first));
      await seat(budget, 'panel-2', 'panel-3', 'panel-4');
      subjectOf(await run(world, rejectCommitment, { id, statementOfReasons: 'Too dear.' }, second));
      expect(await commitment(id)).toMatchObject({ state: 'REQUESTED' });
      subjectOf(await run(world, rejectCommitment, { id, statementOfReasons: 'Too dear.' }, third));
      expect(await commitment(id)).toMatchObject({ state: 'REJECTED' });
    });

    test('is told from that of somebody with the same subject elsewhere', async () => {
      const { budget, allocation } = await ready();
      const { housing, youthClub, first } = people(world);
      const input = { allocationId: allocation, amountPence: 5, purpose: 'x', payee: { name: 'Anybody' } };
      const id = subjectOf(await run(world, requestCommitment(DIRECTORY), input, housing));
      const namesake = { ...youthClub, subject: housing.subject };
      expect(found(await run(world, withdrawCommitment, { id }, namesake))).toEqual(['NotAllowed']);
      await seat(budget, housing.subject, 'panel-1', 'panel-2');
      const inKingston = { ...first, subject: housing.subject };
      // To take it back is for the capacity in which it was asked; to approve it, for nobody who asked in any.
      expect(found(await run(world, approveCommitment, { id }, inKingston))).toEqual(['Ineligible']);
      expect(found(await run(world, approveCommitment, { id }, housing))).toEqual(['NotAllowed']);
      subjectOf(await run(world, withdrawCommitment, { id }, housing));
    });

    test('beyond what is left is refused at the last approval, and the request waits', async () => {
      const { budget, allocation } = await ready(1_000);
      const { first, second } = people(world);
      const id = await requested(world, allocation, 1_001);
      subjectOf(await run(world, approveCommitment, { id }, first));
      const refused = await run(world, approveCommitment, { id }, second);
      expect(refused).toMatchObject({
        problems: [{ kind: 'LimitExceeded', limit: 1_000, requested: 1_001 }],
      });
      expect(await commitment(id)).toMatchObject({ state: 'REQUESTED' });
      await contributed(world, budget, 1);
      await allocated(world, budget, 1);
      expect(found(await run(world, approveCommitment, { id }, second))).toEqual(['LimitExceeded id']);
    });

    test('of 100 approvals at once against the last £1,000 never overspends it', async () => {
      const { budget, allocation } = await ready(100_000);
      const { first, second } = people(world);
      const ids = await Promise.all(Array.from({ length: 100 }, () => requested(world, allocation, 9_900)));
      await Promise.all(ids.map(async (id) => subjectOf(await run(world, approveCommitment, { id }, first))));
      const results = await Promise.all(ids.map((id) => run(world, approveCommitment, { id }, second)));
      expect(results.filter(({ ok }) => ok)).toHaveLength(10);
      const refused = results.flatMap((result) => (result.ok ? [] : found(result)));
      expect(refused).toEqual(Array(90).fill('LimitExceeded id'));
      expect(await sums(budget)).toMatchObject({ ALLOCATED: 1_000, COMMITTED: 99_000 });
    }, 120_000);

    test('with an idempotency key happens once; the trail holds no name of a payee', async () => {
      const { budget, allocation } = await ready();
      const { treasurer } = people(world);
      const id = await committed(world, allocation, 500);
      const input = { id, amountPence: 500, idempotencyKey: `pay-${budget.id}` };
      subjectOf(await run(world, payCommitment, input, treasurer));
      subjectOf(await run(world, payCommitment, input, treasurer));
      expect(await commitment(id)).toMatchObject({ state: 'PAID', paidPence: 500 });
      const trail = await world.database.reader.findBy(AuditEntry, { subject: id });
      expect(JSON.stringify(trail)).not.toMatch(/Repairs/);
    });

    test('shows a payee who is a person to officers and auditors only', async () => {
      const { allocation } = await ready();
      const { treasurer, auditor, resident } = people(world);
      const payee = { name: 'Pat Private', isPerson: true };
      const input = { allocationId: allocation, amountPence: 5, purpose: 'Fares', payee };
      const id = subjectOf(await run(world, requestCommitment(DIRECTORY), input, treasurer));
      const nameFor = async (actor?: typeof treasurer) => {
        const query = 'query ($id: ID!) { budgetCommitment(id: $id) { payee { name } } }';
        const { data } = await ask(world, built, query, { id }, actor);
        return (data as { budgetCommitment: { payee: { name: string } } }).budgetCommitment.payee.name;
      };
      expect(await nameFor()).toBe('An individual');
      expect(await nameFor(resident)).toBe('An individual');
      expect(await nameFor(treasurer)).toBe('Pat Private');
      expect(await nameFor(auditor)).toBe('Pat Private');
    });

    test('needs a panel of at least two, none of them twice', async () => {
      const { id } = await aBudget(world);
      const { treasurer } = people(world);
      const set = (accounts: readonly string[], approvalsNeeded: number) =>
        run(
          world,
          setApprovalPanel(DIRECTORY),
          { id, approvalsNeeded, members: accounts.map((account) => ({ account, name: account })) },
          treasurer,
        );
      expect(found(await set(['a', 'b'], 1))).toEqual(['InvalidInput approvalsNeeded']);
      expect(found(await set(['a', 'b'], 3))).toEqual(['InvalidInput approvalsNeeded']);
      expect(found(await set(['a', 'a', 'b'], 2))).toEqual(['InvalidInput members']);
      expect(found(await set(['a', 'b', 'c'], 2))).toEqual(['done']);
      expect(found(await set(['c', 'd'], 2))).toEqual(['done']);
    });
  });

  describe('the book', () => {
    test('a journal has to balance, and moves between allocations', async () => {
      const budget = await aBudget(world);
      const { treasurer } = people(world);
      await contributed(world, budget, 10_000);
      const [one, other] = [await allocated(world, budget, 5_000), await allocated(world, budget, 5_000)];
      const journal = (from: number, to: number) =>
        run(
          world,
          postJournal,
          {
            ...{ budgetId: budget.id, form: 'CASH', narrative: 'A virement' },
            lines: [
              { kind: 'ALLOCATED', allocationId: one, amountPence: to },
              { kind: 'ALLOCATED', allocationId: other, amountPence: from },
            ],
          },
          treasurer,
        );
      const refused = await journal(-1_000, 999);
      expect(found(refused)).toEqual(['InvalidInput lines']);
      expect(cited(refused)).toEqual(['double entry: every posting balances']);
      expect(found(await journal(-5_001, 5_001))).toEqual(['LimitExceeded lines']);
      subjectOf(await journal(-1_000, 1_000));
      expect(
        found(
          await run(
            world,
            postJournal,
            {
              ...{ budgetId: budget.id, form: 'CASH', narrative: 'x' },
              lines: [
                { kind: 'ALLOCATED', allocationId: 'allocation_0', amountPence: 5 },
                { kind: 'AVAILABLE', amountPence: -5 },
              ],
            },
            treasurer,
          ),
        ),
      ).toEqual(['NotFound lines.0.allocationId']);
    });

    test('a treasurer closes a month; its days take no posting, and a mistake is put right by a correction', async () => {
      const budget = await aBudget(world);
      await withPanel(world, budget);
      const { treasurer, resident } = people(world);
      world.clock.set('2026-05-12T11:00:00Z');
      await contributed(world, budget, 100_000);
      const allocation = await allocated(world, budget, 80_000);
      const id = await committed(world, allocation, 30_000);
      subjectOf(await run(world, payCommitment, { id, amountPence: 30_000 }, treasurer));
      const close = (until: string, actor = treasurer) =>
        run(world, closePeriod, { budgetId: budget.id, until }, actor);
      expect(found(await close('2026-05-31'))).toEqual(['TooEarly until']);
      world.clock.set('2026-06-03T11:00:00Z');
      expect(found(await close('2026-05-31', resident))).toEqual(['NotAllowed']);
      const period = subjectOf(await close('2026-05-31'));
      expect(found(await close('2026-05-31'))).toEqual(['WrongState until']);
      expect(found(await close('2026-04-30'))).toEqual(['WrongState until']);
      const before = await balancesOn(world.database.reader, budget.id, '2026-05-31');
      const kept = await world.database.reader.findOneByOrFail(LedgerPeriod, { id: period });
      expect(kept).toMatchObject({ fromOn: '2026-05-12', postingCount: 4, closing: before });

      const late = await run(
        world,
        makeAllocation,
        { budgetId: budget.id, form: 'CASH', amountPence: 1, purpose: 'Late', postedOn: '2026-05-31' },
        treasurer,
      );
      expect(late).toMatchObject({ problems: [{ kind: 'WrongState', state: 'CLOSED', path: ['postedOn'] }] });
      expect(cited(late)).toEqual(['a closed period is corrected by postings in an open one']);

      const payment = await lastPosting(id);
      const correct = (otherwise: object = {}) =>
        run(world, correctPosting, { id: payment.id, narrative: 'Paid twice', ...otherwise }, treasurer);
      expect(found(await correct({ postedOn: '2026-05-20' }))).toEqual(['WrongState postedOn']);
      expect(found(await correct({ postedOn: '2026-05-01' }))).toEqual(['InvalidInput postedOn']);
      expect(found(await correct({ narrative: '' }))).toEqual(['InvalidInput narrative']);
      subjectOf(await correct());
      expect(found(await correct())).toEqual(['Ineligible id']);
      expect(await commitment(id)).toMatchObject({ state: 'COMMITTED', paidPence: 0 });
      expect(await sums(budget)).toMatchObject({ COMMITTED: 30_000, SPENT: 0 });
      expect(await balancesOn(world.database.reader, budget.id, '2026-05-31')).toEqual(before);

      const query = `query ($id: ID!) { communityBudget(id: $id) {
        closedPeriods { nodes { untilOn isUnchanged statement { isClosed pool { spent { pence } } } } }
        may: statement(on: "2026-05-31") { isClosed postingCount pool { spent { pence } committed { pence } } }
        june: statement { isClosed pool { spent { pence } committed { pence } } }
        april: statement(on: "2026-04-30") { postingCount pool { total { pence } } }
        ledgerCheck { isSound postingCount } } }`;
      const { data, errors } = await ask(world, built, query, { id: budget.id });
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({
        communityBudget: {
          closedPeriods: {
            nodes: [
              {
                ...{ untilOn: '2026-05-31', isUnchanged: true },
                statement: { isClosed: true, pool: { spent: { pence: 30_000 } } },
              },
            ],
          },
          may: {
            isClosed: true,
            postingCount: 4,
            pool: { spent: { pence: 30_000 }, committed: { pence: 0 } },
          },
          june: { isClosed: false, pool: { spent: { pence: 0 }, committed: { pence: 30_000 } } },
          april: { postingCount: 0, pool: { total: { pence: 0 } } },
          ledgerCheck: { isSound: true, postingCount: 5 },
        },
      });
    });

    test('a posting that is dated back leaves no day since with an account below nothing', async () => {
      const budget = await aBudget(world);
      await withPanel(world, budget);
      const { treasurer } = people(world);
      world.clock.set('2026-05-12T11:00:00Z');
      await contributed(world, budget, 10_000);
      world.clock.set('2026-05-20T11:00:00Z');
      const allocation = await allocated(world, budget, 8_000);
      world.clock.set('2026-06-01T11:00:00Z');
      const id = await committed(world, allocation, 3_000);
      const pays = (postedOn: string) =>
        run(world, payCommitment, { id, amountPence: 1_000, postedOn }, treasurer);
      const refused = await pays('2026-05-25');
      expect(found(refused)).toEqual(['LimitExceeded postedOn']);
      expect(refused).toMatchObject({ problems: [{ limit: 0, requested: 1_000 }] });
      subjectOf(await pays('2026-06-01'));
      await contributed(world, budget, 5_000);
      const allocates = (amountPence: number, postedOn: string) =>
        run(
          world,
          makeAllocation,
          { budgetId: budget.id, form: 'CASH', amountPence, purpose: 'Late', postedOn },
          treasurer,
        );
      expect(found(await allocates(2_001, '2026-05-13'))).toEqual(['LimitExceeded postedOn']);
      expect(found(await allocates(2_000, '2026-05-13'))).toEqual(['done']);
      expect(found(await allocates(1, '2026-05-31'))).toEqual(['LimitExceeded postedOn']);
      expect(await ledgerFaults(world.database.reader, [budget.id])).toEqual([]);
    });

    test('is found unsound when an entry is dated before what it rests on', async () => {
      const budget = await aBudget(world);
      await contributed(world, budget, 5_000);
      const allocation = await allocated(world, budget, 5_000);
      const { id } = await lastPosting(allocation);
      const date = (day: string) =>
        world.database.transaction(async (manager) => {
          await manager.query('UPDATE ledger_entry SET posted_on = ? WHERE posting_id = ?', [day, id]);
          await manager.query('UPDATE ledger_posting SET posted_on = ? WHERE id = ?', [day, id]);
        });
      await date('2026-05-31');
      expect(await ledgerFaults(world.database.reader, [budget.id])).toMatchObject([
        { message: expect.stringMatching(/AVAILABLE.*wrong side at the end of 2026-05-31/) },
      ]);
      await date('2026-06-01');
    });

    test('an arrival is taken back only while it is available', async () => {
      const budget = await aBudget(world);
      const { treasurer } = people(world);
      const id = await contributed(world, budget, 5_000);
      const posting = await lastPosting(id);
      const correct = () => run(world, correctPosting, { id: posting.id, narrative: 'Bounced' }, treasurer);
      const allocation = await allocated(world, budget, 1);
      expect(found(await correct())).toEqual(['LimitExceeded id']);
      subjectOf(
        await run(
          world,
          correctPosting,
          { id: (await lastPosting(allocation)).id, narrative: 'Not so' },
          treasurer,
        ),
      );
      subjectOf(await correct());
      expect(await contribution(id)).toMatchObject({ state: 'PLEDGED', receivedPence: 0 });
    });

    test('is found unsound when a balance or an entry was written past it', async () => {
      const budget = await aBudget(world);
      await contributed(world, budget, 5_000);
      const tamper = (pence: number) =>
        world.database.transaction((manager) =>
          manager.query(
            `UPDATE ledger_account SET balance_pence = balance_pence + (${pence}) WHERE kind = 'AVAILABLE' AND fund_id = ?`,
            [budget.id],
          ),
        );
      await tamper(1);
      const faults = await ledgerFaults(world.database.reader, [budget.id]);
      expect(faults).toMatchObject([{ fundId: budget.id, message: expect.stringMatching(/keeps £50\.01/) }]);
      await tamper(-1);
    });
  });
});
