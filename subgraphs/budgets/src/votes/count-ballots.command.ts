import { extname, join } from 'node:path';
import { compute, type ComputeLimits } from '@coop/shared/computing';
import { decide, problem, refuse, type Decision } from '@coop/shared/problems';
import type { Tally, TallyTask } from './tally.rules';
import { VOTE_RULES } from './votes.law';

/** The thread's program, beside this file and of its kind: compiled, or a source among sources. */
const PROGRAM = join(__dirname, `tally.worker${extname(__filename)}`);

/**
 * What one count may take: less time than an answer may. A tally that waits for others first, or is counted anew, can
 * outlast its answer; it goes on, and whoever asks again learns what became of it.
 */
const LIMITS: ComputeLimits = { milliseconds: 25_000, megabytes: 1_024 };

/** The most ballots that are counted here. They are read into memory first. */
export const MOST_BALLOTS = 1_000_000;

const rule = VOTE_RULES.tally;

/** Counts ballots and allocates the budget, or says why that was given up. */
export type CountBallots = (task: TallyTask) => Promise<Decision<{ readonly tally: Tally }>>;

/** Counts in a thread of its own, within bounds of time and memory: the rules can take seconds over many ballots. */
export const countInThread = (limits: ComputeLimits): CountBallots => {
  const words: Readonly<Record<keyof ComputeLimits, readonly [limit: number, unit: string]>> = {
    milliseconds: [Math.ceil(limits.milliseconds / 1_000), 'seconds'],
    megabytes: [limits.megabytes, 'megabytes of memory'],
  };
  return async (task) => {
    const counted = await compute<TallyTask, Tally>(PROGRAM, task, limits);
    if (counted.ok) return decide([], { tally: counted.output });
    const [limit, unit] = words[counted.exceeded];
    return refuse(
      problem.limitExceeded(
        `Counting takes more than ${limit} ${unit} and was given up. Nothing was changed: the vote can still be tallied.`,
        limit,
        limit + 1,
        { rule },
      ),
    );
  };
};

/** Counts as every tally does. */
export const countBallots: CountBallots = countInThread(LIMITS);

/** Refuses what is too much to be read. */
export function mayRead(ballots: number): Decision {
  if (ballots <= MOST_BALLOTS) return decide([], {});
  const message = `Here at most ${MOST_BALLOTS} ballots are counted.`;
  return refuse(problem.limitExceeded(message, MOST_BALLOTS, ballots, { rule }));
}
