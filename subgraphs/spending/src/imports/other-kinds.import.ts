import type { LocalDate } from '@coop/shared/time';
import { dayOf } from './cell-profile.import';
import { headerWords } from './header-words';
import type { Understanding } from './recognise-columns.import';

/** A kind of published table that stands where payments should, with words of its headers that give it away. */
const KINDS: readonly {
  readonly what: string;
  readonly signs: readonly string[];
  readonly needed: number;
}[] = [
  {
    what: 'a contracts register',
    needed: 3,
    signs: [
      'contract title',
      'contract description',
      'contract value',
      'annual value',
      'tender',
      'ojeu',
      'extension',
      'extend',
      'expiry date',
      'contract duration',
      'contract start',
      'contract end',
      'start date',
      'end date',
      'review date',
      'process used',
      'renewal',
    ],
  },
  {
    what: 'a register of land and buildings',
    needed: 3,
    signs: ['uprn', 'easting', 'northing', 'tenure', 'geo x', 'geo y', 'freehold', 'land area', 'holding'],
  },
  {
    what: 'a list of salaries or posts',
    needed: 2,
    signs: ['salary', 'grade', 'job title', 'post title', 'reports', 'fte', 'pay scale', 'responsibility'],
  },
  {
    what: 'a list of business rates accounts',
    needed: 2,
    signs: ['rateable value', 'ratepayer', 'liability', 'rate relief', 'empty property', 'account start'],
  },
  {
    what: 'a register of grants (360Giving)',
    needed: 2,
    signs: [
      'award date',
      'amount awarded',
      'recipient organisation',
      'funding organisation',
      'grant programme',
    ],
  },
];

/** What else a table looks like by its headers; null when nothing speaks against payments. */
function kindByHeaders(headers: readonly string[]): string | null {
  const texts = headers.map((header) => ` ${headerWords(header).join(' ')} `);
  for (const { what, signs, needed } of KINDS) {
    const wanted = signs.map((sign) => ` ${headerWords(sign).join(' ')} `);
    const telling = texts.filter((text) => wanted.some((sign) => text.includes(sign)));
    if (telling.length >= needed) return what;
  }
  return null;
}

/**
 * What else a table looks like by its days: two columns of which one always lies months after the other are the
 * beginnings and ends of something, and most payments cannot lie in the future.
 */
function kindByDays(
  { columns, positions }: Understanding,
  rows: readonly (readonly string[])[],
  today: LocalDate,
): string | null {
  const dayColumns = columns.filter(
    ({ profile }) => profile.days - profile.serials >= 0.6 && profile.distinct > 5,
  );
  for (const from of dayColumns)
    for (const until of dayColumns) {
      const pairs = rows
        .map(
          (row) =>
            [dayOf((row[from.position] ?? '').trim()), dayOf((row[until.position] ?? '').trim())] as const,
        )
        .filter((pair): pair is readonly [LocalDate, LocalDate] => pair[0] !== null && pair[1] !== null);
      const spans = pairs.filter(([begin, end]) => monthsBetween(begin, end) >= 5).length;
      if (pairs.length >= 5 && spans > pairs.length * 0.6)
        return 'a register of things that begin and end, such as contracts';
    }
  const paidOn = positions.get('paidOn');
  const days = rows.map((row) => dayOf((row[paidOn ?? -1] ?? '').trim())).filter((day) => day !== null);
  const future = days.filter((day) => day > today).length;
  if (days.length >= 5 && future > days.length / 2)
    return 'a list of things to come: most of its days lie in the future';
  return null;
}

/** What a table looks like instead of payments; null when it may well be payments. */
export function otherKind(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  understanding: Understanding,
  today: LocalDate,
): string | null {
  return kindByHeaders(headers) ?? kindByDays(understanding, rows, today);
}

/** Whole months from one day to a later one; negative when it is earlier. */
function monthsBetween(from: LocalDate, until: LocalDate): number {
  const months = (day: LocalDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return months(until) - months(from);
}
