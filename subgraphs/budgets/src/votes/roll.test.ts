import { ask, databaseOf, describeDatabases } from '@coop/test/kit';
import { addToRoll as addEntries, RollEntry } from '@coop/shared/ballots';
import { bulkWrite } from '@coop/shared/commands';
import { buildSubgraph } from '@coop/shared/graphql';
import { AuditEntry } from '@coop/shared/persistence';
import { budgets } from '..';
import { castBallot } from './cast-ballot.command';
import { addToRoll, markPaperVoter, replaceVotingCode } from './keep-roll.command';
import { aVote, found, onTheRoll, people, receiptOf, residentOf, run, subjectOf } from './votes.fixture';

const built = buildSubgraph(budgets);

describeDatabases('the roll of a vote', databaseOf(built), (world) => {
  beforeEach(() => world.clock.set('2026-06-01T11:00:00Z'));

  const rollOf = async (box: string) =>
    (await world.database.reader.findBy(RollEntry, { box })).map(({ voter }) => voter).sort();
  const trailOf = (subject: string) => world.database.reader.findBy(AuditEntry, { subject });
  const put = (voteId: string, ...voters: string[]) =>
    run(world, addToRoll, { voteId, voters: voters.map((voter) => ({ voter })) });

  test('has a voter once, however lists write the number', async () => {
    const { id } = await aVote(world, 'PROPOSALS');
    subjectOf(await put(id, 'V1', 'v1', 'ｖ1', 'v1\u200b', ' V1 ', 'V2'));
    subjectOf(await put(id, '\ufeffV1', 'v2 ', 'Ｖ３'));
    expect(await rollOf(id)).toEqual(['v1', 'v2', 'v3']);
    for (const voter of ['V1', 'ｖ１ ', 'v\u200b2'])
      expect(found(await run(world, replaceVotingCode, { voteId: id, voter }))).toEqual(['done']);
    expect(found(await put(id, ' ', 'ﷺ'.repeat(40)))).toEqual([
      ...['InvalidInput voters.0.voter', 'InvalidInput voters.1.voter'],
    ]);
    expect(found(await put(id, '\u200b'))).toEqual(['InvalidInput voters.0.voter']);
  });

  test('gives nobody a second ballot by another spelling of the account', async () => {
    const vote = await aVote(world, 'VOTING');
    subjectOf(await put(vote.id, 'Resident-1', 'resident-1'));
    const input = { voteId: vote.id, choices: [{ projectId: vote.projects[0]! }] };
    receiptOf(await run(world, castBallot, input, residentOf(world, 1)));
    for (const subject of ['resident-1', 'RESIDENT-1'])
      expect(found(await run(world, castBallot, input, { ...residentOf(world, 1), subject }))).toEqual([
        'Ineligible ',
      ]);
  });

  test('says how many were added while voting is on, for everybody', async () => {
    const vote = await aVote(world, 'FEASIBILITY');
    await onTheRoll(world, vote.id, 3);
    const open = await aVote(world, 'VOTING');
    await onTheRoll(world, open.id, 2);
    await onTheRoll(world, open.id, 3);
    const query = 'query ($id: ID!) { vote(id: $id) { votersAddedWhileOpen turnout { entitled } } }';
    const asked = async (id: string) => (await ask(world, built, query, { id })).data;
    expect(await asked(vote.id)).toEqual({
      vote: { votersAddedWhileOpen: 0, turnout: { entitled: 3 } },
    });
    expect(await asked(open.id)).toEqual({
      vote: { votersAddedWhileOpen: 3, turnout: { entitled: 3 } },
    });
    const added = (await trailOf(open.id)).filter(({ action }) => action === 'voteRollAdd');
    expect(added.map(({ changes }) => JSON.parse(String(changes)) as unknown)).toEqual([
      { added: 2, addedWhileOpen: 2 },
      { added: 1, addedWhileOpen: 1 },
    ]);
  });

  test('tells an officer that somebody has voted by these refusals only, each of which is on the audit trail', async () => {
    const vote = await aVote(world, 'VOTING');
    await onTheRoll(world, vote.id, 2);
    const input = { voteId: vote.id, choices: [{ projectId: vote.projects[0]! }] };
    receiptOf(await run(world, castBallot, input, residentOf(world, 1)));
    const before = (await trailOf(vote.id)).length;
    const who = { voteId: vote.id, voter: 'resident-1' };
    const { otherOfficer, resident } = people(world);
    expect(found(await run(world, replaceVotingCode, who, otherOfficer))).toEqual(['Ineligible voter']);
    expect(found(await run(world, markPaperVoter, who, otherOfficer))).toEqual(['Ineligible voter']);
    expect(found(await run(world, markPaperVoter, who, resident))).toEqual(['NotAllowed']);
    const nobody = { ...who, voter: 'resident-9' };
    expect(found(await run(world, markPaperVoter, nobody, otherOfficer))).toEqual(['NotFound voter']);
    const told = (await trailOf(vote.id)).slice(before);
    expect(told.map(({ action, actor, changes }) => ({ action, actor, changes }))).toEqual(
      ['voteCodeReplace', 'ballotPaperVoterMark'].map((action) => ({
        ...{ action, actor: told[0]?.actor, changes: '{"told":"HAS_VOTED"}' },
      })),
    );
    const [entry] = await world.database.reader.findBy(RollEntry, { voter: 'resident-1', box: vote.id });
    for (const secret of ['resident-1', entry!.id]) expect(JSON.stringify(told)).not.toContain(secret);
  });

  test('leaves out what tells nobody from others', async () => {
    const { id } = await aVote(world, 'PROPOSALS');
    const box = { box: id, council: 'E08000004' };
    const added = await bulkWrite(world.context(), { name: 'test' }, (tx) => addEntries(tx, box, [' ', 'A']));
    expect([added, await rollOf(id)]).toEqual([1, ['a']]);
  });
});
