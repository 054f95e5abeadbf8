import { ask, databaseOf, describeDatabases, loadDemoInto } from '@coop/test/kit';
import { buildSubgraph } from '@coop/shared/graphql';
import { spending } from '..';

const built = buildSubgraph(spending);

const QUESTION = `query ($from: LocalDate, $to: LocalDate) {
  byMonth: spendSummary(councils: ["E08000004"], filter: { from: $from, to: $to }, groupBy: MONTH) {
    total { pence } paymentCount basis groups(first: 100) { key label total { pence } paymentCount share }
  }
  bySupplier: spendSummary(councils: ["E08000004"], filter: { from: $from, to: $to }, groupBy: SUPPLIER) {
    total { pence } groups { key label total { pence formatted } organisation { id } supplier { name } previous { change } }
    others { groupCount total { pence } share } concentration { supplierCount topShare herfindahlIndex }
  }
  bySector: spendSummary(filter: { from: $from, to: $to }, groupBy: SUPPLIER_SECTOR) { groups { key label share } }
  councils: spendSummary(groupBy: COUNCIL) { groups { key total { pence } } previous { change } }
  spendFragmentation { label supplierCount largestShare }
  jointSuppliers { name organisation { id } total { formatted } councils { council { gssCode } total { pence } } }
  payments(first: 2, orderBy: LARGEST) { totalCount nodes { id supplierName amount { pence } source { file row } supplier { orgId isVcse } } }
}`;

interface Group {
  readonly key: string;
  readonly total: { readonly pence: number };
  readonly organisation?: { readonly id: string } | null;
}

interface Summary {
  readonly total: { readonly pence: number };
  readonly basis: string;
  readonly groups: readonly Group[];
  readonly others: { readonly total: { readonly pence: number } };
}

interface Answer extends Record<'byMonth' | 'bySupplier' | 'bySector' | 'councils', Summary> {
  readonly spendFragmentation: readonly { readonly supplierCount: number }[];
  readonly jointSuppliers: readonly { readonly councils: readonly object[] }[];
  readonly payments: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly source: { readonly file: string } | null }[];
  };
}

const sum = (groups: readonly Group[]): number => groups.reduce((all, { total }) => all + total.pence, 0);

describeDatabases('the demo world of spending', databaseOf(built), (world) => {
  beforeAll(() => loadDemoInto(world, built), 60_000);

  test('answers the questions of an analyst', async () => {
    const { data, errors } = await ask(world, built, QUESTION, { from: '2019-01-01', to: '2019-12-31' });
    expect(errors).toBeUndefined();
    const answer = data as unknown as Answer;
    expect(answer.byMonth.groups.map(({ key }) => key)).toEqual(
      Array.from({ length: 12 }, (_, month) => `2019-${String(month + 1).padStart(2, '0')}`),
    );
    expect(answer.byMonth.basis).toBe('NET');
    expect(sum(answer.byMonth.groups)).toBe(answer.byMonth.total.pence);
    const { groups, others, total } = answer.bySupplier;
    expect(groups).toHaveLength(10);
    expect(sum(groups) + others.total.pence).toBe(total.pence);
    expect(total.pence).toBe(answer.byMonth.total.pence);
    expect(groups.some(({ organisation }) => organisation !== null)).toBe(true);
    expect(answer.bySector.groups.map(({ key }) => key).sort()).toEqual([
      'INDIVIDUAL',
      'PRIVATE',
      'PUBLIC_BODY',
      'UNKNOWN',
      'VCSE',
    ]);
    expect(answer.councils.groups).toHaveLength(5);
    expect(answer.spendFragmentation[0]?.supplierCount).toBeGreaterThan(1);
    expect(answer.jointSuppliers[0]?.councils.length).toBeGreaterThan(1);
    expect(answer.payments.totalCount).toBeGreaterThan(1000);
    expect(answer.payments.nodes[0]?.source?.file).toMatch(/\.csv$/);
  });
});
