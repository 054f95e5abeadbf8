import { databaseOf, describeDatabases } from '@coop/test/kit';
import { ANONYMOUS } from '@coop/shared/access';
import { Ballot, CountedBallot, RollEntry } from '@coop/shared/ballots';
import { buildSubgraph } from '@coop/shared/graphql';
import { AuditEntry, IdempotencyKey } from '@coop/shared/persistence';
import { budgets } from '..';
import { reportProject } from './assess-project.command';
import { castBallot } from './cast-ballot.command';
import { discardPaperBallot } from './discard-paper-ballot.command';
import { enterPaperBallot } from './enter-paper-ballot.command';
import { issueVotingCodes, markPaperVoter, replaceVotingCode } from './keep-roll.command';
import { completeVote } from './move-vote.command';
import { changeBallot, withdrawBallot } from './rewrite-ballot.command';
import { tallyVote } from './tally-vote.command';
import { VoteProject } from './vote-project.entity';
import { Vote } from './vote.entity';
import {
  aVote,
  choose,
  CLOSE,
  codesOf,
  found,
  onTheRoll,
  people,
  receiptOf,
  residentOf,
  run,
  subjectOf,
} from './votes.fixture';

const built = buildSubgraph(budgets);
const KEY = '6f1f2d0c-3b1e-4c57-9a63-0f4f5b1d2e90';

describeDatabases('ballots', databaseOf(built), (world) => {
  beforeEach(() => world.clock.set('2026-06-01T11:00:00Z'));

  const reader = () => world.database.reader;
  const contentsIn = async (voteId: string) =>
    (await reader().findBy(Ballot, { box: voteId })).map(({ content }) => content);

  test('are cast once by each voter on the roll, by token or by the code of a letter', async () => {
    const vote = await aVote(world, 'VOTING');
    await onTheRoll(world, vote.id, 3);
    const codes = await codesOf(world, vote.id);
    const cast = (input: object, actor = residentOf(world, 1)) =>
      run(world, castBallot, { voteId: vote.id, choices: choose(vote, 3, 1), ...input }, actor);
    const receipt = receiptOf(await cast({}));
    expect(receipt).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await contentsIn(vote.id)).toEqual([{ choices: [1, 3] }]);
    expect(found(await cast({}))).toEqual(['Ineligible ']);
    const code = codes.get('resident-1')!;
    expect(found(await cast({ votingCode: code }, ANONYMOUS))).toEqual(['Ineligible votingCode']);
    expect(found(await cast({}, residentOf(world, 9)))).toEqual(['NotAllowed votingCode']);
    expect(found(await cast({}, ANONYMOUS))).toEqual(['NotAllowed votingCode']);
    // The same subject is somebody else in another council, and nobody's voter in another capacity.
    for (const facts of [{ council: 'E09000022' }, { role: 'officer' as const }, { role: 'group' as const }])
      expect(found(await cast({}, { ...residentOf(world, 3), ...facts }))).toEqual(['NotAllowed votingCode']);
    expect(found(await cast({ votingCode: 'AAAA-BBBB' }, ANONYMOUS))).toEqual(['NotFound votingCode']);
    const typed = codes.get('resident-2')!.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
    receiptOf(await cast({ votingCode: typed }, ANONYMOUS));
    expect(await reader().countBy(Ballot, { box: vote.id })).toBe(2);
  });

  test('can be changed and withdrawn by receipt until the close, and no millisecond longer', async () => {
    const vote = await aVote(world, 'VOTING');
    await onTheRoll(world, vote.id, 1);
    const input = { voteId: vote.id, choices: choose(vote, 1) };
    const receipt = receiptOf(await run(world, castBallot, input, residentOf(world, 1)));
    const change = (...numbers: number[]) =>
      run(world, changeBallot, { receipt, choices: choose(vote, ...numbers) }, ANONYMOUS);
    const withdraw = () => run(world, withdrawBallot, { receipt }, ANONYMOUS);
    subjectOf(await change(2, 4));
    expect(await contentsIn(vote.id)).toEqual([{ choices: [2, 4] }]);
    expect(found(await change(2, 2))).toEqual(['InvalidInput choices.1.projectId']);
    subjectOf(await withdraw());
    expect(await contentsIn(vote.id)).toEqual([null]);
    expect(found(await withdraw())).toEqual(['Ineligible receipt']);
    expect(found(await run(world, castBallot, input, residentOf(world, 1)))).toEqual(['Ineligible ']);
    world.clock.set(new Date(CLOSE.getTime() - 1));
    subjectOf(await change(5));
    world.clock.set(CLOSE);
    const late = await change(1);
    expect(late).toMatchObject({ problems: [{ kind: 'TooLate', deadline: CLOSE }] });
    expect(found(await withdraw())).toEqual(['TooLate']);
    expect(found(await run(world, castBallot, input, residentOf(world, 2)))).toEqual(['TooLate']);
    expect(await contentsIn(vote.id)).toEqual([{ choices: [5] }]);
    const other = receipt.replace(/^./, (first) => (first === '0' ? '1' : '0'));
    expect(found(await run(world, withdrawBallot, { receipt: other }, ANONYMOUS))).toEqual([
      'NotFound receipt',
    ]);
  });

  test('are too late after the close, whatever came after it, and tell the closing instant', async () => {
    const vote = await aVote(world, 'VOTING');
    await onTheRoll(world, vote.id, 3);
    const { officer, otherOfficer } = people(world);
    const choices = choose(vote, 1);
    const receipt = receiptOf(
      await run(world, castBallot, { voteId: vote.id, choices }, residentOf(world, 1)),
    );
    subjectOf(await run(world, markPaperVoter, { voteId: vote.id, voter: 'resident-2' }));
    const paper = { voteId: vote.id, number: 'A1', choices };
    const reasons = { voteId: vote.id, number: 'A1', statementOfReasons: 'Mistyped.' };
    const told = async () => {
      const results = {
        cast: await run(world, castBallot, { voteId: vote.id, choices }, residentOf(world, 3)),
        change: await run(world, changeBallot, { receipt, choices }, ANONYMOUS),
        withdraw: await run(world, withdrawBallot, { receipt }, ANONYMOUS),
        mark: await run(world, markPaperVoter, { voteId: vote.id, voter: 'resident-3' }, officer),
        enter: await run(world, enterPaperBallot, paper, officer),
        discard: await run(world, discardPaperBallot, reasons, otherOfficer),
        codes: await run(world, issueVotingCodes, { voteId: vote.id, most: 1 }, officer),
      };
      return Object.entries(results).map(([what, result]) => [
        what,
        ...(result.ok
          ? ['done']
          : result.problems.map((one) => (one.kind === 'TooLate' ? one.deadline.toISOString() : one.kind))),
      ]);
    };
    const closed = CLOSE.toISOString();
    const ballots = ['cast', 'change', 'withdraw'].map((what) => [what, closed]);
    world.clock.set(CLOSE);
    // Papers that came by the close are still entered.
    expect(await told()).toEqual([
      ...ballots,
      ['mark', 'done'],
      ['enter', 'done'],
      ['discard', 'done'],
      ['codes', closed],
    ]);
    const tallied = new Date(CLOSE.getTime() + 60_000);
    world.clock.set(tallied);
    subjectOf(await run(world, tallyVote, { id: vote.id }, officer));
    const over = ['mark', 'enter', 'discard'].map((what) => [what, tallied.toISOString()]);
    const counted = [...ballots, ...over, ['codes', closed]];
    expect(await told()).toEqual(counted);
    for (const project of vote.projects) {
      const row = await reader().findOneByOrFail(VoteProject, { id: project });
      const note = 'It stands.';
      if (row.state === 'CHOSEN')
        subjectOf(await run(world, reportProject, { id: project, progress: 'DELIVERED', note }, officer));
    }
    subjectOf(await run(world, completeVote, { id: vote.id }, officer));
    expect(await told()).toEqual(counted);
  });

  test('leave nothing but that somebody voted in the audit trail and under the idempotency key', async () => {
    const vote = await aVote(world, 'VOTING');
    await onTheRoll(world, vote.id, 2);
    const input = { voteId: vote.id, choices: choose(vote, 2), idempotencyKey: KEY };
    const receipt = receiptOf(await run(world, castBallot, input, residentOf(world, 1)));
    expect(receiptOf(await run(world, castBallot, input, residentOf(world, 1)))).toBe(receipt);
    expect(receiptOf(await run(world, castBallot, input, residentOf(world, 2)))).not.toBe(receipt);
    expect(await reader().countBy(Ballot, { box: vote.id })).toBe(2);
    const otherwise = { ...input, choices: choose(vote, 3) };
    expect(found(await run(world, castBallot, otherwise, residentOf(world, 1)))).toEqual([
      'InvalidInput idempotencyKey',
    ]);
    const guessable = { ...input, idempotencyKey: 'my-vote' };
    expect(found(await run(world, castBallot, guessable, residentOf(world, 1)))).toEqual([
      'InvalidInput idempotencyKey',
    ]);
    const entries = await reader().findBy(AuditEntry, { action: 'ballotCast', subject: vote.id });
    expect(entries.map(({ changes }) => changes)).toEqual(['{}', '{}']);
    const keys = await reader().findBy(IdempotencyKey, { subject: vote.id });
    expect(keys.map((row) => row.receipt)).toEqual([null, null]);
  });

  test('of 500 voters at once, each with a second try and a change, count once for each voter', async () => {
    const vote = await aVote(world, 'VOTING');
    await onTheRoll(world, vote.id, 500);
    const tries = Array.from({ length: 500 }, (_, index) => index + 1).flatMap((voter) => [voter, voter]);
    const results = await Promise.all(
      tries.map(async (voter) => {
        const actor = residentOf(world, voter);
        const first = { voteId: vote.id, choices: choose(vote, 1) };
        const result = await run(world, castBallot, first, actor);
        if (!result.ok) return null;
        const change = { receipt: receiptOf(result), choices: choose(vote, 2, (voter % 3) + 3) };
        return run(world, changeBallot, change, actor);
      }),
    );
    expect(results.filter((result) => result?.ok)).toHaveLength(500);
    expect(results.filter((result) => result === null)).toHaveLength(500);
    expect(await reader().countBy(Ballot, { box: vote.id })).toBe(500);
    expect(await reader().countBy(RollEntry, { box: vote.id, turnout: 'ONLINE' })).toBe(500);
    world.clock.set(CLOSE);
    subjectOf(await run(world, tallyVote, { id: vote.id }));
    const counted = await reader().findBy(CountedBallot, { box: vote.id });
    const chosen = counted.map(({ content }) => (content as { choices: number[] }).choices);
    expect(chosen.filter(([first]) => first === 2)).toHaveLength(500);
    const times = (number: number) => chosen.filter((one) => one.includes(number)).length;
    expect([times(1), times(3), times(4), times(5)]).toEqual([0, 166, 167, 167]);
  }, 120_000);

  test('cast while the tally begins are all counted or refused as late', async () => {
    const vote = await aVote(world, 'VOTING');
    await onTheRoll(world, vote.id, 60);
    const casting = Array.from({ length: 60 }, (_, index) =>
      run(world, castBallot, { voteId: vote.id, choices: choose(vote, 1) }, residentOf(world, index + 1)),
    );
    world.clock.set(CLOSE);
    subjectOf(await run(world, tallyVote, { id: vote.id }));
    const results = await Promise.all(casting);
    const { ballotsCounted } = await reader().findOneByOrFail(Vote, { id: vote.id });
    expect(ballotsCounted).toBe(results.filter(({ ok }) => ok).length);
    expect(results.filter(({ ok }) => !ok).flatMap(found)).toEqual(
      results.filter(({ ok }) => !ok).map(() => 'TooLate'),
    );
  });

  test('need codes that are shown once, and replaced for whoever lost theirs and has not voted', async () => {
    const vote = await aVote(world, 'VOTING');
    await onTheRoll(world, vote.id, 2);
    const issue = { voteId: vote.id, most: 500, idempotencyKey: KEY };
    const first = await run(world, issueVotingCodes, issue);
    const codes = first.ok ? (first.receipt as unknown as { voter: string; code: string }[]) : [];
    expect(codes.map(({ voter }) => voter)).toEqual(['resident-1', 'resident-2']);
    expect(found(await run(world, issueVotingCodes, issue))).toEqual(['Ineligible idempotencyKey']);
    const replaced = await run(world, replaceVotingCode, { voteId: vote.id, voter: 'resident-1' });
    const [fresh] = replaced.ok ? (replaced.receipt as unknown as { code: string }[]) : [];
    const cast = (votingCode: string) =>
      run(world, castBallot, { voteId: vote.id, votingCode, choices: choose(vote, 1) }, ANONYMOUS);
    expect(found(await cast(codes[0]!.code))).toEqual(['NotFound votingCode']);
    receiptOf(await cast(fresh!.code));
    const late = { voteId: vote.id, voter: 'resident-1' };
    expect(found(await run(world, replaceVotingCode, late))).toEqual(['Ineligible voter']);
    const { elsewhere, administrator, resident } = people(world);
    for (const actor of [elsewhere, administrator, resident])
      expect(found(await run(world, issueVotingCodes, { voteId: vote.id, most: 1 }, actor))).toEqual([
        'NotAllowed',
      ]);
    const rows = JSON.stringify(await reader().find(RollEntry));
    for (const { code } of codes) expect(rows).not.toContain(code.replaceAll('-', ''));
  });
});
