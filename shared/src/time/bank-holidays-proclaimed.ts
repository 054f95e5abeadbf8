import type { Rule } from '../problems';
import type { BankHolidayDivision } from './bank-holiday-divisions';
import type { LocalDate } from './local-date';

/** A bank holiday that was proclaimed for one year, or moved in one year. */
export interface ProclaimedChange {
  /** The day on which it was kept. */
  readonly kept: LocalDate;
  /** The day by rule that it replaced; null for one that was added. */
  readonly moves: LocalDate | null;
  readonly name: string;
  readonly divisions: readonly BankHolidayDivision[];
  readonly source: Rule;
}

const EVERYWHERE: readonly BankHolidayDivision[] = ['england-and-wales', 'scotland', 'northern-ireland'];
const CALENDAR = 'https://www.gov.uk/bank-holidays';

// Section 1(2) of the Act lets a day be replaced for one year, section 1(3) lets one be added.
const replaced = (url: string): Rule => ({
  title: 'Royal proclamation under the Banking and Financial Dealings Act 1971',
  section: 's. 1(2)',
  url,
});
const added = (url: string): Rule => ({ ...replaced(url), section: 's. 1(3)' });

/** Every one-off change since 2010, in order of date. A new one is a new row. */
export const PROCLAIMED: readonly ProclaimedChange[] = [
  {
    kept: '2011-04-29',
    moves: null,
    name: 'Wedding of Prince William and Catherine Middleton',
    divisions: EVERYWHERE,
    source: added(CALENDAR),
  },
  {
    kept: '2012-06-04',
    moves: '2012-05-28',
    name: 'Spring bank holiday',
    divisions: EVERYWHERE,
    source: replaced(CALENDAR),
  },
  {
    kept: '2012-06-05',
    moves: null,
    name: 'Diamond Jubilee',
    divisions: EVERYWHERE,
    source: added(CALENDAR),
  },
  {
    kept: '2020-05-08',
    moves: '2020-05-04',
    name: 'Early May bank holiday (75th anniversary of VE Day)',
    divisions: EVERYWHERE,
    source: replaced(CALENDAR),
  },
  {
    kept: '2022-06-02',
    moves: '2022-05-30',
    name: 'Spring bank holiday',
    divisions: EVERYWHERE,
    source: replaced(CALENDAR),
  },
  {
    kept: '2022-06-03',
    moves: null,
    name: 'Platinum Jubilee',
    divisions: EVERYWHERE,
    source: added(CALENDAR),
  },
  {
    kept: '2022-09-19',
    moves: null,
    name: 'State funeral of Queen Elizabeth II',
    divisions: EVERYWHERE,
    source: added('https://www.thegazette.co.uk/notice/4158896'),
  },
  {
    kept: '2023-05-08',
    moves: null,
    name: 'Coronation of King Charles III',
    divisions: EVERYWHERE,
    source: added(
      'https://www.gov.uk/government/news/bank-holiday-proclaimed-in-honour-of-the-coronation-of-his-majesty-king-charles-iii',
    ),
  },
  {
    kept: '2026-06-15',
    moves: null,
    name: 'Scotland at the football World Cup',
    divisions: ['scotland'],
    source: added(CALENDAR),
  },
];
