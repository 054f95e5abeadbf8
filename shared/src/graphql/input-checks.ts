import { ValidateBy, buildMessage, type ValidationOptions } from 'class-validator';
import { isLocalDate } from '../time';

export { Nested } from '../commands';

/** The value is a calendar day that exists, `YYYY-MM-DD`. */
export function IsDay(): PropertyDecorator {
  return ValidateBy({
    name: 'isDay',
    validator: {
      validate: isLocalDate,
      defaultMessage: buildMessage((each) => `${each}$property must be a day, written YYYY-MM-DD`),
    },
  });
}

/**
 * The value is text of at most so many UTF-16 units. It may be empty: whether something must be said is for the
 * rules, which can name the law that asks for it.
 */
export function IsText(most: number): PropertyDecorator {
  return ValidateBy({
    name: 'isText',
    validator: {
      validate: (value) => typeof value === 'string' && value.length <= most,
      defaultMessage: buildMessage((each) => `${each}$property must be text of at most ${most} characters`),
    },
  });
}

/**
 * The value is text that can name something: 1 to 64 characters. Whether it does, the database knows.
 * @param options `{ each: true }` for a list of such texts
 */
export function IsIdText(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isIdText',
      validator: {
        validate: (value) => typeof value === 'string' && value.length >= 1 && value.length <= 64,
        defaultMessage: buildMessage((each) => `${each}$property must be an id`, options),
      },
    },
    options,
  );
}
