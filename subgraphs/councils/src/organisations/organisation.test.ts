import { ask, databaseOf, describeDatabases, loadDemoInto } from '@coop/test/kit';
import { buildSubgraph } from '@coop/shared/graphql';
import { schemaDifferences } from '@coop/shared/persistence';
import { councils } from '..';
import { COUNCIL_FACTS } from '../demo/councils.facts';

const built = buildSubgraph(councils);

describeDatabases('the organisations of the directory', databaseOf(built), (world) => {
  beforeAll(() => loadDemoInto(world, built));

  const read = async (source: string, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await ask(world, built, source, variables);
    expect(errors).toBeUndefined();
    return data as Record<string, never>;
  };

  test('the migrated tables are as the entities say', async () => {
    expect(await schemaDifferences(world.database)).toEqual([]);
  });

  test('an organisation answers to any of its numbers, however they are written', async () => {
    const source =
      'query ($orgId: ID!) { organisation(orgId: $orgId) { id orgId name identifiers { scheme id orgId register } otherNames } }';
    const mahdlo = await read(source, { orgId: 'GB-COH-06946098' });
    expect(mahdlo).toMatchObject({
      organisation: {
        orgId: 'GB-COH-06946098',
        name: 'Mahdlo (Oldham Youth Zone)',
        identifiers: [
          { scheme: 'GB-COH', id: '06946098', register: 'Companies House' },
          { scheme: 'GB-CHC', id: '1134427', orgId: 'GB-CHC-1134427' },
        ],
        otherNames: ['Mahdlo', 'Oldham Youth Zone'],
      },
    });
    for (const orgId of ['gb-coh-6946098', 'GB-CHC-1134427', ' GB-CHC-1134427 '])
      expect(await read(source, { orgId })).toEqual(mahdlo);
  });

  test.each(['', 'GB-COH-', 'GB-CFS-1', 'GB-COH-99999999', "' OR 1=1", '\u0000', '😀'.repeat(99)])(
    'junk for a number or an id finds nothing and breaks nothing: %j',
    async (key) => {
      expect(
        await read(
          'query ($key: ID!) { a: organisation(orgId: $key) { id } b: organisation(id: $key) { id } }',
          { key },
        ),
      ).toEqual({ a: null, b: null });
    },
  );

  test('the root takes exactly one of the two keys', async () => {
    for (const args of ['', '(id: "a", orgId: "b")']) {
      const { errors } = await ask(world, built, `{ organisation${args} { id } }`);
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    }
  });

  test('what is not known of an organisation is null and says why', async () => {
    const { a, b, c } = await read(`{
      a: organisations(filter: { name: "bradford trident" }) { nodes { isVcse vcseReason { message rule { section } } isSme smeReason { message } } }
      b: organisations(filter: { name: "example print" }) { nodes { isVcse isSme illustrative } }
      c: organisation(orgId: "GB-LAE-OLD") { isVcse isSme smeReason { message } localAuthority { name } council { organisation { orgId } } }
    }`);
    expect(a).toMatchObject({
      nodes: [
        {
          isVcse: null,
          vcseReason: { message: expect.stringContaining('nobody') as string, rule: {} },
          isSme: null,
          smeReason: { message: 'Nobody has stated its size.' },
        },
      ],
    });
    expect(b).toEqual({ nodes: [{ isVcse: false, isSme: true, illustrative: true }] });
    expect(c).toMatchObject({
      isVcse: false,
      isSme: false,
      localAuthority: { name: 'Oldham' },
      council: { organisation: { orgId: 'GB-LAE-OLD' } },
    });
  });

  test('every council of the demo world is an organisation', async () => {
    const { councils: page } = await read(
      '{ councils(first: 100) { nodes { gssCode organisation { kind localAuthority { gssCode } } } } }',
    );
    const { nodes } = page as unknown as { nodes: { gssCode: string; organisation: unknown }[] };
    expect(nodes).toHaveLength(COUNCIL_FACTS.length);
    for (const { gssCode, organisation } of nodes)
      expect(organisation).toEqual({
        kind: gssCode.startsWith('E47') ? 'OTHER_PUBLIC_BODY' : 'COUNCIL',
        localAuthority: { gssCode },
      });
  });

  test.each([
    ['isVcse: true', 'Age UK Oldham Limited'],
    ['isVcse: true, kind: CHARITY', 'Age UK Oldham Limited'],
    ['isSme: true', 'Example Homecare Mutual Limited'],
    ['kind: PARISH_COUNCIL', 'Haverhill Town Council'],
    ['identifierScheme: "gb-mpr"', 'Oldham Community Leisure Limited'],
    ['identifierScheme: "GB-SC", isVcse: true', "Barnardo's"],
    ['council: "E08000021", kind: COUNCIL', 'Newcastle City Council'],
    ['name: "hack oldh"', 'Oldham Makers Limited'],
    ['name: "LEISURE oldham ltd."', 'Oldham Community Leisure Limited'],
    ['name: "delph community associa"', 'Delph Community Association'],
  ])('a list narrows by %s', async (filter, first) => {
    const { organisations } = await read(
      `{ organisations(first: 1, filter: { ${filter} }) { totalCount nodes { name } } }`,
    );
    expect(organisations).toMatchObject({ nodes: [{ name: first }] });
  });

  test('pages go through a list whole, forwards and backwards, with and without a register', async () => {
    for (const filter of ['{}', '{ identifierScheme: "GB-LAE" }', '{ name: "oldham" }'])
      for (const order of ['NAME', 'NAME_DESCENDING']) {
        const seen: string[] = [];
        let after: string | null = null;
        let total = -1;
        do {
          const page: Record<string, never> = await read(
            `query ($after: String) { organisations(first: 7, after: $after, filter: ${filter}, orderBy: ${order}) {
              totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
            { after },
          );
          const { nodes, pageInfo, totalCount } = page['organisations'] as unknown as {
            nodes: { id: string }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
            totalCount: number;
          };
          seen.push(...nodes.map((node) => node.id));
          after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
          total = totalCount;
        } while (after !== null);
        expect(seen).toHaveLength(total);
        expect(new Set(seen).size).toBe(total);
      }
  });

  test('references by either key find the organisation, and one to nothing finds none', async () => {
    const { organisation } = await read('{ organisation(orgId: "GB-CHC-216250") { id } }');
    const { id } = organisation as unknown as { id: string };
    const { _entities } = await read(
      `query ($them: [_Any!]!) { _entities(representations: $them) { ... on Organisation { name } } }`,
      {
        them: [
          { __typename: 'Organisation', id },
          { __typename: 'Organisation', orgId: 'GB-SC-SC037605' },
          { __typename: 'Organisation', orgId: 'GB-COH-11111111' },
          { __typename: 'Organisation', id: 'organisation_nobody' },
          { __typename: 'Organisation', orgId: null },
        ],
      },
    );
    expect(_entities).toEqual([{ name: "Barnardo's" }, { name: "Barnardo's" }, null, null, null]);
  });

  test('a list of organisations with all that hangs on them costs as many statements as one', async () => {
    const source = `query ($first: Int!, $scheme: String) { organisations(first: $first, filter: { identifierScheme: $scheme }) { totalCount nodes {
      name otherNames formerIds identifiers { id } vcseReason { message } council { name organisation { name } organisations(first: 2) { nodes { name } } }
      localAuthority { name } viewerCan { update } } } }`;
    for (const scheme of [null, 'GB-LAE']) {
      const statementsFor = (first: number) => world.statementsOf(() => read(source, { first, scheme }));
      const few = await statementsFor(3);
      expect(await statementsFor(30)).toBeLessThanOrEqual(few);
    }
  });

  describe('names are matched', () => {
    const match = async (names: string[]) => {
      const { organisationMatches } = await read(
        `query ($names: [String!]!) { organisationMatches(names: $names) {
          name outcome candidates { name score method organisation { orgId } } } }`,
        { names },
      );
      return organisationMatches as unknown as {
        name: string;
        outcome: string;
        candidates: { method: string; score: number; organisation: { orgId: string } }[];
      }[];
    };

    test.each([
      ['POSITIVE STEPS OLDHAM LTD', 'GB-COH-02563094', 'NORMAL_FORM'],
      ['Hack Oldham', 'GB-COH-09835468', 'NORMAL_FORM'],
      ['Oldham Play ActionGroup', 'GB-CHC-511463', 'SPACING'],
      ['Makers T/A Barnardos', null, null],
      ['Oldham Makers Ltd = Room hire', 'GB-COH-09835468', 'PART_OF_NAME'],
      ['Oldham Comunity Leisure', 'GB-COH-IP29372R', 'WORDS'],
      ['Uppermil Stage Society', 'GB-CHC-516125', 'WORDS'],
    ])('%s', async (name, orgId, method) => {
      const [found] = await match([name]);
      if (orgId === null) expect(found?.outcome).toBe('NONE');
      else
        expect(found).toMatchObject({
          outcome: 'MATCHED',
          candidates: [{ method, organisation: { orgId } }],
        });
    });

    test('each in its place, twice where it is asked twice, at a constant number of statements', async () => {
      const one = await world.statementsOf(() => match(['Oldham Comunity Leisure']));
      const names = ['Nobody At All', 'Mahdlo', 'Oldham Comunity Leisure', '', '؜', 'Mahdlo'];
      const many = [...names, ...Array.from({ length: 94 }, (_, index) => `Unheard Of Wordsmiths ${index}`)];
      let found: Awaited<ReturnType<typeof match>> = [];
      const all = await world.statementsOf(async () => {
        found = await match(many);
      });
      expect(all).toBeLessThanOrEqual(one);
      expect(found.map((each) => each.name)).toEqual(many);
      expect(found.slice(0, 6).map((each) => each.outcome)).toEqual([
        'NONE',
        'MATCHED',
        'MATCHED',
        'NONE',
        'NONE',
        'MATCHED',
      ]);
    });

    test('a hundred and one names are refused', async () => {
      const { errors } = await ask(
        world,
        built,
        'query ($names: [String!]!) { organisationMatches(names: $names) { name } }',
        {
          names: Array<string>(101).fill('x'),
        },
      );
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    });
  });
});
