import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { SubgraphDefinition } from '@coop/shared/graphql';
import type { FileOutcome } from '@coop/shared/importing';
import { Query, Resolver } from 'type-graphql';
import { buildProgram } from '@coop/gateway/program';

@Resolver()
class Parks {
  @Query(() => String, { description: 'Nothing of interest.' })
  park(): string {
    return 'park';
  }
}

/** A subgraph whose importer says what it is told to say of its file. */
function parks(outcome: Partial<FileOutcome>): SubgraphDefinition {
  const run = async (job: { files: readonly string[] }): Promise<FileOutcome[]> => [
    {
      ...{ file: job.files[0] ?? '', sha256: 'ab', rows: 3, imported: 3, alreadyThere: 0, rejected: 0 },
      ...{ refused: null, remarks: [] },
      ...outcome,
    },
  ];
  const importer = { name: 'parks', summary: 'read parks', options: [], run };
  return {
    name: 'parks',
    description: 'Imagined.',
    features: [{ resolvers: [Parks], importers: [importer] }],
  };
}

const HOSTILE = '\u001b]0;owned\u0007\u009b2J\u202e\u2028line\nforged';

let before: typeof process.exitCode;
let shown: string;
let folder: string;
beforeEach(() => {
  before = process.exitCode;
  shown = '';
  folder = mkdtempSync(join(tmpdir(), 'coop-import-'));
  for (const stream of [process.stdout, process.stderr])
    jest.spyOn(stream, 'write').mockImplementation((text) => Boolean((shown += String(text))));
});
afterEach(() => {
  process.exitCode = before ?? 0;
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

async function importing(outcome: Partial<FileOutcome>, name = 'parks.csv', ...more: string[]) {
  const file = join(folder, name);
  writeFileSync(file, 'x');
  await buildProgram({ COOP_DATA: folder, LOG_LEVEL: 'silent' }, [parks(outcome)]).parseAsync(
    ['import', 'parks', file, ...more],
    { from: 'user' },
  );
  return { lines: shown.trimEnd().split('\n'), code: process.exitCode ?? 0 };
}

describe.each([[[]], [['--json']]])('with the options %j', (options) => {
  test('no file name, cell or reason reaches the terminal as a command, or as a line of its own', async () => {
    const told = { remarks: [`Row 2, Name: ${HOSTILE}`], refused: HOSTILE };
    const { lines } = await importing(told, `a${HOSTILE}.csv`, ...options);
    expect(lines).toHaveLength(2);
    expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cf}\u2028]/u);
    expect(lines[0]).toContain('\\u001b');
  });

  test('a file of which each row was rejected is said to be so, and ends with the code of a refused one', async () => {
    const { lines, code } = await importing({ rows: 3, imported: 0, rejected: 3 }, undefined, ...options);
    expect(lines.join('\n')).toContain('parks.csv: every row was rejected');
    expect(code).toBe(2);
  });

  test('one of which a row was taken, and one without rows, end well', async () => {
    expect(
      (await importing({ rows: 3, imported: 0, alreadyThere: 1, rejected: 2 }, 'a.csv', ...options)).code,
    ).toBe(0);
    expect((await importing({ rows: 0, imported: 0 }, 'b.csv', ...options)).code).toBe(0);
  });
});

describe('columns that nothing reads', () => {
  test('are named on one harmless line, the first of many', async () => {
    const unused = ['Grid', HOSTILE, ...Array.from({ length: 20 }, (_, index) => `C${index}`)];
    const { lines } = await importing({ unused });
    expect(lines[1]).toMatch(/^ {2}Columns that nothing reads: “Grid”, .*, “C9” and 10 more\.$/);
    expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cf}\u2028]/u);
  });

  test('all stand in the line of JSON', async () => {
    const unused = Array.from({ length: 30 }, (_, index) => `C${index}`);
    const { lines } = await importing({ unused }, undefined, '--json');
    expect(JSON.parse(lines[0]!)).toMatchObject({ unused });
  });

  test('go without a line where there are none', async () => {
    expect((await importing({ unused: [] })).lines).toHaveLength(1);
  });
});

test('a file that is refused is named once', async () => {
  const { lines } = await importing({ refused: 'parks.csv cannot be imported: it is empty.' });
  expect(lines).toEqual(['parks.csv cannot be imported: it is empty.']);
  shown = '';
  expect((await importing({ refused: 'It is empty.' })).lines).toEqual(['parks.csv: refused. It is empty.']);
});

test('a file that is not there is named on one harmless line', async () => {
  const program = buildProgram({ COOP_DATA: folder }, [parks({})]);
  const missing = program.parseAsync(['import', 'parks', join(folder, `${HOSTILE}.csv`)], { from: 'user' });
  await expect(missing).rejects.toThrow(
    /^[^\p{Cc}\p{Cf}\u2028]+there is no such file\. Nothing was imported\.$/u,
  );
});
