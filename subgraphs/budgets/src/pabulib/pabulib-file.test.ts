import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { metaValue, type PabulibProblemKind } from './pabulib-file';
import { readPabulib } from './read-pabulib';
import { makePabulib, writePabulib } from './write-pabulib';

const META = 'META\nkey;value\nbudget;100\nvote_type;approval\n';
const PROJECTS = 'PROJECTS\nproject_id;cost;name\n1;60;"A ""good"" one; truly"\n2;50;Two\n';
const VOTES = 'VOTES\nvoter_id;vote\na;1,2\nb;2\n';
const GOOD = META + PROJECTS + VOTES;

function fileOf(text: string | Uint8Array) {
  const read = readPabulib(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.file;
}

const problemsOf = (text: string | Uint8Array): [PabulibProblemKind, number | null][] => {
  const read = readPabulib(text);
  return read.ok ? [] : read.problems.map(({ kind, line }) => [kind, line]);
};

describe('a file comes out byte for byte as it went in', () => {
  test.each([
    ['line feeds', GOOD],
    ['carriage returns and line feeds', GOOD.replaceAll('\n', '\r\n')],
    ['both mixed', META + PROJECTS.replaceAll('\n', '\r\n') + VOTES],
    ['a byte order mark', `\uFEFF${GOOD}`],
    ['blank lines anywhere', `\n\n${META}\n  \n${PROJECTS}${VOTES}\n\n`],
    ['no line end at the end', GOOD.trimEnd()],
    ['quotation marks that nothing asked for', GOOD.replace('key;value', '"key";"value"')],
    ['quotation marks within a cell', GOOD.replace('2;50;Two', '2;50;The "Two"')],
    ['a line end within a cell', GOOD.replace('2;50;Two', '2;50;"Two\nlines"')],
    ['sections in another order', VOTES + META + PROJECTS],
    ['columns nobody has heard of', GOOD.replace('cost;name', 'cost;mood')],
  ])('%s', (_, text) => {
    expect(writePabulib(fileOf(text))).toBe(text);
    expect(writePabulib(fileOf(Buffer.from(text)))).toBe(text);
  });
});

test('cells are read without their quotation marks', () => {
  const { sections } = fileOf(GOOD);
  expect(sections.PROJECTS.rows[0]?.cells).toEqual(['1', '60', 'A "good" one; truly']);
  expect(sections.PROJECTS.rows[0]?.line).toBe(7);
  expect(metaValue(fileOf(GOOD), 'budget')).toBe('100');
});

test('a voter called META, with an empty ballot, begins no section', () => {
  expect(fileOf(`${GOOD}META;\n`).sections.VOTES.rows.map(({ cells }) => cells[0])).toEqual([
    'a',
    'b',
    'META',
  ]);
});

test('any tables that are made can be read again as they were', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ż', ';', '"', '\n', '\r', ',', ' ', '0', '😀') });
  const named = fc.uniqueArray(
    cell.map((text) => `x${text}`),
    { maxLength: 3, selector: (name) => name.trim().toLowerCase() },
  );
  const tables = named.chain((more) =>
    fc.record({
      more: fc.constant(more),
      rows: fc.array(fc.array(cell, { minLength: more.length + 2, maxLength: more.length + 2 })),
    }),
  );
  fc.assert(
    fc.property(tables, tables, (projects, votes) => {
      const first = (row: readonly string[], index: number) => [`k${index}${row[0]}`, ...row.slice(1)];
      const made = makePabulib(
        projects.rows.map((row, index) => [`key ${index}`, row[0] ?? '']),
        { columns: ['project_id', 'cost', ...projects.more], rows: projects.rows.map(first) },
        { columns: ['voter_id', 'vote', ...votes.more], rows: votes.rows.map(first) },
      );
      const { sections } = fileOf(writePabulib(made));
      for (const name of ['META', 'PROJECTS', 'VOTES'] as const) {
        expect(sections[name].header.cells).toEqual(made.sections[name].header.cells);
        expect(sections[name].rows.map(({ cells }) => cells)).toEqual(
          made.sections[name].rows.map(({ cells }) => cells),
        );
      }
    }),
  );
});

describe('a file that is not in the format is refused with the line', () => {
  test.each<[string, string | Uint8Array, [PabulibProblemKind, number | null][]]>([
    [
      'an empty file',
      '',
      [
        ['MISSING_SECTION', null],
        ['MISSING_SECTION', null],
        ['MISSING_SECTION', null],
      ],
    ],
    ['junk', 'Dear all,\nplease find attached', [['JUNK', 1]]],
    ['a section that is missing', META + VOTES, [['MISSING_SECTION', null]]],
    ['a section that comes twice', GOOD + PROJECTS, [['REPEATED_SECTION', 13]]],
    [
      'a column that is missing',
      GOOD.replace('project_id;cost', 'project_id;price'),
      [['MISSING_COLUMN', 6]],
    ],
    [
      'a column that comes twice',
      GOOD.replace('project_id;cost;name', 'project_id;cost;Cost'),
      [['REPEATED_COLUMN', 6]],
    ],
    [
      'a section without anything',
      META + PROJECTS + 'VOTES\n',
      [
        ['MISSING_COLUMN', null],
        ['MISSING_COLUMN', null],
      ],
    ],
    ['a row too long', GOOD.replace('2;50;Two', '2;50;Two;more'), [['ROW_LENGTH', 8]]],
    ['a row too short', GOOD.replace('b;2', 'b'), [['ROW_LENGTH', 12]]],
    ['a key given twice', GOOD.replace('vote_type;approval', 'Budget;200'), [['REPEATED_KEY', 4]]],
    ['a quotation mark never closed', GOOD.replace('one; truly"', 'one; truly'), [['UNCLOSED_QUOTE', 7]]],
    [
      'bytes that are not UTF-8',
      Buffer.concat([Buffer.from(META), Buffer.from([0x50, 0xa3, 10])]),
      [['NOT_TEXT', 5]],
    ],
    ['bytes that are no text', Buffer.from(`${META}\0`), [['NOT_TEXT', 5]]],
    ['a workbook', Buffer.from('504b0304140006000800000021', 'hex'), [['NOT_TEXT', 1]]],
  ])('%s', (_, text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });

  test('whatever is thrown at it, it answers', () => {
    const pieces = fc.constantFrom(
      META,
      PROJECTS,
      VOTES,
      'META',
      ';',
      '"',
      '\n',
      'x;y',
      '\0',
      '\uFEFF',
      '\r',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces).map((list) => list.join('')),
          fc.uint8Array(),
        ),
        (source) => {
          const read = readPabulib(source);
          if (!read.ok) expect(read.problems.length).toBeGreaterThan(0);
          else if (typeof source === 'string') expect(writePabulib(read.file)).toBe(source);
        },
      ),
    );
  });
});
