import type { RawRecord } from '../records';
import type { Archive } from './archive';
import { SheetRows } from './sheet-rows';
import { attribute, parseXmlStream, type XmlHandler } from './xml';

const CONTENT = 'content.xml';
/** True when a packed file is an OpenDocument workbook. */
export async function isOds(archive: Archive): Promise<boolean> {
  if (!archive.has(CONTENT) || !archive.has('mimetype')) return false;
  return (await archive.text('mimetype', 1024)).includes('opendocument.spreadsheet');
}

/** The records of one sheet, or the name of the next one. */
export type OdsPart = { readonly sheet: string } | { readonly records: RawRecord[] };

/** The sheets of an OpenDocument workbook (ISO/IEC 26300), one after the other: they stand in one part. */
export async function* odsParts(archive: Archive, maximumLength: number): AsyncGenerator<OdsPart> {
  const parts: OdsPart[] = [];
  let rows = new SheetRows(maximumLength);
  let rowTimes = 1;
  let cellTimes = 1;
  let value: string | null = null;
  let text = '';
  let paragraphs = 0;
  let inCell = false;
  let inText = 0;
  let inNote = 0;
  const flush = () => {
    const records = rows.take();
    if (records.length > 0) parts.push({ records });
  };
  const handler: XmlHandler = {
    open(name, attributes) {
      if (name === 'table') {
        rows = new SheetRows(maximumLength);
        parts.push({ sheet: attribute(attributes, 'name') ?? '' });
      } else if (name === 'table-row') {
        rowTimes = timesOf(attributes, 'number-rows-repeated');
        rows.begin(null);
      } else if (name === 'table-cell' || name === 'covered-table-cell') {
        cellTimes = timesOf(attributes, 'number-columns-repeated');
        value = valueOf(attributes);
        text = '';
        paragraphs = 0;
        inCell = true;
      } else if (name === 'annotation') inNote += 1;
      else if (name === 'p' && inCell && inNote === 0) {
        text += paragraphs > 0 ? '\n' : '';
        paragraphs += 1;
        inText += 1;
      } else if (name === 's' && inText > 0) text += ' '.repeat(Math.min(100, timesOf(attributes, 'c')));
    },
    text(more) {
      if (inText > 0 && inNote === 0 && text.length <= maximumLength) text += more;
    },
    close(name) {
      if (name === 'annotation') inNote -= 1;
      else if (name === 'p' && inCell && inNote === 0) inText -= 1;
      else if (name === 'table-cell' || name === 'covered-table-cell') {
        rows.cell(value ?? text, null, cellTimes);
        inCell = false;
      } else if (name === 'table-row') rows.end(rowTimes);
      else if (name === 'table') flush();
    },
  };
  for await (const bytes of parseXmlStream(await archive.stream(CONTENT), handler)) {
    void bytes;
    flush();
    yield* parts.splice(0);
  }
}

function timesOf(attributes: Readonly<Record<string, string>>, name: string): number {
  const times = Number(attribute(attributes, name) ?? 1);
  return Number.isInteger(times) && times > 0 ? times : 1;
}

/** What a cell of a kind holds, whatever it shows; null for text. */
function valueOf(attributes: Readonly<Record<string, string>>): string | null {
  switch (attribute(attributes, 'value-type')) {
    case 'float':
    case 'currency':
    case 'percentage':
      return attribute(attributes, 'value');
    case 'date':
      return attribute(attributes, 'date-value')?.slice(0, 10) ?? null;
    case 'boolean':
      return (attribute(attributes, 'boolean-value') ?? '').toUpperCase();
    default:
      return null;
  }
}
