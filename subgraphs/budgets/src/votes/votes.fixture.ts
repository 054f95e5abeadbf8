import type { World } from '@coop/test/kit';
import type { Actor } from '@coop/shared/access';
import type { Command, CommandResult } from '@coop/shared/commands';
import { assessProject } from './assess-project.command';
import { addToRoll, issueVotingCodes } from './keep-roll.command';
import { closeProposals } from './move-vote.command';
import { openVoting } from './open-voting.command';
import { proposeProject } from './propose-project.command';
import { startVote } from './start-vote.command';
import { projectsOnPaper } from './ballot-paper.queries';
import type { VoteStartInput } from './vote-inputs.types';
import type { VoteState } from './vote.lifecycle';

export const OLDHAM = 'E08000004';
export const LAMBETH = 'E09000022';

/** People who vote, or hold votes. */
export function people(world: World) {
  return {
    officer: world.actor(),
    otherOfficer: world.actor({ subject: 'officer-2' }),
    elsewhere: world.actor({ subject: 'officer-9', council: LAMBETH }),
    resident: world.actor({ subject: 'resident-1', role: 'resident' }),
    administrator: world.actor({ subject: 'administrator-1', role: 'administrator' }),
  } satisfies Record<string, Actor>;
}

/** A resident with a token, by number. */
export const residentOf = (world: World, number: number): Actor =>
  world.actor({ subject: `resident-${number}`, role: 'resident' });

/** Runs a command as somebody. */
export const run = <Input extends object>(
  world: World,
  command: Command<Input>,
  input: Input,
  actor: Actor = world.actor(),
): Promise<CommandResult> => command.run(world.context(actor), input);

/** The id of what was done; an Error with the problems when it was refused. */
export function subjectOf(result: CommandResult): string {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.subject;
}

/** The receipt of what was done. */
export function receiptOf(result: CommandResult): string {
  if (!result.ok || typeof result.receipt !== 'string') throw new Error(JSON.stringify(result));
  return result.receipt;
}

/** Which problems came, in short: `InvalidInput choices.0.points`. */
export const found = (result: CommandResult): string[] =>
  result.ok ? ['done'] : result.problems.map(({ kind, path }) => (path ? `${kind} ${path.join('.')}` : kind));

/** A plan that nothing stands against: £10,000 by approval of up to three. */
export const soundPlan: VoteStartInput = {
  gssCode: OLDHAM,
  title: 'What shall the square have?',
  description: 'Ten thousand pounds for the square.',
  budgetPence: 1_000_000,
  ballotKind: 'APPROVAL',
  rule: 'GREEDY',
  mostChoices: 3,
  wardGssCodes: [],
  minimumAge: 0,
};

/** What the projects of a vote of these tests cost, in pence. */
export const COSTS = [400_000, 300_000, 500_000, 250_000, 900_000];

/** Closes voting, seen from the day on which the world's clock stands. */
export const CLOSE = new Date('2026-06-15T21:00:00Z');

/** A vote and what is in it. */
export interface MadeVote {
  readonly id: string;
  /** The projects of its ballot paper, in order. */
  readonly projects: readonly string[];
}

/** A vote that has come as far as it is told, with five projects. */
export async function aVote(
  world: World,
  state: Extract<VoteState, 'PROPOSALS' | 'FEASIBILITY' | 'VOTING'>,
  plan: Partial<VoteStartInput> = {},
): Promise<MadeVote> {
  const { officer, resident } = people(world);
  const id = subjectOf(await run(world, startVote, { ...soundPlan, ...plan }, officer));
  const projects: string[] = [];
  for (const [index, estimatePence] of COSTS.entries()) {
    const proposal = { voteId: id, name: `Project ${index + 1}`, description: 'For all.', estimatePence };
    projects.push(subjectOf(await run(world, proposeProject, proposal, resident)));
  }
  if (state === 'PROPOSALS') return { id, projects };
  subjectOf(await run(world, closeProposals, { id }, officer));
  for (const project of projects) {
    const finding = { id: project, isFeasible: true, statementOfReasons: 'Can be built.' };
    subjectOf(await run(world, assessProject, finding, officer));
  }
  if (state === 'FEASIBILITY') return { id, projects };
  subjectOf(await run(world, openVoting, { id, closesAt: CLOSE }, officer));
  const paper = await projectsOnPaper(world.database.reader, id);
  return { id, projects: paper.map((project) => project.id) };
}

/** A ballot's choices by the numbers of the projects on the paper; a number that is none gives a project that is none. */
export const choose = ({ projects }: MadeVote, ...numbers: readonly number[]) =>
  numbers.map((number) => ({ projectId: projects[number - 1] ?? 'voteproject_none' }));

/** Puts residents 1 to n on the roll, by the subjects of their tokens. */
export async function onTheRoll(world: World, voteId: string, count: number, first = 1): Promise<void> {
  for (let from = 0; from < count; from += 500) {
    const voters = Array.from({ length: Math.min(500, count - from) }, (_, index) => ({
      voter: `resident-${first + from + index}`,
    }));
    subjectOf(await run(world, addToRoll, { voteId, voters }));
  }
}

/** A code for everybody on the roll, by voter. */
export async function codesOf(world: World, voteId: string): Promise<Map<string, string>> {
  const codes = new Map<string, string>();
  for (;;) {
    const result = await run(world, issueVotingCodes, { voteId, most: 500 });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const issued = result.receipt as unknown as { voter: string; code: string }[];
    for (const { voter, code } of issued) codes.set(voter, code);
    if (issued.length < 500) return codes;
  }
}
