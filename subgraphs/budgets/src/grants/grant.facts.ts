/** A grant of the demo world. All of them are made up; days are counted back from the day of loading. */
export interface GrantFact {
  readonly key: string;
  readonly council: string;
  /** Key of the community budget. */
  readonly budget: string | null;
  readonly title: string;
  readonly recipient: string;
  /** Key of the recipient's entry in the directory. */
  readonly organisation: string | null;
  readonly pounds: number;
  readonly daysAgo: number;
  readonly months: number;
}

const grant = (
  key: string,
  council: string,
  budget: string | null,
  [title, recipient, organisation]: readonly [string, string, string | null],
  [pounds, daysAgo, months]: readonly [number, number, number],
): GrantFact => ({ key, council, budget, title, recipient, organisation, pounds, daysAgo, months });

/** The grants of the demo world. */
export const GRANT_FACTS: readonly GrantFact[] = [
  grant(
    'norbiton-youth',
    'E09000021',
    'norbiton',
    ['Youth evenings (example)', 'Example Norbiton Youth Club', 'example-norbiton-youth'],
    [9_000, 77, 8],
  ),
  grant(
    'norbiton-fair',
    'E09000021',
    'norbiton',
    ['Summer fair (example)', 'Example Fair Committee', null],
    [750, 40, 2],
  ),
  grant(
    'norbiton-garden',
    'E09000021',
    null,
    ['Community garden (example)', 'Example Growers’ Group', null],
    [2_400.5, 300, 12],
  ),
  grant(
    'oldham-growers',
    'E08000004',
    null,
    ['Moorland growing (example)', 'Example Moorland Growers CIC', 'example-growers'],
    [12_500, 210, 18],
  ),
  grant(
    'oldham-hall',
    'E08000004',
    null,
    ['A warm hall (example)', 'Example Village Hall Committee', 'example-hall'],
    [4_800, 95, 6],
  ),
  grant(
    'oldham-care',
    'E08000004',
    null,
    ['Befriending (example)', 'Example Homecare Mutual Limited', 'example-care'],
    [18_250, 520, 24],
  ),
  grant(
    'newcastle-forum',
    'E08000021',
    'cowgate',
    ['Neighbourhood meetings (example)', 'Example Neighbourhood Forum', 'example-forum'],
    [1_900, 150, 12],
  ),
];
