import type { EntityMetadata, ObjectLiteral } from 'typeorm';

const INTEGER_LIMIT = 2_147_483_647;

interface Checked {
  readonly property: string;
  readonly length: number | null;
  readonly isInteger: boolean;
  readonly isNumber: boolean;
  readonly needed: boolean;
}

/**
 * What the table would refuse in a row, found before it is sent: one row that does not fit would otherwise take
 * the whole chunk with it. Answers a sentence, or null for a row that fits.
 */
export function rowCheck(metadata: EntityMetadata): (row: ObjectLiteral) => string | null {
  const setByLoader = new Set(['id', 'importRunId', 'version']);
  const columns = metadata.columns
    .filter(({ propertyName }) => !setByLoader.has(propertyName))
    .map((column): Checked => {
      const type = String(column.type);
      return {
        property: column.propertyName,
        length: column.length ? Number(column.length) : null,
        isInteger: type === 'integer',
        isNumber: type === 'integer' || type === 'bigint' || type === 'double',
        needed: !column.isNullable && column.default === undefined,
      };
    });
  return (row) => {
    for (const { property, length, isInteger, isNumber, needed } of columns) {
      const value: unknown = row[property];
      if (value === undefined || value === null) {
        if (needed) return `It has no ${property}.`;
      } else if (typeof value === 'string') {
        // A code point takes at most two units: only text that may be too long is counted.
        if (length !== null && value.length > length && [...value].length > length)
          return `Its ${property} is longer than ${length} characters.`;
      } else if (isNumber && typeof value === 'number') {
        if (!Number.isFinite(value) || (isInteger && Math.abs(value) > INTEGER_LIMIT))
          return `Its ${property} is too large a number.`;
      }
    }
    return null;
  };
}
