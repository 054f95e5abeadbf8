import { ask, databaseOf, describeDatabases } from '@coop/test/kit';
import { buildSubgraph } from '@coop/shared/graphql';
import { spending } from '..';
import { isUnnamed } from '../duplicates/supplier-families.rules';
import { imported } from './summary.fixture';

const OLDHAM = 'E08000004';
const TRAFFORD = 'E08000009';
const built = buildSubgraph(spending);
const paid = (supplier: string, pounds: number) => ({
  ...{ supplier, paidOn: '2025-01-15', amountPence: pounds * 100 },
  ...{ department: 'Place', purpose: 'Roads', category: 'Works' },
});

describeDatabases('shares and parties', databaseOf(built), (world) => {
  beforeEach(() => world.clear());

  test('with credits shares are still from 0 to 1 and make up the whole', async () => {
    await imported(world, OLDHAM, [paid('Acme Ltd', 600), paid('Brown Ltd', 200), paid('Credit Ltd', -700)]);
    const source = `{ spendSummary(groupBy: SUPPLIER) { groups(first: 1) { label share } others(first: 1) { share }
        concentration(top: 1) { topShare } }
      spendFragmentation(groupBy: CATEGORY) { largestShare } }`;
    const { data, errors } = await ask(world, built, source);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      spendSummary: {
        groups: [{ label: 'Acme Ltd', share: 0.75 }],
        others: { share: 0.25 },
        concentration: { topShare: 0.75 },
      },
      spendFragmentation: [{ largestShare: 0.75 }],
    });
  });

  test('what stands in place of a name is nobody whom two councils both pay', async () => {
    const nobody = [
      'Not named in the file',
      'Sundry Supplier',
      'Various payees',
      'REDACTED PERSONAL DATA',
      'Name redacted at request (AB12CD)',
    ];
    for (const name of nobody) expect(isUnnamed(name)).toBe(true);
    const rows = [...nobody, 'Acme Ltd', 'Sundry Foods Ltd'].map((name) => paid(name, 100));
    for (const council of [OLDHAM, TRAFFORD]) await imported(world, council, rows);
    const source = `{ jointSuppliers { name } spendSummary(groupBy: SUPPLIER) { groupCount groups { label } } }`;
    const { data, errors } = await ask(world, built, source);
    expect(errors).toBeUndefined();
    const { jointSuppliers, spendSummary } = data as {
      jointSuppliers: { name: string }[];
      spendSummary: { groupCount: number; groups: { label: string }[] };
    };
    expect(jointSuppliers.map(({ name }) => name).sort()).toEqual(['Acme Ltd', 'Sundry Foods Ltd']);
    expect(spendSummary.groupCount).toBe(2 + 2 * nobody.length);
    expect(spendSummary.groups.filter(({ label }) => label === 'Sundry Supplier')).toHaveLength(2);
  });
});
