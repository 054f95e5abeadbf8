import type { Command } from '../commands';
import type { RequestContext } from './context';
import type { Loader } from './loader';
import { toProblem, type ProblemType } from './problem.types';

/** A mutation's answer: the thing under its name, and the problems. */
export type Answer<Field extends string, Thing> = { [F in Field]: Thing | null } & {
  problems: ProblemType[];
};

/**
 * Runs a command and shapes its answer: the thing that it wrote, read back, or all of its problems.
 * @param field the name of the thing in the payload
 * @param load reads the thing by the id that the command answers
 */
export async function answer<Input extends object, Field extends string, Thing>(
  context: RequestContext,
  command: Command<Input>,
  input: Input,
  field: Field,
  load: Loader<string, Thing>,
): Promise<Answer<Field, Thing>> {
  const result = await command.run(context, input);
  // Whatever this request had read before the command is no longer certain.
  context.cache.clear();
  const thing = result.ok ? await load.load(context, result.subject) : null;
  const problems = result.ok ? [] : result.problems.map(toProblem);
  return { [field]: thing, problems } as Answer<Field, Thing>;
}
