import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { readLink, writeLink } from './link-code';
import { FIRST_VIEW, type SharedState } from './shared-state';

const STATE: SharedState = {
  query: 'query Größe($a: ID!) {\n  council(gssCode: $a) { name }\n}\n',
  variables: '{ "a": "E08000004" }',
  view: {
    kind: 'chart',
    list: 'council.assets.nodes',
    sorting: { column: 'ward.name', descending: true },
    chart: { kind: 'shares', label: 'name', values: ['net'] },
  },
};

const fragmentOf = async (state: SharedState) => {
  const linked = await writeLink(state);
  if (!linked.ok) throw new Error(linked.why);
  return linked.fragment;
};
const fragmentWith = (content: string | Buffer) => `#view=1.${deflateSync(content).toString('base64url')}`;

test('what is read from a link is what was written into it', async () => {
  expect(await readLink(await fragmentOf(STATE))).toEqual({ kind: 'state', state: STATE });
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string(), async (query, variables) => {
      const state = { query: `{ a } # ${query}`, variables, view: FIRST_VIEW };
      expect(await readLink(await fragmentOf(state))).toEqual({ kind: 'state', state });
    }),
  );
});

test('a link is made of letters that survive in mail and chat, and is compressed', async () => {
  const query = `{ ${'council(gssCode: "E08000004") { name } '.repeat(50)} }`;
  const fragment = await fragmentOf({ ...STATE, query });
  expect(fragment).toMatch(/^#view=1\.[\w-]+$/);
  expect(fragment.length).toBeLessThan(400);
});

test.each([
  ['the operation', { query: '{ a(token: "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln") }' }],
  ['the variables', { variables: '{ "t": "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln" }' }],
  ['a comment', { query: '# Bearer 1234567890abcdef\n{ a }' }],
])('no link is made where %s holds a token', async (_case, change) => {
  expect(await writeLink({ ...STATE, ...change })).toEqual({
    ok: false,
    why: expect.stringContaining('token'),
  });
});

test('nothing but the operation, the variables and the view is written, whatever else comes along', async () => {
  const state = { ...STATE, headers: '{"Authorization":"x"}', token: 'secret' };
  expect(await readLink(await fragmentOf(state))).toEqual({ kind: 'state', state: STATE });
});

test('an operation too long for a link gets none', async () => {
  const noise = Array.from({ length: 60_000 }, (_, index) => (index * 7919).toString(36)).join(' ');
  expect(await writeLink({ ...STATE, query: noise })).toMatchObject({ ok: false });
  expect(await writeLink({ ...STATE, query: 'a'.repeat(1_000_001) })).toMatchObject({ ok: false });
});

test('a fragment of something else is no link', async () => {
  expect(await readLink('')).toEqual({ kind: 'none' });
  expect(await readLink('#section')).toEqual({ kind: 'none' });
});

test('a link with any letter changed, or cut off anywhere, is broken', async () => {
  const whole = await fragmentOf(STATE);
  for (let at = '#view='.length; at < whole.length; at += 1) {
    expect(await readLink(whole.slice(0, at))).toEqual({ kind: 'broken' });
    const changed = `${whole.slice(0, at)}${whole[at] === 'A' ? 'B' : 'A'}${whole.slice(at + 1)}`;
    const read = await readLink(changed);
    // The last letter may hold bits that stand for nothing.
    if (read.kind === 'state') expect(read.state).toEqual(STATE);
    else expect(read).toEqual({ kind: 'broken' });
  }
});

test.each([
  ['another version', '#view=2.abc'],
  ['no compression', `#view=1.${Buffer.from('{}').toString('base64url')}`],
  ['no base64', '#view=1.!!!'],
  ['no JSON', fragmentWith('{')],
  ['no operation', fragmentWith('{"query":"","variables":""}')],
  ['values of another kind', fragmentWith('{"query":["a"],"variables":{}}')],
  ['bytes that are no text', fragmentWith(Buffer.from([0x22, 0xff, 0x22]))],
  ['a text that unfolds to many megabytes', fragmentWith(JSON.stringify(STATE) + ' '.repeat(20_000_000))],
])('a link with %s is broken', async (_case, fragment) => {
  expect(await readLink(fragment)).toEqual({ kind: 'broken' });
});

test('a view that is not understood is left out, and the operation still opens', async () => {
  const view = { kind: 'globe', list: 5, sorting: { column: 1 }, chart: { kind: 'bars', values: 'net' } };
  expect(await readLink(fragmentWith(JSON.stringify({ query: '{ a }', variables: '', view })))).toEqual({
    kind: 'state',
    state: { query: '{ a }', variables: '', view: FIRST_VIEW },
  });
});
