import { GraphUnavailable, noGraph, type GraphPort } from './graph-port';
import { askForCouncils } from './named-councils';

const CALLER = { token: null, requestId: 'r' };
const code = (at: number) => `E0800${1000 + at}`;

/** A directory that knows some codes, and counts how often it is asked for how many. */
function directoryOf(known: readonly string[]) {
  const asked: number[] = [];
  const graph: GraphPort = {
    async ask<Data>(query: string, variables: Readonly<Record<string, unknown>>) {
      asked.push(Object.keys(variables).length);
      const answers = Object.entries(variables).map(([name, gssCode]) => {
        const field = name.replace('code', 'council');
        expect(query).toContain(`${field}: council(gssCode: $${name}) { gssCode }`);
        return [field, known.includes(String(gssCode)) ? { gssCode } : null];
      });
      return Object.fromEntries(answers) as Data;
    },
  };
  return { graph, asked };
}

test('councils that the directory knows are nothing to speak of', async () => {
  const { graph, asked } = directoryOf([code(1), code(2)]);
  const nothing = { refusal: null, remark: null };
  expect(await askForCouncils(graph, `${code(1)}, ${code(2)},${code(1)}`, CALLER)).toEqual(nothing);
  expect(asked).toEqual([2]);
});

test('what it has told once it is not asked again; of what there was not, it is', async () => {
  const { graph, asked } = directoryOf([code(1)]);
  await askForCouncils(graph, code(1), CALLER);
  await askForCouncils(graph, code(1), CALLER);
  expect(asked).toEqual([1]);
  for (const unknown of [code(2), code(2)])
    expect((await askForCouncils(graph, `${code(1)},${unknown}`, CALLER)).refusal).toContain(unknown);
  expect(asked).toEqual([1, 1, 1]);
});

test('one that it does not know is named, with what to do next', async () => {
  const { graph } = directoryOf([code(1)]);
  const { refusal, remark } = await askForCouncils(graph, `${code(1)},${code(2)}`, CALLER);
  expect(remark).toBeNull();
  expect(refusal).toMatch(/^The directory knows no council E08001002\. The query \{ councils\(filter/);
  expect(refusal).toContain('npm run coop -- import areas FILE reads the official table of all.');
});

test('many are asked for some at a time', async () => {
  const codes = Array.from({ length: 25 }, (_, at) => code(at));
  const { graph, asked } = directoryOf(codes.slice(0, -1));
  expect((await askForCouncils(graph, codes.join(','), CALLER)).refusal).toContain(code(24));
  expect(asked).toEqual([10, 10, 5]);
});

test.each([undefined, true, '', 'Oldham'])(
  'what is no code is left to whoever takes the option: %j',
  async (said) => {
    const { graph, asked } = directoryOf([]);
    expect(await askForCouncils(graph, said, CALLER)).toEqual({ refusal: null, remark: null });
    expect(asked).toEqual([]);
  },
);

test('where it does not answer, that is said; what breaks otherwise is no answer', async () => {
  expect(await askForCouncils(noGraph, code(1), CALLER)).toEqual({
    refusal: null,
    remark: 'The directory could not be asked whether there is a council E08001001: it was taken as given.',
  });
  const broken: GraphPort = { ask: () => Promise.reject(new Error('Broken.')) };
  await expect(askForCouncils(broken, code(1), CALLER)).rejects.toThrow('Broken.');
  await expect(askForCouncils(broken, code(1), CALLER)).rejects.not.toBeInstanceOf(GraphUnavailable);
});
