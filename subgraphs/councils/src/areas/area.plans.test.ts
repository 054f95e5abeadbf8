import { databaseOf, describeDatabases, requestOf, type World } from '@coop/test/kit';
import { buildSubgraph } from '@coop/shared/graphql';
import { areaId } from '@coop/shared/nouns';
import { bulkInsert } from '@coop/shared/persistence';
import { councils } from '..';
import { councilPage, wardsOfCouncil } from './area.queries';
import { COUNCIL_KINDS, NATIONS } from './area-kinds.law';
import type { CouncilFilter } from './council.types';
import { Council } from './council.entity';
import { WardMembership } from './ward-membership.entity';

const ROWS = 6_000;
const REGIONS = ['North West', 'North East', 'London', 'South East', null];

/** How the database answers the statements of a piece of work: one line for each step. */
async function plansOf(world: World, work: () => Promise<unknown>): Promise<string> {
  const seen: [string, unknown[]][] = [];
  const { logger } = world.database.reader.dataSource;
  const logQuery = logger.logQuery.bind(logger);
  logger.logQuery = (text, parameters) => void seen.push([text, (parameters ?? []) as unknown[]]);
  await work().finally(() => {
    logger.logQuery = logQuery;
  });
  const sqlite = world.database.kind === 'sqlite';
  const plans: string[] = [];
  for (const [text, parameters] of seen)
    for (const step of await world.database.reader.query<Record<string, string | null>[]>(
      `EXPLAIN ${sqlite ? 'QUERY PLAN ' : ''}${text}`,
      parameters,
    ))
      plans.push(
        sqlite ? String(step['detail']) : `${step['table']} ${step['type']} ${step['key']} ${step['Extra']}`,
      );
  return plans.join('\n');
}

describeDatabases('the plans of areas', databaseOf(buildSubgraph(councils)), (world) => {
  beforeAll(async () => {
    const kinds = Object.keys(COUNCIL_KINDS) as Council['kind'][];
    const nations = Object.keys(NATIONS) as Council['nation'][];
    const rows = Array.from({ length: ROWS }, (_, index) => {
      const gssCode = `E07${String(index + 100_000)}`;
      const name = `council ${String((index * 7_919) % ROWS).padStart(5, '0')}`;
      return {
        id: areaId('council', gssCode),
        gssCode,
        name,
        nameSort: name,
        nameSource: 'RECORD' as const,
        officialName: null,
        kind: kinds[index % kinds.length],
        nation: nations[index % nations.length],
        region: REGIONS[index % REGIONS.length],
        governance: null,
        validFrom: null,
        validUntil: null,
      };
    });
    const memberships = rows.flatMap(({ gssCode, nameSort }, index) => ({
      id: `E08000004:${gssCode.replace('E07', 'E05')}`,
      councilGssCode: index % 2 === 0 ? 'E08000004' : 'E08000005',
      wardGssCode: gssCode.replace('E07', 'E05'),
      nameSort,
    }));
    await world.database.transaction(async (manager) => {
      await bulkInsert(manager, Council, rows);
      await bulkInsert(manager, WardMembership, memberships);
    });
    if (world.database.kind === 'mysql')
      await world.database.reader.query('ANALYZE TABLE council, ward_membership');
  }, 60_000);

  const after = () => {
    const name = `council ${String((ROWS * 3) / 4).padStart(5, '0')}`;
    return Buffer.from(JSON.stringify(['NAME ASC', name, 'council_E07100000'])).toString('base64url');
  };

  test.each<[CouncilFilter, string]>([
    [{}, 'ix_council_name_sort_id'],
    [{ kind: 'COUNTY' }, 'ix_council_kind_name_sort_id'],
    [{ nation: 'WALES' }, 'ix_council_nation_name_sort_id'],
    [{ region: 'London' }, 'ix_council_region_name_sort_id'],
  ])('a deep page of councils with %j is a range of %s, without sorting', async (filter, index) => {
    const args = { first: 20, after: after() };
    expect((await councilPage(world.database.reader, args, filter)).nodes).toHaveLength(20);
    const plans = await plansOf(world, () => councilPage(world.database.reader, args, filter));
    expect(plans).toMatch(
      world.database.kind === 'sqlite' ? `SEARCH council USING INDEX ${index} (` : `council range ${index} `,
    );
    expect(plans).not.toMatch(/filesort|TEMP B-TREE/);
  });

  test('names that begin with something are a range of the index of names', async () => {
    const page = () => councilPage(world.database.reader, { first: 20 }, { nameStartsWith: 'Council 031' });
    expect((await page()).nodes.map(({ name }) => name).slice(0, 2)).toEqual([
      'council 03100',
      'council 03101',
    ]);
    const plans = await plansOf(world, page);
    expect(plans).toMatch(
      world.database.kind === 'sqlite'
        ? 'SEARCH council USING INDEX ix_council_name_sort_id (name_sort>? AND name_sort<?)'
        : 'council range ix_council_name_sort_id ',
    );
    expect(plans).not.toMatch(/filesort|TEMP B-TREE/);
  });

  test('a deep page of the wards of a council is a range of its index, without sorting', async () => {
    const plans = await plansOf(world, () =>
      wardsOfCouncil.load(requestOf(world), 'E08000004', { first: 20, after: after() }),
    );
    expect(plans).toMatch(/ix_ward_membership_council_gss_code_name_sort_id/);
    expect(plans).not.toMatch(/filesort|TEMP B-TREE|SCAN/);
  });
});
