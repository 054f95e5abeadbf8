import { ask, databaseOf, describeDatabases, loadDemoInto } from '@coop/test/kit';
import { ANONYMOUS, type Actor } from '@coop/shared/access';
import { verifyAudit } from '@coop/shared/commands';
import { buildSubgraph } from '@coop/shared/graphql';
import { schemaDifferences } from '@coop/shared/persistence';
import { councils } from '..';
import { NEIGHBOURHOOD_FACTS } from '../demo/neighbourhoods.facts';
import { NeighbourhoodPart } from './neighbourhood-part.entity';
import { Neighbourhood } from './neighbourhood.entity';

const built = buildSubgraph(councils);
const OLDHAM = 'E08000004';

interface Shown {
  id: string;
  name: string;
  state: string;
  version: number;
  validFrom: string | null;
  validUntil: string | null;
  parts: { gssCode: string; part: string | null }[];
  councils: { gssCode: string }[];
  supersededBy: { id: string } | null;
  supersedes: { id: string }[];
}
interface Answer {
  neighbourhood: Shown | null;
  problems: { __typename: string; message: string; path: string[] | null }[];
}

describeDatabases('neighbourhoods', databaseOf(built), (world) => {
  beforeAll(() => loadDemoInto(world, built));

  const run = async (source: string, variables: object = {}, actor: Actor = ANONYMOUS) => {
    const { data, errors } = await ask(world, built, source, { ...variables }, actor);
    expect(errors).toBeUndefined();
    return data as Record<string, unknown>;
  };
  const act = async (mutation: string, input: object, actor: Actor = world.actor()): Promise<Answer> => {
    const type = mutation[0]!.toUpperCase() + mutation.slice(1);
    const data = await run(
      `mutation ($input: ${type}Input!) { answer: ${mutation}(input: $input) {
        neighbourhood { id name state version validFrom validUntil parts { gssCode part } councils { gssCode }
          supersededBy { id } supersedes { id } }
        problems { __typename message path } } }`,
      { input },
      actor,
    );
    return data['answer'] as Answer;
  };
  const kinds = ({ problems }: Answer) =>
    problems.map(({ __typename, path }) => `${__typename} ${path?.join('.') ?? ''}`.trim());
  let made = 0;
  const define = async (facts: object = {}): Promise<Shown> => {
    made += 1;
    const { neighbourhood, problems } = await act('neighbourhoodDefine', {
      council: OLDHAM,
      name: `Sample Quarter ${made}`,
      from: '2024-01-01',
      parts: [{ ward: 'E05014646' }],
      ...facts,
    });
    expect(problems).toEqual([]);
    return neighbourhood!;
  };

  test('the migrated tables are as the entities say', async () => {
    expect(await schemaDifferences(world.database)).toEqual([]);
  });

  test('those of the demo world are found from their council, their wards and by id', async () => {
    const data = await run(`{
      council(gssCode: "E08000021") { neighbourhoods(first: 5) { totalCount nodes { id name parts { part ward { name neighbourhoods { name } } } council { name } } } }
      ward(gssCode: "E05001099") { neighbourhoods { name illustrative } }
      neighbourhoods(first: 100, filter: { nameStartsWith: "COWGATE" }) { totalCount nodes { name state validFrom } }
    }`);
    expect(data).toMatchObject({
      council: {
        neighbourhoods: {
          totalCount: 1,
          nodes: [
            {
              name: 'Cowgate, Kenton Bar and Montague',
              council: { name: 'Newcastle upon Tyne' },
              parts: [
                { part: 'Cowgate and Montague', ward: { name: 'Blakelaw' } },
                {
                  part: 'Kenton Bar',
                  ward: { name: 'Kenton', neighbourhoods: [{ name: 'Cowgate, Kenton Bar and Montague' }] },
                },
              ],
            },
          ],
        },
      },
      ward: { neighbourhoods: [{ name: 'Cowgate, Kenton Bar and Montague', illustrative: true }] },
      neighbourhoods: { totalCount: 1, nodes: [{ state: 'CURRENT', validFrom: '2011-12-21' }] },
    });
    expect(await world.database.reader.count(Neighbourhood)).toBe(NEIGHBOURHOOD_FACTS.length);
  });

  test('a reference finds it, and one to nothing finds none', async () => {
    const { id } = await define();
    const data = await run(
      `{ _entities(representations: [
        { __typename: "Neighbourhood", id: "${id}" }, { __typename: "Neighbourhood", id: "neighbourhood_none" }
      ]) { ... on Neighbourhood { id } } }`,
    );
    expect(data['_entities']).toEqual([{ id }, null]);
  });

  test('a council’s officer defines one, of wards and parts of wards', async () => {
    const shown = await define({
      name: '  Alexandra   and the Park ',
      parts: [{ ward: 'e05014646' }, { ward: 'E05014650', part: ' north of the park ' }],
    });
    expect(shown).toMatchObject({
      name: 'Alexandra and the Park',
      state: 'CURRENT',
      version: 1,
      validFrom: '2024-01-01',
      validUntil: null,
      parts: [
        { gssCode: 'E05014646', part: null },
        { gssCode: 'E05014650', part: 'north of the park' },
      ],
      councils: [{ gssCode: OLDHAM }],
    });
  });

  test('one that crosses a boundary is in the lists of both councils', async () => {
    const { id, councils: lying } = await define({
      parts: [{ ward: 'E05014646' }, { ward: 'E05011438' }],
      councils: ['E08000021'],
    });
    expect(lying.map(({ gssCode }) => gssCode)).toEqual([OLDHAM, 'E08000021']);
    const { council } = await run(
      '{ council(gssCode: "E08000021") { neighbourhoods(first: 50) { nodes { id } } } }',
    );
    expect((council as { neighbourhoods: { nodes: object[] } }).neighbourhoods.nodes).toContainEqual({ id });
  });

  test.each([
    ['without a name', { name: ' ' }, ['InvalidInput name']],
    ['without wards', { parts: [] }, ['InvalidInput parts']],
    ['with a ward of another council', { parts: [{ ward: 'E05011438' }] }, ['Ineligible parts.0.ward']],
    ['with a ward that nobody knows', { parts: [{ ward: 'E05999999' }] }, ['NotFound parts.0.ward']],
    ['with what is no ward', { parts: [{ ward: OLDHAM }] }, ['InvalidInput parts.0.ward']],
    ['with a ward of the past', { parts: [{ ward: 'E05000719' }] }, ['Ineligible parts.0.ward']],
    [
      'with a ward twice',
      { parts: [{ ward: 'E05014646' }, { ward: 'E05014646' }] },
      ['InvalidInput parts.1.ward'],
    ],
    ['with a council that is none', { councils: ['E08999999'] }, ['NotFound councils.0']],
    [
      'with several faults, all at once',
      { name: '', parts: [{ ward: 'E05014646', part: 'x'.repeat(201) }], councils: Array(11).fill(OLDHAM) },
      ['InvalidInput name', 'InvalidInput parts.0.part', 'InvalidInput councils'],
    ],
  ])('%s it is refused', async (_what, facts, expected) => {
    const answer = await act('neighbourhoodDefine', {
      council: OLDHAM,
      name: 'Nowhere',
      from: '2024-01-01',
      parts: [{ ward: 'E05014646' }],
      ...facts,
    });
    expect([answer.neighbourhood, kinds(answer).sort()]).toEqual([null, [...expected].sort()]);
  });

  test('an officer of another council, a councillor and a stranger may not', async () => {
    const { id, version } = await define();
    const others = [
      world.actor({ council: 'E08000021' }),
      world.actor({ role: 'councillor' }),
      world.actor({ role: 'group', council: null, organisation: 'organisation_1' }),
    ];
    const input = { council: OLDHAM, name: 'Mine', from: '2024-01-01', parts: [{ ward: 'E05014646' }] };
    for (const other of others) {
      expect(kinds(await act('neighbourhoodDefine', input, other))).toEqual(['NotAllowed']);
      const change = { id, expectedVersion: version, from: '2025-01-01', parts: input.parts };
      expect(kinds(await act('neighbourhoodRedefine', change, other))).toEqual(['NotAllowed']);
      expect(kinds(await act('neighbourhoodSupersede', { id, on: '2025-01-01' }, other))).toEqual([
        'NotAllowed',
      ]);
    }
    const source =
      'mutation ($input: NeighbourhoodDefineInput!) { neighbourhoodDefine(input: $input) { problems { message } } }';
    const { errors } = await ask(world, built, source, { input });
    expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  test('drawn anew, the old one stays with its wards and says what took its place', async () => {
    const old = await define();
    const { neighbourhood, problems } = await act('neighbourhoodRedefine', {
      id: old.id,
      expectedVersion: old.version,
      from: '2025-05-01',
      parts: [{ ward: 'E05014650' }],
    });
    expect(problems).toEqual([]);
    expect(neighbourhood).toMatchObject({
      name: old.name,
      validFrom: '2025-05-01',
      parts: [{ gssCode: 'E05014650' }],
      supersedes: [{ id: old.id }],
    });
    const data = await run(
      'query ($id: ID!) { neighbourhood(id: $id) { state validUntil version parts { gssCode } supersededBy { id } } }',
      { id: old.id },
    );
    expect(data['neighbourhood']).toEqual({
      state: 'SUPERSEDED',
      validUntil: '2025-04-30',
      version: 2,
      parts: [{ gssCode: 'E05014646' }],
      supersededBy: { id: neighbourhood!.id },
    });
    const list = (arguments_: string) =>
      run(`{ council(gssCode: "${OLDHAM}") { neighbourhoods(first: 100${arguments_}) { nodes { id } } } }`);
    const ids = (shown: Record<string, unknown>) =>
      (shown['council'] as { neighbourhoods: { nodes: { id: string }[] } }).neighbourhoods.nodes.map(
        ({ id }) => id,
      );
    expect(ids(await list(''))).toEqual(expect.arrayContaining([neighbourhood!.id]));
    expect(ids(await list(''))).not.toContain(old.id);
    expect(ids(await list(', includeSuperseded: true'))).toContain(old.id);
  });

  test('what is no longer in use cannot be drawn anew or given up again', async () => {
    const { id } = await define();
    expect(kinds(await act('neighbourhoodSupersede', { id, on: '2025-01-01' }))).toEqual([]);
    const parts = [{ ward: 'E05014646' }];
    expect(kinds(await act('neighbourhoodRedefine', { id, from: '2026-01-01', parts }))).toEqual([
      'WrongState',
    ]);
    expect(kinds(await act('neighbourhoodSupersede', { id, on: '2026-01-01' }))).toEqual(['WrongState']);
  });

  test('another one takes its place only when it is another, known and in use', async () => {
    const [one, other, gone] = [await define(), await define(), await define()];
    await act('neighbourhoodSupersede', { id: gone.id, on: '2025-01-01' });
    const attempt = (byId: string) => act('neighbourhoodSupersede', { id: one.id, on: '2025-01-01', byId });
    expect(kinds(await attempt(one.id))).toEqual(['Ineligible byId']);
    expect(kinds(await attempt('neighbourhood_none'))).toEqual(['NotFound byId']);
    expect(kinds(await attempt(gone.id))).toEqual(['Ineligible byId']);
    expect((await attempt(other.id)).neighbourhood).toMatchObject({
      state: 'SUPERSEDED',
      supersededBy: { id: other.id },
    });
  });

  test('a day before it began, a version of before and an unknown id are refused', async () => {
    const { id } = await define();
    expect(kinds(await act('neighbourhoodSupersede', { id, on: '2024-01-01', expectedVersion: 9 }))).toEqual([
      'Conflict expectedVersion',
      'InvalidInput on',
    ]);
    expect(kinds(await act('neighbourhoodSupersede', { id: 'nothing', on: '2024-01-01' }))).toEqual([
      'NotFound id',
    ]);
  });

  test('two who draw the same one anew at once: one does, the other is told', async () => {
    const { id, version } = await define();
    const redraw = (from: string) =>
      act('neighbourhoodRedefine', { id, expectedVersion: version, from, parts: [{ ward: 'E05014650' }] });
    const answers = await Promise.all([redraw('2025-01-01'), redraw('2025-02-01')]);
    expect(answers.map(kinds).sort()).toEqual([[], ['WrongState']]);
    expect(
      await world.database.reader.countBy(Neighbourhood, {
        supersededById: answers.find(({ neighbourhood }) => neighbourhood)!.neighbourhood!.id,
      }),
    ).toBe(1);
  });

  test('what a viewer may do is what the commands allow', async () => {
    const { id } = await define();
    const source = 'query ($id: ID!) { neighbourhood(id: $id) { viewerCan { redefine supersede } } }';
    const can = async (actor: Actor) =>
      Object.values(((await run(source, { id }, actor))['neighbourhood'] as { viewerCan: object }).viewerCan);
    expect(await can(world.actor())).toEqual([true, true]);
    expect(await can(world.actor({ council: 'E08000021' }))).toEqual([false, false]);
    expect(await can(ANONYMOUS)).toEqual([false, false]);
    await act('neighbourhoodSupersede', { id, on: '2025-01-01' });
    expect(await can(world.actor())).toEqual([false, false]);
  });

  test('a list of councils with their neighbourhoods costs as many statements as one of them', async () => {
    const source = `query ($last: Int!) { councils(last: $last) { nodes { neighbourhoods(first: 5) { totalCount
      nodes { name council { name } councils { name } supersededBy { id } supersedes { id } parts { part ward { name neighbourhoods { name } } } } } } } }`;
    // Oldham is among the last twenty by name: what it needs is counted both times.
    const statementsFor = (last: number) => world.statementsOf(() => run(source, { last }));
    const few = await statementsFor(20);
    expect(await statementsFor(33)).toBeLessThanOrEqual(few);
  });

  test('the audit trail verifies, and no part is left without its neighbourhood', async () => {
    expect(await verifyAudit(world.database)).toMatchObject({ ok: true });
    const { reader } = world.database;
    const orphans = await reader
      .createQueryBuilder(NeighbourhoodPart, 'part')
      .leftJoin(Neighbourhood, 'whole', 'whole.id = part.neighbourhoodId')
      .where('whole.id IS NULL')
      .getCount();
    expect(orphans).toBe(0);
  });
});
