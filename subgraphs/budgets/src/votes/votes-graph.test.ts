import { createHash } from 'node:crypto';
import { ask, databaseOf, describeDatabases, loadDemoInto, schemaDifferences } from '@coop/test/kit';
import { ANONYMOUS, type Actor } from '@coop/shared/access';
import { buildSubgraph } from '@coop/shared/graphql';
import { fixedId } from '@coop/shared/ids';
import { budgets } from '..';
import { tallyVote } from './tally.rules';
import { Vote } from './vote.entity';
import { DEMO_VOTING_CODES } from './vote.facts';

const built = buildSubgraph(budgets);
const TALLIED = fixedId('vote', 'norbiton-first');
const OPEN = fixedId('vote', 'norbiton-summer');
const KINGSTON = 'E09000021';

const OUTCOME = `query ($id: ID!) {
  vote(id: $id) {
    id title state ballotKind rule ballotsCast budget { pence }
    turnout { entitled online paper share }
    communityBudget { id }
    outcome { spent { pence } left { pence } projects { project { id number name cost { pence } } funded order support ballots explanation } }
    ballots(first: 100) { totalCount nodes { id choices { number points project { id } } } }
    marks(first: 100) { totalCount nodes { id } }
  }
}`;

const CAST = `mutation ($input: BallotCastInput!) { ballotCast(input: $input) { receipt problems { __typename message path } } }`;
const CHANGE = `mutation ($input: BallotChangeInput!) { ballotChange(input: $input) { vote { id } problems { __typename path } } }`;
const CHECK = `query ($receipt: String!) { ballotCheck(receipt: $receipt) { standing counted vote { id } } }`;

interface Shown {
  readonly outcome: { spent: { pence: number }; projects: Outcome[] };
  readonly budget: { pence: number };
  readonly ballotsCast: number;
  readonly ballots: { totalCount: number; nodes: { id: string; choices: { number: number }[] }[] };
  readonly marks: { totalCount: number; nodes: { id: string }[] };
}
interface Outcome {
  readonly project: { id: string; number: number; name: string; cost: { pence: number } };
  readonly funded: boolean;
  readonly order: number | null;
  readonly support: number;
  readonly explanation: string;
}

describeDatabases('votes in the demo world', databaseOf(built), (world) => {
  beforeAll(async () => {
    await loadDemoInto(world, built);
  }, 60_000);

  const resident = (): Actor =>
    world.actor({ subject: 'demo-resident', role: 'resident', council: KINGSTON });
  const officer = (): Actor => world.actor({ council: KINGSTON });
  const data = async (source: string, variables: object, actor: Actor = ANONYMOUS) => {
    const { data: found, errors } = await ask(world, built, source, { ...variables }, actor);
    expect(errors).toBeUndefined();
    return JSON.parse(JSON.stringify(found)) as Record<string, never>;
  };

  test('have the tables that their migrations make', async () => {
    expect(await schemaDifferences(world.database)).toEqual([]);
  });

  test('show an outcome that a sceptic gets again from the published ballots', async () => {
    const { vote } = (await data(OUTCOME, { id: TALLIED })) as unknown as { vote: Shown };
    expect(vote.ballotsCast).toBe(54);
    expect(vote.ballots.totalCount).toBe(54);
    expect(vote.marks.totalCount).toBe(54);
    const { projects, spent } = vote.outcome;
    expect(projects.filter(({ funded }) => funded).length).toBeGreaterThan(2);
    expect(projects.every(({ explanation }) => explanation.length > 20)).toBe(true);
    expect(spent.pence).toBeLessThanOrEqual(vote.budget.pence);
    const recount = tallyVote(
      {
        ballotKind: 'APPROVAL',
        rule: 'EQUAL_SHARES_ADD1',
        budgetPence: vote.budget.pence,
        mostChoices: 4,
        leastSupport: null,
      },
      projects.map(({ project }) => ({ ...project, costPence: project.cost.pence })),
      vote.ballots.nodes.map(({ choices }) => ({ choices: choices.map(({ number }) => number) })),
    );
    expect(recount.spentPence).toBe(spent.pence);
    for (const { project, funded, order, support } of projects)
      expect(recount.results.get(project.number)).toMatchObject({ funded, order, support });
  });

  test('list ballots and marks by random keys that have nothing to do with each other', async () => {
    const { vote } = (await data(OUTCOME, { id: TALLIED })) as unknown as { vote: Shown };
    const ids = vote.ballots.nodes.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    const marks = vote.marks.nodes.map(({ id }) => id);
    expect(marks).toEqual([...marks].sort());
    const hashed = new Set(ids.map((id) => createHash('sha256').update(id).digest('hex')));
    expect(marks.filter((mark) => hashed.has(mark) || ids.some((id) => mark.includes(id)))).toEqual([]);
  });

  test('take a ballot by code or token, change it and find it by its receipt', async () => {
    const projects = (number: number) => [{ projectId: fixedId('voteproject', `norbiton-summer-${number}`) }];
    const cast = async (input: object, actor?: Actor) =>
      (await data(CAST, { input: { voteId: OPEN, ...input } }, actor))['ballotCast'] as unknown as {
        receipt: string;
        problems: object[];
      };
    const { receipt } = await cast({ votingCode: DEMO_VOTING_CODES[0], choices: projects(1) });
    expect(await cast({ choices: projects(2) }, resident())).toMatchObject({ problems: [] });
    expect(await cast({ choices: projects(2) }, resident())).toMatchObject({
      receipt: null,
      problems: [{ __typename: 'Ineligible' }],
    });
    const all = [1, 2, 3].flatMap(projects);
    const over = await cast({ votingCode: DEMO_VOTING_CODES[1], choices: [...all, ...projects(1)] });
    expect(over.problems).toEqual([
      {
        __typename: 'InvalidInput',
        message: expect.stringContaining('once') as unknown,
        path: ['choices', '3', 'projectId'],
      },
      {
        __typename: 'LimitExceeded',
        message: expect.stringContaining('budget') as unknown,
        path: ['choices'],
      },
    ]);
    expect(await data(CHANGE, { input: { receipt, choices: projects(3) } })).toEqual({
      ballotChange: { vote: { id: OPEN }, problems: [] },
    });
    expect(await data(CHECK, { receipt })).toEqual({
      ballotCheck: { standing: 'CAST', counted: false, vote: { id: OPEN } },
    });
    expect(await data(CHECK, { receipt: 'nothing' })).toEqual({ ballotCheck: null });
    world.clock.advance(40 * 86_400_000);
    const source = `mutation ($input: VoteTallyInput!) { voteTally(input: $input) { vote { state ballotsCast } problems { message } } }`;
    expect(await data(source, { input: { id: OPEN } }, officer())).toEqual({
      voteTally: { vote: { state: 'DELIVERY', ballotsCast: 14 }, problems: [] },
    });
    expect(await data(CHECK, { receipt })).toMatchObject({
      ballotCheck: { standing: 'COUNTED', counted: true },
    });
    // A voter works out the mark of their own receipt and finds it among those that were counted.
    const mark = createHash('sha256')
      .update(`receipt\n${receipt.replaceAll('-', '')}`)
      .digest('hex');
    const { vote } = (await data(OUTCOME, { id: OPEN })) as unknown as { vote: Shown };
    expect(vote.marks.nodes.map(({ id }) => id)).toContain(mark);
  });

  test('are found under council and community budget by a number of statements that does not grow', async () => {
    const source = `query ($first: Int) { votes(first: $first) { nodes { state ballotsCast turnout { share } outcome { projects { project { name } } } projects(first: 5) { nodes { name } } communityBudget { name votes(first: 3) { nodes { title } } } } } }`;
    const one = await world.statementsOf(() => data(source, { first: 1 }));
    const all = await world.statementsOf(() => data(source, { first: 3 }));
    expect(all).toBeLessThanOrEqual(one + 1);
    const entities = `query ($code: ID!) { _entities(representations: [{ __typename: "Council", gssCode: $code }]) { ... on Council { votes(first: 5, filter: { state: PROPOSALS }) { totalCount nodes { title viewerCan { propose cancel } } } } } }`;
    const { _entities: found } = await data(
      entities.replaceAll('$code: ID!', '$code: String!'),
      { code: KINGSTON },
      resident(),
    );
    expect(found).toEqual([
      {
        votes: {
          totalCount: 1,
          nodes: [
            {
              title: 'Norbiton decides: your ideas for next year (example)',
              viewerCan: { propose: true, cancel: false },
            },
          ],
        },
      },
    ]);
  });

  test('keep ballots unpublished when there are so few that a neighbour might tell whose is whose', async () => {
    await world.database.transaction((manager) =>
      manager.update(Vote, { id: TALLIED }, { ballotsCounted: 9 }),
    );
    const { vote } = (await data(OUTCOME, { id: TALLIED })) as unknown as { vote: Shown };
    expect(vote.ballots).toBeNull();
    expect(vote.outcome.projects).not.toEqual([]);
  });
});
