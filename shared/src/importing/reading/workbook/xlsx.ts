import { addDays } from '../../../time';
import { TableRefused } from '../refused';
import type { RawRecord } from '../records';
import type { Archive } from './archive';
import { SheetRows } from './sheet-rows';
import { attribute, parseXml, parseXmlStream, type XmlHandler } from './xml';

/** A sheet of a workbook before its rows are read. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Its rows, in bunches as they are read. */
  rows(maximumLength: number): AsyncGenerator<RawRecord[]>;
}

const BOOK = 'xl/workbook.xml';
const MOST_BOOK = 4 * 1024 * 1024;
const MOST_STYLES = 32 * 1024 * 1024;
/** Characters of the texts that sheets share, all of which are held at once. */
const MOST_TEXT = 96 * 1024 * 1024;

/** True when a packed file is an Excel workbook. */
export const isXlsx = (archive: Archive): boolean => archive.has(BOOK);

/** The sheets of an Excel workbook (ECMA-376, SpreadsheetML). @throws TableRefused when it is damaged */
export async function xlsxSheets(archive: Archive): Promise<readonly Sheet[]> {
  const targets = new Map<string, string>();
  parseXml(await archive.text('xl/_rels/workbook.xml.rels', MOST_BOOK), {
    open(name, attributes) {
      if (name === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
    },
    close: () => undefined,
  });
  const found: { name: string; isHidden: boolean; path: string }[] = [];
  let from1904 = false;
  parseXml(await archive.text(BOOK, MOST_BOOK), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const target = targets.get(attribute(attributes, 'id') ?? '') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      found.push({
        name: attributes['name'] ?? '',
        isHidden: /hidden/i.test(attributes['state'] ?? ''),
        path,
      });
    },
    close: () => undefined,
  });
  // Both are read once, when the first sheet is.
  let shared: Promise<readonly string[]> | null = null;
  let dates: Promise<ReadonlySet<number>> | null = null;
  return found
    .filter(({ path }) => archive.has(path))
    .map(({ name, isHidden, path }) => ({
      name,
      isHidden,
      async *rows(maximumLength) {
        const texts = await (shared ??= sharedTexts(archive));
        const styles = await (dates ??= dateStyles(archive));
        yield* sheetRows(archive, path, texts, styles, from1904, maximumLength);
      },
    }));
}

async function* sheetRows(
  archive: Archive,
  path: string,
  shared: readonly string[],
  dates: ReadonlySet<number>,
  from1904: boolean,
  maximumLength: number,
): AsyncGenerator<RawRecord[]> {
  const rows = new SheetRows(maximumLength);
  let type = '';
  let style = 0;
  let column: number | null = null;
  let value = '';
  let inValue = false;
  const handler: XmlHandler = {
    open(name, attributes) {
      if (name === 'row') rows.begin(attributes['r'] === undefined ? null : Number(attributes['r']));
      else if (name === 'c') {
        type = attributes['t'] ?? 'n';
        style = Number(attributes['s'] ?? 0);
        column = columnOf(attributes['r']);
        value = '';
      } else if (name === 'v' || name === 't') inValue = true;
    },
    text(text) {
      if (inValue && value.length <= maximumLength) value += text;
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'c') rows.cell(shown(type, value, shared, dates.has(style), from1904), column);
      else if (name === 'row') rows.end();
    },
  };
  for await (const bytes of parseXmlStream(await archive.stream(path), handler)) {
    void bytes;
    const records = rows.take();
    if (records.length > 0) yield records;
  }
}

/** The column of a cell's address, from 0: `AB12` is 27; null where it has none. */
function columnOf(address: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(address ?? '')?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64);
  return column - 1;
}

/** The text of a cell as a file of text would have it. */
function shown(
  type: string,
  value: string,
  shared: readonly string[],
  isDate: boolean,
  from1904: boolean,
): string {
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'e') return '';
  if (type !== 'n' || value === '') return value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (isDate && number >= 1 && number < 200_000)
    return addDays(from1904 ? '1904-01-01' : '1899-12-30', Math.floor(number));
  // A sheet keeps 0.1 + 0.2 as 0.30000000000000004; people see fifteen digits.
  const plain = String(Number(number.toPrecision(15)));
  return plain.includes('e') ? value : plain;
}

/** The texts that cells refer to by number. */
async function sharedTexts(archive: Archive): Promise<readonly string[]> {
  const path = 'xl/sharedStrings.xml';
  if (!archive.has(path)) return [];
  const texts: string[] = [];
  let text = '';
  let length = 0;
  let inText = false;
  let inPhonetic = false;
  const handler: XmlHandler = {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 't') inText = !inPhonetic;
    },
    text(more) {
      if (inText) text += more;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'si') {
        texts.push(text);
        length += text.length + 16;
        if (length > MOST_TEXT)
          throw new TableRefused(archive.file, 'it holds more text than can be read: save it as CSV');
      }
    },
  };
  for await (const bytes of parseXmlStream(await archive.stream(path), handler)) void bytes;
  return texts;
}

/** The numbers of the built-in formats that show a day or an instant (ECMA-376 part 1, 18.8.30). */
const BUILT_IN_DATES = [14, 15, 16, 17, 22, 27, 30, 36, 50, 57];

/** The styles of cells that show a number as a day. */
async function dateStyles(archive: Archive): Promise<ReadonlySet<number>> {
  const path = 'xl/styles.xml';
  const dates = new Set<number>();
  if (!archive.has(path)) return dates;
  const formats = new Set<number>(BUILT_IN_DATES);
  let inCells = false;
  let style = 0;
  parseXml(await archive.text(path, MOST_STYLES), {
    open(name, attributes) {
      if (name === 'numFmt' && isDateFormat(attributes['formatCode'] ?? ''))
        formats.add(Number(attributes['numFmtId']));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        if (formats.has(Number(attributes['numFmtId']))) dates.add(style);
        style += 1;
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return dates;
}

/** True for a format with a day or a year in it, outside quotation marks and brackets: `dd\/mm\/yyyy`. */
const isDateFormat = (code: string): boolean => /[dy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
