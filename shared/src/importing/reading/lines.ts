/** The cells of one line of text, and whether its quotation marks stand where they should. */
export interface LineCells {
  readonly cells: string[];
  /** False when a mark opens and does not close on the line, or stands inside or behind a cell. */
  readonly clean: boolean;
}

/**
 * Splits a single line: a cell in quotation marks must close on it, otherwise the mark is part of the text.
 * @param line without its line end
 */
export function splitLine(line: string, delimiter: string): LineCells {
  if (!line.includes('"')) return { cells: line.split(delimiter), clean: true };
  const cells: string[] = [];
  let clean = true;
  for (let at = 0; ;) {
    const quoted = quotedCell(line, at, delimiter);
    if (quoted) {
      cells.push(quoted.value);
      clean &&= quoted.clean;
      if (quoted.end >= line.length) return { cells, clean };
      at = quoted.end + 1;
      continue;
    }
    const end = line.indexOf(delimiter, at);
    const cell = end < 0 ? line.slice(at) : line.slice(at, end);
    if (cell.includes('"')) clean = false;
    cells.push(cell);
    if (end < 0) return { cells, clean };
    at = end + 1;
  }
}

function quotedCell(
  line: string,
  start: number,
  delimiter: string,
): { value: string; end: number; clean: boolean } | null {
  let open = start;
  while (line[open] === ' ') open += 1;
  if (line[open] !== '"') return null;
  let value = '';
  let clean = true;
  for (let from = open + 1; ;) {
    const mark = line.indexOf('"', from);
    if (mark < 0) return null;
    if (line[mark + 1] === '"') {
      value += line.slice(from, mark + 1);
      from = mark + 2;
      continue;
    }
    let after = mark + 1;
    while (line[after] === ' ') after += 1;
    if (after >= line.length || line[after] === delimiter)
      return { value: value + line.slice(from, mark), end: after, clean };
    clean = false;
    value += line.slice(from, mark + 1);
    from = mark + 1;
  }
}
