import { demand } from '@coop/shared/access';
import {
  closeBox,
  countBallots as ballotsIn,
  leavingNothing,
  papersWaiting,
  pileOf,
  type Pile,
} from '@coop/shared/ballots';
import {
  assertKnown,
  checkInput,
  defineCommand,
  done,
  type Command,
  type CommandContext,
  type CommandResult,
  type Tx,
} from '@coop/shared/commands';
import { Turns } from '@coop/shared/computing';
import { problem, refuse, type Decision } from '@coop/shared/problems';
import type { EntityManager } from 'typeorm';
import { holdVote } from '../access';
import { boxOf } from './ballot.queries';
import { countBallots, mayRead, type CountBallots } from './count-ballots.command';
import { lockHeldVote, unlessStale } from './hold-vote.command';
import { tallyTask, workOut, type ProjectResult, type Tally } from './tally.rules';
import { VoteTallyInput } from './vote-inputs.types';
import { projectsOnPaper } from './ballot-paper.queries';
import type { VoteProject } from './vote-project.entity';
import { Vote } from './vote.entity';
import { mayTally } from './vote.rules';
import { VOTE_RULES } from './votes.law';

/** Everything that a tally is worked out from, as it was read at one moment. */
interface Read {
  readonly vote: Vote;
  readonly paper: readonly VoteProject[];
  readonly pile: Pile;
}

/** Is the same for two readings between which nothing has changed. */
const sealOf = ({ vote, paper, pile }: Read): string =>
  [vote.version, ...paper.map(({ version }) => version), pile.fingerprint].join(' ');

/** A tally that was worked out while nothing was locked, and what it was worked out from. */
interface Counted {
  readonly seal: string;
  readonly decision: Decision<{ readonly tally: Tally }>;
}

async function read(manager: EntityManager, vote: Vote): Promise<Read> {
  return { vote, paper: await projectsOnPaper(manager, vote.id), pile: await pileOf(manager, boxOf(vote)) };
}

/** Closes the box for good, and writes down who won and why. */
async function store(tx: Tx, { vote, paper, pile }: Read, { spentPence, results }: Tally): Promise<void> {
  await closeBox(tx, pile);
  for (const project of paper) await tx.update(Object.assign(project, columnsOf(project, results)));
  const { now: talliedAt } = tx;
  const ballotsCounted = pile.contents.length;
  await tx.update(Object.assign(vote, { state: 'DELIVERY', talliedAt, ballotsCounted, spentPence }));
}

function columnsOf(
  { number }: VoteProject,
  results: ReadonlyMap<number, ProjectResult>,
): Partial<VoteProject> {
  const result = results.get(number);
  if (!result) throw new Error(`The tally says nothing of project ${number}.`);
  const { funded, order: fundedOrder, support, votes, explanation } = result;
  return { state: funded ? 'CHOSEN' : 'NOT_CHOSEN', fundedOrder, support, votes, explanation };
}

/** Counts a vote of the demo world, which is small, within the transaction that makes it. */
export async function countVote(tx: Tx, vote: Vote): Promise<void> {
  const found = await read(tx.manager, vote);
  await store(tx, found, workOut(tallyTask(vote, found.paper, found.pile.contents)));
}

/** The vote, when its tally can be run as things stand; else null, and the command says why, under the lock. */
async function voteToTally(
  { database: { reader }, actor, now }: CommandContext,
  input: VoteTallyInput,
): Promise<Vote | null> {
  if (checkInput(VoteTallyInput, input).length > 0) return null;
  const vote = await reader.findOneBy(Vote, { id: input.id });
  if (!vote || demand(holdVote, actor, vote).length > 0) return null;
  const decision = mayTally(vote, await papersWaiting({ manager: reader }, boxOf(vote)), now);
  return unlessStale(vote, input.expectedVersion, decision).ok ? vote : null;
}

/** Reads and counts while nothing is locked; null when the tally cannot be run as things stand. */
async function countOutside(
  context: CommandContext,
  input: VoteTallyInput,
  count: CountBallots,
): Promise<Counted | null> {
  const vote = await voteToTally(context, input);
  if (!vote) return null;
  const { reader } = context.database;
  const box = boxOf(vote);
  const bounded = mayRead((await ballotsIn(reader, [box])).get(box.box) ?? 0);
  if (!bounded.ok) return { seal: '', decision: bounded };
  const found = await read(reader, vote);
  return { seal: sealOf(found), decision: await count(tallyTask(vote, found.paper, found.pile.contents)) };
}

/**
 * The transaction that stores a tally, if what it was worked out from is still so.
 * @param changed told when it is not
 */
const storing = (counted: Counted | null, changed: () => void): Command<VoteTallyInput> =>
  defineCommand({
    name: 'voteTally',
    input: VoteTallyInput,
    async handle(tx, { id, expectedVersion }) {
      const held = await lockHeldVote(tx, id, 'id');
      if (!held.ok) return held;
      const { vote } = held;
      const decision = mayTally(vote, await papersWaiting(tx, boxOf(vote)), tx.now);
      const may = unlessStale(vote, expectedVersion, decision);
      if (!may.ok) return refuse(...may.problems);
      const count = counted?.decision;
      if (count && !count.ok) return count;
      const found = await read(tx.manager, vote);
      if (!count || counted?.seal !== sealOf(found)) {
        changed();
        return refuse(changedMeanwhile(vote));
      }
      await store(tx, found, count.tally);
      const { state, ballotsCounted, spentPence } = vote;
      return done({ council: vote.gssCode, subject: id, changes: { state, ballotsCounted, spentPence } });
    },
  });

/** Stores a tally, or says why not, and whether that is because something has changed since it was worked out. */
async function storeOnce(
  context: CommandContext,
  input: VoteTallyInput,
  counted: Counted | null,
): Promise<{ readonly result: CommandResult; readonly hasChanged: boolean }> {
  let hasChanged = false;
  const result = await storing(counted, () => (hasChanged = true)).run(context, input);
  return { result, hasChanged };
}

const changedMeanwhile = ({ version }: Vote) =>
  problem.conflict('Papers were entered while the ballots were counted. Run the tally again.', version, {
    rule: VOTE_RULES.tally,
  });

const tooManyAtOnce = (): CommandResult =>
  refuse(
    problem.ineligible('Other votes are being counted just now. Run the tally again in a minute.', {
      rule: VOTE_RULES.tally,
    }),
  );

/** In each process one vote is counted at a time, and so many more wait for that. */
const WAITING = 4;
/** Papers can still be entered after the close; a count that they overtook is made anew so often. */
const ATTEMPTS = 3;

/**
 * The tally of a vote: read and counted while others go on, stored by one transaction that finds everything as it was.
 * @param count how ballots are counted
 */
export function tallyingBy(count: CountBallots): Command<VoteTallyInput> {
  const turns = new Turns(WAITING);
  const tally = async (context: CommandContext, input: VoteTallyInput): Promise<CommandResult> => {
    for (let attempt = 1; ; attempt += 1) {
      const counted = await countOutside(context, input, count);
      const { result, hasChanged } = await storeOnce(context, input, counted);
      if (!hasChanged || attempt === ATTEMPTS) return result;
    }
  };
  return leavingNothing({
    name: 'voteTally',
    async run(context, input) {
      assertKnown(context);
      // Whoever is refused anyway waits for nobody's count and takes nobody's place.
      if (!(await voteToTally(context, input))) {
        const { result, hasChanged } = await storeOnce(context, input, null);
        if (!hasChanged) return result;
      }
      return (await turns.take(() => tally(context, input))) ?? tooManyAtOnce();
    },
  });
}

/** Runs the tally after the close. */
export const tallyVote = tallyingBy(countBallots);
