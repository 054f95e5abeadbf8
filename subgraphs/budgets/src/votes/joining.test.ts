import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseOf, describeDatabases } from '@coop/test/kit';
import {
  bestOrder,
  everyTable,
  foundByTrying,
  reachable,
  type RawRow,
  type Tables,
} from '@coop/test/kit/joining';
import { ANONYMOUS } from '@coop/shared/access';
import { canonicalJson } from '@coop/shared/commands';
import { buildSubgraph } from '@coop/shared/graphql';
import { budgets } from '..';
import { castBallot } from './cast-ballot.command';
import { enterPaperBallot } from './enter-paper-ballot.command';
import { markPaperVoter } from './keep-roll.command';
import { changeBallot } from './rewrite-ballot.command';
import { tallyVote } from './tally-vote.command';
import {
  aVote,
  CLOSE,
  codesOf,
  COSTS,
  onTheRoll,
  people,
  receiptOf,
  residentOf,
  run,
  subjectOf,
} from './votes.fixture';

const built = buildSubgraph(budgets);
const VOTERS = 120;
/** Of a random pairing one is right on average; of a few dozen orders, twelve in one is less than one in a million. */
const BY_CHANCE = 12;
const BALLOTS = ['ballot', 'counted_ballot'];

/** A ballot that nobody else's is like: points for five projects by the voter's number. */
const pointsOf = (number: number): number[] => {
  const given = [number % 5, Math.floor(number / 5) % 5, Math.floor(number / 25) % 5, 1];
  return [...given.map((each) => each + 1), 100 - given.reduce((sum, each) => sum + each + 1, 0)];
};
const saying = (number: number): string =>
  JSON.stringify({ choices: COSTS.map((_, index) => index + 1), points: pointsOf(number) });

const contentOf = ({ content }: RawRow): string | null => (typeof content === 'string' ? content : null);

describe('whoever tries to join voters to ballots', () => {
  const truth = Array.from({ length: 40 }, (_, index) => saying(index + 1));

  test('succeeds where ballots lie in the order of writing', () => {
    const ballots = truth.map((content, index) => ({ id: `x${40 - index}`, content }));
    expect(bestOrder(ballots, truth, contentOf)).toEqual({ by: 'as they come', right: 40 });
    const mixed = ballots.map((row, index) => ({ ...row, number: index })).sort(() => 0.5 - Math.random());
    expect(bestOrder(mixed, truth, contentOf)).toEqual({ by: 'number', right: 40 });
  });

  test('succeeds where an instant, an id or a receipt stands on both sides', () => {
    const tables: Tables = new Map<string, RawRow[]>([
      ['roll_entry', [{ id: 'rollentry_1', voter: 'resident-1' }]],
      ['audit_entry', [{ actor: 'resident-1', at: '2026-06-01T11:00:00.123Z', changes: '{}' }]],
      ['idempotency_key', [{ at: '2026-06-01T11:00:00.123Z', receipt: '"ABCD-EFGH"' }]],
      ['ballot', [{ id: 'ABCD-EFGH', content: truth[0] }]],
    ]);
    expect(reachable(tables, 'resident-1', BALLOTS)).toHaveLength(1);
  });

  test('succeeds where a record holds a plain hash of the input', () => {
    const guess = ['ballotCast', { voteId: 'vote_1', choices: [1, 2] }];
    const hash = createHash('sha256').update(canonicalJson(guess)).digest('hex');
    const tables: Tables = new Map([['idempotency_key', [{ input_hash: hash }]]]);
    expect(foundByTrying(tables, [guess, ['ballotCast', {}]])).toEqual([guess]);
  });
});

describeDatabases(
  'whoever holds every row, file and code, and knows who voted when',
  databaseOf(built),
  (world, kind) => {
    /** What everybody's ballot says in the end, in the order in which they voted. */
    const truth: string[] = [];
    const voters: string[] = [];
    const secrets: string[] = [];
    const inputs: object[] = [];
    let voteId = '';

    beforeAll(async () => {
      world.clock.set('2026-06-01T11:00:00Z');
      const vote = await aVote(world, 'VOTING', { ballotKind: 'CUMULATIVE', mostChoices: null, points: 100 });
      voteId = vote.id;
      await onTheRoll(world, vote.id, VOTERS);
      const codes = await codesOf(world, vote.id);
      const choices = (number: number) =>
        pointsOf(number).map((points, index) => ({ projectId: vote.projects[index]!, points }));
      for (let number = 1; number <= VOTERS; number += 1) {
        world.clock.advance(1_000);
        const voter = `resident-${number}`;
        const byCode = number % 2 === 0 ? { votingCode: codes.get(voter)! } : {};
        const final = { voteId, ...byCode, choices: choices(number) };
        const isChanged = number % 3 === 0;
        const input = {
          ...final,
          ...(isChanged ? { choices: choices(number + 1) } : {}),
          ...(number % 4 === 0 ? { idempotencyKey: randomUUID() } : {}),
        };
        const actor = number % 2 === 0 ? ANONYMOUS : residentOf(world, number);
        const receipt = receiptOf(await run(world, castBallot, input, actor));
        if (isChanged) {
          const key = randomUUID();
          const change = { receipt, choices: choices(number), idempotencyKey: key };
          subjectOf(await run(world, changeBallot, change, actor));
        }
        voters.push(voter);
        truth.push(saying(number));
        secrets.push(receipt, ...(codes.get(voter) ? [codes.get(voter)!] : []));
        inputs.push(final);
      }
    }, 120_000);

    async function expectNothingJoined(): Promise<void> {
      const tables = await everyTable(world);
      for (const voter of voters) expect([voter, reachable(tables, voter, BALLOTS)]).toEqual([voter, []]);
      for (const table of BALLOTS) {
        const rows = (tables.get(table) ?? []).filter((row) => contentOf(row) !== null);
        const { by, right } = bestOrder(rows, truth, contentOf);
        expect([table, by, right <= BY_CHANCE]).toEqual([table, by, true]);
        for (const row of rows) expect(Object.keys(row).sort()).not.toContain('row number');
      }
      const guesses = inputs.flatMap((input) => [input, ['ballotCast', input], ['ballotChange', input]]);
      expect(foundByTrying(tables, [...guesses, ...truth])).toEqual(truth);
      const everything = JSON.stringify([...tables.values()]);
      for (const secret of secrets) {
        expect(everything).not.toContain(secret);
        expect(everything).not.toContain(secret.replaceAll('-', ''));
      }
    }

    test('does not while the vote is open', async () => {
      const tables = await everyTable(world);
      expect(tables.get('ballot')).toHaveLength(VOTERS);
      expect(new Set(tables.get('ballot')?.map(contentOf))).toEqual(new Set(truth));
      await expectNothingJoined();
    }, 60_000);

    test('does not after the tally, not with a receipt in hand either', async () => {
      world.clock.set(CLOSE);
      subjectOf(await run(world, tallyVote, { id: voteId }));
      const tables = await everyTable(world);
      expect(tables.get('ballot')?.filter((row) => contentOf(row) !== null)).toEqual([]);
      expect(new Set(tables.get('counted_ballot')?.map(contentOf))).toEqual(new Set(truth));
      await expectNothingJoined();
      for (const { id } of tables.get('ballot') ?? [])
        expect(reachable(tables, String(id), ['counted_ballot'])).toEqual([]);
    }, 60_000);

    if (kind === 'sqlite')
      test('does not by the bytes of the database file after the tally', async () => {
        if (world.location.kind !== 'sqlite') throw new Error('This is for SQLite.');
        const file = join(world.location.folder, 'budgets.sqlite');
        // The log beside the file holds rows in the order of writing: nothing of the vote is left in it.
        expect(readFileSync(`${file}-wal`)).toHaveLength(0);
        await world.database.close();
        const bytes = readFileSync(file).toString('latin1');
        await world.open();
        const places = truth.map((content) => bytes.indexOf(content));
        expect(places.filter((place) => place < 0)).toEqual([]);
        const rows = truth.map((content, index) => ({ content, place: places[index] }));
        expect(
          bestOrder(
            rows.sort((a, b) => a.place! - b.place!),
            truth,
            contentOf,
          ).right,
        ).toBeLessThanOrEqual(BY_CHANCE);
        // Nowhere does a mark stand beside what its ballot said, in space that is free again either.
        const remains = bytes.match(/[0-9a-f]{64}E08000004vote_\w{26}\{"choices/g) ?? [];
        expect(remains).toHaveLength(0);
      }, 60_000);

    test('does not find a paper by its number once two people agree on it', async () => {
      world.clock.set('2026-06-01T11:00:00Z');
      const vote = await aVote(world, 'VOTING');
      await onTheRoll(world, vote.id, 1, 900);
      subjectOf(await run(world, markPaperVoter, { voteId: vote.id, voter: 'resident-900' }));
      const paper = { voteId: vote.id, number: 'PAPER-77', choices: [{ projectId: vote.projects[3]! }] };
      subjectOf(await run(world, enterPaperBallot, paper));
      subjectOf(await run(world, enterPaperBallot, paper, people(world).otherOfficer));
      const tables = await everyTable(world);
      expect(reachable(tables, 'PAPER-77', BALLOTS)).toEqual([]);
      expect(reachable(tables, 'resident-900', BALLOTS)).toEqual([]);
    });
  },
);
