import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseOf, describeDatabases, type World } from '@coop/test/kit';
import { everyTable } from '@coop/test/kit/joining';
import { ANONYMOUS } from '@coop/shared/access';
import { wiping } from '@coop/shared/ballots';
import { buildSubgraph } from '@coop/shared/graphql';
import { budgets } from '..';
import { castBallot } from './cast-ballot.command';
import { discardPaperBallot } from './discard-paper-ballot.command';
import { enterPaperBallot } from './enter-paper-ballot.command';
import { markPaperVoter } from './keep-roll.command';
import { cancelVote } from './move-vote.command';
import { changeBallot, withdrawBallot } from './rewrite-ballot.command';
import { tallyVote } from './tally-vote.command';
import {
  aVote,
  CLOSE,
  onTheRoll,
  people,
  receiptOf,
  residentOf,
  run,
  subjectOf,
  type MadeVote,
} from './votes.fixture';

const logged: string[] = [];
const note = (facts: object, message?: string) => void logged.push(JSON.stringify([facts, message]));
const options = { ...databaseOf(buildSubgraph(budgets)), log: { info: note, warn: note } };

/**
 * Everything that somebody finds who holds all that is kept: every row of every table, the log, and, of an embedded
 * database, every byte of its files. One piece for each row, line and file.
 */
async function pieces(world: World): Promise<string[]> {
  const rows = [...(await everyTable(world))].flatMap(([, table]) => table);
  const kept = [...rows.map((row) => Object.values(row).map(String).join(' ')), ...logged];
  const { location } = world;
  if (location.kind === 'sqlite')
    for (const end of ['', '-wal', '-shm']) {
      const file = join(location.folder, `budgets.sqlite${end}`);
      if (existsSync(file)) kept.push(readFileSync(file).toString('latin1'));
    }
  return kept;
}

const everything = async (world: World): Promise<string> => (await pieces(world)).join('\n');

const placesOf = (words: string, within: string): number[] =>
  [...within.matchAll(new RegExp(words.replace(/[[\]]/g, '\\$&'), 'g'))].map(({ index }) => index);

describeDatabases('what a ballot said', options, (world) => {
  beforeEach(() => world.clock.set('2026-06-01T11:00:00Z'));

  test('is wiped no more carefully than anything else once work that wiped has failed', async () => {
    await world.database.transaction(async (manager) => {
      const failing = wiping(manager, () => Promise.reject(new Error('It failed.')));
      await expect(failing).rejects.toThrow('It failed.');
      if (world.database.kind === 'sqlite')
        expect(await manager.query('PRAGMA secure_delete')).toEqual([{ secure_delete: 0 }]);
    });
  });

  let ballots = 0;
  /** Points like nobody else's, which are looked for as they are written down. */
  function said(): { readonly points: readonly number[]; readonly text: string } {
    ballots += 1;
    const points = [ballots, 13, 17, 23];
    const all = [...points, 1_000 - points.reduce((sum, each) => sum + each, 0)];
    return { points: all, text: `[${all.join(',')}]` };
  }
  const choices = ({ projects }: MadeVote, { points }: { readonly points: readonly number[] }) =>
    points.map((each, index) => ({ projectId: projects[index]!, points: each }));
  const newVote = async (voters: number) => {
    const vote = await aVote(world, 'VOTING', { ballotKind: 'CUMULATIVE', mostChoices: null, points: 1_000 });
    await onTheRoll(world, vote.id, voters);
    return vote;
  };
  const enter = (vote: MadeVote, number: string, content: ReturnType<typeof said>, actor = world.actor()) =>
    run(world, enterPaperBallot, { voteId: vote.id, number, choices: choices(vote, content) }, actor);

  test('on a paper is nowhere once it was entered anew or discarded', async () => {
    const vote = await newVote(2);
    // Several, so that what is wiped lies between what stays.
    const papers = Array.from({ length: 8 }, (_, index) => ({ number: `PAPER-471${index}`, first: said() }));
    for (const { number, first } of papers) subjectOf(await enter(vote, number, first));
    const before = await everything(world);
    for (const { number, first } of papers)
      expect([before.includes(first.text), before.includes(number)]).toEqual([true, true]);
    const [anew, discarded] = [papers.slice(2, 4), papers.slice(3, 6)];
    const shorter = { points: [1, 999], text: '[1,999]' };
    for (const { number } of anew) subjectOf(await enter(vote, number, shorter));
    for (const { number } of discarded) {
      const discard = { voteId: vote.id, number, statementOfReasons: 'Mistyped.' };
      subjectOf(await run(world, discardPaperBallot, discard, people(world).otherOfficer));
    }
    const after = await everything(world);
    for (const { number, first } of papers) {
      const stays = !anew.some((one) => one.number === number);
      const lies = !discarded.some((one) => one.number === number);
      expect([number, after.includes(first.text)]).toEqual([number, stays && lies]);
      expect([number, after.includes(number)]).toEqual([number, lies]);
    }
  });

  test('on a paper that two people agree on is nowhere beside its number', async () => {
    const vote = await newVote(2);
    const content = said();
    subjectOf(await run(world, markPaperVoter, { voteId: vote.id, voter: 'resident-1' }));
    subjectOf(await enter(vote, 'PAPER-4712', content));
    subjectOf(await enter(vote, 'PAPER-4712', content, people(world).otherOfficer));
    const kept = await pieces(world);
    const places = kept.map(
      (piece) => [placesOf(content.text, piece), placesOf('PAPER-4712', piece)] as const,
    );
    // Once as a row of the box and, of an embedded database, once in its file.
    const times = places.reduce((sum, [contents]) => sum + contents.length, 0);
    expect(times).toBe(world.location.kind === 'sqlite' ? 2 : 1);
    expect(places.some(([, numbers]) => numbers.length > 0)).toBe(true);
    for (const [contents, numbers] of places)
      for (const number of numbers)
        expect(contents.filter((place) => Math.abs(place - number) < 500)).toEqual([]);
  });

  test('is nowhere once the vote was called off, on paper or not', async () => {
    const vote = await newVote(3);
    const [paper, cast] = [said(), said()];
    subjectOf(await enter(vote, 'PAPER-4713', paper));
    const input = { voteId: vote.id, choices: choices(vote, cast) };
    receiptOf(await run(world, castBallot, input, residentOf(world, 1)));
    const before = await everything(world);
    expect([before.includes(paper.text), before.includes(cast.text)]).toEqual([true, true]);
    subjectOf(await run(world, cancelVote, { id: vote.id, statementOfReasons: 'The money is gone.' }));
    const after = await everything(world);
    for (const { text } of [paper, cast]) expect(after).not.toContain(text);
  });

  test('before it was changed or withdrawn is nowhere once the ballots were counted', async () => {
    const vote = await newVote(3);
    const [first, second, withdrawn] = [said(), said(), said()];
    const cast = async (content: ReturnType<typeof said>, voter: number) => {
      const input = { voteId: vote.id, choices: choices(vote, content) };
      return receiptOf(await run(world, castBallot, input, residentOf(world, voter)));
    };
    const receipt = await cast(first, 1);
    subjectOf(await run(world, changeBallot, { receipt, choices: choices(vote, second) }, ANONYMOUS));
    const other = await cast(withdrawn, 2);
    subjectOf(await run(world, withdrawBallot, { receipt: other }, ANONYMOUS));
    world.clock.set(CLOSE);
    subjectOf(await run(world, tallyVote, { id: vote.id }));
    const after = await everything(world);
    expect(after).toContain(second.text);
    for (const { text } of [first, withdrawn]) expect(after).not.toContain(text);
  });
});
