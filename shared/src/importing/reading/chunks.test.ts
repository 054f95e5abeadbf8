import { Readable } from 'node:stream';
import fc from 'fast-check';
import { defineColumns, readTable } from '.';
import { ByteDecoder, type Encoding } from './encoding';
import { RecordSplitter } from './records';

const bits = fc.constantFrom(
  '"',
  ',',
  '\n',
  '\r',
  '\r\n',
  '\0',
  'a',
  ' ',
  '""',
  '",',
  ',"',
  'é',
  '€',
  '😀',
  '\ufeff',
);
const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 120 }).map((array) => Buffer.from(array)),
  fc.array(bits, { maxLength: 60 }).map((parts) => Buffer.from(parts.join(''))),
);

test('bytes decode to the same text in whatever pieces they come, bad ones in the same places', () => {
  const encodings = fc.constantFrom<Encoding>('utf-8', 'windows-1252', 'utf-16le', 'utf-16be');
  fc.assert(
    fc.property(anyBytes, encodings, fc.integer({ min: 1, max: 20 }), (bytes, encoding, piece) => {
      const decoder = new ByteDecoder(encoding);
      let text = '';
      const badBytes: number[] = [];
      for (let at = 0; at <= bytes.length; at += piece) {
        const part = decoder.push(bytes.subarray(at, at + piece), at + piece > bytes.length);
        text += part.text;
        badBytes.push(...part.badBytes);
      }
      const whole = new ByteDecoder(encoding).push(bytes, true);
      expect({ text, badBytes }).toEqual({ text: whole.text, badBytes: whole.badBytes });
    }),
    { numRuns: 2000 },
  );
});

test('well-formed UTF-8 decodes to itself, without a bad byte', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (wellFormed) => {
      const bytes = Buffer.concat([Buffer.from(wellFormed), Buffer.from([0xff])]);
      const decoded = new ByteDecoder('utf-8').push(bytes, true);
      expect(decoded).toMatchObject({ text: `${wellFormed}ÿ`, badBytes: [wellFormed.length] });
    }),
  );
});

test('text is cut into the same records in whatever pieces it comes', () => {
  const text = fc.array(bits, { maxLength: 80 }).map((parts) => parts.join(''));
  const widths = fc.constantFrom(null, 1, 2, 3, 6);
  fc.assert(
    fc.property(
      text,
      widths,
      fc.integer({ min: 1, max: 20 }),
      fc.constantFrom(10, 1000),
      (whole, width, piece, maximum) => {
        const options = { delimiter: ',', width, maximumLength: maximum };
        const splitter = new RecordSplitter(options);
        const records = [];
        for (let at = 0; at <= whole.length; at += piece)
          records.push(...splitter.push(whole.slice(at, at + piece), at + piece > whole.length));
        // Where a record outgrows the limit, how much of it was seen by then may differ, and with it how it is cut.
        if (maximum === 1000) expect(records).toEqual(new RecordSplitter(options).push(whole, true));
        expect(records.map(({ row }) => row)).toEqual(records.map((_record, index) => index + 1));
        for (const [index, record] of records.entries())
          expect(record.start).toBeGreaterThanOrEqual(records[index - 1]?.end ?? 0);
      },
    ),
    { numRuns: 3000 },
  );
});

test('a record of several lines whose line end two pieces part ends once', () => {
  const splitter = new RecordSplitter({ delimiter: ',', width: null, maximumLength: 1000 });
  const records = [...splitter.push('a,"b\nc"\r', false), ...splitter.push('\nd,e', true)];
  expect(records.map(({ row, line, cells }) => [row, line, cells])).toEqual([
    [1, 1, ['a', 'b\nc']],
    [2, 3, ['d', 'e']],
  ]);
});

const columns = defineColumns([
  { key: 'a', names: ['a'], description: '', required: true },
  { key: 'b', names: ['b'], description: '', required: true },
]);

test.each([
  ['\n', 'utf8', 1000],
  ['\r\n', 'utf8', 999],
  ['\r', 'utf8', 1001],
  ['\r\n', 'utf16le', 997],
  ['\r\n', 'latin1', 1000],
] as const)(
  'a file longer than the part that is looked at first, lines ending in %j, in %s, loses nothing',
  async (end, encoding, piece) => {
    const lines = Array.from({ length: 20_000 }, (_, index) =>
      index % 7 ? `${index},é ${index}` : `${index},"é, ${index}"`,
    );
    const mark = encoding === 'utf16le' ? '\ufeff' : '';
    const bytes = Buffer.from(`${mark}${['a,b', ...lines].join(end)}${end}`, encoding);
    const pieces = [];
    for (let at = 0; at < bytes.length; at += piece) pieces.push(bytes.subarray(at, at + piece));
    let next = 0;
    for await (const item of readTable({ name: 'x.csv', stream: Readable.from(pieces) }, { columns })) {
      if (!item.ok) throw new Error(JSON.stringify(item));
      const read = [item.row, item.cells.a, item.cells.b, item.warnings.length];
      // One comparison of text for each row: twenty thousand of jest's own take seconds.
      const expected = [next + 2, String(next), next % 7 ? `é ${next}` : `é, ${next}`, 0];
      if (String(read) !== String(expected)) expect(read).toEqual(expected);
      next += 1;
    }
    expect(next).toBe(20_000);
  },
);

test('a carriage return and line feed that two pieces part are one line end, also where most lines end in returns', async () => {
  const rows = Array.from({ length: 60_000 }, (_, index) => `${index},x`);
  const start = `a,b\r${rows.join('\r')}\r`;
  const pieces = [Buffer.from(start), Buffer.from('\nlast,row\r')];
  const places = [];
  for await (const item of readTable({ name: 'x.csv', stream: Readable.from(pieces) }, { columns }))
    places.push(item.row);
  expect(places.at(-1)).toBe(60_002);
});

test('a bad byte far down a long file is told by its row', async () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => `${index},é plain`);
  const bytes = Buffer.from(`a,b\n${lines.join('\n')}`);
  const at = bytes.indexOf('15000,') + 8;
  bytes[at] = 0xa3;
  const warned = [];
  for await (const item of readTable(
    { name: 'x.csv', stream: Readable.from([bytes.subarray(0, 150_000), bytes.subarray(150_000)]) },
    { columns },
  ))
    if (item.ok && item.warnings.length > 0) warned.push([item.row, item.cells.b]);
  expect(warned).toEqual([[15_002, 'é£plain']]);
});

test('a reader that stops early lets go of its file', async () => {
  const stream = Readable.from([
    Buffer.from('a,b\n'),
    Buffer.from('1,2\n'.repeat(50_000)),
    Buffer.from('1,2\n'),
  ]);
  for await (const item of readTable({ name: 'x.csv', stream }, { columns })) {
    expect(item.ok).toBe(true);
    break;
  }
  expect(stream.destroyed).toBe(true);
});
