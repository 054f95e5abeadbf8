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

/** One text at least for every pattern by which a name is nobody's, in the rules and in SQL. */
const NOBODY = [
  'Not named in the file',
  'Individual',
  'Sundry Supplier',
  'Various payees',
  'Payee not disclosed',
  'Supplier name removed',
  'Under data protection',
  'Confidential',
  'A confidential payee',
  'Redacted',
  'Name redacted at request (AB12CD)',
  'REDACTED PERSONAL DATA',
  'Personal data',
  'Name withheld',
  'Withheld',
  'Individual payee',
  'An individual payee',
  'Foster carer',
  'A foster carer',
  'Private individual',
  'A private individual',
  // A legal form makes no name of these.
  'Redacted Ltd',
  'Foster carer payments limited',
];
/** What they are not: companies whose names begin or go like that, by each legal form, and words within names. */
const SOMEBODY = [
  'Acme Ltd',
  'Individual Blinds Ltd',
  'Sundry Foods Limited',
  'Various Artists PLC',
  'Not Named Theatre CIC',
  'Secrets Not Disclosed Ltd',
  'Name Removed Tattoos Limited',
  'Data Protection People plc',
  'Confidential Shredding CIC',
  'The Sundry Shop',
  'Grand Various',
];

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
    for (const name of NOBODY) expect([name, isUnnamed(name)]).toEqual([name, true]);
    for (const name of SOMEBODY) expect([name, isUnnamed(name)]).toEqual([name, false]);
    const rows = [...NOBODY, ...SOMEBODY].map((name) => paid(name, 100));
    for (const council of [OLDHAM, TRAFFORD]) await imported(world, council, rows);
    const source = `{ jointSuppliers(first: 100) { name }
      spendSummary(groupBy: SUPPLIER) { groupCount groups(first: 100) { label } } }`;
    const { data, errors } = await ask(world, built, source);
    expect(errors).toBeUndefined();
    const { jointSuppliers, spendSummary } = data as {
      jointSuppliers: { name: string }[];
      spendSummary: { groupCount: number; groups: { label: string }[] };
    };
    expect(jointSuppliers.map(({ name }) => name).sort()).toEqual([...SOMEBODY].sort());
    expect(spendSummary.groupCount).toBe(SOMEBODY.length + 2 * NOBODY.length);
    expect(spendSummary.groups.filter(({ label }) => label === 'Sundry Supplier')).toHaveLength(2);
  });
});
