import type { DemoLine } from './demo-ledger';

/** A supplier of the demo world. */
export interface SupplierFact {
  /** Its number with every council that pays it. */
  readonly publishedId: string;
  readonly name: string;
  /** Key of the organisation in the directory's demo world; null for one that it does not know. */
  readonly organisation: string | null;
  readonly orgId: string | null;
  readonly sector: 'PUBLIC_BODY' | 'VCSE' | 'PRIVATE' | 'INDIVIDUAL' | 'UNKNOWN';
  readonly isSme: boolean | null;
  /** Code of the council in whose area it is; null where it is of none or unknown. */
  readonly area: string | null;
  readonly lines: readonly DemoLine[];
}

const OLDHAM = 'E08000004';
const ROCHDALE = 'E08000005';
const TRAFFORD = 'E08000009';
const NEWCASTLE = 'E08000021';
const KINGSTON = 'E09000021';

const ADULTS = 'Adult Social Care';
const CHILDREN = 'Children and Young People';
const PLACE = 'Economy and Place';
const CORPORATE = 'Corporate Services';
const COMMUNITIES = 'Communities and Neighbourhoods';

const line = (
  department: string,
  purpose: string,
  category: string,
  monthlyPounds: number,
  details: Omit<DemoLine, 'department' | 'purpose' | 'category' | 'monthlyPence'> = {},
): DemoLine => ({ department, purpose, category, monthlyPence: monthlyPounds * 100, ...details });

type Known = Pick<SupplierFact, 'sector' | 'isSme' | 'area'> & {
  readonly organisation?: string;
  readonly orgId?: string;
};

const supplier = (
  publishedId: string,
  name: string,
  { organisation = '', orgId = '', ...facts }: Known,
  ...lines: readonly DemoLine[]
): SupplierFact => ({
  publishedId,
  name,
  organisation: organisation || null,
  orgId: orgId || null,
  ...facts,
  lines,
});

/** Whom the councils of the demo world pay. Bodies that exist stand by their names; every figure is made up. */
export const SUPPLIER_FACTS: readonly SupplierFact[] = [
  supplier(
    '100201',
    'AGE UK OLDHAM',
    { sector: 'VCSE', isSme: null, area: OLDHAM, organisation: 'age-uk-oldham', orgId: 'GB-CHC-1145196' },
    line(ADULTS, 'Day services for older people', 'Social Community Care Supplies and Services', 18_400),
    line(COMMUNITIES, 'Grants to voluntary organisations', 'Grants', 6_500, { channel: 'GRANT', every: 3 }),
  ),
  supplier(
    '100202',
    'Mahdlo (Oldham Youth Zone)',
    { sector: 'VCSE', isSme: null, area: OLDHAM, organisation: 'mahdlo', orgId: 'GB-CHC-1134427' },
    line(CHILDREN, 'Grants to voluntary organisations', 'Grants', 25_000, { channel: 'GRANT', every: 3 }),
  ),
  supplier(
    '100203',
    'MioCare Group CIC',
    { sector: 'PUBLIC_BODY', isSme: false, area: OLDHAM, organisation: 'miocare', orgId: 'GB-COH-09283278' },
    line(ADULTS, 'Supported living', 'Social Community Care Supplies and Services', 412_000, { parts: 2 }),
  ),
  supplier(
    '100204',
    'Pennine Care NHS Foundation Trust',
    { sector: 'PUBLIC_BODY', isSme: false, area: OLDHAM, organisation: 'pennine-care', orgId: 'GB-NHS-RT2' },
    line(ADULTS, 'Community health', 'Healthcare', 96_000),
  ),
  supplier(
    '100205',
    'COMMUNITY INTEGRATED CARE',
    {
      sector: 'VCSE',
      isSme: false,
      area: null,
      organisation: 'community-integrated-care',
      orgId: 'GB-COH-02225727',
    },
    line(ADULTS, 'Supported living', 'Social Community Care Supplies and Services', 88_000),
  ),
  supplier(
    '100206',
    'Example Homecare Mutual Ltd',
    { sector: 'VCSE', isSme: true, area: OLDHAM, organisation: 'example-care' },
    line(ADULTS, 'Home care', 'Social Community Care Supplies and Services', 64_000, { parts: 4 }),
  ),
  supplier(
    '100207',
    'Example Print & Sign Limited',
    { sector: 'PRIVATE', isSme: true, area: OLDHAM, organisation: 'example-print' },
    line(CORPORATE, 'Printing and stationery', 'Stationery', 2_900, { parts: 2 }),
    line(PLACE, 'Signs', 'Works: Construction, Repair and Maintenance', 1_450),
  ),
  supplier(
    '100208',
    'EXAMPLE HIGHWAYS PLC',
    { sector: 'PRIVATE', isSme: false, area: TRAFFORD, organisation: 'example-highways' },
    line(PLACE, 'Road maintenance', 'Highway Equipment and Materials', 155_000, { parts: 2 }),
    line(PLACE, 'Resurfacing', 'Works: Construction, Repair and Maintenance', 240_000, {
      isCapital: true,
      every: 2,
    }),
  ),
  supplier(
    '100209',
    'Example Moorland Growers C.I.C.',
    { sector: 'VCSE', isSme: true, area: OLDHAM, organisation: 'example-growers' },
    line(COMMUNITIES, 'Community food', 'Catering', 1_250),
  ),
  supplier(
    '100210',
    'Oldham Community Leisure Limited',
    { sector: 'VCSE', isSme: null, area: OLDHAM, organisation: 'community-leisure', orgId: 'GB-MPR-29372R' },
    line(COMMUNITIES, 'Leisure centres', 'Sports and Playground Equipment and Maintenance', 118_000),
  ),
  supplier(
    '100211',
    'Example Agency Staffing Ltd',
    { sector: 'PRIVATE', isSme: false, area: null },
    line(CHILDREN, 'Agency staff', 'Human Resources', 47_000, { parts: 4 }),
    line(ADULTS, 'Agency staff', 'Human Resources', 39_000, { parts: 4 }),
  ),
  supplier(
    '100212',
    'Example Borough Water plc',
    { sector: 'PRIVATE', isSme: false, area: null },
    line(CORPORATE, 'Water charges', 'Utilities', 7_700),
  ),
  supplier(
    '100213',
    'Example Legal Chambers',
    { sector: 'PRIVATE', isSme: true, area: null },
    line(CHILDREN, 'Counsel in care proceedings', 'Legal Services', 9_400, { parts: 3 }),
  ),
  supplier(
    '100214',
    'Example Foundry Estates (made up) Ltd',
    { sector: 'PRIVATE', isSme: true, area: OLDHAM },
    line(CORPORATE, 'Rent of offices', 'Facilities and Management Services', 8_250, { isFixed: true }),
  ),
  supplier(
    '100215',
    'REDACTED PERSONAL DATA',
    { sector: 'INDIVIDUAL', isSme: null, area: null },
    line(CHILDREN, 'Foster care allowances', 'Social Community Care Supplies and Services', 21_000, {
      parts: 6,
    }),
  ),
  supplier(
    '100216',
    'Example Office Supplies',
    { sector: 'PRIVATE', isSme: null, area: null },
    line(CORPORATE, 'Procurement card', 'Stationery', 860, {
      channel: 'CARD',
      parts: 5,
      merchantCategory: 'Stationery and office supplies',
    }),
  ),
  supplier(
    '100217',
    'Example Rail Tickets',
    { sector: 'UNKNOWN', isSme: null, area: null },
    line(CORPORATE, 'Procurement card', 'Public Transport', 640, {
      channel: 'CARD',
      parts: 4,
      merchantCategory: 'Passenger railways',
    }),
  ),
  supplier(
    '100218',
    'Oldham Play Action Group',
    { sector: 'VCSE', isSme: null, area: OLDHAM, organisation: 'play-action', orgId: 'GB-CHC-511463' },
    line(CHILDREN, 'Grants to voluntary organisations', 'Grants', 2_400, { channel: 'GRANT', every: 6 }),
  ),
];

/** A council of the demo world and whom it pays. */
export interface LedgerFact {
  readonly council: string;
  /** What files of it begin with. */
  readonly file: string;
  readonly suppliers: readonly string[];
  /** Its months against Oldham's. */
  readonly scale: number;
  /** Months back from the day of loading for which it published nothing. */
  readonly missing: readonly number[];
}

const ids = (...numbers: readonly number[]): string[] => numbers.map((number) => String(100_200 + number));

/** The ledgers of the demo world. Oldham also has the whole of 2019. */
export const LEDGER_FACTS: readonly LedgerFact[] = [
  {
    council: OLDHAM,
    file: 'oldham',
    suppliers: ids(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18),
    scale: 1,
    missing: [],
  },
  {
    council: ROCHDALE,
    file: 'rochdale',
    suppliers: ids(4, 5, 7, 8, 11, 12, 13, 15, 16),
    scale: 0.9,
    missing: [5],
  },
  {
    council: TRAFFORD,
    file: 'trafford',
    suppliers: ids(5, 8, 11, 12, 13, 15, 16, 17),
    scale: 0.8,
    missing: [],
  },
  { council: NEWCASTLE, file: 'newcastle', suppliers: ids(8, 11, 13, 15, 17), scale: 1.3, missing: [2, 3] },
  { council: KINGSTON, file: 'kingston', suppliers: ids(5, 11, 13, 15, 16), scale: 0.5, missing: [] },
];

/** How many months back from the day of loading the ledgers go. */
export const RECENT_MONTHS = 14;
