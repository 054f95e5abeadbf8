import { problem, type Problem } from '../problems';
import { textFault } from '../text';

/** No text in an input is longer, in UTF-16 units, whatever its field says. */
export const LONGEST_TEXT = 20_000;
/** No input has more values in it, at any depth. */
const MOST_VALUES = 20_000;
const DEEPEST = 20;

const TEXT_FAULTS = {
  unprintable: 'holds a character that cannot be printed',
  reordering: 'holds a character that changes the order in which it is read',
  blank: 'holds nothing that can be seen',
};

/** What was found in the plain values of an input. */
export interface TextCheck {
  readonly problems: readonly Problem[];
  /** The input is of a size and a depth that may be looked at further. */
  readonly sound: boolean;
}

/** What is wrong with the plain values of an input, at any depth, before anybody asks what they mean. */
export function checkText(input: unknown): TextCheck {
  const problems: Problem[] = [];
  let sound = true;
  let values = 0;
  const walk = (value: unknown, path: readonly string[]): void => {
    values += 1;
    if (values > MOST_VALUES) return;
    if (path.length > DEEPEST) sound = false;
    const fault = faultOf(value, path.length);
    if (fault) problems.push(problem.invalidInput(`${path.at(-1) ?? 'The input'} ${fault}.`, { path }));
    else if (typeof value === 'object' && value !== null && !(value instanceof Date))
      for (const [key, field] of Object.entries(value)) walk(field, [...path, key]);
  };
  walk(input, []);
  if (values > MOST_VALUES) problems.push(problem.invalidInput('The input is too large.', { path: [] }));
  return { problems, sound: sound && values <= MOST_VALUES };
}

function faultOf(value: unknown, depth: number): string | null {
  if (depth > DEEPEST) return 'is nested too deeply';
  if (typeof value === 'string') {
    if (value.length > LONGEST_TEXT) return `may have at most ${LONGEST_TEXT} characters`;
    const fault = textFault(value);
    return fault && TEXT_FAULTS[fault];
  }
  if (typeof value === 'number') return Number.isFinite(value) ? null : 'is not a number';
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
    return 'is not a value that an input can hold';
  return null;
}
