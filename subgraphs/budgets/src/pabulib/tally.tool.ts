import { open } from 'node:fs/promises';
import type { Tool, ToolJob } from '@coop/shared/graphql';
import type { AllocationOptions } from '../allocation/allocate';
import { parseDecimal } from './decimal';
import { ruleList, tallyFile, tallyJson, tallyLines, type FileTally } from './tally-file';

/** Exit code when the file cannot be read or is not in the format. */
const UNREADABLE = 1;
/** Exit code when the rule, or an option, is none of those there are. */
const NO_SUCH_RULE = 2;
/** A file larger than this is no election that anybody has held. */
const LARGEST_BYTES = 128 * 1024 * 1024;
/** Remarks shown; the last line says how many more there are. */
const SHOWN_REMARKS = 20;

/** Why a file could not be opened, in a few words. */
function whyNot({ code }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'that is a folder';
  return code === 'EACCES' || code === 'EPERM'
    ? 'this user may not read it'
    : `it cannot be read (${code ?? 'unknown'})`;
}

type Content = { readonly bytes: Uint8Array } | { readonly why: string };

async function contentOf(path: string): Promise<Content> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > LARGEST_BYTES) return { why: `it is larger than ${LARGEST_BYTES / 1024 / 1024} megabytes` };
      return { bytes: await file.readFile() };
    } finally {
      await file.close();
    }
  } catch (error) {
    return { why: whyNot(error as NodeJS.ErrnoException) };
  }
}

type Options = AllocationOptions | { readonly wrong: string };

function oneOf<Word extends string>(value: unknown, words: readonly Word[]): Word | undefined {
  return words.find((word) => word === value);
}

function optionsOf(options: ToolJob['options']): Options {
  const { utility: what = 'cost', completion: then = 'none', leastScore: least } = options;
  const utility = oneOf(what, ['cost', 'cardinality']);
  if (utility === undefined)
    return { wrong: `There is no utility ${String(what)}: there are cost, cardinality.` };
  const completion = oneOf(then, ['none', 'utilitarian']);
  if (completion === undefined)
    return { wrong: `There is no completion ${String(then)}: there are none, utilitarian.` };
  const untilExhaustive = options['untilExhaustive'] === true;
  if (least === undefined) return { utility, completion, untilExhaustive };
  const number = parseDecimal(String(least));
  if (number?.places !== 0) return { wrong: '--least-score is not a whole number.' };
  return { utility, completion, untilExhaustive, leastScore: Number(number.digits) };
}

function refuse(path: string, tally: Exclude<FileTally, { kind: 'TALLIED' }>, job: ToolJob): number {
  if (tally.kind === 'NO_SUCH_RULE') {
    job.warn(`${tally.message} There are:`);
    for (const line of ruleList()) job.warn(line);
    return NO_SUCH_RULE;
  }
  const [first] = tally.problems;
  const line = first?.line ? `, line ${first.line}` : '';
  const more = tally.problems.length > 1 ? ` (and ${tally.problems.length - 1} more problems)` : '';
  job.warn(`${path}${line}: ${first?.message ?? 'not a .pb file.'}${more}`);
  return UNREADABLE;
}

/** `coop tally FILE.pb`: counts a published vote again, without a database. */
export const tallyTool: Tool = {
  name: 'tally',
  summary: 'count a .pb file of a participatory vote and say who won, and why',
  arguments: [{ name: '<file>', description: 'an election in the Pabulib format (.pb)' }],
  options: [
    { flags: '--rule <rule>', description: "the rule; the file's own unless told" },
    { flags: '--least-score <points>', description: "for greedy-threshold; the file's own unless told" },
    { flags: '--utility <utility>', description: 'for Equal Shares: cost (default) or cardinality' },
    { flags: '--completion <completion>', description: 'for Equal Shares: none (default) or utilitarian' },
    { flags: '--until-exhaustive', description: 'for Add1: stop when nothing else fits what is left' },
    { flags: '--json', description: 'print rule, budget, spent and winners as JSON' },
  ],
  async run(job) {
    const [path = ''] = job.arguments;
    const options = optionsOf(job.options);
    if ('wrong' in options) {
      job.warn(options.wrong);
      return NO_SUCH_RULE;
    }
    const content = await contentOf(path);
    if ('why' in content) {
      job.warn(`${path}: ${content.why}.`);
      return UNREADABLE;
    }
    const { rule } = job.options;
    const tally = tallyFile(content.bytes, typeof rule === 'string' ? rule : undefined, options);
    if (tally.kind !== 'TALLIED') return refuse(path, tally, job);
    for (const remark of tally.remarks.slice(0, SHOWN_REMARKS)) job.warn(remark);
    if (tally.remarks.length > SHOWN_REMARKS) job.warn(`… and ${tally.remarks.length - SHOWN_REMARKS} more.`);
    if (job.options['json'] === true) job.say(tallyJson(tally.outcome, tally.filed));
    else for (const line of tallyLines(tally.outcome, tally.filed)) job.say(line);
    return 0;
  },
};
