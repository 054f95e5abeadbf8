import { ask, databaseOf, describeDatabases } from '@coop/test/kit';
import { buildSubgraph } from '@coop/shared/graphql';
import { budgets } from '..';
import { aBudget, cited, found, people, run, subjectOf, type MadeBudget } from '../ledger/ledger.fixture';
import { agreePlan, closePlan, putPlanLive } from './move-plan.command';
import { OperationalPlan, PlanService } from './plan.entity';
import { planLifecycle } from './plan.lifecycle';
import { agreePlan as mayAgree, amendPlan as mayAmend, closePlan as mayClose, goLive } from './plan.rules';
import { amendPlan, draftPlan } from './write-plan.command';

const built = buildSubgraph(budgets);
const CONTENT = { serviceNames: ['Youth evenings'], resourceCount: 1, accountability: 'A board.' };

describe.each(planLifecycle.stateNames)('a plan that is %s', (state) => {
  const permits = (action: (typeof planLifecycle.actions)[number]) => planLifecycle.permit(action, state).ok;

  test('is amended, agreed to, put to work and closed only where its table says so', () => {
    const standing = { partners: ['a', 'b'], agreed: ['b'], partner: 'a', readRevision: 1, revision: 1 };
    expect(mayAmend(state, CONTENT).ok).toBe(permits('amend'));
    expect(mayAgree(state, standing).ok).toBe(permits('agree'));
    expect(goLive(state, '2026-06-01', '2026-06-01').ok).toBe(permits('goLive'));
    expect(mayClose(state, 'Done.').ok).toBe(permits('close'));
  });
});

test('a plan is agreed when the last partner agrees, and not before', () => {
  const agree = (agreed: string[], partner: string) =>
    mayAgree('DRAFT', { partners: ['a', 'b', 'c'], agreed, partner, readRevision: 2, revision: 2 });
  expect(agree([], 'a')).toMatchObject({ ok: true, state: 'DRAFT' });
  expect(agree(['a', 'b'], 'c')).toMatchObject({ ok: true, state: 'AGREED' });
  expect(agree(['a'], 'a')).toMatchObject({ ok: false, problems: [{ kind: 'Ineligible' }] });
  expect(agree([], 'd')).toMatchObject({ ok: false, problems: [{ kind: 'NotFound' }] });
});

describeDatabases('operational plans', databaseOf(built), (world) => {
  const content = (otherwise: object = {}) => ({
    services: [{ name: 'Youth evenings', description: 'Two a week' }],
    resources: [{ kind: 'STAFF', description: 'A youth worker' } as const],
    accountability: 'A board of residents and partners.',
    goesLiveOn: '2026-07-01',
    ...otherwise,
  });
  async function drafted(): Promise<{ budget: MadeBudget; id: string }> {
    const budget = await aBudget(world);
    const input = { budgetId: budget.id, content: content() };
    return { budget, id: subjectOf(await run(world, draftPlan, input, people(world).treasurer)) };
  }
  const plan = (id: string) => world.database.reader.findOneByOrFail(OperationalPlan, { id });
  const agree = (id: string, partnerId: string, actor = people(world).treasurer, revision = 1) =>
    run(world, agreePlan, { id, partnerId, revision, agreedBy: 'Chair' }, actor);

  test('lack nothing: services, resources and accountability', async () => {
    const budget = await aBudget(world);
    const draft = (otherwise: object, actor = people(world).treasurer) =>
      run(world, draftPlan, { budgetId: budget.id, content: content(otherwise) }, actor);
    expect(found(await draft({}, people(world).resident))).toEqual(['NotAllowed']);
    const empty = await draft({ services: [], resources: [], accountability: ' ' });
    expect(found(empty)).toEqual([
      ...['InvalidInput content.services', 'InvalidInput content.resources'],
      'InvalidInput content.accountability',
    ]);
    expect(cited(empty)[0]).toMatch(/package of services/);
    const stranger = [{ name: 'x', description: 'x', partnerId: 'budgetpartner_0' }];
    expect(found(await draft({ services: stranger }))).toEqual(['NotFound content.services.0.partnerId']);
    subjectOf(await draft({}));
    expect(found(await draft({}))).toEqual(['Ineligible budgetId']);
  });

  test('are agreed by every partner for itself, go live on their day, and are closed', async () => {
    const { budget, id } = await drafted();
    const { housing, youthClub, treasurer, resident } = people(world);
    const [council, homes, club, police] = budget.partners;
    expect(found(await agree(id, homes, youthClub))).toEqual(['NotAllowed']);
    expect(found(await agree(id, homes, resident))).toEqual(['NotAllowed']);
    subjectOf(await agree(id, homes, housing));
    expect(found(await agree(id, homes, housing))).toEqual(['Ineligible partnerId']);
    subjectOf(await agree(id, club, youthClub));
    expect(found(await run(world, putPlanLive, { id }, treasurer))).toEqual(['WrongState', 'TooEarly']);
    subjectOf(await agree(id, council));
    expect(await plan(id)).toMatchObject({ state: 'DRAFT', agreedOn: null });
    subjectOf(await agree(id, police));
    expect(await plan(id)).toMatchObject({ state: 'AGREED', agreedOn: '2026-06-01' });
    expect(found(await run(world, putPlanLive, { id }, treasurer))).toEqual(['TooEarly']);
    world.clock.set('2026-07-01T11:00:00Z');
    subjectOf(await run(world, putPlanLive, { id }, treasurer));
    expect(await plan(id)).toMatchObject({ state: 'LIVE', wentLiveOn: '2026-07-01' });
    expect(found(await run(world, closePlan, { id, statementOfReasons: '' }, treasurer))).toEqual([
      'InvalidInput statementOfReasons',
    ]);
    subjectOf(await run(world, closePlan, { id, statementOfReasons: 'It has ended.' }, treasurer));
    world.clock.set('2026-06-01T11:00:00Z');
  });

  test('written anew ask every partner again, and keep the services that keep their name', async () => {
    const { budget, id } = await drafted();
    const { treasurer, housing } = people(world);
    for (const partner of budget.partners) subjectOf(await agree(id, partner));
    const before = await world.database.reader.findOneByOrFail(PlanService, { planId: id });
    const services = [
      { name: 'Work club', description: 'New' },
      { name: 'Youth evenings', description: 'Three a week' },
    ];
    const stale = { id, expectedVersion: 1, content: content({ services }) };
    expect(found(await run(world, amendPlan, stale, treasurer))).toEqual(['Conflict expectedVersion']);
    subjectOf(await run(world, amendPlan, { id, content: content({ services }) }, treasurer));
    expect(await plan(id)).toMatchObject({ state: 'DRAFT', revision: 2, agreedOn: null });
    const after = await world.database.reader.findBy(PlanService, { planId: id });
    expect(after.find(({ name }) => name === 'Youth evenings')?.id).toBe(before.id);
    const old = await agree(id, budget.partners[1], housing, 1);
    expect(old).toMatchObject({ problems: [{ kind: 'Conflict', currentVersion: 2, path: ['revision'] }] });
    const query = `query ($id: ID!) { operationalPlan(id: $id) { revision awaiting { name } agreements { agreedOn } viewerCan { agree amend goLive } } }`;
    const { data, errors } = await ask(world, built, query, { id }, housing);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      operationalPlan: {
        ...{ revision: 2, agreements: [], viewerCan: { agree: true, amend: false, goLive: false } },
        awaiting: [
          { name: 'Kingston' },
          { name: 'Example Homes' },
          { name: 'Example Youth Club' },
          { name: 'Police' },
        ],
      },
    });
  });

  test('are agreed once by partners who agree at the same moment', async () => {
    const { budget, id } = await drafted();
    const results = await Promise.all([...budget.partners, ...budget.partners].map((one) => agree(id, one)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(4);
    expect(await plan(id)).toMatchObject({ state: 'AGREED' });
  });
});
