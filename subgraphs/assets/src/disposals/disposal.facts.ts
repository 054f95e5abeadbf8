import type { BodyKind } from '../groups/groups.law';
import type { BidRequestState } from './bid-request.lifecycle';
import type { CompensationClaimState } from './compensation-claim.lifecycle';
import type { ExemptionGround } from './exemptions.law';
import type { DisposalShape } from './relevant-disposal.rules';

/** Days before the day of loading: 30 is thirty days ago. */
type DaysAgo = number;

/** A request on a notice of the demo world. */
export interface BidRequestFact {
  readonly group: string;
  readonly kind: BodyKind;
  /** Key of the organisation in the demo world of the directory; null where it is not in it. */
  readonly organisation: string | null;
  readonly received: DaysAgo;
  readonly state: BidRequestState;
  readonly reasons: string | null;
}

/** An owner's notice of the demo world. All of them are made up. */
export interface NoticeFact {
  /** The key of its id: `fixedId('disposal', 'EX-OLD-01')`. */
  readonly key: string;
  /** Reference of the asset. */
  readonly asset: string;
  readonly owner: string;
  /** Key of the owner in the demo world of the directory: councils are there by their codes. */
  readonly organisation: string | null;
  readonly received: DaysAgo;
  readonly disposal: DisposalShape;
  readonly requests: readonly BidRequestFact[];
  readonly withdrawn: DaysAgo | null;
  /** When it was sold on this notice to a community interest group. */
  readonly sold: DaysAgo | null;
}

const FREEHOLD: DisposalShape = { kind: 'FREEHOLD', withVacantPossession: true, leaseYearsAtGrant: null };
const LONG_LEASE: DisposalShape = {
  kind: 'LEASE_GRANT',
  withVacantPossession: true,
  leaseYearsAtGrant: 99,
};
const assignmentOf = (leaseYearsAtGrant: number): DisposalShape => ({
  kind: 'LEASE_ASSIGNMENT',
  withVacantPossession: true,
  leaseYearsAtGrant,
});
/** Whoever holds a lease granted for 25 years or more is the owner in this law. */
const NORBITON = {
  owner: 'Norbiton Holdings Limited (example)',
  organisation: null,
  disposal: assignmentOf(99),
};
const COUNCILS = {
  OLD: ['Oldham Metropolitan Borough Council', 'E08000004'],
  LAM: ['London Borough of Lambeth', 'E09000022'],
  KIN: ['Royal Borough of Kingston upon Thames', 'E09000021'],
  NEW: ['Newcastle upon Tyne City Council', 'E08000021'],
} as const;

function notice(asset: string, received: DaysAgo, more: Partial<NoticeFact> = {}): NoticeFact {
  const [owner, organisation] = COUNCILS[asset.slice(3, 6) as keyof typeof COUNCILS];
  return {
    ...{ key: asset, asset, owner, organisation, received },
    ...{ disposal: FREEHOLD, requests: [], withdrawn: null, sold: null },
    ...more,
  };
}

const asked = (
  received: DaysAgo,
  [group, kind, organisation]: readonly [string, BodyKind, string?],
  state: BidRequestState = 'RECEIVED',
  reasons: string | null = null,
): BidRequestFact => ({ group, kind, organisation: organisation ?? null, received, state, reasons });

const GROWERS = ['Example Moorland Growers CIC', 'COMMUNITY_INTEREST_COMPANY', 'example-growers'] as const;
const society = (of: string) => [`${of} Community Benefit Society (example)`, 'REGISTERED_SOCIETY'] as const;

/** The notices of the demo world: each clock runs on one of them, and others have ended in every way. */
export const NOTICE_FACTS: readonly NoticeFact[] = [
  notice('EX-OLD-01', 30, {
    ...{ owner: 'Example Village Hall Committee', organisation: 'example-hall' },
    disposal: assignmentOf(35),
  }),
  notice('EX-OLD-03', 60, {
    ...{ owner: 'Sample Road Land Limited (example)', organisation: null, disposal: assignmentOf(125) },
    requests: [asked(40, GROWERS, 'CONFIRMED', 'A community interest company of the borough.')],
  }),
  notice('EX-OLD-04', 20, {
    requests: [
      asked(9, society('Specimen Mill')),
      asked(4, ['Example Green Parish Council', 'PARISH_COUNCIL'], 'WITHDRAWN'),
    ],
  }),
  notice('EX-LAM-01', 100, {
    ...{ owner: 'Example Yard Residents', organisation: null, disposal: assignmentOf(25) },
  }),
  notice('EX-LAM-05', 90, { withdrawn: 80 }),
  notice('EX-KIN-01', 580, {
    key: 'EX-KIN-01-a',
    ...NORBITON,
    requests: [
      asked(
        560,
        ['Norbiton Traders Limited (example)', 'COMPANY_LIMITED_BY_GUARANTEE'],
        'DISQUALIFIED',
        'Its articles let it share a surplus among its members.',
      ),
    ],
  }),
  notice('EX-KIN-01', 10, { key: 'EX-KIN-01-b', ...NORBITON }),
  notice('EX-NEW-04', 250, {
    disposal: LONG_LEASE,
    requests: [
      asked(
        230,
        ['Model Terrace Pool Trust (example)', 'CHARITY'],
        'CONFIRMED',
        'A registered charity of the city.',
      ),
    ],
    sold: 120,
  }),
];

/** An exempt disposal of the demo world. */
export interface ExemptionFact {
  readonly asset: string;
  readonly ground: ExemptionGround;
  readonly evidence: string;
  readonly agreed: DaysAgo | null;
  readonly recorded: DaysAgo;
  readonly ended: DaysAgo | null;
}

/** The exempt disposals of the demo world. */
export const EXEMPTION_FACTS: readonly ExemptionFact[] = [
  {
    asset: 'EX-NEW-01',
    ground: 'PLANNING_OBLIGATION',
    evidence: 'A made-up section 106 agreement: the centre goes to the school next door.',
    agreed: 700,
    recorded: 90,
    ended: null,
  },
  {
    asset: 'EX-KIN-01',
    ground: 'EARLIER_OPTION',
    evidence: 'A made-up option, which was let lapse.',
    agreed: 900,
    recorded: 300,
    ended: 210,
  },
];

/** A claim for compensation of the demo world. */
export interface ClaimFact {
  readonly asset: string;
  readonly claimant: string;
  readonly received: DaysAgo;
  readonly loss: readonly [began: DaysAgo, ended: DaysAgo];
  readonly amountPence: number;
  readonly state: CompensationClaimState;
  readonly awardedPence: number | null;
  readonly decided: DaysAgo | null;
  readonly reasons: string | null;
}

/** The claims of the demo world: private owners' of a long lease, made up as everything about them. */
export const CLAIM_FACTS: readonly ClaimFact[] = [
  {
    asset: 'EX-LAM-01',
    claimant: 'Example Yard Residents',
    received: 25,
    loss: [95, 55],
    amountPence: 1_250_000,
    state: 'RECEIVED',
    awardedPence: null,
    decided: null,
    reasons: null,
  },
  {
    asset: 'EX-OLD-03',
    claimant: 'Sample Road Land Limited (example)',
    received: 35,
    loss: [58, 42],
    amountPence: 400_000,
    state: 'AWARDED',
    awardedPence: 260_000,
    decided: 12,
    reasons: 'Interest on the delayed sale is due; the costs of a survey would have been incurred anyway.',
  },
  {
    asset: 'EX-KIN-01',
    claimant: 'Norbiton Holdings Limited (example)',
    received: 500,
    loss: [575, 540],
    amountPence: 90_000,
    state: 'REFUSED',
    awardedPence: 0,
    decided: 470,
    reasons: 'No loss was shown that would not have been incurred had the land not been listed.',
  },
];
