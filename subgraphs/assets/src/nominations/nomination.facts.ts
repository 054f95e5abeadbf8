import type { BodyKind } from '../groups/groups.law';
import type { Exclusion } from './nominations.law';

/** Days before the day of loading: 30 is thirty days ago. */
export type DaysAgo = number;

/** A review of an entry in the demo world. */
export interface ReviewFact {
  readonly requested: DaysAgo;
  readonly hearingRequested?: boolean;
  readonly withdrawn?: true;
  /** When it was decided, and how; left out while it runs. */
  readonly decided?: readonly [DaysAgo, 'UPHELD' | 'OVERTURNED'];
  /** When the tribunal received an appeal, and how that ended, if it has. */
  readonly appealed?: DaysAgo;
  readonly appealEnded?: readonly [DaysAgo, 'APPEAL_DISMISSED' | 'APPEAL_ALLOWED'];
}

/** What became of a nomination. A waiting one has nothing of it. */
export interface OutcomeFact {
  readonly decided?: DaysAgo;
  readonly state: 'ACCEPTED' | 'UNSUCCESSFUL' | 'RETURNED' | 'WITHDRAWN';
  readonly reasons?: string;
  readonly exclusion?: Exclusion;
  /** What use counted: the present one unless told. */
  readonly limb?: 'PAST_USE';
  /** When the owner was given notice of the entry. */
  readonly notice?: DaysAgo;
  readonly removed?: readonly [DaysAgo, 'NO_LONGER_OF_VALUE', string];
  readonly review?: ReviewFact;
}

/** A nomination of the demo world. All of them are made up. */
export interface NominationFact {
  /** The key of its id, and of its entry's: `fixedId('listing', 'EX-OLD-01')`. */
  readonly key: string;
  /** Reference of the asset. */
  readonly asset: string;
  readonly kind: BodyKind;
  readonly group: string;
  /** Key of the organisation in the demo world of the directory; null where it is not in it. */
  readonly organisation: string | null;
  readonly received: DaysAgo;
  readonly use: string;
  readonly outcome: OutcomeFact | null;
}

type Group = readonly [kind: BodyKind, name: string, organisation?: string];

function nominated(
  asset: string,
  [kind, group, organisation]: Group,
  received: DaysAgo,
  use: string,
  outcome: OutcomeFact | null = null,
  key = asset,
): NominationFact {
  return { key, asset, kind, group, organisation: organisation ?? null, received, use, outcome };
}

const listed = (decided: DaysAgo, more: Partial<OutcomeFact> = {}): OutcomeFact => ({
  state: 'ACCEPTED',
  decided,
  notice: decided - 1,
  ...more,
});

const failed = (decided: DaysAgo, reasons: string, more: Partial<OutcomeFact> = {}): OutcomeFact => ({
  state: 'UNSUCCESSFUL',
  decided,
  reasons,
  ...more,
});

const HALL: Group = ['UNINCORPORATED_BODY', 'Example Village Hall Committee', 'example-hall'];
const GROWERS: Group = ['COMMUNITY_INTEREST_COMPANY', 'Example Moorland Growers CIC', 'example-growers'];
const FORUM: Group = ['NEIGHBOURHOOD_FORUM', 'Example Neighbourhood Forum', 'example-forum'];
const PARISH: Group = ['PARISH_COUNCIL', 'Example Green Parish Council'];
const BATHS: Group = ['CHARITY', 'Template Street Baths Trust (example)'];
const MAKERS: Group = ['COMPANY_LIMITED_BY_GUARANTEE', 'Oldham Makers Limited', 'makers'];
const friends = (of: string): Group => ['UNINCORPORATED_BODY', `Friends of ${of} (example)`];
const society = (of: string): Group => ['REGISTERED_SOCIETY', `${of} Community Benefit Society (example)`];

/** The nominations of the demo world: every state, entries in force, run out and removed, a review that runs. */
export const NOMINATION_FACTS: readonly NominationFact[] = [
  nominated('EX-OLD-01', HALL, 520, 'Classes, a lunch club and meetings', listed(480)),
  nominated(
    'EX-OLD-02',
    friends('the Library'),
    440,
    'Reading groups and an advice desk',
    listed(400, {
      review: { requested: 370, decided: [330, 'OVERTURNED'] },
    }),
  ),
  nominated('EX-OLD-03', GROWERS, 200, 'Growing food together, with plots for schools', listed(150)),
  nominated(
    'EX-OLD-04',
    MAKERS,
    70,
    'Sports, music and an out-of-school club',
    listed(30, {
      review: { requested: 20, hearingRequested: true },
    }),
  ),
  nominated('EX-OLD-05', friends('Model Lane'), 260, 'An open day each year', { state: 'WITHDRAWN' }),
  nominated('EX-OLD-06', PARISH, 1990, 'Walking, games and a summer fair', listed(1940)),
  nominated('EX-OLD-07', BATHS, 53, 'Swimming lessons until the baths closed'),
  nominated(
    'EX-OLD-08',
    friends('the Parade'),
    120,
    'Shopping',
    failed(
      80,
      'The shops serve their customers, who are not thereby a community; no social wellbeing was shown to be furthered.',
    ),
  ),
  nominated('EX-OLD-10', friends('Placeholder House'), 95, 'Meetings of staff', {
    state: 'RETURNED',
    decided: 88,
    reasons: 'The nominator names twelve members; an unincorporated body needs at least 21.',
  }),
  nominated('EX-OLD-11', PARISH, 70, 'Football at weekends and a fair in summer'),
  nominated('EX-LAM-01', society('Example Yard'), 300, 'A food club, a crèche and a choir', listed(250)),
  nominated(
    'EX-LAM-05',
    friends('Pattern Common'),
    160,
    'Sports clubs and a café',
    listed(110, {
      review: { requested: 90, withdrawn: true },
    }),
  ),
  nominated(
    'EX-LAM-07',
    friends('Illustration Road'),
    100,
    'Parking',
    failed(60, 'The garages are land connected with residences.', { exclusion: 'RESIDENCE' }),
  ),
  nominated(
    'EX-LAM-08',
    ['CHARITY', 'Mock Lane Play Association (example)'],
    230,
    'Supervised play',
    listed(180, {
      review: { requested: 140, decided: [95, 'UPHELD'], appealed: 75 },
    }),
  ),
  nominated('EX-LAM-11', society('Example Vale'), 21, 'A day centre for older people until last year'),
  nominated(
    'EX-KIN-01',
    ['COMPANY_LIMITED_BY_GUARANTEE', 'Example Norbiton Association'],
    640,
    'Youth work, advice and a weekly market',
    listed(590),
  ),
  nominated(
    'EX-KIN-04',
    friends('the Boathouse'),
    900,
    'Rowing for schools',
    listed(850, {
      removed: [
        200,
        'NO_LONGER_OF_VALUE',
        'The boathouse has been rebuilt for private use and the schools row elsewhere.',
      ],
    }),
  ),
  nominated(
    'EX-KIN-07',
    friends('the Café'),
    75,
    'Refreshments',
    failed(24, 'The café is ancillary to the park; the park itself was not nominated.'),
  ),
  nominated('EX-KIN-08', friends('the Scout Hut'), 40, 'Scouting', { state: 'WITHDRAWN' }),
  nominated('EX-KIN-10', friends('Draft Lane Hall'), 60, 'Dances and elections until the roof failed'),
  nominated('EX-NEW-01', FORUM, 400, 'Forum meetings, a library of things and repair evenings', listed(350)),
  nominated(
    'EX-NEW-04',
    ['CHARITY', 'Model Terrace Pool Trust (example)'],
    1560,
    'Swimming',
    listed(1510),
    'EX-NEW-04-a',
  ),
  nominated(
    'EX-NEW-04',
    ['CHARITY', 'Model Terrace Pool Trust (example)'],
    100,
    'Swimming',
    listed(60),
    'EX-NEW-04-b',
  ),
  nominated(
    'EX-NEW-07',
    society('Illustration Row'),
    58,
    'Workshops for makers until the last lettings ended',
  ),
];
