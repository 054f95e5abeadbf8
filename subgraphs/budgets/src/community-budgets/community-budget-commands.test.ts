import { ask, databaseOf, describeDatabases, schemaDifferences, type World } from '@coop/test/kit';
import type { Actor } from '@coop/shared/access';
import { buildSubgraph } from '@coop/shared/graphql';
import { AuditEntry } from '@coop/shared/persistence';
import { budgets } from '..';
import { awardGrant } from '../grants/award-grant.command';
import {
  aBudget,
  allocated,
  cited,
  contributed,
  found,
  KINGSTON,
  people,
  requested,
  run,
  subjectOf,
  type MadeBudget,
} from '../ledger/ledger.fixture';
import { ledgerFaults } from '../ledger/ledger-check.queries';
import { makeAllocation } from '../ledger/make-allocation.command';
import { pledgeContribution } from '../ledger/pledge-contribution.command';
import { requestCommitment, withdrawCommitment } from '../ledger/request-commitment.command';
import { returnContribution, withdrawContribution } from '../ledger/settle-contribution.command';
import { useAllocation } from '../ledger/use-allocation.command';
import { agreePlan, closePlan } from '../plans/move-plan.command';
import { OperationalPlan, PlanAgreement } from '../plans/plan.entity';
import { draftPlan } from '../plans/write-plan.command';
import { cancelVote } from '../votes/move-vote.command';
import { startVote } from '../votes/start-vote.command';
import { soundPlan } from '../votes/votes.fixture';
import {
  declineBudgetInvitation,
  joinCommunityBudget,
  leaveCommunityBudget,
} from './answer-for-partner.command';
import {
  arrangeAccountability,
  closeCommunityBudget,
  describeCommunityBudget,
  prioritiseCommunityBudget,
} from './change-community-budget.command';
import { CommunityBudgetPartner, CommunityBudgetPriority } from './community-budget-parts.entity';
import { CommunityBudget } from './community-budget.entity';
import { DIRECTORY } from './directory.fixture';
import { invitePartner } from './invite-partner.command';
import { openCommunityBudget } from './open-community-budget.command';

const built = buildSubgraph(budgets);

const OPENING = {
  kind: 'NEIGHBOURHOOD',
  ...{ council: KINGSTON, name: 'Norbiton', description: 'Streets and homes' },
  neighbourhoodId: 'neighbourhood_norbiton',
  lead: {
    kind: 'REGISTERED_PROVIDER',
    ...{ name: 'Example Homes', organisationId: 'organisation_housing', agreedBy: 'Its board' },
  },
} as const;

describeDatabases('community budgets', databaseOf(built), (world: World) => {
  const everybody = () => ({
    ...people(world),
    manager: world.actor({ subject: 'manager-1', role: 'manager', council: KINGSTON }),
  });
  const open = (otherwise: object = {}, actor: Actor = people(world).treasurer) =>
    run(world, openCommunityBudget(DIRECTORY), { ...OPENING, ...otherwise }, actor);
  const budgetOf = (id: string) => world.database.reader.findOneByOrFail(CommunityBudget, { id });
  const partnerOf = (id: string) => world.database.reader.findOneByOrFail(CommunityBudgetPartner, { id });
  const treasurer = () => people(world).treasurer;

  test('have the tables that their entities say', async () => {
    expect(await schemaDifferences(world.database)).toEqual([]);
  });

  describe('when opened', () => {
    test('are the council’s, with the lead as their first partner, and stand in the trail', async () => {
      const { manager, resident, elsewhere } = everybody();
      for (const actor of [resident, elsewhere]) expect(found(await open({}, actor))).toEqual(['NotAllowed']);
      const id = subjectOf(await open({ otherCouncils: ['E09000033'], openedOn: '2026-05-01' }, manager));
      expect(await budgetOf(id)).toMatchObject({
        ...{ state: 'OPEN', gssCode: KINGSTON, openedOn: '2026-05-01', isPilot: false, illustrative: false },
        ...{ approvalsNeeded: 2, leadIsIllustrative: false, closedOn: null, version: 1 },
      });
      const { data, errors } = await ask(
        world,
        built,
        `query ($id: ID!) { communityBudget(id: $id) { state openedOn lead { name illustrative } councils { gssCode }
           partners { name state joinedOn agreedBy version } invitedPartners { id } formerPartners { id } accountability { duty } } }`,
        { id },
      );
      expect(errors).toBeUndefined();
      expect(data).toEqual({
        communityBudget: {
          ...{ state: 'OPEN', openedOn: '2026-05-01', lead: { name: 'Example Homes', illustrative: false } },
          councils: [{ gssCode: KINGSTON }, { gssCode: 'E09000033' }],
          partners: [
            {
              ...{ name: 'Example Homes', state: 'JOINED', joinedOn: '2026-05-01' },
              ...{ agreedBy: 'Its board', version: 1 },
            },
          ],
          ...{ invitedPartners: [], formerPartners: [], accountability: [] },
        },
      });
      const [entry] = await world.database.reader.findBy(AuditEntry, { subject: id });
      expect(entry).toMatchObject({ council: KINGSTON, action: 'communityBudgetOpen', actor: 'manager-1' });
    });

    test('name nothing that the directory does not know, or that lies elsewhere', async () => {
      const unknown = {
        ...{ neighbourhoodId: 'neighbourhood_unknown', otherCouncils: ['E09000033', 'E09999999'] },
        lead: { ...OPENING.lead, organisationId: 'organisation_unknown' },
      };
      expect(found(await open(unknown))).toEqual([
        ...['NotFound lead.organisationId', 'NotFound neighbourhoodId', 'NotFound otherCouncils.1'],
      ]);
      expect(found(await open({ neighbourhoodId: 'council_E09000021' }))).toEqual([
        'NotFound neighbourhoodId',
      ]);
      expect(found(await open({ council: 'Kingston', otherCouncils: ['Oldham'] }))).toEqual([
        'InvalidInput council',
        'InvalidInput otherCouncils.0',
      ]);
      const far = world.actor({ council: 'E08000004' });
      expect(found(await open({ council: 'E08000004' }, far))).toEqual(['NotFound neighbourhoodId']);
    });

    test('happen once for a key that is sent twice', async () => {
      const key = { idempotencyKey: 'open-once' };
      expect(subjectOf(await open(key))).toBe(subjectOf(await open(key)));
      expect(found(await open({ ...key, name: 'Another' }))).toEqual(['InvalidInput idempotencyKey']);
    });
  });

  test('are described anew by the council alone, and found by the new name', async () => {
    const id = subjectOf(await open());
    const describe = (otherwise: object = {}, actor: Actor = treasurer()) =>
      run(
        world,
        describeCommunityBudget,
        { id, name: 'Aardvark Lane', description: 'Homes', ...otherwise },
        actor,
      );
    expect(found(await describe({}, everybody().manager))).toEqual(['NotAllowed']);
    expect(found(await describe({ expectedVersion: 7, name: '' }))).toEqual([
      ...['Conflict expectedVersion', 'InvalidInput name'],
    ]);
    expect(found(await describe({ id: 'communitybudget_0' }))).toEqual(['NotFound id']);
    subjectOf(await describe({ expectedVersion: 1 }));
    const { data } = await ask(
      world,
      built,
      `{ communityBudgets(first: 1, filter: { council: "${KINGSTON}" }) { nodes { id name version } } }`,
    );
    expect(data).toMatchObject({ communityBudgets: { nodes: [{ id, name: 'Aardvark Lane', version: 2 }] } });
  });

  test('keep the priorities that money and plans go by, under whatever theme', async () => {
    const budget = await aBudget(world);
    const [housing, youth] = budget.priorities;
    await contributed(world, budget, 500);
    await allocated(world, budget, 500);
    const order = (...priorities: { id?: string; theme: string }[]) =>
      run(world, prioritiseCommunityBudget, { id: budget.id, priorities }, treasurer());
    const list = async () => {
      const rows = await world.database.reader.find(CommunityBudgetPriority, {
        where: { budgetId: budget.id },
        order: { rank: 'ASC' },
      });
      return rows.map(({ id, rank, theme }) => [rank, id, theme]);
    };
    const without = await order({ theme: 'Youth activities' });
    expect(found(without)).toEqual(['Ineligible priorities']);
    expect(cited(without)).toEqual(['priorities are an ordered list']);
    subjectOf(
      await order({ theme: 'Streets' }, { theme: 'YOUTH activities' }, { id: housing, theme: 'Homes' }),
    );
    expect(await list()).toEqual([
      [1, expect.stringMatching(/^budgetpriority_/), 'Streets'],
      [2, youth, 'YOUTH activities'],
      [3, housing, 'Homes'],
    ]);
    subjectOf(await order({ id: housing, theme: 'Homes' }));
    expect(await list()).toEqual([[1, housing, 'Homes']]);
    const content = {
      services: [{ name: 'A service', description: 'x', priorityId: housing }],
      ...{
        resources: [{ kind: 'STAFF' as const, description: 'x' }],
        accountability: 'x',
        goesLiveOn: '2026-07-01',
      },
    };
    const other = await aBudget(world);
    const services = [{ ...content.services[0]!, priorityId: other.priorities[0] }];
    const drafted = { budgetId: other.id, content: { ...content, services } };
    subjectOf(await run(world, draftPlan, drafted, treasurer()));
    const dropped = { id: other.id, priorities: [{ theme: 'Streets' }] };
    expect(found(await run(world, prioritiseCommunityBudget, dropped, treasurer()))).toEqual([
      'Ineligible priorities',
    ]);
  });

  test('say who answers for what, one of the partners for the accounts', async () => {
    const { id, partners } = await aBudget(world);
    const duties = [
      { duty: 'DECIDES', name: 'The board', statement: 'Monthly, in public' },
      { duty: 'KEEPS_ACCOUNTS', name: 'Kingston', partnerId: partners[0], statement: 'To the board' },
    ] as const;
    const arrange = (said: readonly object[], actor: Actor = treasurer()) =>
      run(world, arrangeAccountability, { id, duties: said as never }, actor);
    expect(found(await arrange(duties, people(world).housing))).toEqual(['NotAllowed']);
    expect(found(await arrange([duties[0], { ...duties[1], partnerId: 'budgetpartner_0' }]))).toEqual([
      'NotFound duties.1.partnerId',
    ]);
    subjectOf(await arrange([...duties, { ...duties[0], duty: 'AUDITS' }]));
    subjectOf(await arrange(duties));
    const query =
      'query ($id: ID!) { communityBudget(id: $id) { accountability { duty name partner { id } } } }';
    expect((await ask(world, built, query, { id })).data).toEqual({
      communityBudget: {
        accountability: [
          { duty: 'DECIDES', name: 'The board', partner: null },
          { duty: 'KEEPS_ACCOUNTS', name: 'Kingston', partner: { id: partners[0] } },
        ],
      },
    });
    const leave = { id: partners[0], statementOfReasons: 'x' };
    expect(found(await run(world, leaveCommunityBudget, leave, treasurer()))).toEqual([
      ...['Ineligible id', 'Ineligible id'],
    ]);
  });

  describe('partners', () => {
    const invite = (budgetId: string, otherwise: object = {}, actor: Actor = treasurer()) =>
      run(
        world,
        invitePartner(DIRECTORY),
        { budgetId, name: 'Example Traders', organisationId: 'organisation_traders', ...otherwise },
        actor,
      );
    const traders = () =>
      world.actor({ subject: 't-1', role: 'group', council: null, organisation: 'organisation_traders' });
    const join = (id: string, actor: Actor = traders(), otherwise: object = {}) =>
      run(world, joinCommunityBudget, { id, agreedBy: 'Chair', ...otherwise }, actor);
    const leave = (id: string, actor: Actor, otherwise: object = {}) =>
      run(world, leaveCommunityBudget, { id, statementOfReasons: 'It has moved.', ...otherwise }, actor);
    const draft = async ({ id: budgetId }: MadeBudget) => {
      const content = {
        services: [{ name: 'A service', description: 'x' }],
        ...{ resources: [{ kind: 'STAFF' as const, description: 'x' }], accountability: 'x' },
        goesLiveOn: '2026-07-01',
      };
      return subjectOf(await run(world, draftPlan, { budgetId, content }, treasurer()));
    };
    const agree = async (id: string, partnerId: string) =>
      subjectOf(await run(world, agreePlan, { id, partnerId, revision: 1, agreedBy: 'Chair' }, treasurer()));

    test('are asked by the council, once, and join by their own agreement', async () => {
      const { id: budgetId } = await aBudget(world);
      const { housing, resident, youthClub } = people(world);
      expect(found(await invite(budgetId, {}, housing))).toEqual(['NotAllowed']);
      expect(found(await invite(budgetId, { organisationId: 'organisation_unknown' }))).toEqual([
        'NotFound organisationId',
      ]);
      expect(found(await invite(budgetId, { organisationId: 'organisation_housing' }))).toEqual([
        'Ineligible organisationId',
      ]);
      const id = subjectOf(await invite(budgetId));
      expect(found(await invite(budgetId))).toEqual(['Ineligible organisationId']);
      const pledge = { partnerId: id, form: 'CASH', description: 'Money', amountPence: 5 } as const;
      expect(found(await run(world, pledgeContribution, pledge, traders()))).toEqual(['WrongState']);
      for (const actor of [resident, youthClub, housing])
        expect(found(await join(id, actor))).toEqual(['NotAllowed']);
      const shown = `query ($id: ID!) { communityBudget(id: $id) { partners { name } invitedPartners { name viewerCan { join decline leave } } } }`;
      expect((await ask(world, built, shown, { id: budgetId }, traders())).data).toMatchObject({
        communityBudget: {
          partners: { length: 4 },
          invitedPartners: [
            { name: 'Example Traders', viewerCan: { join: true, decline: true, leave: false } },
          ],
        },
      });
      subjectOf(await join(id));
      expect(found(await join(id))).toEqual(['WrongState']);
      expect(await partnerOf(id)).toMatchObject({
        ...{ state: 'JOINED', joinedOn: '2026-06-01', agreedBy: 'Chair', position: 4, version: 2 },
      });
      subjectOf(await run(world, pledgeContribution, pledge, traders()));
    });

    test('decline, and can be asked again', async () => {
      const { id: budgetId } = await aBudget(world);
      const id = subjectOf(await invite(budgetId, { name: 'Nobody’s Club', organisationId: null }));
      const decline = (actor: Actor) =>
        run(world, declineBudgetInvitation, { id, statementOfReasons: 'No time.' }, actor);
      expect(found(await decline(traders()))).toEqual(['NotAllowed']);
      subjectOf(await decline(treasurer()));
      expect(found(await join(id, treasurer()))).toEqual(['WrongState']);
      expect(found(await invite(budgetId, { name: 'NOBODY’S club', organisationId: null }))).toEqual([
        'done',
      ]);
      const query =
        'query ($id: ID!) { communityBudget(id: $id) { formerPartners { state statementOfReasons leftOn } } }';
      expect((await ask(world, built, query, { id: budgetId })).data).toEqual({
        communityBudget: {
          formerPartners: [{ state: 'DECLINED', statementOfReasons: 'No time.', leftOn: '2026-06-01' }],
        },
      });
    });

    test('agree by joining to the plan that all others agreed to, in the wording that they read', async () => {
      const budget = await aBudget(world);
      const plan = await draft(budget);
      for (const partner of budget.partners) await agree(plan, partner);
      const id = subjectOf(await invite(budget.id));
      expect(found(await join(id))).toEqual(['InvalidInput planRevision']);
      expect(found(await join(id, traders(), { planRevision: 2 }))).toEqual(['Conflict planRevision']);
      subjectOf(await join(id, traders(), { planRevision: 1 }));
      expect(await world.database.reader.findOneBy(OperationalPlan, { id: plan })).toMatchObject({
        state: 'AGREED',
      });
      const agreements = await world.database.reader.findBy(PlanAgreement, { planId: plan });
      expect(agreements).toHaveLength(5);
      const query = 'query ($id: ID!) { operationalPlan(id: $id) { awaiting { name } } }';
      expect((await ask(world, built, query, { id: plan })).data).toEqual({
        operationalPlan: { awaiting: [] },
      });
    });

    test('that a draft waited for settle it by leaving', async () => {
      const budget = await aBudget(world);
      const plan = await draft(budget);
      const [kingston, , club, police] = budget.partners;
      for (const partner of [kingston, club, police]) await agree(plan, partner);
      const { housing } = people(world);
      subjectOf(await leave(budget.partners[1], housing));
      expect(await world.database.reader.findOneBy(OperationalPlan, { id: plan })).toMatchObject({
        ...{ state: 'AGREED', agreedOn: '2026-06-01' },
      });
      const input = { allocationId: 'allocation_0', amountPence: 5, purpose: 'x', payee: { name: 'y' } };
      expect(found(await run(world, requestCommitment(DIRECTORY), input, housing))).toEqual([
        'NotFound allocationId',
      ]);
    });

    test('leave when nothing they pledged is to come and it is said what becomes of what they put in', async () => {
      const budget = await aBudget(world);
      const { housing, youthClub } = people(world);
      const [lead, homes] = budget.partners;
      expect(found(await leave(lead, treasurer()))).toEqual(['Ineligible id']);
      expect(found(await leave(homes, youthClub))).toEqual(['NotAllowed']);
      const pledge = { partnerId: homes, form: 'CASH', description: 'Money', amountPence: 900 } as const;
      const open_ = subjectOf(await run(world, pledgeContribution, pledge, housing));
      await contributed(world, budget, 700, 'CASH', 1);
      const arrived = await contributed(world, budget, 300, 'IN_KIND', 1);
      const refused = await leave(homes, housing, { statementOfReasons: ' ' });
      expect(found(refused)).toEqual([
        ...['InvalidInput statementOfReasons', 'Ineligible id', 'InvalidInput balanceStatement'],
      ]);
      expect(JSON.stringify(refused)).toMatch(/£10\.00 is left/);
      expect(new Set(cited(refused))).toEqual(
        new Set(['nothing is left behind of which it is not recorded what becomes']),
      );
      subjectOf(await run(world, withdrawContribution, { id: open_ }, housing));
      subjectOf(await run(world, returnContribution, { id: arrived, amountPence: 300 }, treasurer()));
      expect(JSON.stringify(await leave(homes, housing))).toMatch(/£7\.00 is left/);
      subjectOf(await leave(homes, housing, { balanceStatement: 'It stays in the pool.' }));
      expect(await partnerOf(homes)).toMatchObject({
        ...{ state: 'LEFT', leftOn: '2026-06-01', balanceStatement: 'It stays in the pool.' },
      });
      expect(found(await run(world, pledgeContribution, pledge, housing))).toEqual(['WrongState']);
      expect(found(await leave(homes, housing))).toContain('WrongState');
      const allocation = await allocated(world, budget, 5);
      const input = { allocationId: allocation, amountPence: 5, purpose: 'x', payee: { name: 'y' } };
      expect(found(await run(world, requestCommitment(DIRECTORY), input, housing))).toEqual(['NotAllowed']);
      expect(await ledgerFaults(world.database.reader, [budget.id])).toEqual([]);
    });

    test('have left no more than is left of the form in which they put it in', async () => {
      const budget = await aBudget(world);
      const { housing } = people(world);
      await contributed(world, budget, 5_000, 'CASH', 0);
      await contributed(world, budget, 300, 'IN_KIND', 1);
      const id = await allocated(world, budget, 300, 'IN_KIND');
      const use = { id, amountPence: 250, narrative: 'Evenings' };
      subjectOf(await run(world, useAllocation, use, treasurer()));
      expect(JSON.stringify(await leave(budget.partners[1], housing))).toMatch(/£0\.50 is left/);
      subjectOf(await run(world, useAllocation, { ...use, amountPence: 50 }, treasurer()));
      subjectOf(await leave(budget.partners[1], housing));
    });

    test('are asked once by officers who ask at the same moment', async () => {
      const { id } = await aBudget(world);
      const results = await Promise.all(Array.from({ length: 8 }, () => invite(id)));
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    });
  });

  describe('when closed', () => {
    const close = (id: string, otherwise: object = {}, actor: Actor = treasurer()) =>
      run(world, closeCommunityBudget, { id, statementOfReasons: 'It has ended.', ...otherwise }, actor);

    test('have nothing open, and say what becomes of what is left', async () => {
      const budget = await aBudget(world);
      const { housing } = people(world);
      await contributed(world, budget, 1_000);
      const allocation = await allocated(world, budget, 600);
      const request = await requested(world, allocation, 100);
      const pledge = {
        partnerId: budget.partners[1],
        form: 'CASH',
        description: 'x',
        amountPence: 9,
      } as const;
      const pledged = subjectOf(await run(world, pledgeContribution, pledge, housing));
      const content = {
        services: [{ name: 'A service', description: 'x' }],
        ...{ resources: [{ kind: 'STAFF' as const, description: 'x' }], accountability: 'x' },
        goesLiveOn: '2026-07-01',
      };
      const plan = subjectOf(await run(world, draftPlan, { budgetId: budget.id, content }, treasurer()));
      expect(found(await close(budget.id, {}, housing))).toEqual(['NotAllowed']);
      expect(found(await close(budget.id))).toEqual([
        ...['Ineligible id', 'Ineligible id', 'Ineligible id', 'InvalidInput balanceStatement'],
      ]);
      subjectOf(await run(world, withdrawCommitment, { id: request }, treasurer()));
      subjectOf(await run(world, withdrawContribution, { id: pledged }, housing));
      subjectOf(await run(world, closePlan, { id: plan, statementOfReasons: 'Done.' }, treasurer()));
      const refused = await close(budget.id);
      expect(found(refused)).toEqual(['InvalidInput balanceStatement']);
      expect(JSON.stringify(refused)).toMatch(/£10\.00 is left/);
      subjectOf(await close(budget.id, { balanceStatement: 'It goes back to Kingston.' }));
      expect(await budgetOf(budget.id)).toMatchObject({
        ...{ state: 'CLOSED', closedOn: '2026-06-01', balanceStatement: 'It goes back to Kingston.' },
      });
    });

    test('wait for the votes on them, and take none afterwards', async () => {
      const id = subjectOf(await open());
      const plan = { ...soundPlan, gssCode: KINGSTON, communityBudgetId: id, wardGssCodes: [] };
      const vote = subjectOf(await run(world, startVote, plan, treasurer()));
      expect(found(await close(id))).toEqual(['Ineligible id']);
      const cancel = { id: vote, statementOfReasons: 'Called off.' };
      subjectOf(await run(world, cancelVote, cancel, treasurer()));
      subjectOf(await close(id));
      expect(found(await run(world, startVote, plan, treasurer()))).toEqual(['WrongState']);
    });

    test('with nothing left say nothing of it, and take nothing new', async () => {
      const budget = await aBudget(world);
      const { id, partners, priorities } = budget;
      const arrived = await contributed(world, budget, 1_000);
      const allocation = await allocated(world, budget, 400);
      const left = { id, statementOfReasons: 'It has ended.', balanceStatement: 'Kingston gets it back.' };
      subjectOf(await run(world, closeCommunityBudget, left, treasurer()));
      expect(found(await close(id))).toContain('WrongState');
      const content = { services: [], resources: [], accountability: '', goesLiveOn: '2026-07-01' };
      const payee = { name: 'A firm' };
      const grant = {
        ...{ council: KINGSTON, budgetId: id, title: 'x', description: 'y', awardedPence: 5 },
        ...{ awardedOn: '2026-05-01', recipient: { name: 'A group' } },
      };
      const pledge = { partnerId: partners[1], form: 'CASH', description: 'x', amountPence: 9 } as const;
      const allocate = { budgetId: id, form: 'CASH', amountPence: 1, purpose: 'x' } as const;
      const results = [
        await run(world, pledgeContribution, pledge, treasurer()),
        await run(world, makeAllocation, allocate, treasurer()),
        await run(
          world,
          requestCommitment(DIRECTORY),
          { allocationId: allocation, amountPence: 1, purpose: 'x', payee },
          treasurer(),
        ),
        await run(world, draftPlan, { budgetId: id, content }, treasurer()),
        await run(world, awardGrant(DIRECTORY), grant, treasurer()),
        await run(world, invitePartner(DIRECTORY), { budgetId: id, name: 'New' }, treasurer()),
        await run(world, describeCommunityBudget, { id, name: 'x', description: 'y' }, treasurer()),
        await run(
          world,
          prioritiseCommunityBudget,
          { id, priorities: priorities.map((one) => ({ id: one, theme: one })) },
          treasurer(),
        ),
      ];
      for (const result of results) {
        expect(found(result)[0]).toBe('WrongState');
        expect(cited(result)[0]).toBe('what is closed takes nothing new');
      }
      // What is left is still given back.
      expect(
        found(await run(world, returnContribution, { id: arrived, amountPence: 600 }, treasurer())),
      ).toEqual(['done']);
      const empty = subjectOf(await open());
      subjectOf(await close(empty, { balanceStatement: 'Said for nothing.' }));
      expect(await budgetOf(empty)).toMatchObject({ state: 'CLOSED', balanceStatement: null });
      const query =
        'query ($id: ID!) { communityBudget(id: $id) { viewerCan { keepBudget close pledge requestSpending } partners { viewerCan { leave } } } }';
      expect((await ask(world, built, query, { id: empty }, treasurer())).data).toEqual({
        communityBudget: {
          viewerCan: { keepBudget: true, close: false, pledge: false, requestSpending: false },
          partners: [{ viewerCan: { leave: false } }],
        },
      });
    });
  });
});
