import { once } from 'node:events';
import { ended, startChild } from '../kit/child';
import { startGraphForTest, type TestGraph } from '../kit/graph';
import { PATIENCE } from '../kit/patience';

const OLDHAM = '{ council(gssCode: "E08000004") { name allotments { name waitingCount } } }';

jest.setTimeout(PATIENCE);

describe('a partner’s own subgraph', () => {
  let graph: TestGraph;
  const partner = startChild('partner-process.ts');

  beforeAll(async () => {
    const [url] = (await once(partner, 'message')) as [string];
    graph = await startGraphForTest({ env: { COOP_PARTNERS: `allotments=${url}` } });
  }, PATIENCE);
  afterAll(async () => {
    partner.kill('SIGKILL');
    await graph?.end();
  });

  test('joins by one line of configuration and adds a field to Council', async () => {
    const { data, errors } = await graph.ask(OLDHAM);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      council: { name: 'Oldham', allotments: [{ name: 'Lees Road', waitingCount: 12 }] },
    });
    expect((await graph.ask('{ allotments { name } }')).data).toEqual({
      allotments: [{ name: 'Lees Road' }, { name: 'Rosendale' }],
    });
    expect(graph.running.gateway.partners()).toEqual([{ name: 'allotments', joined: true, reason: null }]);
  });

  test('leaves a hole and an error at its place when it dies; the rest is there', async () => {
    partner.kill('SIGKILL');
    await ended(partner);
    const { data, errors, status } = await graph.ask(OLDHAM);
    expect(status).toBe(200);
    expect(data).toEqual({ council: { name: 'Oldham', allotments: null } });
    expect(errors).toEqual([
      {
        message: expect.any(String),
        path: ['council', 'allotments'],
        extensions: expect.objectContaining({ code: 'SUBGRAPH_UNAVAILABLE' }),
      },
    ]);
    expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|ECONNREFUSED/);
  });

  test('stands in nobody’s way when it is away at the start', async () => {
    const alone = await startGraphForTest({
      env: { COOP_PARTNERS: 'allotments=http://127.0.0.1:1/graphql' },
    });
    try {
      expect((await alone.ask('{ council(gssCode: "E08000004") { name } }')).data).toEqual({
        council: { name: 'Oldham' },
      });
      expect(alone.running.gateway.partners()).toEqual([
        { name: 'allotments', joined: false, reason: expect.any(String) },
      ]);
    } finally {
      await alone.end();
    }
  });
});
