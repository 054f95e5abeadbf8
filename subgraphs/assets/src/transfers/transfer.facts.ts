import type { StewardResponsibility } from '../register/retirement.law';
import type { TransferState } from './transfer.lifecycle';
import type { HoldingPower, TransferWellbeing } from './transfers.law';

/** Days before the day of loading: 30 is thirty days ago. */
type DaysAgo = number;

/** What the council decided on, and for how much. */
export interface MoneyFact {
  readonly unrestrictedValuePence: number | null;
  readonly considerationPence: number;
  /** Null for the freehold. */
  readonly leaseYears: number | null;
  readonly heldUnder: HoldingPower;
  readonly wellbeing: readonly TransferWellbeing[];
  readonly wellbeingCase: string;
  readonly consent: readonly [DaysAgo, reference: string] | null;
}

/** A completed transfer. */
export interface CompletionFact {
  readonly completed: DaysAgo;
  readonly rentPence: number | null;
  readonly responsibility: StewardResponsibility;
  /** Days of the reviews of the first years, one for each. */
  readonly reviewed: readonly DaysAgo[];
  readonly ended: DaysAgo | null;
}

/** A transfer of the demo world. All of them are made up. */
export interface TransferFact {
  /** The key of its id: `fixedId('transfer', 'EX-OLD-04')`. */
  readonly key: string;
  readonly asset: string;
  readonly recipient: string;
  /** Key of the organisation in the demo world of the directory; null where it is not in it. */
  readonly organisation: string | null;
  readonly state: TransferState;
  readonly enquired: DaysAgo;
  readonly purpose: string;
  readonly businessCase: string | null;
  readonly decided: DaysAgo | null;
  readonly reasons: string | null;
  readonly headsOfTerms: string | null;
  readonly money: MoneyFact | null;
  readonly completion: CompletionFact | null;
}

type Rest = Partial<Omit<TransferFact, 'asset' | 'recipient' | 'enquired' | 'purpose' | 'state'>>;

const CASE = 'Made up: five years of accounts, a survey of users, offers of help from volunteers.';

function transfer(
  asset: string,
  recipient: string,
  enquired: DaysAgo,
  purpose: string,
  state: TransferState,
  rest: Rest = {},
): TransferFact {
  return {
    ...{ key: asset, asset, recipient, enquired, purpose, state, organisation: null },
    ...{ businessCase: null, decided: null, reasons: null, headsOfTerms: null },
    ...{ money: null, completion: null },
    ...rest,
  };
}

const money = (
  unrestrictedValuePence: number | null,
  considerationPence: number,
  leaseYears: number | null,
  wellbeingCase: string,
  more: Partial<MoneyFact> = {},
): MoneyFact => ({
  ...{ unrestrictedValuePence, considerationPence, leaseYears, wellbeingCase },
  ...{ heldUnder: 'GENERAL', wellbeing: ['SOCIAL'], consent: null },
  ...more,
});

/** The transfers of the demo world, in every state. */
export const TRANSFER_FACTS: readonly TransferFact[] = [
  transfer('EX-OLD-01', 'Example Village Hall Committee', 900, 'To keep the hall open', 'COMPLETED', {
    organisation: 'example-hall',
    businessCase: CASE,
    decided: 800,
    reasons: 'The hall is used every day and the committee has run it well.',
    headsOfTerms: 'A lease of 35 years at a peppercorn; the committee repairs.',
    money: money(18_500_000, 0, 35, 'A warm place for a lunch club, classes and meetings.'),
    completion: {
      ...{ completed: 760, rentPence: 0, responsibility: 'FULL_REPAIR_AND_RUNNING' },
      ...{ reviewed: [400], ended: null },
    },
  }),
  transfer('EX-OLD-03', 'Example Moorland Growers CIC', 430, 'Growing food with schools', 'HEADS_OF_TERMS', {
    organisation: 'example-growers',
    businessCase: CASE,
    decided: 120,
    reasons: 'The plots are full and the company trains forty people a year.',
    headsOfTerms: 'A lease of 7 years at £250 a year; paths and hedges are the company’s to keep.',
    money: money(null, 175_000, 7, ''),
  }),
  transfer('EX-OLD-04', 'Oldham Makers Limited', 260, 'Workshops beside the sports hall', 'APPROVED', {
    organisation: 'makers',
    businessCase: CASE,
    decided: 45,
    reasons: 'The centre stays open to its clubs and gains a tool library.',
    money: money(64_000_000, 12_500_000, 50, 'Skills, repair and company for people out of work.', {
      wellbeing: ['ECONOMIC', 'SOCIAL'],
    }),
  }),
  transfer(
    'EX-OLD-07',
    'Template Street Baths Trust (example)',
    150,
    'To reopen the baths',
    'BUSINESS_CASE',
    {
      businessCase: CASE,
    },
  ),
  transfer('EX-OLD-11', 'Draft Street Juniors (example)', 40, 'Changing rooms', 'EXPRESSION_OF_INTEREST'),
  transfer('EX-OLD-12', 'Example Cross Society (example)', 6, 'To look after the memorial', 'ENQUIRY'),
  transfer('EX-LAM-01', 'Example Yard Residents', 1500, 'To run the hall', 'COMPLETED', {
    businessCase: CASE,
    decided: 1300,
    reasons: 'The residents have run the hall under licence since it was built.',
    headsOfTerms: 'A lease of 25 years at a peppercorn.',
    money: money(42_000_000, 0, 25, 'A food club, a crèche and a choir.'),
    completion: {
      ...{ completed: 1250, rentPence: 0, responsibility: 'RUNNING' },
      ...{ reviewed: [900, 510], ended: null },
    },
  }),
  transfer('EX-LAM-04', 'Model Wharf Makers (example)', 330, 'Cheap workshops', 'DECLINED', {
    businessCase: CASE,
    decided: 200,
    reasons: 'The workshops pay for two libraries; the case does not say what would.',
  }),
  transfer('EX-LAM-11', 'Example Vale Community Benefit Society (example)', 75, 'A day centre', 'ENQUIRY'),
  transfer('EX-KIN-08', 'Mock Avenue Scouts', 2600, 'Scouting', 'ENDED', {
    businessCase: CASE,
    decided: 2500,
    reasons: 'The hut was built by the group.',
    headsOfTerms: 'A lease of 15 years.',
    money: money(9_000_000, 0, 15, 'Scouting for 120 children.'),
    completion: {
      ...{ completed: 2400, rentPence: 5_000, responsibility: 'FULL_REPAIR_AND_RUNNING' },
      ...{ reviewed: [2040, 1680, 1310, 940, 580], ended: 100 },
    },
  }),
  transfer('EX-KIN-10', 'Draft Lane Hall Trust (example)', 500, 'To mend the roof', 'WITHDRAWN'),
  transfer('EX-NEW-07', 'Illustration Row Community Benefit Society (example)', 600, 'Makers', 'APPROVED', {
    businessCase: CASE,
    decided: 20,
    reasons: 'Two hundred jobs in making, and a street that is lit at night.',
    money: money(310_000_000, 60_000_000, null, 'Jobs and apprenticeships in the east of the city.', {
      wellbeing: ['ECONOMIC', 'SOCIAL', 'ENVIRONMENTAL'],
      consent: [30, 'Example/2/EX-NEW-07'],
    }),
  }),
];
