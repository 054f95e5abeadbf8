import { GraphQLError } from 'graphql';
import { createLogger } from '.';

function lineOf(write: (log: ReturnType<typeof createLogger>) => void): string {
  let text = '';
  write(createLogger({ level: 'info', name: 'assets' }, { write: (line) => void (text += line) }));
  return text;
}

test('secrets and variables are taken out of every entry', () => {
  const secret = 's3cret';
  const line = lineOf((log) =>
    log.info({
      token: secret,
      variables: { name: secret },
      headers: { authorization: secret, cookie: secret },
      request: { headers: { authorization: secret }, variables: { a: secret } },
    }),
  );
  expect(line).not.toContain(secret);
  expect(JSON.parse(line)).toMatchObject({ service: 'assets', level: 'info', token: '[taken out]' });
});

test('an error is written with its causes, and without the values of its statement', () => {
  const driver = Object.assign(new Error('Deadlock found'), {
    code: 'ER_LOCK_DEADLOCK',
    errno: 1213,
    sql: "x = 's3cret'",
  });
  const failed = Object.assign(new Error('Deadlock found', { cause: driver }), {
    query: 'UPDATE asset SET name = ?',
    parameters: ['s3cret'],
  });
  const line = lineOf((log) =>
    log.error({ err: new GraphQLError('Deadlock', { originalError: failed, path: ['a'] }) }),
  );
  expect(line).not.toContain('s3cret');
  expect(JSON.parse(line)).toMatchObject({
    err: {
      path: ['a'],
      stack: expect.any(String),
      cause: { statement: 'UPDATE asset SET name = ?', cause: { code: 'ER_LOCK_DEADLOCK', errno: 1213 } },
    },
  });
});

test.each([
  ["Duplicate entry 'E09000021-s3cret's own-2026' for key 'UQ_1'", "Duplicate entry '…' for key 'UQ_1'"],
  ["Incorrect string value: 's3cret' for column `a`.`b`", "Incorrect string value: '…' for column `a`.`b`"],
  [
    "Incorrect date value: 's3cret' for column 'day' at row 1",
    "Incorrect date value: '…' for column 'day' at row 1",
  ],
])('the value that a driver could not store is left out: %s', (message, written) => {
  const driver = Object.assign(new Error(message), { code: 'ER_DUP_ENTRY' });
  const line = lineOf((log) =>
    log.error({ err: new Error(message, { cause: driver }) }, 'A request failed.'),
  );
  expect(line).not.toContain('s3cret');
  expect(JSON.parse(line)).toMatchObject({ err: { message: written, cause: { message: written } } });
});

test('what is no error is written as text, and causes in a circle come to an end', () => {
  const circle = new Error('round');
  circle.cause = circle;
  expect(() => lineOf((log) => log.error({ err: circle }))).not.toThrow();
  expect(lineOf((log) => log.error({ err: 'odd' }))).toContain('odd');
});
