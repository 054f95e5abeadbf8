/** What a file that is no table of text looks like, or null when nothing speaks against its being one. */
export function looksLike(head: Buffer): string | null {
  const ascii = head.toString('latin1', 0, Math.min(head.length, 4096));
  for (const [magic, what] of MAGIC) if (ascii.startsWith(magic)) return what(ascii);
  const text = ascii
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replace(/\0/g, '')
    .trimStart()
    .toLowerCase();
  if (/^<(?:!doctype html|html|head|body|script)\b/.test(text)) return 'a web page (HTML)';
  if (/^<(?:\?xml|[a-z][\w.-]*(?:\s[^<>]*)?>)/.test(text)) return 'an XML document';
  if (/^[[{]\s*(?:["\]}]|[[{])/.test(text)) return 'a JSON document';
  return null;
}

const always = (what: string) => () => what;

const MAGIC: readonly (readonly [string, (head: string) => string])[] = [
  ['PK\x03\x04', zipContents],
  ['PK\x05\x06', always('an empty ZIP archive')],
  ['%PDF-', always('a PDF document')],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', always('an old Excel workbook or Word document (.xls, .doc)')],
  ['\x1f\x8b', always('a file compressed with gzip')],
  ['BZh', always('a file compressed with bzip2')],
  ['7z\xbc\xaf\x27\x1c', always('a 7-Zip archive')],
  ['\xfd7zXZ', always('a file compressed with xz')],
  ['Rar!\x1a', always('a RAR archive')],
  ['\x89PNG\r\n', always('a PNG picture')],
  ['\xff\xd8\xff', always('a JPEG picture')],
  ['GIF8', always('a GIF picture')],
  ['{\\rtf', always('a rich text document (RTF)')],
  ['SQLite format 3\0', always('an SQLite database')],
  ['PAR1', always('a Parquet file')],
];

function zipContents(head: string): string {
  if (head.includes('opendocument.spreadsheet'))
    return 'an OpenDocument workbook (.ods): save it as CSV first';
  if (head.includes('opendocument')) return 'an OpenDocument file';
  if (head.includes('word/')) return 'a Word document (.docx)';
  // Excel writes [Content_Types].xml first; what kind of workbook it is may stand further on.
  if (head.includes('xl/') || head.includes('[Content_Types].xml'))
    return 'an Excel workbook (.xlsx): save it as CSV first';
  return 'a ZIP archive';
}
