import { ask, databaseOf, describeDatabases } from '@coop/test/kit';
import type { Actor } from '@coop/shared/access';
import { buildSubgraph } from '@coop/shared/graphql';
import { budgets } from '..';
import { DIRECTORY } from '../community-budgets/directory.fixture';
import { ledgerFaults } from '../ledger/ledger-check.queries';
import { cited, found, KINGSTON, people, run, subjectOf } from '../ledger/ledger.fixture';
import { openWardBudget } from './open-ward-budget.command';
import { wardAwardLifecycle } from './ward-award.lifecycle';
import {
  approveWardAward,
  payWardAward,
  proposeWardAward,
  refuseWardAward,
  withdrawWardAward,
} from './ward-award.command';
import { checkAward, financialYear } from './ward-award.rules';

const built = buildSubgraph(budgets);

test('a financial year is from 1 April to 31 March', () => {
  expect(financialYear(2026)).toEqual({ from: '2026-04-01', until: '2027-03-31' });
});

test.each(wardAwardLifecycle.stateNames)(
  'an award that is %s is checked only while it is proposed',
  (state) => {
    const standing = { isPayee: false, isProposer: false, statementOfReasons: 'No.' };
    for (const action of ['approve', 'refuse'] as const)
      expect(checkAward(action, state, standing).ok).toBe(state === 'PROPOSED');
  },
);

describeDatabases('ward budgets', databaseOf(built), (world) => {
  const councillor = () => world.actor({ subject: 'councillor-1', role: 'councillor', council: KINGSTON });

  async function open(limitPence: number): Promise<string> {
    const input = {
      ...{ council: KINGSTON, ward: 'E05013941', councillorName: 'Councillor (example)' },
      ...{ councillorAccount: 'councillor-1', beginsIn: 2026, limitPence },
    };
    await world.clear();
    return subjectOf(await run(world, openWardBudget, input, people(world).treasurer));
  }
  const proposal = (wardBudgetId: string, amountPence: number) => ({
    ...{ wardBudgetId, amountPence, purpose: 'A bench', payeeName: 'A group', hasInterest: false },
  });

  afterEach(async () => expect(await ledgerFaults(world.database.reader)).toEqual([]));

  test('are spent by their councillor alone, checked by an officer, and paid', async () => {
    const id = await open(100_000);
    const { treasurer } = people(world);
    expect(found(await run(world, proposeWardAward(DIRECTORY), proposal(id, 500), treasurer))).toEqual([
      'NotAllowed',
    ]);
    const other = world.actor({ subject: 'councillor-2', role: 'councillor', council: KINGSTON });
    expect(found(await run(world, proposeWardAward(DIRECTORY), proposal(id, 500), other))).toEqual([
      'NotAllowed',
    ]);
    const award = subjectOf(
      await run(world, proposeWardAward(DIRECTORY), proposal(id, 40_000), councillor()),
    );
    expect(found(await run(world, payWardAward, { id: award }, treasurer))).toEqual(['WrongState']);
    expect(found(await run(world, approveWardAward, { id: award }, councillor()))).toEqual(['NotAllowed']);
    subjectOf(await run(world, approveWardAward, { id: award }, treasurer));
    subjectOf(await run(world, payWardAward, { id: award }, treasurer));
    const released = subjectOf(
      await run(world, proposeWardAward(DIRECTORY), proposal(id, 10_000), councillor()),
    );
    subjectOf(await run(world, approveWardAward, { id: released }, treasurer));
    subjectOf(await run(world, withdrawWardAward, { id: released }, councillor()));
    const query = `query ($id: ID!) { wardBudget(id: $id) { limit { pence } available { pence } committed { pence } spent { pence }
      ward { gssCode } awards { totalCount nodes { state viewerCan { pay } } } postings { totalCount } } }`;
    const { data, errors } = await ask(world, built, query, { id }, treasurer);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      wardBudget: {
        ...{ limit: { pence: 100_000 }, available: { pence: 60_000 }, committed: { pence: 0 } },
        ...{ spent: { pence: 40_000 }, awards: { totalCount: 2 }, postings: { totalCount: 5 } },
      },
    });
  });

  test('refuse what is beyond the limit, of nothing, to whom there is an interest, or of another year', async () => {
    const id = await open(100_000);
    const propose = (otherwise: object) =>
      run(world, proposeWardAward(DIRECTORY), { ...proposal(id, 500), ...otherwise }, councillor());
    const beyond = await propose({ amountPence: 100_001 });
    expect(found(beyond)).toEqual(['LimitExceeded amountPence']);
    expect(cited(beyond)).toEqual(["the year's limit"]);
    expect(found(await propose({ amountPence: 0 }))).toEqual(['InvalidInput amountPence']);
    const interested = await propose({ hasInterest: true });
    expect(interested).toMatchObject({
      problems: [{ kind: 'Ineligible', rule: { title: 'Localism Act 2011' } }],
    });
    const award = subjectOf(await propose({}));
    const no = { id: award, statementOfReasons: '' };
    const { treasurer } = people(world);
    expect(found(await run(world, refuseWardAward, no, treasurer))).toEqual([
      'InvalidInput statementOfReasons',
    ]);
    subjectOf(
      await run(world, refuseWardAward, { ...no, statementOfReasons: 'Not in the ward.' }, treasurer),
    );
    world.clock.set('2027-04-01T11:00:00Z');
    expect(found(await propose({}))).toEqual(['Ineligible wardBudgetId']);
    world.clock.set('2026-06-01T11:00:00Z');
  });

  test('pay nobody who proposes or approves, by the facts of the payee and the token', async () => {
    const id = await open(100_000);
    const propose = (otherwise: object, actor: Actor = councillor()) =>
      run(world, proposeWardAward(DIRECTORY), { ...proposal(id, 500), ...otherwise }, actor);
    const own = await propose({ payeeName: 'Example, COUNCILLOR.' });
    expect([found(own), cited(own)]).toEqual([['Ineligible payeeName'], ['s. 31']]);
    const named = { ...councillor(), name: 'Fred Example', organisation: 'organisation_bakers' };
    expect(found(await propose({ payeeName: 'Fred Exаmple' }, named))).toEqual([
      ...['Ineligible payeeName', 'InvalidInput payeeName'],
    ]);
    const ofTheBakers = { payeeName: 'Bakers', payeeOrganisationId: 'organisation_bakers' };
    const within = await propose(ofTheBakers, named);
    expect([found(within), cited(within)]).toEqual([['Ineligible payeeOrganisationId'], ['s. 31']]);

    const award = subjectOf(await propose(ofTheBakers));
    const { treasurer } = people(world);
    const denied = ['who proposes, who approves and who is paid are three'];
    for (const actor of [
      { ...treasurer, organisation: 'organisation_bakers' },
      { ...treasurer, name: 'BAKERS LTD' },
      { ...treasurer, subject: 'COUNCILLOR-1' },
    ]) {
      expect(cited(await run(world, approveWardAward, { id: award }, actor))).toEqual(denied);
      const query = 'query ($id: ID!) { wardBudget(id: $id) { awards { nodes { viewerCan { approve } } } } }';
      const { data } = await ask(world, built, query, { id }, actor);
      expect(data).toEqual({ wardBudget: { awards: { nodes: [{ viewerCan: { approve: false } }] } } });
    }
    subjectOf(await run(world, approveWardAward, { id: award }, treasurer));
  });

  test('show a payee who is a person to officers and auditors only', async () => {
    const id = await open(100_000);
    const input = { ...proposal(id, 500), payeeName: 'Pat Private', payeeIsPerson: true };
    subjectOf(await run(world, proposeWardAward(DIRECTORY), input, councillor()));
    const { treasurer, auditor, resident, elsewhere } = people(world);
    const query = 'query ($id: ID!) { wardBudget(id: $id) { awards { nodes { payeeName payeeIsPerson } } } }';
    const seen: unknown[] = [];
    for (const actor of [treasurer, auditor, resident, elsewhere, councillor()]) {
      const { data } = await ask(world, built, query, { id }, actor);
      seen.push((data as { wardBudget: { awards: { nodes: unknown[] } } }).wardBudget.awards.nodes[0]);
    }
    const [shown, hidden] = ['Pat Private', 'An individual'].map((payeeName) => ({
      ...{ payeeName, payeeIsPerson: true },
    }));
    expect(seen).toEqual([shown, shown, hidden, hidden, hidden]);
  });

  test('are of a ward, one for each councillor and year, however the account is written', async () => {
    await open(100_000);
    const input = {
      ...{ council: KINGSTON, ward: 'E05013941', councillorName: 'Another', beginsIn: 2026, limitPence: 5 },
    };
    const again = async (otherwise: object) =>
      found(
        await run(
          world,
          openWardBudget,
          { ...input, councillorAccount: 'councillor-2', ...otherwise },
          people(world).treasurer,
        ),
      );
    for (const ward of [KINGSTON, 'E08000004', 'W06000001'])
      expect(await again({ ward })).toEqual(['InvalidInput ward']);
    for (const councillorAccount of ['councillor-1 ', ' councillor-1', 'Councillor-1', 'ｃouncillor-1'])
      expect(await again({ councillorAccount })).toEqual(['Ineligible councillorAccount']);
    expect(await again({ councillorAccount: 'cоuncillor-2' })).toEqual(['InvalidInput councillorAccount']);
    expect(await again({})).toEqual(['done']);
  });

  test('are never overspent by approvals at once', async () => {
    const id = await open(10_000);
    const { treasurer } = people(world);
    const awards = await Promise.all(
      Array.from({ length: 20 }, async () =>
        subjectOf(await run(world, proposeWardAward(DIRECTORY), proposal(id, 3_000), councillor())),
      ),
    );
    const results = await Promise.all(
      awards.map((award) => run(world, approveWardAward, { id: award }, treasurer)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(3);
    expect(results.flatMap((result) => (result.ok ? [] : found(result)))).toEqual(
      Array(17).fill('LimitExceeded id'),
    );
  }, 60_000);
});
