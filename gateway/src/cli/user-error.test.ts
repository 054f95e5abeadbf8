import { GraphQLError } from 'graphql';
import { SettingsError } from '@coop/shared/settings';
import { asUserError } from './user-error';

test('faults of the caller become one line, with options as they are typed', () => {
  const range = asUserError(new RangeError('--groupBy takes one of MONTH, YEAR.'));
  expect(range).toBeInstanceOf(SettingsError);
  expect((range as Error).message).toBe('--group-by takes one of MONTH, YEAR.');
  const input = new GraphQLError('Oldham is not the code of a council.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
  expect(asUserError(input)).toEqual(new SettingsError('Oldham is not the code of a council.'));
});

test('what is no fault of the caller stays what it is', () => {
  const error = new Error('The disk is on fire.');
  expect(asUserError(error)).toBe(error);
  const internal = new GraphQLError('Broken.');
  expect(asUserError(internal)).toBe(internal);
});
