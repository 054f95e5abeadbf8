import { databaseOf, describeDatabases, fuzzCommand, fuzzValidation } from '@coop/test/kit';
import fc from 'fast-check';
import type { Actor } from '@coop/shared/access';
import type { Command } from '@coop/shared/commands';
import { buildSubgraph } from '@coop/shared/graphql';
import { budgets } from '..';
import { assessProject, reportProject } from './assess-project.command';
import {
  BallotCastInput,
  BallotChangeInput,
  BallotChoiceInput,
  BallotWithdrawInput,
  BallotPaperDiscardInput,
  BallotPaperEnterInput,
} from './ballot-inputs.types';
import { castBallot } from './cast-ballot.command';
import { discardPaperBallot } from './discard-paper-ballot.command';
import { enterPaperBallot } from './enter-paper-ballot.command';
import { addToRoll, issueVotingCodes, markPaperVoter, replaceVotingCode } from './keep-roll.command';
import { cancelVote, closeProposals, completeVote } from './move-vote.command';
import { openVoting } from './open-voting.command';
import { proposeProject, withdrawProject } from './propose-project.command';
import { changeBallot, withdrawBallot } from './rewrite-ballot.command';
import {
  BallotPaperVoterMarkInput,
  VoteRollAddInput,
  VoteRollVoterInput,
  VoteCodeReplaceInput,
  VoteCodesIssueInput,
} from './roll-inputs.types';
import { startVote } from './start-vote.command';
import { tallyVote } from './tally-vote.command';
import {
  VoteCancelInput,
  VoteCloseProposalsInput,
  VoteCompleteInput,
  VoteOpenVotingInput,
  VoteProjectAssessInput,
  VoteProjectProposeInput,
  VoteProjectReportInput,
  VoteProjectWithdrawInput,
  VoteStartInput,
  VoteTallyInput,
} from './vote-inputs.types';
import {
  aVote,
  CLOSE,
  onTheRoll,
  people,
  receiptOf,
  residentOf,
  run,
  soundPlan,
  subjectOf,
} from './votes.fixture';

const built = buildSubgraph(budgets);
const KEY = '6f1f2d0c-3b1e-4c57-9a63-0f4f5b1d2e90';
const RECEIPT = 'ABCD-EFGH-1234-5678-ABCD-EFGH-1234-5678';
const VOTER = { voter: 'resident-1', wardGssCode: 'E05000001', bornOn: '2001-02-03' };
const CHOICES = [{ projectId: 'voteproject_1', points: 3 }, { projectId: 'voteproject_2' }];
const STATED = { statementOfReasons: 'For good reasons.' };

const INPUTS: readonly [string, new () => object, object][] = [
  ['VoteStartInput', VoteStartInput, { ...soundPlan, wardGssCodes: ['E05000001'], ageOn: '2026-06-01' }],
  ['VoteCloseProposalsInput', VoteCloseProposalsInput, { id: 'vote_1', expectedVersion: 1 }],
  ['VoteOpenVotingInput', VoteOpenVotingInput, { id: 'vote_1', opensAt: CLOSE, closesAt: CLOSE }],
  ['VoteTallyInput', VoteTallyInput, { id: 'vote_1', expectedVersion: 1 }],
  ['VoteCompleteInput', VoteCompleteInput, { id: 'vote_1', idempotencyKey: 'key' }],
  ['VoteCancelInput', VoteCancelInput, { id: 'vote_1', ...STATED }],
  [
    'VoteProjectProposeInput',
    VoteProjectProposeInput,
    { voteId: 'vote_1', name: 'A pond', description: 'With newts.', estimatePence: 5_000 },
  ],
  ['VoteProjectWithdrawInput', VoteProjectWithdrawInput, { id: 'voteproject_1', expectedVersion: 2 }],
  [
    'VoteProjectAssessInput',
    VoteProjectAssessInput,
    { id: 'voteproject_1', isFeasible: true, costPence: 5_000, ...STATED },
  ],
  [
    'VoteProjectReportInput',
    VoteProjectReportInput,
    { id: 'voteproject_1', progress: 'UNDER_WAY', note: 'Ordered.' },
  ],
  ['BallotChoiceInput', BallotChoiceInput, CHOICES[0]!],
  ['BallotCastInput', BallotCastInput, { voteId: 'vote_1', votingCode: 'ABCD', choices: CHOICES }],
  ['BallotChangeInput', BallotChangeInput, { receipt: RECEIPT, choices: CHOICES }],
  ['BallotWithdrawInput', BallotWithdrawInput, { receipt: RECEIPT, idempotencyKey: KEY }],
  ['BallotPaperEnterInput', BallotPaperEnterInput, { voteId: 'vote_1', number: 'A1', choices: CHOICES }],
  ['BallotPaperDiscardInput', BallotPaperDiscardInput, { voteId: 'vote_1', number: 'A1', ...STATED }],
  ['VoteRollVoterInput', VoteRollVoterInput, VOTER],
  ['VoteRollAddInput', VoteRollAddInput, { voteId: 'vote_1', voters: [VOTER] }],
  ['VoteCodesIssueInput', VoteCodesIssueInput, { voteId: 'vote_1', most: 5 }],
  ['VoteCodeReplaceInput', VoteCodeReplaceInput, { voteId: 'vote_1', voter: 'resident-1' }],
  ['BallotPaperVoterMarkInput', BallotPaperVoterMarkInput, { voteId: 'vote_1', voter: 'resident-1' }],
];

describe('10,000 random inputs', () => {
  test.each(INPUTS)(
    'pass through the checks of %s, which only ever answer by problems',
    (_name, type, sound) => {
      const { accepted, refused } = fuzzValidation(type, fc.constant(sound));
      expect(accepted).toBeGreaterThan(500);
      expect(refused).toBeGreaterThan(1000);
    },
    120_000,
  );
});

describeDatabases('200 random inputs', databaseOf(built), (world) => {
  const reason = 'Made up.';
  const officer = (): Actor => people(world).officer;
  const resident = (): Actor => people(world).resident;
  let voters = 0;

  beforeEach(() => world.clock.set('2026-06-01T11:00:00Z'));

  /** Sound inputs on some new things: some inputs hit one that is new, others one that was done to before. */
  const several = async (make: () => Promise<object>, count = 12): Promise<fc.Arbitrary<object>> => {
    const made: object[] = [];
    for (let index = 0; index < count; index += 1) made.push(await make());
    return fc.constantFrom(...made);
  };

  const voting = async (): Promise<{ voteId: string; choices: object[] }> => {
    const { id, projects } = await aVote(world, 'VOTING');
    voters += 40;
    await onTheRoll(world, id, 40, voters);
    return { voteId: id, choices: [{ projectId: projects[0]! }, { projectId: projects[1]! }] };
  };
  const waitingPaper = async (): Promise<object> => {
    const { voteId, choices } = await voting();
    const input = { voteId, choices: choices as never, number: 'A1' };
    subjectOf(await run(world, enterPaperBallot, input, officer()));
    return { voteId, number: 'A1', statementOfReasons: reason };
  };
  const cast = async (): Promise<{ receipt: string; choices: object[] }> => {
    const { voteId, choices } = await voting();
    const input = { voteId, choices: choices as never };
    const receipt = receiptOf(await run(world, castBallot, input, residentOf(world, voters)));
    return { receipt, choices };
  };
  const tallied = async (): Promise<{ id: string; project: string }> => {
    const { id, projects } = await aVote(world, 'VOTING');
    await onTheRoll(world, id, 1, 1);
    const input = { voteId: id, choices: [{ projectId: projects[0]! }] };
    receiptOf(await run(world, castBallot, input, residentOf(world, 1)));
    world.clock.set(CLOSE);
    subjectOf(await run(world, tallyVote, { id }));
    world.clock.set('2026-06-01T11:00:00Z');
    return { id, project: projects[0]! };
  };

  const at =
    (
      state: 'PROPOSALS' | 'FEASIBILITY',
      make: (vote: { id: string; projects: readonly string[] }) => object,
    ) =>
    async () =>
      make(await aVote(world, state));

  interface Case {
    readonly command: unknown;
    readonly make: () => Promise<object>;
    readonly actor?: () => Actor;
    readonly on?: Date;
    readonly count?: number;
  }
  const CASES: Readonly<Record<string, Case>> = {
    voteStart: { command: startVote, make: async () => soundPlan },
    voteCloseProposals: { command: closeProposals, make: at('PROPOSALS', ({ id }) => ({ id })) },
    voteOpenVoting: { command: openVoting, make: at('FEASIBILITY', ({ id }) => ({ id, closesAt: CLOSE })) },
    voteCancel: {
      command: cancelVote,
      make: at('PROPOSALS', ({ id }) => ({ id, statementOfReasons: reason })),
    },
    voteTally: { command: tallyVote, make: async () => ({ id: (await voting()).voteId }), on: CLOSE },
    voteProjectPropose: {
      command: proposeProject,
      make: at('PROPOSALS', ({ id }) => ({ voteId: id, name: 'A pond', description: 'Newts.' })),
      actor: resident,
    },
    voteProjectWithdraw: {
      command: withdrawProject,
      make: at('PROPOSALS', ({ projects }) => ({ id: projects[0]! })),
      actor: resident,
    },
    voteProjectAssess: {
      command: assessProject,
      make: at('FEASIBILITY', ({ projects }) => ({
        ...{ id: projects[0]!, isFeasible: true, costPence: 7_000 },
        statementOfReasons: reason,
      })),
    },
    voteProjectReport: {
      command: reportProject,
      make: async () => ({ id: (await tallied()).project, progress: 'UNDER_WAY', note: reason }),
    },
    voteRollAdd: { command: addToRoll, make: at('PROPOSALS', ({ id }) => ({ voteId: id, voters: [VOTER] })) },
    voteCodesIssue: {
      command: issueVotingCodes,
      make: async () => ({ voteId: (await voting()).voteId, most: 2 }),
      count: 4,
    },
    voteCodeReplace: {
      // A refusal that tells of a voter is audited, for which there is a test of its own.
      command: replaceVotingCode.untold,
      make: async () => ({ voteId: (await voting()).voteId, voter: `resident-${voters}` }),
    },
    ballotPaperVoterMark: {
      command: markPaperVoter.untold,
      make: async () => ({ voteId: (await voting()).voteId, voter: `resident-${voters}` }),
    },
    ballotPaperEnter: {
      command: enterPaperBallot,
      make: async () => ({ ...(await voting()), number: 'A1' }),
    },
    ballotPaperDiscard: {
      command: discardPaperBallot,
      make: waitingPaper,
      actor: () => people(world).otherOfficer,
    },
    ballotCast: {
      command: castBallot,
      make: voting,
      actor: () => residentOf(world, voters),
    },
    ballotChange: { command: changeBallot, make: cast, count: 4 },
    ballotWithdraw: { command: withdrawBallot, make: async () => ({ receipt: (await cast()).receipt }) },
    voteComplete: { command: completeVote, make: async () => ({ id: (await tallied()).id }) },
  };

  test.each(Object.keys(CASES))(
    'to %s are done or refused by problems, and nothing is written by halves',
    async (name) => {
      const { command, make, actor = officer, on, count } = CASES[name]!;
      const sound = await several(make, count ?? 8);
      if (on) world.clock.set(on);
      const { accepted, refused } = await fuzzCommand(world, command as Command<object>, sound, {
        actor: actor(),
      });
      expect(accepted).toBeGreaterThan(name === 'voteComplete' ? -1 : 0);
      expect(refused).toBeGreaterThan(50);
    },
    120_000,
  );
});
