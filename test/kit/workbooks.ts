import { deflateRawSync, crc32 as zlibCrc } from 'node:zlib';

/** A part of a packed file. */
export interface Part {
  readonly path: string;
  readonly bytes: Buffer | string;
  /** What the directory says of its size, where that is a lie. */
  readonly claims?: number;
}

/** CRC-32, which older Node has no function for. */
function crc32(bytes: Buffer): number {
  if (typeof zlibCrc === 'function') return zlibCrc(bytes);
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** A ZIP archive of some parts, for tests of whoever reads them. */
export function zipOf(parts: readonly Part[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, bytes, claims } of parts) {
    const plain = Buffer.from(bytes);
    const packed = deflateRawSync(plain);
    const name = Buffer.from(path);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(crc32(plain), 14);
    header.writeUInt32LE(packed.length, 18);
    header.writeUInt32LE(claims ?? plain.length, 22);
    header.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    header.copy(entry, 10, 8, 28);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    files.push(header, name, packed);
    directory.push(entry, name);
    offset += header.length + name.length + packed.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, index, end]);
}

/** A cell as a test says it: text, a number, or a number that is shown as a day. */
export type SaidCell = string | number | { readonly day: number };

/** A sheet as a test says it. */
export interface SaidSheet {
  readonly name: string;
  readonly rows: readonly (readonly SaidCell[])[];
  readonly isHidden?: boolean;
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function columnLetters(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : columnLetters(Math.floor(column / 26) - 1) + columnLetters(column % 26);
}

/** The parts of an Excel workbook; texts are shared, as Excel writes them. */
export function xlsxParts(sheets: readonly SaidSheet[]): Part[] {
  const shared: string[] = [];
  const sheetParts = sheets.map(({ rows }, index): Part => {
    const body = rows.map((cells, row) => {
      const texts = cells.map((cell, column) => {
        const at = `r="${columnLetters(column)}${row + 1}"`;
        if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`;
        if (typeof cell === 'object') return `<c ${at} s="1"><v>${cell.day}</v></c>`;
        if (cell === '') return '';
        shared.push(cell);
        return `<c ${at} t="s"><v>${shared.length - 1}</v></c>`;
      });
      return `<row r="${row + 1}">${texts.join('')}</row>`;
    });
    return {
      path: `xl/worksheets/sheet${index + 1}.xml`,
      bytes: `${XML}<worksheet ${MAIN}><sheetData>${body.join('')}</sheetData></worksheet>`,
    };
  });
  const names = sheets.map(
    ({ name, isHidden }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  const targets = sheets.map(
    (_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return [
    { path: '[Content_Types].xml', bytes: `${XML}<Types/>` },
    {
      path: 'xl/workbook.xml',
      bytes: `${XML}<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets>${names.join('')}</sheets></workbook>`,
    },
    { path: 'xl/_rels/workbook.xml.rels', bytes: `${XML}<Relationships>${targets.join('')}</Relationships>` },
    {
      path: 'xl/styles.xml',
      bytes: `${XML}<styleSheet ${MAIN}><numFmts><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    },
    ...sheetParts,
    {
      path: 'xl/sharedStrings.xml',
      bytes: `${XML}<sst ${MAIN}>${shared.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    },
  ];
}

/** The parts of an OpenDocument workbook. */
export function odsParts(sheets: readonly SaidSheet[]): Part[] {
  const tables = sheets.map(({ name, rows }) => {
    const body = rows.map((cells) => {
      const texts = cells.map((cell) => {
        if (typeof cell === 'number')
          return `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`;
        if (typeof cell === 'object') {
          const day = new Date(Date.UTC(1899, 11, 30 + cell.day)).toISOString().slice(0, 10);
          return `<table:table-cell office:value-type="date" office:date-value="${day}"><text:p>shown</text:p></table:table-cell>`;
        }
        return cell === ''
          ? '<table:table-cell/>'
          : `<table:table-cell office:value-type="string"><text:p>${escaped(cell)}</text:p></table:table-cell>`;
      });
      return `<table:table-row>${texts.join('')}<table:table-cell table:number-columns-repeated="1000"/></table:table-row>`;
    });
    const rest =
      '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    return `<table:table table:name="${escaped(name)}">${body.join('')}${rest}</table:table>`;
  });
  const names = ['office', 'table', 'text'].map(
    (prefix) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${prefix}:1.0"`,
  );
  return [
    { path: 'mimetype', bytes: 'application/vnd.oasis.opendocument.spreadsheet' },
    {
      path: 'content.xml',
      bytes: `${XML}<office:document-content ${names.join(' ')}><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`,
    },
  ];
}
