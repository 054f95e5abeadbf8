import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditReport } from '@coop/shared/commands';
import { askAt } from '../kit/ask-at';
import { mysqlDatabase } from '../kit/graph';
import { PATIENCE } from '../kit/patience';
import { runProgram, startProgram, BUILT } from '../kit/program';
import { SUBGRAPHS } from '@coop/gateway';

const AT_ONCE = 200;
const COUNCIL = 'E08000004';
const REGISTER = `mutation Register($input: AssetRegisterInput!) {
  assetRegister(input: $input) { asset { id } problems { message } }
}`;
/** What somebody is told whose answer took too long, as it may on a busy machine. */
const LATE = { message: expect.stringMatching(/^The answer took too long/) };
const COUNT = `{ assets(filter: { council: "${COUNCIL}", text: "Crashworthy" }) { totalCount } }`;

interface Registered {
  readonly assetRegister: { readonly asset: { readonly id: string } | null; readonly problems: object[] };
}

describe('a server that is killed in the middle of 200 mutations', () => {
  onDatabase('SQLite', true, () => null);
  const server = process.env['COOP_TEST_MYSQL_URL'];
  onDatabase(server ? 'MySQL' : 'MySQL: skipped, no server (set COOP_TEST_MYSQL_URL)', Boolean(server), () =>
    mysqlDatabase(server ?? ''),
  );

  function onDatabase(title: string, isHere: boolean, make: () => ReturnType<typeof mysqlDatabase> | null) {
    (isHere ? test : test.skip)(
      `has every acknowledged write after its restart, no half of any, and a trail that verifies, on ${title}`,
      async () => {
        const folder = await mkdtemp(join(tmpdir(), 'coop-crash-'));
        const database = make();
        const env = {
          COOP_DATA: folder,
          PORT: '0',
          ...(database ? { DATABASE_URL: database.url } : {}),
        };
        try {
          await killedAndRestarted(env);
        } finally {
          await database?.drop(SUBGRAPHS.map(({ name }) => name));
          await rm(folder, { recursive: true, force: true });
        }
      },
      PATIENCE,
    );
  }

  async function killedAndRestarted(env: Record<string, string>): Promise<void> {
    const first = startProgram(BUILT, ['start'], env);
    const [, url = ''] = await first.said(/The graph is at\s+(\S+)\/graphql/);
    const officer = ['token', '--as', 'officer', '--council', COUNCIL];
    const token = (await runProgram(BUILT, officer, env)).stdout.trim();
    const acknowledged: string[] = [];
    const others: unknown[] = [];
    const writers = Array.from({ length: AT_ONCE }, async (_, writer) => {
      // Each goes on until the server is gone: there are always two hundred under way.
      for (let count = 0; ; count += 1) {
        const input = { gssCode: COUNCIL, name: `Crashworthy Hall ${writer}, ${count}` };
        const { data, errors } = await askAt<Registered>(url, REGISTER, { input }, { token });
        const id = data?.assetRegister.asset?.id;
        // An answer that came too late is none: whether it was written shows in the trail alone.
        if (id === undefined) others.push(errors ?? data?.assetRegister.problems);
        else acknowledged.push(id);
        if (acknowledged.length === AT_ONCE) void first.end('SIGKILL');
      }
    });
    await Promise.allSettled(writers);
    await first.ended;

    const second = startProgram(BUILT, ['start'], env);
    try {
      const [, again = ''] = await second.said(/The graph is at\s+(\S+)\/graphql/);
      expect(acknowledged.length).toBeGreaterThanOrEqual(AT_ONCE);
      for (const other of others) expect(other).toEqual([expect.objectContaining(LATE)]);
      expect(await missing(again, acknowledged)).toEqual([]);
      const verified = await runProgram(BUILT, ['audit', 'verify', 'assets', '--json'], env);
      expect({ code: verified.code, stderr: verified.stderr }).toEqual({ code: 0, stderr: '' });
      const report = (JSON.parse(verified.stdout) as Record<string, AuditReport>)['assets'];
      const trail = report?.trails.find(({ council }) => council === COUNCIL);
      const { data } = await askAt<{ assets: { totalCount: number } }>(again, COUNT);
      // One entry in the trail for each row of the register: neither without the other.
      expect(trail?.entries).toBe(data?.assets.totalCount);
      expect(trail?.entries).toBeGreaterThanOrEqual(acknowledged.length);
    } finally {
      await second.end();
    }
  }

  /** Those of the ids that are not there. */
  async function missing(url: string, ids: readonly string[]): Promise<string[]> {
    const gone: string[] = [];
    for (let from = 0; from < ids.length; from += 100) {
      const asked = ids.slice(from, from + 100);
      const { data } = await askAt<{ nodes: ({ id: string } | null)[] }>(
        url,
        'query Found($ids: [ID!]!) { nodes(ids: $ids) { id } }',
        { ids: asked },
      );
      gone.push(...asked.filter((_, index) => !data?.nodes[index]));
    }
    return gone;
  }
});
