import { MONTHS } from '@coop/shared/time';

/** What a group whose payments name none of the kind is called. */
const NOT_STATED = 'Not stated';

const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  SUPPLIER_SECTOR: {
    PUBLIC_BODY: 'Public body',
    VCSE: 'Voluntary, community and social enterprise',
    PRIVATE: 'Private',
    INDIVIDUAL: 'Individual',
    UNKNOWN: 'Not known',
  },
  SME: { TRUE: 'Small or medium-sized', FALSE: 'Large', UNKNOWN: 'Not known' },
  LOCAL: { TRUE: 'Local', FALSE: 'Not local', UNKNOWN: 'Not known' },
  CHANNEL: {
    INVOICE: 'Invoice',
    CARD: 'Procurement card',
    GRANT: 'Grant',
    PAYROLL: 'Payroll',
    JOURNAL: 'Journal',
    OTHER: 'Other',
  },
};

/** What a group is called whose key says it all; null where its name has to be looked up. */
export function plainLabel(groupBy: string, key: string): string | null {
  const words = WORDS[groupBy];
  if (words) return words[key] ?? key;
  if (groupBy === 'MONTH') return `${MONTHS[Number(key.slice(5)) - 1] ?? ''} ${key.slice(0, 4)}`.trim();
  if (groupBy === 'QUARTER') return key.replace('-', ' ');
  if (['YEAR', 'FINANCIAL_YEAR', 'COUNCIL'].includes(groupBy)) return key;
  return key === '' ? NOT_STATED : null;
}
