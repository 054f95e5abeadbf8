import { entryOfVoter, issueCodes, markVoted, replaceCode, voterForm } from '@coop/shared/ballots';
import { defineCommand, done } from '@coop/shared/commands';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { addVoters } from './add-voters.command';
import { boxOf } from './ballot.queries';
import { lockHeldVote } from './hold-vote.command';
import {
  BallotPaperVoterMarkInput,
  VoteRollAddInput,
  VoteCodeReplaceInput,
  VoteCodesIssueInput,
} from './roll-inputs.types';
import { rollProblems } from './roll.rules';
import { tellingOfVoter } from './telling-of-voter.command';
import { permitInVote } from './vote.rules';
import { VOTE_RULES } from './votes.law';

/** Puts residents on the roll. Ward and birthday are held against the rules of the vote and forgotten. */
export const addToRoll = defineCommand({
  name: 'voteRollAdd',
  input: VoteRollAddInput,
  async handle(tx, { voteId, voters }) {
    const held = await lockHeldVote(tx, voteId);
    if (!held.ok) return held;
    const { vote } = held;
    const permitted = permitInVote(vote, 'keepRoll', tx.now);
    const problems: Problem[] = permitted.ok ? [] : [...permitted.problems];
    for (const [index, { voter, wardGssCode = null, bornOn = null }] of voters.entries()) {
      const path = ['voters', String(index)];
      if (voterForm(voter) === null)
        problems.push(
          problem.invalidInput('Say what tells this voter from the others.', { path: [...path, 'voter'] }),
        );
      problems.push(...rollProblems(vote, { wardGssCode, bornOn }, path));
    }
    if (problems.length > 0) return refuse(...problems);
    const changes = await addVoters(
      tx,
      vote,
      voters.map(({ voter }) => voter),
    );
    return done({ council: vote.gssCode, subject: voteId, changes });
  },
});

/** Voting codes are issued by so many at once. */
const MOST_CODES = 500;

/** Codes are shown once, whatever key the call has. */
const shownOnce = {
  again: () =>
    refuse(
      problem.ineligible(
        'These codes were shown with the first answer and are kept nowhere. Replace the code of a voter who has none.',
        { path: ['idempotencyKey'], rule: VOTE_RULES.secrecy },
      ),
    ),
};

/** Gives voting codes to voters who have none. */
export const issueVotingCodes = defineCommand({
  name: 'voteCodesIssue',
  input: VoteCodesIssueInput,
  secret: shownOnce,
  async handle(tx, { voteId, most }) {
    const held = await lockHeldVote(tx, voteId);
    if (!held.ok) return held;
    const { vote } = held;
    const permitted = permitInVote(vote, 'keepRoll', tx.now);
    if (!permitted.ok) return permitted;
    const codes = (await issueCodes(tx, boxOf(vote), most ?? MOST_CODES)).map(({ voter, code }) => ({
      voter,
      code,
    }));
    const changes = { issued: codes.length };
    return done({ council: vote.gssCode, subject: voteId, changes, receipt: codes });
  },
});

/** Gives a voter who lost their code another. */
export const replaceVotingCode = tellingOfVoter(
  defineCommand({
    name: 'voteCodeReplace',
    input: VoteCodeReplaceInput,
    secret: shownOnce,
    async handle(tx, { voteId, voter }) {
      const held = await lockHeldVote(tx, voteId);
      if (!held.ok) return held;
      const { vote } = held;
      const permitted = permitInVote(vote, 'keepRoll', tx.now);
      if (!permitted.ok) return permitted;
      const replaced = await replaceCode(tx, boxOf(vote), voter);
      if (!replaced.ok) return replaced;
      const { issued, entry } = replaced;
      const changes = { rollEntry: entry.id };
      return done({ council: vote.gssCode, subject: voteId, changes, receipt: [{ ...issued }] });
    },
  }),
);

/** Notes that a voter has voted on paper. */
export const markPaperVoter = tellingOfVoter(
  defineCommand({
    name: 'ballotPaperVoterMark',
    input: BallotPaperVoterMarkInput,
    async handle(tx, { voteId, voter }) {
      const held = await lockHeldVote(tx, voteId);
      if (!held.ok) return held;
      const { vote } = held;
      const permitted = permitInVote(vote, 'enterPaper', tx.now);
      if (!permitted.ok) return permitted;
      const entry = await entryOfVoter(tx, boxOf(vote), voter);
      if (!entry)
        return refuse(
          problem.notFound('Nobody of that name stands on the roll.', {
            path: ['voter'],
            rule: VOTE_RULES.roll,
          }),
        );
      const marked = await markVoted(tx, entry, 'PAPER', ['voter']);
      if (!marked.ok) return marked;
      return done({ council: vote.gssCode, subject: voteId, changes: { rollEntry: entry.id } });
    },
  }),
);
