import { randomBytes } from 'node:crypto';
import { budgets } from '@coop/budgets';
import { databaseOf, mysqlWorld, sqliteWorld, type World } from '@coop/test/kit';
import { addToRoll, Ballot, RollEntry } from '@coop/shared/ballots';
import { bulkWrite } from '@coop/shared/commands';
import { buildSubgraph } from '@coop/shared/graphql';
import { bulkInsert } from '@coop/shared/persistence';
import { castBallot } from '../../subgraphs/budgets/src/votes/cast-ballot.command';
import { VoteProject } from '../../subgraphs/budgets/src/votes/vote-project.entity';
import { Vote } from '../../subgraphs/budgets/src/votes/vote.entity';
import { measure, report } from './harness';

const COUNCIL = 'E08000004';
const BATCH = 200;
const ROUNDS = 6;

const voterOf = (world: World, number: number) =>
  world.context(world.actor({ subject: `resident-${number}`, role: 'resident' }));

/** A vote that is open, with ten projects and a roll. */
async function prepare(world: World, voters: number): Promise<void> {
  await bulkWrite(world.context(), { name: 'bench' }, async (tx) => {
    await tx.insert(Vote, {
      ...{ id: 'vote_bench', gssCode: COUNCIL, communityBudgetId: null, title: 'Bench', titleSort: 'bench' },
      ...{ description: '', state: 'VOTING', ballotKind: 'APPROVAL', rule: 'GREEDY', budgetPence: 1_000_000 },
      ...{ wards: [], minimumAge: 0, ageOn: '2026-06-01', startedOn: '2026-05-01', illustrative: true },
      ...{ opensAt: world.clock.now(), closesAt: new Date('2026-06-15T11:00:00Z') },
    });
    await tx.insertMany(
      VoteProject,
      Array.from({ length: 10 }, (_, index) => ({
        ...{ id: `voteproject_${index + 1}`, gssCode: COUNCIL, voteId: 'vote_bench', number: index + 1 },
        ...{ name: 'Project', description: '', costPence: 100_000, state: 'FEASIBLE' as const },
        ...{ proposedBy: '', proposedOn: '2026-05-02', illustrative: true },
      })),
    );
    const names = Array.from({ length: voters }, (_, index) => `resident-${index + 1}`);
    await addToRoll(tx, { box: 'vote_bench', council: COUNCIL }, names);
  });
}

async function benchOn(kind: string, world: World): Promise<void> {
  await world.open();
  const { database } = world;
  await prepare(world, BATCH * (ROUNDS + 1) * 2);
  let voter = 0;
  const cast = async (together: boolean) => {
    const one = async () => {
      voter += 1;
      const result = await castBallot.run(voterOf(world, voter), {
        voteId: 'vote_bench',
        choices: [{ projectId: 'voteproject_1' }, { projectId: 'voteproject_7' }],
      });
      if (!result.ok) throw new Error(JSON.stringify(result.problems));
    };
    if (together) await Promise.all(Array.from({ length: BATCH }, one));
    else for (let index = 0; index < BATCH; index += 1) await one();
  };
  const insert = async () => {
    for (let index = 0; index < BATCH; index += 1)
      await database.transaction((manager) =>
        bulkInsert(manager, Ballot, [
          {
            ...{ id: randomBytes(32).toString('hex'), council: COUNCIL, box: 'bare', isCounted: false },
            content: { choices: [1, 7] },
          },
        ]),
      );
  };
  const costs = await measure(
    { insert, oneByOne: () => cast(false), together: () => cast(true) },
    { rounds: ROUNDS, warmUp: 1 },
  );
  const rate = (elapsed: number) => Math.round((BATCH / elapsed) * 1000).toLocaleString('en-GB');
  const bare = `${rate(costs.insert.elapsed)} inserts of a row a second`;
  report({
    name: `${kind}: casting a ballot against a bare insert`,
    ratio: costs.oneByOne.elapsed / costs.insert.elapsed,
    atMost: 20,
    detail: `${rate(costs.oneByOne.elapsed)} ballots and ${bare}, each a transaction, one after the other`,
  });
  report({
    name: `${kind}: ${BATCH} voters at once against one after the other`,
    ratio: costs.together.elapsed / costs.oneByOne.elapsed,
    atMost: 1.5,
    detail: `${rate(costs.together.elapsed)} ballots a second`,
  });
  const voted = await database.reader.countBy(RollEntry, { turnout: 'ONLINE' });
  const ballots = await database.reader.countBy(Ballot, { box: 'vote_bench' });
  await world.end();
  if (voted !== ballots || ballots !== voter) throw new Error('A ballot was lost or counted twice.');
}

async function run(): Promise<void> {
  const options = databaseOf(buildSubgraph(budgets));
  await benchOn('SQLite', await sqliteWorld(options));
  const server = process.env['COOP_TEST_MYSQL_URL'];
  if (server) await benchOn('MySQL', await mysqlWorld(server, options));
}

void run();
