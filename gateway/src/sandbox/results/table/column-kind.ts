import type { ValueKind } from './flatten-row';
import type { Cell, ColumnKind } from './table';

/** What is known of a column when all rows have come. */
export interface ColumnFacts {
  readonly name: string;
  /** Kinds of the values that are there. */
  readonly kinds: ReadonlySet<ValueKind | undefined>;
  /** The values that are there. */
  readonly values: readonly (Cell | undefined)[];
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
/** Fractions go by names such as these; a number beyond ±1 shows that the name meant something else. */
const SHARE = /(^|[a-z.])(share|proportion|turnout|precision|recall)$/i;
/** Whole pence that stand without their Money: `netPence`. */
const PENCE = /(^|\.)pence$|Pence$/;

/** What a column holds, by its values and, for shares and pence, by its name. */
export function columnKind({ name, kinds, values }: ColumnFacts): ColumnKind {
  if (kinds.size !== 1) return 'text';
  const [kind] = kinds;
  switch (kind) {
    case 'number': {
      const all = (suits: (value: number) => boolean) => (values as readonly number[]).every(suits);
      if (PENCE.test(name) && all(Number.isSafeInteger)) return 'money';
      return SHARE.test(name) && all((value) => Math.abs(value) <= 1) ? 'share' : 'number';
    }
    case 'text': {
      const all = (pattern: RegExp) => values.every((value) => pattern.test(String(value)));
      return all(DAY) ? 'date' : all(INSTANT) ? 'instant' : 'text';
    }
    case 'money':
    case 'flag':
    case 'list':
      return kind;
    default:
      return 'text';
  }
}
