import { validateSync, type ValidationError } from 'class-validator';
import { problem, type Problem } from '../problems';
import { instanceOf } from './nested';
import { checkText } from './text-problems';

/**
 * Everything that is wrong with an input, at once, each problem with the whole path of its field: what the
 * decorators of its class say, and what is wrong with any text at any depth.
 * @param type the input's class; without one only text is checked
 */
export function checkInput(type: (new () => object) | undefined, input: unknown): Problem[] {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return [problem.invalidInput('The input must be an object.', { path: [] })];
  const { problems: unusable, sound } = checkText(input);
  if (!type || !sound) return [...unusable];
  const faulty = new Set(unusable.map(({ path }) => (path ?? []).join('\0')));
  const errors = validateSync(instanceOf(type, input) as object, {
    forbidUnknownValues: false,
    validationError: { target: false, value: false },
  });
  const told = errors.flatMap((error) => problemsOf(error, []));
  // A text that cannot be stored is complained of once.
  return [...unusable, ...told.filter(({ path }) => !faulty.has((path ?? []).join('\0')))];
}

function problemsOf(error: ValidationError, above: readonly string[]): Problem[] {
  const path = [...above, error.property];
  const inner = (error.children ?? []).flatMap((child) => problemsOf(child, path));
  const messages = Object.values(error.constraints ?? {});
  if (messages.length === 0) return inner;
  const message = messages.map(sentence).join(' ');
  return [problem.invalidInput(message, { path }), ...inner];
}

function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
