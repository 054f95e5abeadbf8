import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { databaseOf, describeDatabases, ended, startChild } from '@coop/test/kit';
import { ANONYMOUS, type Actor } from '@coop/shared/access';
import { Ballot, CountedBallot } from '@coop/shared/ballots';
import { buildSubgraph } from '@coop/shared/graphql';
import { AuditEntry } from '@coop/shared/persistence';
import { decide, problem, refuse } from '@coop/shared/problems';
import { budgets } from '..';
import { castBallot } from './cast-ballot.command';
import {
  countBallots,
  countInThread,
  mayRead,
  MOST_BALLOTS,
  type CountBallots,
} from './count-ballots.command';
import { enterPaperBallot } from './enter-paper-ballot.command';
import { markPaperVoter } from './keep-roll.command';
import { tallyTask, workOut, type TallyTask } from './tally.rules';
import type { TallyProcessTask } from './tally-process.fixture';
import { tallyingBy, tallyVote } from './tally-vote.command';
import { VoteProject } from './vote-project.entity';
import { Vote } from './vote.entity';
import {
  aVote,
  CLOSE,
  found,
  onTheRoll,
  people,
  residentOf,
  run,
  subjectOf,
  type MadeVote,
} from './votes.fixture';

const built = buildSubgraph(budgets);
const KEY = '0c7a4f8e-52d3-4b1e-9d0a-7f6c1b2a3e4d';

/** Counts as ever, once it is let: what it was asked for, when it was first asked, and the way to let it. */
function gatedCount() {
  const asked: TallyTask[] = [];
  let begin: () => void = () => undefined;
  let open: () => void = () => undefined;
  const begun = new Promise<void>((go) => (begin = go));
  const gate = new Promise<void>((go) => (open = go));
  const count: CountBallots = async (task) => {
    asked.push(task);
    begin();
    await gate;
    return countBallots(task);
  };
  return { asked, begun, open, count };
}

describe('a count', () => {
  const projects = [300, 200, 400].map((costPence, index) => ({
    ...{ id: `p${index + 1}`, number: index + 1, name: `Project ${index + 1}`, costPence },
  }));
  const vote = { ballotKind: 'APPROVAL', rule: 'EQUAL_SHARES_ADD1', budgetPence: 650 } as const;
  const said = [[1, 2], [1], [2, 3], [3], [1, 3]].map((choices) => JSON.stringify({ choices }));
  const task = tallyTask({ ...vote, mostChoices: null, leastSupport: null }, projects, said);

  test('in a thread comes to the same as in place', async () => {
    const inPlace = workOut(task);
    expect([...inPlace.results.values()].some(({ funded }) => funded)).toBe(true);
    expect(await countBallots(task)).toEqual({ ok: true, tally: inPlace });
  });

  test('in a thread runs from the compiled program too', async () => {
    const command = resolve(__dirname, '../../dist/votes/count-ballots.command.js');
    const program = `require(${JSON.stringify(command)}).countBallots(${JSON.stringify(task)})
      .then(({ tally }) => console.log(JSON.stringify([...tally.results])))`;
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', program]);
    expect(JSON.parse(stdout)).toEqual([...workOut(task).results]);
  });

  test('that takes too long, or too much memory, is given up with the limit', async () => {
    const limits = { milliseconds: 60_000, megabytes: 512 };
    expect(await countInThread({ ...limits, milliseconds: 0 })(task)).toMatchObject({
      problems: [{ kind: 'LimitExceeded', message: expect.stringContaining('seconds') as unknown }],
    });
    const many = { ...task, contents: Array.from({ length: 200_000 }, () => said[0]!) };
    expect(await countInThread({ ...limits, megabytes: 24 })(many)).toMatchObject({
      problems: [
        { kind: 'LimitExceeded', limit: 24, message: expect.stringContaining('megabytes') as unknown },
      ],
    });
  });

  test('of more ballots than can be read is refused', () => {
    expect(mayRead(MOST_BALLOTS).ok).toBe(true);
    expect(mayRead(MOST_BALLOTS + 1)).toMatchObject({
      problems: [{ kind: 'LimitExceeded', limit: MOST_BALLOTS, requested: MOST_BALLOTS + 1 }],
    });
  });
});

describeDatabases('a tally', databaseOf(built), (world) => {
  beforeEach(() => world.clock.set('2026-06-01T11:00:00Z'));

  const reader = () => world.database.reader;
  const voteRow = (id: string) => reader().findOneByOrFail(Vote, { id });
  const counted = (box: string) => reader().countBy(CountedBallot, { box });
  const audited = (subject: string) => reader().countBy(AuditEntry, { action: 'voteTally', subject });

  /** A vote with ballots of the first voters, whose close has come. */
  async function closedVote(voters = 4): Promise<MadeVote> {
    const vote = await aVote(world, 'VOTING', { rule: 'EQUAL_SHARES_ADD1' });
    await onTheRoll(world, vote.id, voters + 3);
    for (let number = 1; number <= voters; number += 1) {
      const choices = [vote.projects[number % 3]!, vote.projects[3]!].map((projectId) => ({ projectId }));
      subjectOf(await run(world, castBallot, { voteId: vote.id, choices }, residentOf(world, number)));
    }
    world.clock.set(CLOSE);
    return vote;
  }

  /** Two officers enter a paper that approves of one project. */
  async function enterPaper({ id, projects }: MadeVote, voter: string): Promise<void> {
    const { officer, otherOfficer } = people(world);
    subjectOf(await run(world, markPaperVoter, { voteId: id, voter }, officer));
    const paper = { voteId: id, number: voter, choices: [{ projectId: projects[4]! }] };
    for (const actor of [officer, otherOfficer]) subjectOf(await run(world, enterPaperBallot, paper, actor));
  }

  async function expectUntouched({ id, projects }: MadeVote, ballots: number): Promise<void> {
    expect(await voteRow(id)).toMatchObject({ state: 'VOTING', talliedAt: null, ballotsCounted: null });
    expect([await counted(id), await audited(id)]).toEqual([0, 0]);
    const rows = await reader().findBy(Ballot, { box: id });
    expect(rows.filter(({ content, isCounted }) => content !== null && !isCounted)).toHaveLength(ballots);
    for (const project of projects)
      expect((await reader().findOneByOrFail(VoteProject, { id: project })).state).toBe('FEASIBLE');
  }

  test('is counted while others read and write, and stored at once', async () => {
    const vote = await closedVote();
    const { asked, begun, open, count } = gatedCount();
    const tallied = run(world, tallyingBy(count), { id: vote.id });
    await begun;
    await expectUntouched(vote, 4);
    world.clock.set('2026-06-01T11:00:00Z');
    const other = await aVote(world, 'VOTING');
    expect(other.projects).toHaveLength(5);
    world.clock.set(CLOSE);
    open();
    subjectOf(await tallied);
    expect(asked).toHaveLength(1);
    expect(await voteRow(vote.id)).toMatchObject({ state: 'DELIVERY', ballotsCounted: 4, talliedAt: CLOSE });
    expect([await counted(vote.id), await audited(vote.id)]).toEqual([4, 1]);
    // What goes to the thread names nobody and no mark.
    expect(Object.keys(asked[0]!)).toEqual(['vote', 'projects', 'contents']);
    expect(asked[0]!.contents.every((text) => /^\{"choices":\[[\d,]+\]\}$/.test(text))).toBe(true);
  });

  test('gives one result to all who ask at once, and its answer again under the same key', async () => {
    const vote = await closedVote();
    const { asked, begun, open, count } = gatedCount();
    const tally = tallyingBy(count);
    const call = (more: object) => run(world, tally, { id: vote.id, ...more });
    const first = call({ idempotencyKey: KEY });
    await begun;
    const others = [{ idempotencyKey: KEY }, {}, {}].map(call);
    open();
    const results = await Promise.all([first, ...others]);
    expect(results.map((result) => found(result))).toEqual([
      ['done'],
      ['done'],
      ['WrongState'],
      ['WrongState'],
    ]);
    // Another process, which knows nothing of the turns here.
    expect(found(await run(world, tallyVote, { id: vote.id }))).toEqual(['WrongState']);
    expect(asked).toHaveLength(1);
    expect([await counted(vote.id), await audited(vote.id)]).toEqual([4, 1]);
  });

  test('by two processes at once is stored by one of them', async () => {
    const vote = await closedVote();
    const [one, other] = [gatedCount(), gatedCount()];
    const tallies = [one, other].map(({ count }) => run(world, tallyingBy(count), { id: vote.id }));
    await Promise.all([one.begun, other.begun]);
    one.open();
    other.open();
    const results = await Promise.all(tallies);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(results.flatMap(found).sort()).toEqual(['WrongState', 'done']);
    expect([await counted(vote.id), await audited(vote.id)]).toEqual([4, 1]);
  });

  test('is counted anew when papers were entered meanwhile, and given up when they keep coming', async () => {
    const vote = await closedVote();
    const { asked, begun, open, count } = gatedCount();
    const tallied = run(world, tallyingBy(count), { id: vote.id });
    await begun;
    await enterPaper(vote, 'resident-5');
    open();
    subjectOf(await tallied);
    expect(asked.map(({ contents }) => contents.length)).toEqual([4, 5]);
    expect(await voteRow(vote.id)).toMatchObject({ ballotsCounted: 5 });

    world.clock.set('2026-06-01T11:00:00Z');
    const busy = await closedVote();
    let papers = 4;
    const overtaken: CountBallots = async (task) => {
      await enterPaper(busy, `resident-${(papers += 1)}`);
      return decide([], { tally: workOut(task) });
    };
    expect(found(await run(world, tallyingBy(overtaken), { id: busy.id }))).toEqual(['Conflict']);
    await expectUntouched(busy, 7);
  });

  test('that is refused by the count writes nothing', async () => {
    const vote = await closedVote();
    const refusing: CountBallots = async () => refuse(problem.limitExceeded('Too long.', 25, 26));
    expect(found(await run(world, tallyingBy(refusing), { id: vote.id }))).toEqual(['LimitExceeded']);
    await expectUntouched(vote, 4);
  });

  test('is not counted at all for whoever may not run it, and so many wait for another and no more', async () => {
    const vote = await closedVote();
    const { asked, begun, open, count } = gatedCount();
    const tally = tallyingBy(count);
    const { officer, elsewhere, resident } = people(world);
    expect(found(await run(world, tally, { id: vote.id }, resident))).toEqual(['NotAllowed']);
    expect(found(await run(world, tally, { id: vote.id }, elsewhere))).toEqual(['NotAllowed']);
    expect(found(await run(world, tally, { id: 'vote_none' }, officer))).toEqual(['NotFound id']);
    expect(found(await run(world, tally, { id: vote.id, expectedVersion: 99 }, officer))).toEqual([
      'Conflict expectedVersion',
    ]);
    world.clock.set('2026-06-01T11:00:00Z');
    expect(found(await run(world, tally, { id: vote.id }, officer))).toEqual(['TooEarly']);
    world.clock.set(CLOSE);
    expect(asked).toHaveLength(0);
    const calls = Array.from({ length: 6 }, () => run(world, tally, { id: vote.id }, officer));
    // One call too many: it alone is answered while the count goes on.
    expect(found(await Promise.race(calls))).toEqual(['Ineligible']);
    await begun;
    open();
    expect((await Promise.all(calls)).flatMap(found).sort()).toEqual([
      'Ineligible',
      ...Array.from({ length: 4 }, () => 'WrongState'),
      'done',
    ]);
  });

  test('leaves no place among those who wait to whoever may not run it', async () => {
    const vote = await closedVote();
    world.clock.set('2026-06-01T11:00:00Z');
    const other = await closedVote();
    const { begun, open, count } = gatedCount();
    const tally = tallyingBy(count);
    const first = run(world, tally, { id: vote.id });
    await begun;
    const four = (actor: Actor, more: object = {}) =>
      Array.from({ length: 4 }, () =>
        run(world, tally, { id: other.id, ...more }, actor).then(found, (error: unknown) => error),
      );
    const { officer, elsewhere } = people(world);
    const refused = [...four(ANONYMOUS), ...four(elsewhere), ...four(officer, { expectedVersion: 99 })];
    const second = run(world, tally, { id: other.id });
    open();
    expect(found(await second)).toEqual(['done']);
    expect(found(await first)).toEqual(['done']);
    const answers = await Promise.all(refused);
    for (const answer of answers.slice(0, 4))
      expect(answer).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
    expect(answers.slice(4, 8)).toEqual(Array.from({ length: 4 }, () => ['NotAllowed']));
    expect(answers.slice(8).flat().filter((kind) => kind === 'Conflict expectedVersion')).toHaveLength(4);
  });

  test.each(['counting', 'storing'] as const)(
    'whose process is killed while %s leaves nothing',
    async (at) => {
      const vote = await closedVote();
      const child = startChild(join(__dirname, 'tally-process.fixture.ts'));
      const stands = new Promise((go) => child.once('message', go));
      const task: TallyProcessTask = {
        ...{ location: world.location, now: CLOSE.toISOString(), voteId: vote.id, at },
        actor: people(world).officer,
      };
      child.send(task);
      expect(await stands).toBe(at);
      child.kill('SIGKILL');
      await ended(child);
      await expectUntouched(vote, 4);
      subjectOf(await run(world, tallyVote, { id: vote.id }));
      expect([await counted(vote.id), await audited(vote.id)]).toEqual([4, 1]);
    },
    60_000,
  );
});
