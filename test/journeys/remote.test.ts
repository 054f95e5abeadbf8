import { loadExamples } from '@coop/gateway/sandbox';
import { SUBGRAPHS } from '@coop/gateway';
import { startGraphForTest, testGraph, type TestGraph } from '../kit/graph';
import { PATIENCE } from '../kit/patience';
import { BUILT, startProgram, type RunningProgram } from '../kit/program';

const CODE = 'E08000004';
const QUESTIONS: Readonly<Record<string, string>> = {
  'a page': `{ council(gssCode: "${CODE}") { name kind wards(first: 5) { totalCount nodes { gssCode name councils { name } } } } }`,
  'nothing there': '{ council(gssCode: "E08009999") { name } }',
  'a bad cursor': `{ council(gssCode: "${CODE}") { wards(after: "nonsense") { nodes { name } } } }`,
  'a bad page': `{ council(gssCode: "${CODE}") { name wards(first: 1000000) { nodes { name } } } }`,
  'a thing by its id': `{ node(id: "council_${CODE}") { __typename ... on Council { name region } } }`,
  'an area that was':
    '{ area(gssCode: "E07000169", on: "2012-06-01") { __typename name current { name } successors { name } } }',
};

describe('a subgraph in a process of its own', () => {
  const inProcess = testGraph();
  const alone: RunningProgram[] = [];
  let remote: TestGraph;

  beforeAll(async () => {
    // The same databases and the same issuer, each subgraph served by the built program.
    const addresses = await Promise.all(
      SUBGRAPHS.map(async ({ name }) => {
        const program = startProgram(BUILT, ['serve', name], {
          ...inProcess.env,
          PORT: '0',
          LOG_LEVEL: 'info',
        });
        alone.push(program);
        const [, url = ''] = await program.said(/ is at (\S+), /);
        return [`COOP_REMOTE_${name.toUpperCase()}`, url];
      }),
    );
    remote = await startGraphForTest({ env: { ...inProcess.env, ...Object.fromEntries(addresses) } });
  }, PATIENCE);
  afterAll(async () => {
    await remote?.end();
    await Promise.all(alone.map((program) => program.end()));
  });

  test.each(Object.entries(QUESTIONS))(
    'answers %s as the same subgraph in process does',
    async (_, query) => {
      const here = await inProcess.ask(query);
      const there = await remote.ask(query);
      expect({ status: there.status, data: there.data, errors: there.errors }).toEqual({
        status: here.status,
        data: here.data,
        errors: here.errors,
      });
    },
  );

  test('answers every example of the sandbox page as in process', async () => {
    for (const { name, query, variables } of await loadExamples()) {
      const values = variables === '' ? {} : (JSON.parse(variables) as object);
      const here = await inProcess.ask(query, values);
      const there = await remote.ask(query, values);
      expect([name, there.data, there.codes]).toEqual([name, here.data, here.codes]);
    }
  });

  test('passes the caller’s token on, and the subgraph checks it again', async () => {
    const bad = { token: 'nothing' };
    expect((await remote.ask(QUESTIONS['a page'] ?? '', {}, bad)).codes).toEqual(['UNAUTHENTICATED']);
    const good = { token: await inProcess.token() };
    expect((await remote.ask(QUESTIONS['a page'] ?? '', {}, good)).errors).toBeUndefined();
  });

  test('writes the request id of the gateway into its own log', async () => {
    const requestId = 'journey-request-0002';
    await remote.ask(QUESTIONS['a page'] ?? '', {}, { headers: { 'x-request-id': requestId } });
    const directory = alone[SUBGRAPHS.findIndex(({ name }) => name === 'councils')];
    const [line = '{}'] = (await directory?.said(/^\{.*"journey-request-0002".*\}$/m)) ?? [];
    expect(JSON.parse(line)).toEqual(expect.objectContaining({ requestId, subgraph: 'councils' }));
  });

  test('leaves holes when it is killed, and fills them when it is back', async () => {
    const directory = SUBGRAPHS.findIndex(({ name }) => name === 'councils');
    const query = `{ council(gssCode: "${CODE}") { name } asset(id: "asset_none") { id } }`;
    await alone[directory]?.end('SIGKILL');
    const { data, errors } = await remote.ask(query);
    expect(data).toEqual({ council: null, asset: null });
    expect(errors).toEqual([
      expect.objectContaining({
        path: ['council'],
        extensions: expect.objectContaining({ code: 'SUBGRAPH_UNAVAILABLE' }),
      }),
    ]);
    const { port } = new URL(remote.env['COOP_REMOTE_COUNCILS'] ?? '');
    const back = startProgram(BUILT, ['serve', 'councils'], { ...inProcess.env, PORT: port });
    alone.push(back);
    await back.said(/ is at /);
    expect((await remote.ask(query)).data).toEqual({ council: { name: 'Oldham' }, asset: null });
  });
});
