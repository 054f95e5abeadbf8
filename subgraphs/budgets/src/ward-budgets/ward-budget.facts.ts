/** A ward councillor's budget of the demo world. People and figures are made up; days are counted back from today. */
export interface WardBudgetFact {
  readonly key: string;
  readonly council: string;
  readonly ward: string;
  readonly councillor: string;
  /** The account that a token is made for. */
  readonly account: string;
  readonly pounds: number;
  readonly awards: readonly {
    readonly purpose: string;
    readonly payee: string;
    readonly organisation: string | null;
    readonly pounds: number;
    readonly daysAgo: number;
    readonly state: 'PROPOSED' | 'APPROVED' | 'PAID';
  }[];
}

/** The ward budgets of the demo world. */
export const WARD_BUDGET_FACTS: readonly WardBudgetFact[] = [
  {
    ...{ key: 'norbiton', council: 'E09000021', ward: 'E05013941', pounds: 10_000 },
    ...{ councillor: 'Councillor Norbiton (example)', account: 'demo-councillor' },
    awards: [
      {
        ...{ purpose: 'Footballs and bibs (example)', payee: 'Example Norbiton Youth Club', pounds: 640 },
        ...{ organisation: 'example-norbiton-youth', daysAgo: 1, state: 'PAID' },
      },
      {
        ...{ purpose: 'A bench (example)', payee: 'Example Growers’ Group', pounds: 1_150, daysAgo: 0 },
        ...{ organisation: null, state: 'APPROVED' },
      },
      {
        ...{ purpose: 'A street party (example)', payee: 'Example Street Association', pounds: 300 },
        ...{ organisation: null, daysAgo: 0, state: 'PROPOSED' },
      },
    ],
  },
  {
    ...{ key: 'oldham', council: 'E08000004', ward: 'E05014665', pounds: 5_000, awards: [] },
    ...{ councillor: 'Councillor Oldham (example)', account: 'demo-councillor' },
  },
];
