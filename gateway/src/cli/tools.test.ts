import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { SubgraphDefinition, Tool, ToolJob } from '@coop/shared/graphql';
import { buildProgram } from './program';

/** A subgraph with one tool, which tells what it was given and ends with the exit code given. */
function withTool(name: string, code: number, jobs: ToolJob[] = []): SubgraphDefinition {
  const tool: Tool = {
    name,
    summary: 'count something again',
    arguments: [{ name: '<file>', description: 'what to count' }],
    options: [
      { flags: '--by <rule>', description: 'how' },
      { flags: '--until-done', description: 'to the end' },
    ],
    async run(job) {
      jobs.push(job);
      job.say('An answer.');
      job.warn('A word about it.');
      return code;
    },
  };
  return { name: 'parks', description: 'Imagined.', features: [{ tools: [tool] }] };
}

let before: typeof process.exitCode;
let out: string;
let err: string;
beforeEach(() => {
  before = process.exitCode;
  [out, err] = ['', ''];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((out += String(text))));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((err += String(text))));
});
afterEach(() => {
  process.exitCode = before ?? 0;
  jest.restoreAllMocks();
});

describe('a tool of a subgraph is a command', () => {
  const run = (subgraph: SubgraphDefinition, ...args: string[]) =>
    buildProgram({}, [subgraph]).parseAsync(args, { from: 'user' });

  test('it gets its arguments and options, and prints', async () => {
    const jobs: ToolJob[] = [];
    await run(withTool('recount', 0, jobs), 'recount', 'a.pb', '--by', 'greedy', '--until-done');
    expect(jobs).toEqual([
      expect.objectContaining({ arguments: ['a.pb'], options: { by: 'greedy', untilDone: true } }),
    ]);
    expect({ out, err, code: process.exitCode ?? 0 }).toEqual({
      out: 'An answer.\n',
      err: 'A word about it.\n',
      code: before ?? 0,
    });
  });

  test('its exit code is that of the program', async () => {
    await run(withTool('recount', 2), 'recount', 'a.pb');
    expect(process.exitCode).toBe(2);
  });

  test('it is listed with its options', () => {
    const program = buildProgram({}, [withTool('recount', 0)]);
    expect(program.helpInformation()).toMatch(/recount \[options\] <file>\s+count something again/);
    const command = program.commands.find((one) => one.name() === 'recount');
    expect(command?.helpInformation()).toContain('--by <rule>');
    expect(command?.description()).toBe(
      'Count something again. Needs no database. Belongs to the subgraph parks.',
    );
  });

  test('one that has the name of another command is refused', () => {
    expect(() => buildProgram({}, [withTool('import', 0)])).toThrow(
      'The tool import of parks has the name of another command.',
    );
  });
});
