import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askAt } from '../kit/ask-at';
import { mysqlDatabase } from '../kit/graph';
import { runProgram, startProgram, WITH_LEDGER } from '../kit/program';
import { SUBGRAPHS } from '@coop/gateway';

const AT_ONCE = 200;
const OPEN = `mutation Open($input: AccountOpenInput!) {
  accountOpen(input: $input) { account { id } problems { message } }
}`;

interface Opened {
  readonly accountOpen: { readonly account: { readonly id: string } };
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
          await database?.drop([...SUBGRAPHS.map(({ name }) => name), 'ledger']);
          await rm(folder, { recursive: true, force: true });
        }
      },
      120_000,
    );
  }

  async function killedAndRestarted(env: Record<string, string>): Promise<void> {
    const first = startProgram(WITH_LEDGER, ['start'], env);
    const [, url = ''] = await first.said(/The graph is at\s+(\S+)\/graphql/);
    const officer = ['token', '--as', 'officer', '--council', 'E08000004'];
    const token = (await runProgram(WITH_LEDGER, officer, env)).stdout.trim();
    const acknowledged: string[] = [];
    const writers = Array.from({ length: AT_ONCE }, async (_, writer) => {
      // Each goes on until the server is gone: there are always two hundred under way.
      for (let count = 0; ; count += 1) {
        const input = { name: `Writer ${writer}, ${count}`, pence: 1 };
        const { data } = await askAt<Opened>(url, OPEN, { input }, { token });
        acknowledged.push(data?.accountOpen.account.id ?? `nothing for ${input.name}`);
        if (acknowledged.length === AT_ONCE) void first.end('SIGKILL');
      }
    });
    await Promise.allSettled(writers);
    await first.ended;

    const second = startProgram(WITH_LEDGER, ['start'], env);
    try {
      const [, again = ''] = await second.said(/The graph is at\s+(\S+)\/graphql/);
      expect(acknowledged.length).toBeGreaterThanOrEqual(AT_ONCE);
      expect(await missing(again, acknowledged)).toEqual([]);
      const verified = await runProgram(WITH_LEDGER, ['audit', 'verify', 'ledger', '--json'], env);
      expect({ code: verified.code, stderr: verified.stderr }).toEqual({ code: 0, stderr: '' });
      const { entries } =
        (JSON.parse(verified.stdout) as Record<string, { entries: number }>)['ledger'] ?? {};
      const listed = await runProgram(WITH_LEDGER, ['export', 'accounts', '--format', 'json'], env);
      // One entry for each account and one for the loading of the demo world: neither without the other.
      expect(entries).toBe(listed.stdout.trim().split('\n').length + 1);
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
