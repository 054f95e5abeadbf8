import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemoIssuer } from '@coop/shared/access';
import { FixedClock, systemClock, type Clock } from '@coop/shared/time';
import { testGraph } from '../kit/graph';

const QUESTION = '{ council(gssCode: "E08000004") { name } }';
const ISSUER = 'https://demo.coop-graph.invalid';
const AUDIENCE = 'coop-graph';

describe('tokens', () => {
  const graph = testGraph();
  let elsewhere: string;
  beforeAll(async () => {
    elsewhere = await mkdtemp(join(tmpdir(), 'coop-issuer-'));
  });
  afterAll(() => rm(elsewhere, { recursive: true, force: true }));

  /** A token like one of ours in everything but what is told. */
  async function token(unlike: { folder?: string; issuer?: string; audience?: string; clock?: Clock }) {
    const ours = {
      folder: graph.env['COOP_DATA'] ?? '',
      issuer: ISSUER,
      audience: AUDIENCE,
      clock: systemClock,
    };
    const issuer = await createDemoIssuer({ ...ours, ...unlike });
    return issuer.issue({ subject: 'officer-1', role: 'officer', council: 'E08000004' });
  }

  const unsigned = (good: string) => {
    const [, claims] = good.split('.');
    return `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${claims}.`;
  };
  const promoted = (good: string) => {
    const [head, claims = '', signature] = good.split('.');
    const text = Buffer.from(claims, 'base64url').toString().replace('"officer"', '"auditor"');
    return `${head}.${Buffer.from(text).toString('base64url')}.${signature}`;
  };

  test.each<[string, () => Promise<string>]>([
    ['that has expired', () => token({ clock: new FixedClock('2020-01-01T00:00:00Z') })],
    ['of another issuer', () => token({ issuer: 'https://elsewhere.invalid' })],
    ['for another audience', () => token({ audience: 'elsewhere' })],
    ['signed with another key', () => token({ folder: elsewhere })],
    ['that is not signed', async () => unsigned(await token({}))],
    ['whose role was changed afterwards', async () => promoted(await token({}))],
    ['that is no token', async () => 'nothing'],
  ])('a token %s is refused, by the gateway and by every subgraph', async (_, make) => {
    const wrong = await make();
    const answers = [await graph.ask(QUESTION, {}, { token: wrong })];
    for (const name of Object.keys(graph.running.subgraphs))
      answers.push(await graph.askSubgraph(name, '{ __typename }', {}, { token: wrong }));
    for (const { status, codes, data } of answers)
      expect({ status, codes, data }).toEqual({ status: 401, codes: ['UNAUTHENTICATED'], data: undefined });
    expect(JSON.stringify(graph.log)).not.toContain(wrong === 'nothing' ? 'Bearer' : wrong);
  });

  test('a token of ours is taken', async () => {
    const { data } = await graph.ask(QUESTION, {}, { token: await token({}) });
    expect(data).toEqual({ council: { name: 'Oldham' } });
  });
});
