import { ArrayMaxSize, IsInt, IsOptional, IsString, MaxLength, Min, MinLength } from 'class-validator';
import * as fc from 'fast-check';
import { checkInput, Nested } from '.';

class Contact {
  @IsString()
  @MinLength(2)
  name!: string;

  @IsOptional()
  @IsString()
  telephone?: string | null;
}

class Group {
  @IsString()
  @MaxLength(10)
  name!: string;

  @IsInt()
  @Min(1)
  members!: number;

  @Nested(() => Contact)
  contact!: Contact;

  @ArrayMaxSize(3)
  @Nested(() => Contact, { each: true })
  others!: Contact[];

  facts?: unknown;
}

const good = (): Group => ({
  name: 'Friends',
  members: 3,
  contact: { name: 'Ann' },
  others: [{ name: 'Bob' }],
});
const paths = (input: unknown) => checkInput(Group, input).map(({ path }) => (path ?? []).join('.'));

test('a good input has no problems, as a plain object and as an instance', () => {
  expect(checkInput(Group, good())).toEqual([]);
  expect(checkInput(Group, Object.assign(new Group(), good()))).toEqual([]);
});

test('all problems come at once, each with its whole path', () => {
  const bad = {
    name: 'far too long a name',
    members: 0,
    contact: { name: 'A' },
    others: [{ name: 'Bob' }, { name: 5 }],
  };
  expect(paths(bad)).toEqual(['name', 'members', 'contact.name', 'others.1.name']);
  expect(checkInput(Group, bad)[0]).toMatchObject({
    kind: 'InvalidInput',
    message: 'name must be shorter than or equal to 10 characters.',
  });
});

test.each<[string, object, string[]]>([
  ['an empty list', { contact: [] }, ['contact']],
  ['a list of one input', { contact: [{ name: 'Ann' }] }, ['contact']],
  ['a list in a list', { contact: [[]] }, ['contact']],
  ['nothing', { contact: null }, ['contact']],
  ['nothing said', { contact: undefined }, ['contact']],
  ['no list', { others: null }, ['others']],
  ['nothing in a list', { others: [null] }, ['others']],
  ['an input', { others: { name: 'Ann' } }, ['others']],
  ['a list of lists', { others: [[]] }, ['others']],
])('one input is no list of them, nor the other way round: %s', (_what, changed, wrong) => {
  expect([...new Set(paths({ ...good(), ...changed }))].filter((path) => !path.includes('.'))).toEqual(wrong);
});

test.each([
  ['NUL', 'a\u0000b'],
  ['an escape', 'a\u001bb'],
  ['half a surrogate pair', 'a\ud800b'],
  ['what is no character', 'a\uffff'],
  ['text of a megabyte', 'x'.repeat(1_000_000)],
])('%s is refused anywhere, with no decorator', (_, text) => {
  expect(paths({ ...good(), facts: [{ deep: [text] }] })).toEqual(['facts.0.deep.0']);
  expect(paths({ ...good(), name: text })).toEqual(['name']);
});

test.each([['emoji 👩‍👩‍👧'], ['مرحبا'], ['line\nline\ttab\r\n'], ['Ærøskøbing'], ['日本']])(
  '%s is text',
  (text) => {
    expect(paths({ ...good(), facts: text })).toEqual([]);
  },
);

test.each([[null], [undefined], ['text'], [7], [[]]])('%p is no input', (input) => {
  expect(paths(input)).toEqual(['']);
});

test('what is nested too deeply or too large is refused and not followed', () => {
  let deep: unknown = 'x';
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  expect(checkInput(undefined, { deep })).toHaveLength(1);
  expect(checkInput(Group, { ...good(), others: deep })).toHaveLength(1);
  expect(checkInput(undefined, { wide: Array.from({ length: 100_000 }, () => 1) })).toHaveLength(1);
  expect(checkInput(undefined, { number: Number.NaN, big: 1n })).toHaveLength(2);
});

test('nothing that can be sent makes the check throw', () => {
  fc.assert(
    fc.property(
      fc.record(
        {
          name: fc.anything(),
          members: fc.anything(),
          contact: fc.anything(),
          others: fc.anything(),
          facts: fc.anything(),
        },
        { requiredKeys: [] },
      ),
      (input) =>
        checkInput(Group, input).every(({ kind, path }) => kind === 'InvalidInput' && path !== undefined),
    ),
    { numRuns: 2_000 },
  );
});

test.each([[[undefined]], [[null]], [[[]]], [[good(), undefined]]])(
  'a list of inputs with %j in it is refused',
  (others) => {
    const problems = checkInput(Group, { ...good(), others });
    expect(problems.map(({ path }) => path?.[0])).toContain('others');
  },
);

test.each([
  ['\u200b', 'holds nothing that can be seen.'],
  [' \u2060 ', 'holds nothing that can be seen.'],
  ['Hall \u202etxt', 'holds a character that changes the order in which it is read.'],
  ['Hall\u001b[31m', 'holds a character that cannot be printed.'],
])('a name that would not be what it looks like is refused once: %j', (name, message) => {
  const problems = checkInput(Group, { ...good(), contact: { name } });
  expect(problems).toEqual([
    expect.objectContaining({ path: ['contact', 'name'], message: `name ${message}` }),
  ]);
});

test.each(['👩‍👩‍👧 club', 'جمعية الحي', 'می‌خواهم'])('honest text in any writing passes: %j', (name) => {
  expect(checkInput(Group, { ...good(), contact: { name } })).toEqual([]);
});

test('a property called __proto__ changes nothing of how an input is checked', () => {
  for (const proto of ['null', '{"name":"x"}', '1']) {
    const input = JSON.parse(`{"__proto__":${proto}}`) as object;
    expect(checkInput(Group, input)).toEqual(checkInput(Group, {}));
  }
});
