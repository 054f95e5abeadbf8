import { GraphQLError } from 'graphql';
import { SettingsError } from '@coop/shared/settings';

/**
 * A fault of an option as one line for the terminal, any other error as it is. Importers and exporters serve HTTP as
 * well, where a fault of the caller is a RangeError or BAD_USER_INPUT and options have names in one word. A RangeError of
 * the engine is none of these: its text is no sentence.
 */
export function asUserError(error: unknown): unknown {
  const isOfCaller =
    (error instanceof RangeError && error.message.endsWith('.')) ||
    (error instanceof GraphQLError && error.extensions['code'] === 'BAD_USER_INPUT');
  return isOfCaller ? new SettingsError(error.message.replace(CAMEL_OPTION, asFlag)) : error;
}

const CAMEL_OPTION = /--[a-z]+(?:[A-Z][a-z]+)+/g;

const asFlag = (option: string): string => option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
