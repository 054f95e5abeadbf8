import { actorKey } from '@coop/shared/access';
import { addToRoll, castBallot, codeHash, entryOfVoter, RollEntry } from '@coop/shared/ballots';
import type { Tx } from '@coop/shared/commands';
import type { DemoWorld } from '@coop/shared/graphql';
import { fixedId } from '@coop/shared/ids';
import { textSort } from '@coop/shared/persistence';
import { addDays, endOfLondonDay, startOfLondonDay, type LocalDate } from '@coop/shared/time';
import { boxOf } from './ballot.queries';
import { countVote } from './tally-vote.command';
import { NO_NUMBER, VoteProject } from './vote-project.entity';
import { Vote } from './vote.entity';
import {
  DEMO_PROGRESS,
  DEMO_VOTERS,
  DEMO_VOTING_CODES,
  VOTE_FACTS,
  type ProjectFact,
  type VoteFact,
} from './vote.facts';
import { projectsOnPaper } from './ballot-paper.queries';

/** The votes of the demo world: one that is tallied, one that is open for two weeks, one that takes proposals. */
export async function votesDemo({ tx, today }: DemoWorld): Promise<void> {
  for (const fact of VOTE_FACTS) {
    const vote = await tx.insert(Vote, voteRow(fact, today));
    await tx.insertMany(VoteProject, projectRows(fact, vote, today));
    if (fact.opens === null) continue;
    await castAll(tx, vote, fact);
    if (fact.isTallied) await tallyAndReport(tx, vote, today);
    else await admitVisitors(tx, vote);
  }
}

function voteRow(fact: VoteFact, today: LocalDate): Partial<Vote> {
  const { key, council: gssCode, title, description, state, ballotKind, rule, opens, closes } = fact;
  const { budgetPence, mostChoices, points, wards, minimumAge } = fact;
  const startedOn = addDays(today, -fact.started);
  return {
    ...{ id: fixedId('vote', key), gssCode, title, titleSort: textSort(title), description, state },
    communityBudgetId: fixedId('communitybudget', fact.budget),
    ...{ ballotKind, rule, budgetPence, mostChoices, points, minimumAge, startedOn },
    wards: [...wards],
    ageOn: startedOn,
    opensAt: opens === null ? null : startOfLondonDay(addDays(today, opens)),
    closesAt: closes === null ? null : endOfLondonDay(addDays(today, closes)),
    votersAddedWhileOpen: 0,
    illustrative: true,
  };
}

function projectRows(fact: VoteFact, vote: Vote, today: LocalDate): Partial<VoteProject>[] {
  let number = 0;
  const isNumbered = ({ state }: ProjectFact) => state === 'FEASIBLE' && fact.opens !== null;
  return fact.projects.map((project, index) => ({
    id: fixedId('voteproject', `${fact.key}-${index + 1}`),
    gssCode: vote.gssCode,
    voteId: vote.id,
    name: project.name,
    description: project.description,
    costPence: project.costPence,
    state: project.state,
    number: isNumbered(project) ? (number += 1) : NO_NUMBER,
    proposedBy: actorKey({ subject: 'demo-resident', council: vote.gssCode, organisation: null }),
    proposedOn: addDays(today, -fact.started + index),
    assessedOn: project.reasons === null ? null : addDays(today, -Math.floor(fact.started / 2)),
    statementOfReasons: project.reasons,
    illustrative: true,
  }));
}

/** Casts the ballots through the box as voters do; their receipts are thrown away. */
async function castAll(tx: Tx, vote: Vote, { ballots, roll }: VoteFact): Promise<void> {
  const box = boxOf(vote);
  const voters = Array.from({ length: ballots.length + roll }, (_, index) => `demo-voter-${index + 1}`);
  await addToRoll(tx, box, voters);
  for (const [index, content] of ballots.entries()) {
    const entry = await entryOfVoter(tx, box, voters[index] ?? '');
    if (!entry) throw new Error('A voter of the demo world is not on the roll.');
    await castBallot(tx, entry, { ...content }, { seed: null, path: [] });
  }
}

async function tallyAndReport(tx: Tx, vote: Vote, today: LocalDate): Promise<void> {
  await countVote(tx, vote);
  for (const project of await projectsOnPaper(tx.manager, vote.id)) {
    const [state, progressNote] = DEMO_PROGRESS[project.number] ?? [];
    if (state && project.state === 'CHOSEN')
      await tx.update(Object.assign(project, { state, progressNote, progressOn: today }));
  }
}

/** Puts whoever tries the demo world on the roll: by token, or by a code that everybody knows. */
async function admitVisitors(tx: Tx, vote: Vote): Promise<void> {
  const box = boxOf(vote);
  await addToRoll(tx, box, DEMO_VOTERS);
  await tx.insertMany(
    RollEntry,
    DEMO_VOTING_CODES.map((code, index) => ({
      id: tx.newId('rollentry'),
      ...box,
      voter: `demo-letter-${index + 1}`,
      codeHash: codeHash(box.box, code),
      turnout: 'NOT_YET' as const,
    })),
  );
}
