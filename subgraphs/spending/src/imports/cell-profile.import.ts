import { dayCell } from '@coop/shared/importing';
import type { LocalDate } from '@coop/shared/time';
import { readAmount } from './amount';
import { CARD_MARK } from './channel';

/** What the cells of a column look like: shares from 0 to 1 of its cells that are not blank. */
export interface CellProfile {
  /** Cells looked at. */
  readonly cells: number;
  /** Share of all cells that say something. */
  readonly filled: number;
  readonly days: number;
  /** Share of days that are bare numbers, as spreadsheets count them: a number of another kind may look so. */
  readonly serials: number;
  readonly amounts: number;
  /** Amounts written with pence, a pound sign or thousands separators: no code looks like that. */
  readonly pounds: number;
  /** Digits with perhaps a few letters, no spaces. */
  readonly codes: number;
  /** Mostly letters. */
  readonly words: number;
  /** Names that end as companies do. */
  readonly bodies: number;
  readonly companyNumbers: number;
  readonly yesNo: number;
  readonly capitalRevenue: number;
  readonly cardMarks: number;
  /** Different cells among those that are not blank. */
  readonly distinct: number;
  /** The commonest cell, and the share that reads so. */
  readonly commonest: string;
  readonly commonestShare: number;
  /** Middle one of its days; null where it has none. */
  readonly middleDay: LocalDate | null;
  readonly firstValues: readonly string[];
  /** Mean of the amounts' sizes in pence. */
  readonly meanAmount: number;
}

const NOTHING = /^(?:n\/?a|nil|null|none|-|not (?:yet )?available|not applicable|redacted|unknown)$/i;
const BODIES =
  /\b(?:ltd|limited|plc|llp|cic|c\.i\.c|inc|co|uk|\.com|company|trust|association|solicitors|redacted)\b\.?/i;
const COMPANY =
  /^(?:\d{7,8}|(?:SC|NI|OC|SO|NC|IP|RS|FC|BR|CE|GE|LP|SL|NL|R0|RC|IC|SI|NO|SP|AC|ZC|SR|NP)\d{6}|IP\d{5}R)$/i;

/** Looks at the cells of one column. */
export function profileOf(cells: readonly string[]): CellProfile {
  const said = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const telling = said.filter((cell) => !NOTHING.test(cell));
  const share = (is: (cell: string) => boolean) =>
    telling.length === 0 ? 0 : telling.filter(is).length / telling.length;
  const counts = new Map<string, number>();
  for (const cell of said) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  let commonest = '';
  for (const [cell, count] of counts) if (count > (counts.get(commonest) ?? 0)) commonest = cell;
  const days = telling
    .map(dayOf)
    .filter((day): day is LocalDate => day !== null)
    .sort();
  const amounts = telling.map(readAmount).filter((amount): amount is number => amount !== null);
  return {
    cells: cells.length,
    filled: cells.length === 0 ? 0 : said.length / cells.length,
    days: telling.length === 0 ? 0 : days.length / telling.length,
    serials: share((cell) => /^\d+$/.test(cell) && dayOf(cell) !== null),
    amounts: telling.length === 0 ? 0 : amounts.length / telling.length,
    pounds: share((cell) => /[£.,]/.test(cell) && readAmount(cell) !== null),
    codes: share((cell) => /^(?=.*\d)[A-Z\d][\w/.:-]{0,39}$/i.test(cell) && !/\.\d\d$/.test(cell)),
    words: share((cell) => (cell.match(/\p{L}/gu)?.length ?? 0) >= Math.max(2, cell.length * 0.45)),
    bodies: share((cell) => BODIES.test(cell)),
    companyNumbers: share((cell) => COMPANY.test(cell)),
    yesNo: share((cell) => /^(?:y|n|yes|no|true|false)$/i.test(cell)),
    capitalRevenue: share((cell) => /^(?:c|r|cap|rev|capital|revenue)$/i.test(cell)),
    cardMarks: share((cell) => CARD_MARK.test(cell)),
    distinct: counts.size,
    commonest,
    commonestShare: said.length === 0 ? 0 : (counts.get(commonest) ?? 0) / said.length,
    middleDay: days[Math.floor(days.length / 2)] ?? null,
    firstValues: [...counts.keys()].slice(0, 3).map((cell) => cell.slice(0, 80)),
    meanAmount:
      amounts.length === 0 ? 0 : amounts.reduce((sum, one) => sum + Math.abs(one), 0) / amounts.length,
  };
}

/** The day that a cell says; null where it says none. A bare number below 32,000 (1987) is a code. */
export function dayOf(cell: string): LocalDate | null {
  if (/^\d+$/.test(cell) && !/^(?:3[2-9]|[4-6]\d)\d{3}$|^(?:19|20)\d{6}$/.test(cell)) return null;
  const reading = dayCell(cell);
  return 'value' in reading ? reading.value : null;
}
