import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { TableRefused } from '@coop/shared/importing';
import { isMeaning, type Meaning } from './meanings';
import { MAPPING_KEYS, type ColumnMapping } from './recognise-columns.import';

/**
 * Reads a mapping file: JSON with headers, or `column 3`, and what they mean; `ignore` leaves a column out.
 * @throws TableRefused when it is no such file
 */
export async function readMapping(path: string): Promise<ColumnMapping> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new TableRefused(
      basename(path),
      error.code === 'ENOENT' ? 'there is no such file' : 'it cannot be opened',
    );
  });
  return mappingOf(basename(path), text);
}

/** A mapping out of its JSON. @throws TableRefused when it is none */
export function mappingOf(name: string, text: string): ColumnMapping {
  const refuse = (reason: string) => new TableRefused(name, `as a mapping of columns ${reason}`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse('it is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refuse('it must be an object of headers and meanings: {"Net Amt": "amountNet"}');
  const mapping = new Map<string, Meaning | null>();
  for (const [header, meaning] of Object.entries(value)) {
    if (meaning === 'ignore') mapping.set(header, null);
    else if (typeof meaning === 'string' && isMeaning(meaning)) mapping.set(header, meaning);
    else throw refuse(`it says of "${header}" what is none of ${MAPPING_KEYS.join(', ')}`);
  }
  return mapping;
}
