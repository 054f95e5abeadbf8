import { filesIn, searchPublished, whenPublished, type PublishedSearch } from './published.fixture';

const CALDERDALE = ['calderdale_2022-06.csv', 'calderdale_2022-07.csv', 'calderdale_2022-08.csv'];
const SALFORD = ['2018-09', '2019-01', '2019-02', '2019-03'].map((month) => `salford_${month}.csv`);

const inTier = (search: PublishedSearch, tier: string) =>
  search.findings.filter((finding) => finding.tier === tier);

/** For every file, the tiers that it does not allow to look for. */
const notComputable = ({ computable }: PublishedSearch): string[][] =>
  computable.map((tiers) => tiers.filter((one) => !one.computable).map(({ tier }) => tier));

describe('in the payments that councils published', () => {
  whenPublished(CALDERDALE[0]!)(
    'Calderdale: 197 of 198 repeated amounts are lines of one invoice; the one that crosses dates is found',
    async () => {
      const search = await searchPublished(CALDERDALE);
      expect(search.profiles.map(({ referenceKind }) => referenceKind)).toEqual(['LINE', 'LINE', 'LINE']);
      expect(notComputable(search)).toEqual([[], [], []]);
      expect(inTier(search, 'STRONG')).toMatchObject([
        {
          atRiskPence: 64_500,
          suspect: { number: '00063621', day: '2022-07-27' },
          originals: [{ number: '00063621', day: '2022-06-16' }],
          evidence: [{ kind: 'SAME_INVOICE_NUMBER' }, { kind: 'OTHER_DAY' }, { kind: 'OTHER_CODING' }],
        },
      ]);
      // Three invoices of one price whose numbers are each other with two digits exchanged.
      expect(inTier(search, 'LIKELY').map(({ suspect }) => suspect.number)).toEqual([
        'SINV010727',
        'SIHHS0001764',
        '2022/021',
      ]);
    },
  );

  whenPublished('hyndburn')(
    'Hyndburn, July 2018: six rows that repeat earlier ones under another cost centre are no second payment',
    async () => {
      const search = await searchPublished(['1805', '1806', '1807'].map((name) => `hyndburn/${name}.csv`));
      expect(search.leftOut.recoded).toBe(6);
      expect(search.findings).toEqual([]);
    },
  );

  whenPublished('hyndburn')(
    'Hyndburn, three years: references are batches, so no tier can be computed and nobody is suspected',
    async () => {
      const search = await searchPublished(filesIn('hyndburn'));
      expect(new Set(search.profiles.map(({ referenceKind }) => referenceKind))).toEqual(new Set(['BATCH']));
      expect(new Set(notComputable(search).flat())).toEqual(new Set(['STRONG', 'LIKELY', 'POSSIBLE']));
      expect(search.findings).toEqual([]);
      expect(search.leftOut.recoded).toBeGreaterThanOrEqual(14);
    },
  );

  whenPublished(SALFORD[0]!)(
    'Salford: without invoice numbers the first two tiers are not computable, and say so',
    async () => {
      const search = await searchPublished(SALFORD);
      expect(notComputable(search)).toEqual(SALFORD.map(() => ['STRONG', 'LIKELY']));
      expect(search.computable[0]![0]!.reason).toBe('The file has no invoice numbers.');
      expect(new Set(search.findings.map(({ tier }) => tier))).toEqual(new Set(['POSSIBLE']));
      for (const { suspect, originals } of search.findings)
        for (const original of originals) expect(original.day).toBe(suspect.day);
    },
  );

  whenPublished('leeds_raw_2020-06.csv')(
    'Leeds: its references only count the rows, so only rows alike in everything are possible duplicates',
    async () => {
      const search = await searchPublished(['leeds_raw_2020-06.csv']);
      expect(search.profiles[0]!.referenceKind).toBe('ROW');
      expect(notComputable(search)).toEqual([['STRONG', 'LIKELY']]);
      for (const { suspect, originals, tier } of search.findings) {
        expect(tier).toBe('POSSIBLE');
        expect(suspect.supplier).not.toMatch(/redacted/);
        for (const original of originals) expect(original.coding).toBe(suspect.coding);
      }
    },
  );

  whenPublished('wakefield_2018-Q4.csv')(
    'Wakefield: one transaction number stands for one document, whose lines are no repetition of each other',
    async () => {
      const search = await searchPublished(['wakefield_2018-Q4.csv']);
      expect(search.profiles[0]!.referenceKind).toBe('DOCUMENT');
      expect(notComputable(search)).toEqual([['STRONG', 'LIKELY']]);
      for (const { suspect, originals } of search.findings)
        for (const original of originals) expect(original.reference).not.toBe(suspect.reference);
    },
  );

  whenPublished('wakefield_2021-Q4.csv')(
    'Wakefield, 2022: card purchases are no invoices, and are not searched',
    async () => {
      expect((await searchPublished(['wakefield_2021-Q4.csv'])).findings).toEqual([]);
    },
  );
});
