import { databaseOf, describeDatabases, type World } from '@coop/test/kit';
import { Ballot } from '@coop/shared/ballots';
import { buildSubgraph } from '@coop/shared/graphql';
import { AuditEntry } from '@coop/shared/persistence';
import { budgets } from '..';
import { castBallot } from './cast-ballot.command';
import { discardPaperBallot } from './discard-paper-ballot.command';
import { enterPaperBallot } from './enter-paper-ballot.command';
import { markPaperVoter } from './keep-roll.command';
import { tallyVote } from './tally-vote.command';
import { Vote } from './vote.entity';
import {
  aVote,
  choose,
  CLOSE,
  found,
  onTheRoll,
  people,
  residentOf,
  run,
  subjectOf,
  type MadeVote,
} from './votes.fixture';

describeDatabases('paper ballots', databaseOf(buildSubgraph(budgets)), (world) => {
  beforeEach(() => world.clock.set('2026-06-01T11:00:00Z'));

  const reader = () => world.database.reader;
  const contentsIn = async (voteId: string) =>
    (await reader().findBy(Ballot, { box: voteId })).map(({ content }) => content);

  const enter = (world: World, vote: MadeVote, number: string, choices: object, actor = world.actor()) =>
    run(world, enterPaperBallot, { voteId: vote.id, number, choices } as never, actor);

  test('count when two people agree, and never more of them than envelopes', async () => {
    const vote = await aVote(world, 'VOTING');
    await onTheRoll(world, vote.id, 3);
    const { officer, otherOfficer, elsewhere, resident } = people(world);
    const mark = (voter: string, actor = officer) =>
      run(world, markPaperVoter, { voteId: vote.id, voter }, actor);
    const states: unknown[] = [];
    const entered = async (numbers: number[], actor = officer, paper = 'A1') => {
      const result = await enter(world, vote, paper, choose(vote, ...numbers), actor);
      states.push(result.ok ? result.receipt : found(result));
    };
    await entered([1, 2]);
    await entered([1, 3]);
    await entered([1, 2], otherOfficer);
    await entered([3, 1], otherOfficer);
    subjectOf(await mark('resident-1'));
    await entered([3, 1], otherOfficer);
    await entered([3, 1], otherOfficer);
    await entered([4], elsewhere, 'A2');
    await entered([4], resident, 'A2');
    expect(states).toEqual([
      'ENTERED',
      'ENTERED',
      ['Ineligible choices'],
      ['LimitExceeded number'],
      'AGREED',
      ['Ineligible number'],
      ['NotAllowed'],
      ['NotAllowed'],
    ]);
    expect(await contentsIn(vote.id)).toEqual([{ choices: [1, 3] }]);
    expect(found(await mark('resident-1'))).toEqual(['Ineligible voter']);
    expect(found(await mark('nobody'))).toEqual(['NotFound voter']);
    const input = { voteId: vote.id, choices: choose(vote, 1) };
    expect(found(await run(world, castBallot, input, residentOf(world, 1)))).toEqual(['Ineligible ']);
  });

  test('that one person has entered hold the tally up', async () => {
    const vote = await aVote(world, 'VOTING');
    await onTheRoll(world, vote.id, 1);
    subjectOf(await run(world, markPaperVoter, { voteId: vote.id, voter: 'resident-1' }));
    subjectOf(await enter(world, vote, 'B1', choose(vote, 2)));
    world.clock.set(CLOSE);
    expect(found(await run(world, tallyVote, { id: vote.id }))).toEqual(['Ineligible']);
    subjectOf(await enter(world, vote, 'B1', choose(vote, 2), people(world).otherOfficer));
    subjectOf(await run(world, tallyVote, { id: vote.id }));
    expect((await reader().findOneByOrFail(Vote, { id: vote.id })).ballotsCounted).toBe(1);
  });

  test('entered under a wrong number are discarded by another officer with a reason, and no longer hold the tally up', async () => {
    const vote = await aVote(world, 'VOTING');
    await onTheRoll(world, vote.id, 1);
    const { officer, otherOfficer, elsewhere } = people(world);
    const enter = async (number: string, actor = officer) =>
      found(await run(world, enterPaperBallot, { voteId: vote.id, number, choices: choose(vote, 2) }, actor));
    const discard = async (number: string, actor = otherOfficer, statementOfReasons = 'Mistyped.') =>
      found(await run(world, discardPaperBallot, { voteId: vote.id, number, statementOfReasons }, actor));
    subjectOf(await run(world, markPaperVoter, { voteId: vote.id, voter: 'resident-1' }));
    expect(await enter('C11')).toEqual(['done']);
    expect(await enter('C1')).toEqual(['done']);
    expect(await enter('C1', otherOfficer)).toEqual(['done']);
    world.clock.set(CLOSE);
    expect(found(await run(world, tallyVote, { id: vote.id }))).toEqual(['Ineligible']);
    expect(await enter('C11', otherOfficer)).toEqual(['LimitExceeded number']);
    expect(await discard('C11', officer)).toEqual(['Ineligible number']);
    expect(await discard('C11', elsewhere)).toEqual(['NotAllowed']);
    expect(await discard('C11', otherOfficer, ' ')).toEqual(['InvalidInput statementOfReasons']);
    expect(await discard('C2')).toEqual(['NotFound number']);
    expect(await discard('C1')).toEqual(['Ineligible number']);
    expect(await discard('C11')).toEqual(['done']);
    const [entry] = await reader().findBy(AuditEntry, { action: 'ballotPaperDiscard', subject: vote.id });
    expect(entry!.changes).toMatch(/Mistyped/);
    expect(entry!.changes).not.toMatch(/choices/);
    subjectOf(await run(world, tallyVote, { id: vote.id }));
    expect(await discard('C11')).toEqual(['TooLate']);
    expect((await reader().findOneByOrFail(Vote, { id: vote.id })).ballotsCounted).toBe(1);
  });
});
