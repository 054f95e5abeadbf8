import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ToolJob } from '@coop/shared/graphql';
import { tallyTool } from './tally.tool';

const SAMPLE = resolve(__dirname, '../../samples/three-streets.pb');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coop-tally-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function tally(file: string, options: ToolJob['options'] = {}) {
  const [said, warned] = [[] as string[], [] as string[]];
  const code = await tallyTool.run({
    arguments: [file],
    options,
    say: (line) => void said.push(line),
    warn: (line) => void warned.push(line),
  });
  return { code, said, warned };
}

async function fileOf(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const election = (rule: string, more = '') =>
  `META\nkey;value\nbudget;100\nvote_type;approval\nrule;${rule}\n${more}PROJECTS\nproject_id;cost\n1;80\n2;40\nVOTES\nvoter_id;vote\na;1\nb;1\nc;2\n`;

describe('coop tally', () => {
  test('prints the winners in the order chosen, what they cost, and why', async () => {
    const { code, said, warned } = await tally(SAMPLE);
    expect({ code, warned }).toEqual({ code: 0, warned: [] });
    expect(said.slice(0, 4)).toEqual([
      'Rule: equal-shares-add1',
      '4 of 5 projects funded by 12 voters: £5,200.00 of £6,000.50 spent.',
      'Every voter began with an equal share of the budget, about £500.04.',
      'Every share was raised 381 times by one unit of currency, to about £881.04; once more would have cost £8,300.50, over the budget of £6,000.50.',
    ]);
    expect(said).toContain('  1. trees  Street trees in Long Row  (£2,400.00)');
    expect(said).toContain('     Funded. Its 7 supporters paid about £342.86 each.');
    expect(said.at(-1)).toBe(
      '     Not funded. Its 5 supporters together had about £2,868.30 left of the £3,100.50 that it costs: about £232.20 short.',
    );
  });

  test('prints JSON with the money exact', async () => {
    const { said } = await tally(SAMPLE, { rule: 'greedy', json: true });
    expect(JSON.parse(said.join('\n'))).toEqual({
      rule: 'greedy',
      budget: 6000.5,
      spent: 5900.5,
      winners: ['trees', 'bench', 'lights'],
    });
    expect(said.join('\n')).toContain('"spent": 5900.5,');
  });

  test('exits with 2 for an unknown rule, and lists those there are', async () => {
    const { code, said, warned } = await tally(SAMPLE, { rule: 'dictator' });
    expect({ code, said, first: warned[0] }).toEqual({
      code: 2,
      said: [],
      first: 'There is no rule "dictator". There are:',
    });
    expect(warned.slice(1).map((line) => line.trim().split(' ')[0])).toEqual([
      'greedy',
      'greedy-threshold',
      'greedy-no-skip',
      'equal-shares',
      'equal-shares-add1',
    ]);
  });

  test('exits with 2 where the file does not say its rule and none is asked for', async () => {
    const path = await fileOf('unknown.pb', election('unknown'));
    const { code, warned } = await tally(path);
    expect([code, warned[0]]).toEqual([2, 'The file does not say by which rule it was decided. There are:']);
    expect((await tally(path, { rule: 'greedy' })).code).toBe(0);
  });

  test("says so where the rule is not quite the file's own", async () => {
    const { code, said, warned } = await tally(await fileOf('near.pb', election('greedy-exclusive')));
    expect([code, said[0], warned.length]).toEqual([0, 'Rule: greedy', 1]);
    expect(warned[0]).toMatch(/^Which projects exclude each other is not in the file/);
  });

  test.each([
    [5, ': 2 are missing and not counted'],
    [2, ''],
  ])('a file that says %d ballots and holds three is counted, and that is said', async (stated, more) => {
    const path = await fileOf('ballots.pb', election('greedy', `num_votes;${stated}\n`));
    for (const json of [false, true]) {
      const { code, said, warned } = await tally(path, { json });
      expect({ code, warned }).toEqual({
        code: 0,
        warned: [`META num_votes says ${stated}, the file holds 3 ballots${more}.`],
      });
      if (json)
        expect(Object.keys(JSON.parse(said.join('\n')))).toEqual(['rule', 'budget', 'spent', 'winners']);
    }
  });

  test('takes the least score from the file, or as told', async () => {
    const path = await fileOf('least.pb', election('greedy-threshold', 'min_project_score_threshold;3\n'));
    const winners = async (options: ToolJob['options']) =>
      JSON.parse((await tally(path, { ...options, json: true })).said.join('\n')).winners;
    expect(await winners({})).toEqual([]);
    expect(await winners({ leastScore: '2' })).toEqual(['1']);
    const { warned } = await tally(path, { rule: 'greedy' });
    expect(warned).toEqual([expect.stringContaining("below the file's min_project_score_threshold")]);
  });

  test.each([
    ['utility', { utility: 'joy' }],
    ['completion', { completion: 'all' }],
    ['least score', { leastScore: 'many' }],
  ])('exits with 2 for a %s that there is not', async (_, options) => {
    expect(await tally(SAMPLE, options)).toMatchObject({ code: 2, said: [], warned: [expect.any(String)] });
  });

  test('exits with 1 and one clear line for a file that cannot be read', async () => {
    const huge = await fileOf('huge.pb', '');
    await truncate(huge, 200 * 1024 * 1024);
    const cases = [
      [join(folder, 'nowhere.pb'), 'there is no such file.'],
      [folder, 'that is a folder.'],
      [huge, 'it is larger than 128 megabytes.'],
      [await fileOf('zero.pb', election('greedy').replace('2;40', '2;0')), 'The cost of project 2 is zero.'],
      [await fileOf('empty.pb', ''), 'The section META is missing. (and 2 more problems)'],
    ] as const;
    for (const [path, why] of cases) {
      const { code, said, warned } = await tally(path);
      expect({ code, said, lines: warned.length }).toEqual({ code: 1, said: [], lines: 1 });
      expect(warned[0]).toContain(why);
    }
    expect((await tally(cases[3][0])).warned[0]).toContain('zero.pb, line 9: ');
  });
});
