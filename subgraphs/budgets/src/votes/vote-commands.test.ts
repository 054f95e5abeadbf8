import { countRows, databaseOf, describeDatabases } from '@coop/test/kit';
import { Ballot, RollEntry } from '@coop/shared/ballots';
import { buildSubgraph } from '@coop/shared/graphql';
import { budgets } from '..';
import { assessProject, reportProject } from './assess-project.command';
import { castBallot } from './cast-ballot.command';
import { addToRoll } from './keep-roll.command';
import { cancelVote, closeProposals, completeVote } from './move-vote.command';
import { openVoting } from './open-voting.command';
import { proposeProject, withdrawProject } from './propose-project.command';
import { startVote } from './start-vote.command';
import { tallyVote } from './tally-vote.command';
import { projectsOnPaper } from './ballot-paper.queries';
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
  soundPlan,
  subjectOf,
} from './votes.fixture';

const built = buildSubgraph(budgets);

describeDatabases('votes', databaseOf(built), (world) => {
  beforeEach(() => world.clock.set('2026-06-01T11:00:00Z'));

  const voteRow = (id: string) => world.database.reader.findOneByOrFail(Vote, { id });
  const projectRow = (id: string) => world.database.reader.findOneByOrFail(VoteProject, { id });

  test('are begun by an officer of the council, with a plan that holds together', async () => {
    const { officer, elsewhere, resident } = people(world);
    const id = subjectOf(await run(world, startVote, soundPlan, officer));
    expect(await voteRow(id)).toMatchObject({ state: 'PROPOSALS', budgetPence: 1_000_000, wards: [] });
    const before = await countRows(world);
    for (const actor of [elsewhere, resident])
      expect(found(await run(world, startVote, soundPlan, actor))).toEqual(['NotAllowed']);
    const unsound = { ...soundPlan, title: '', budgetPence: 0, communityBudgetId: 'communitybudget_none' };
    expect(found(await run(world, startVote, unsound, officer))).toEqual([
      'InvalidInput title',
      'InvalidInput budgetPence',
      'NotFound communityBudgetId',
    ]);
    expect(found(await run(world, startVote, { ...soundPlan, wardGssCodes: ['Norbiton'] }, officer))).toEqual(
      ['InvalidInput wardGssCodes.0'],
    );
    expect(await countRows(world)).toEqual(before);
  });

  test('take proposals of residents until the call ends, who may take them back', async () => {
    const { id, projects } = await aVote(world, 'PROPOSALS');
    const { officer, resident, elsewhere } = people(world);
    const proposal = { voteId: id, name: 'A pond', description: 'With newts.' };
    expect(found(await run(world, proposeProject, proposal, elsewhere))).toEqual(['NotAllowed']);
    expect(found(await run(world, proposeProject, { ...proposal, name: ' ' }, resident))).toEqual([
      'InvalidInput name',
    ]);
    const pond = subjectOf(await run(world, proposeProject, proposal, resident));
    expect(found(await run(world, withdrawProject, { id: pond }, officer))).toEqual(['NotAllowed']);
    const namesake = { ...resident, council: 'E09000022' };
    expect(found(await run(world, withdrawProject, { id: pond }, namesake))).toEqual(['NotAllowed']);
    subjectOf(await run(world, withdrawProject, { id: pond }, resident));
    expect((await projectRow(pond)).state).toBe('WITHDRAWN');
    const early = { id: projects[0]!, isFeasible: true, statementOfReasons: 'Yes.' };
    expect(found(await run(world, assessProject, early, officer))).toEqual(['WrongState']);
    const stale = { id, expectedVersion: 7 };
    expect(found(await run(world, closeProposals, stale, officer))).toEqual(['Conflict expectedVersion']);
    subjectOf(await run(world, closeProposals, { id }, officer));
    expect(found(await run(world, proposeProject, proposal, resident))).toEqual(['WrongState']);
  });

  test('open with a numbered ballot paper of what is feasible, once everything is decided', async () => {
    const { id, projects } = await aVote(world, 'PROPOSALS');
    const { officer, resident } = people(world);
    subjectOf(await run(world, closeProposals, { id }, officer));
    const open = (more: object = {}, actor = officer) =>
      run(world, openVoting, { id, closesAt: CLOSE, ...more }, actor);
    expect(found(await open())).toEqual(['Ineligible', 'Ineligible']);
    const [first, ...rest] = projects;
    const refusal = { id: first!, isFeasible: false, statementOfReasons: 'The ground is not ours.' };
    subjectOf(await run(world, assessProject, refusal, officer));
    for (const project of rest) {
      const finding = { id: project, isFeasible: true, costPence: 2_000_000, statementOfReasons: 'Yes.' };
      expect(found(await run(world, assessProject, finding, officer))).toEqual(['LimitExceeded costPence']);
      subjectOf(await run(world, assessProject, { ...finding, costPence: 200_000 }, officer));
    }
    expect(found(await open({}, resident))).toEqual(['NotAllowed']);
    expect(found(await open({ closesAt: new Date('2026-05-01T00:00:00Z') }))).toEqual([
      'InvalidInput closesAt',
    ]);
    subjectOf(await open());
    const paper = await projectsOnPaper(world.database.reader, id);
    expect(paper.map((project) => [project.number, project.id])).toEqual(
      rest.map((project, index) => [index + 1, project]),
    );
    expect(await voteRow(id)).toMatchObject({ state: 'VOTING', opensAt: world.clock.now(), closesAt: CLOSE });
  });

  test('are tallied by their rule and followed until everything chosen is delivered or given up', async () => {
    const { id, projects } = await aVote(world, 'VOTING');
    const { officer, resident } = people(world);
    await onTheRoll(world, id, 12);
    for (let number = 1; number <= 12; number += 1) {
      const choices = [projects[number % 3]!, projects[3]!].map((projectId) => ({ projectId }));
      subjectOf(await run(world, castBallot, { voteId: id, choices }, residentOf(world, number)));
    }
    expect(found(await run(world, tallyVote, { id }, officer))).toEqual(['TooEarly']);
    world.clock.set(CLOSE);
    expect(found(await run(world, tallyVote, { id }, resident))).toEqual(['NotAllowed']);
    subjectOf(await run(world, tallyVote, { id }, officer));
    expect(await voteRow(id)).toMatchObject({ state: 'DELIVERY', ballotsCounted: 12, spentPence: 950_000 });
    const rows = await Promise.all(projects.map(projectRow));
    expect(rows.map(({ state, fundedOrder, support }) => [state, fundedOrder, support])).toEqual([
      ['CHOSEN', 2, 4],
      ['CHOSEN', 3, 4],
      ['NOT_CHOSEN', null, 4],
      ['CHOSEN', 1, 12],
      ['NOT_CHOSEN', null, 0],
    ]);
    expect(rows.every(({ explanation }) => (explanation ?? '').length > 20)).toBe(true);
    expect(found(await run(world, tallyVote, { id }, officer))).toEqual(['WrongState']);
    expect(found(await run(world, completeVote, { id }, officer))).toEqual(['Ineligible']);
    const say = (project: number, progress: 'UNDER_WAY' | 'DELIVERED' | 'GIVEN_UP', note = 'So it is.') =>
      run(world, reportProject, { id: projects[project - 1]!, progress, note }, officer);
    expect(found(await say(3, 'DELIVERED'))).toEqual(['WrongState']);
    expect(found(await say(1, 'GIVEN_UP', ' '))).toEqual(['InvalidInput note']);
    for (const project of [1, 2, 4]) subjectOf(await say(project, 'UNDER_WAY'));
    for (const project of [1, 2]) subjectOf(await say(project, 'DELIVERED'));
    expect(found(await run(world, completeVote, { id }, officer))).toEqual(['Ineligible']);
    subjectOf(await say(4, 'GIVEN_UP'));
    subjectOf(await run(world, completeVote, { id }, officer));
    expect((await voteRow(id)).state).toBe('DELIVERED');
  });

  test('that are called off keep nothing of what ballots said', async () => {
    const { id, projects } = await aVote(world, 'VOTING');
    await onTheRoll(world, id, 1);
    const choices = [{ projectId: projects[0]! }];
    subjectOf(await run(world, castBallot, { voteId: id, choices }, residentOf(world, 1)));
    expect(found(await run(world, cancelVote, { id, statementOfReasons: ' ' }))).toEqual([
      'InvalidInput statementOfReasons',
    ]);
    subjectOf(await run(world, cancelVote, { id, statementOfReasons: 'The money is gone.' }));
    expect(await world.database.reader.findBy(Ballot, { box: id })).toMatchObject([
      { content: null, isCounted: false },
    ]);
    expect(found(await run(world, castBallot, { voteId: id, choices }, residentOf(world, 2)))).toEqual([
      'WrongState',
    ]);
  });

  test('have a roll that keeps neither birthdays nor wards, and nobody twice', async () => {
    const { id } = await aVote(world, 'FEASIBILITY', { wardGssCodes: ['E05000001'], minimumAge: 16 });
    const voter = { voter: 'B-1', wardGssCode: 'E05000001', bornOn: '2001-02-03' };
    const add = (...voters: object[]) => run(world, addToRoll, { voteId: id, voters: voters as never });
    expect(found(await add(voter, { voter: ' ' }, { ...voter, voter: 'B-2', bornOn: '2020-02-03' }))).toEqual(
      [
        'InvalidInput voters.1.voter',
        'Ineligible voters.1.wardGssCode',
        'Ineligible voters.1.bornOn',
        'Ineligible voters.2.bornOn',
      ],
    );
    subjectOf(await add(voter, { ...voter, voter: ' B-1 ' }));
    subjectOf(await add(voter));
    const rows = await world.database.reader.findBy(RollEntry, { box: id });
    expect(rows.map(({ voter: kept, turnout }) => [kept, turnout])).toEqual([['b-1', 'NOT_YET']]);
    expect(JSON.stringify(rows)).not.toMatch(/2001-02-03|E05000001/);
  });
});
