import { allocate, isRuleName, RULES, type AllocationOptions, type RuleName } from '../allocation/allocate';
import { explain, explainOutcome } from '../allocation/explain';
import { moneyFormat } from '../allocation/money-format';
import type { Outcome } from '../allocation/outcome';
import { writeDecimal } from './decimal';
import { ruleOfFile } from './file-rule';
import { pabulibElection, type FiledElection } from './pabulib-election';
import type { PabulibProblem } from './pabulib-file';
import { readPabulib } from './read-pabulib';
import { recountRemarks, thresholdRemarks } from './recount';

/** A file tallied, or why it was not. */
export type FileTally =
  | {
      readonly kind: 'TALLIED';
      readonly outcome: Outcome;
      readonly filed: FiledElection;
      /** What a reader should know: figures of the file that do not recount, a rule that is not quite the file's. */
      readonly remarks: readonly string[];
    }
  | { readonly kind: 'UNREADABLE'; readonly problems: readonly PabulibProblem[] }
  /** The rule asked for, or the file's own, is none of those there are. */
  | { readonly kind: 'NO_SUCH_RULE'; readonly message: string };

/** The rules and what they do, one in a line. */
export function ruleList(): string[] {
  return Object.entries(RULES).map(([name, what]) => `  ${name.padEnd(18)} ${what}`);
}

/**
 * Tallies a `.pb` file by a rule, or by its own when none is given.
 * @param options its `leastScore` is in whole points here, and stands before the file's own
 */
export function tallyFile(
  source: Uint8Array | string,
  asked: string | undefined,
  options: AllocationOptions = {},
): FileTally {
  if (asked !== undefined && !isRuleName(asked))
    return { kind: 'NO_SUCH_RULE', message: `There is no rule ${JSON.stringify(asked.slice(0, 40))}.` };
  const read = readPabulib(source);
  if (!read.ok) return { kind: 'UNREADABLE', problems: read.problems };
  const filed = pabulibElection(read.file);
  if (!filed.ok) return { kind: 'UNREADABLE', problems: filed.problems };
  const own = ruleOfFile(read.file);
  const rule: RuleName | null = asked ?? own.rule;
  if (rule === null) return { kind: 'NO_SUCH_RULE', message: own.caveat ?? 'The file names no rule.' };
  const { pointUnit = 1 } = filed.election;
  const leastScore = options.leastScore === undefined ? filed.leastScore : options.leastScore * pointUnit;
  const outcome = allocate(rule, filed.election, { ...options, leastScore: leastScore ?? 0 });
  const caveat = asked === undefined && own.caveat !== null ? [own.caveat] : [];
  const below = rule === 'greedy-threshold' ? [] : thresholdRemarks(outcome, filed);
  return {
    kind: 'TALLIED',
    outcome,
    filed,
    remarks: [...caveat, ...recountRemarks(read.file, filed), ...below],
  };
}

/** An outcome as lines for a person: the whole, the winners in the order chosen, and the others by support. */
export function tallyLines(outcome: Outcome, { currency, places }: FiledElection): string[] {
  const money = moneyFormat(currency, places);
  const entry = (project: Outcome['projects'][number], mark: string) => [
    `${mark} ${project.id}  ${project.name}  (${money.exact(project.cost)})`,
    `     ${explain(project, outcome, money)}`,
  ];
  const won = outcome.projects
    .filter(({ funded }) => funded)
    .sort((one, other) => (one.order ?? 0) - (other.order ?? 0));
  const lost = outcome.projects
    .filter(({ funded }) => !funded)
    .sort((one, other) => other.support - one.support);
  return [
    `Rule: ${outcome.rule}`,
    ...explainOutcome(outcome, money),
    ...(won.length > 0 ? ['', 'Funded, in the order chosen'] : []),
    ...won.flatMap((project) => entry(project, `${String(project.order).padStart(3)}.`)),
    ...(lost.length > 0 ? ['', 'Not funded'] : []),
    ...lost.flatMap((project) => entry(project, '   -')),
  ];
}

/** An outcome as JSON: money as exact decimal numbers of the major unit, winners in the order chosen. */
export function tallyJson({ rule, budget, spent, winners }: Outcome, { places }: FiledElection): string {
  // Decimals are written as they are: no number of the language comes between the file and the reader.
  return [
    '{',
    `  "rule": ${JSON.stringify(rule)},`,
    `  "budget": ${writeDecimal(budget, places)},`,
    `  "spent": ${writeDecimal(spent, places)},`,
    `  "winners": ${JSON.stringify(winners)}`,
    '}',
  ].join('\n');
}
