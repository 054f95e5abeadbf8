import { ANONYMOUS } from '@coop/shared/access';
import { ask, databaseOf, describeDatabases, loadDemoInto } from '@coop/test/kit';
import { GraphUnavailable, type GraphPort } from '@coop/shared/graph';
import { buildSubgraph } from '@coop/shared/graphql';
import { assets } from '..';
import { listedDays } from './listing.rules';
import { Asset } from '../register/asset.entity';
import { Listing } from './listing.entity';
import { anAsset, aNomination, OLDHAM, people, soundDecision, soundNomination } from './nominations.fixture';

const built = buildSubgraph(assets);

/** The entity of the council, as the gateway asks a subgraph for it. */
const ofCouncil = (selection: string) =>
  `query ($code: ID!) { _entities(representations: [{ __typename: "Council", gssCode: $code }]) { ... on Council { ${selection} } } }`;

describeDatabases('nominations in the graph', databaseOf(built), (world) => {
  beforeAll(() => loadDemoInto(world, built));

  async function data(source: string, variables: Record<string, unknown> = {}, actor = world.actor()) {
    const answer = await ask(world, built, source, variables, actor);
    expect(answer.errors).toBeUndefined();
    return JSON.parse(JSON.stringify(answer.data)) as Record<string, unknown>;
  }

  const oldham = async (selection: string) => {
    const answer = await data(ofCouncil(selection), { code: OLDHAM });
    return (
      answer['_entities'] as Record<string, { totalCount: number; nodes: Record<string, never>[] }>[]
    )[0]!;
  };

  test('the demo world has every state, an overdue one, and one due within days', async () => {
    const { nominations } = (await data(`{ nominations(first: 100, orderBy: DECISION_DUE) { nodes {
      state isOverdue decisionDueBy decisionReasons communityValue: asset { communityValue { state } } } } }`)) as {
      nominations: { nodes: { state: string; isOverdue: boolean; decisionDueBy: string }[] };
    };
    const states = new Set(nominations.nodes.map(({ state }) => state));
    expect([...states].sort()).toEqual(['ACCEPTED', 'RECEIVED', 'RETURNED', 'UNSUCCESSFUL', 'WITHDRAWN']);
    const waiting = nominations.nodes.filter(({ state }) => state === 'RECEIVED');
    expect(waiting.some(({ isOverdue }) => isOverdue)).toBe(true);
    expect(waiting.map((one) => one.decisionDueBy)).toContain('2026-06-04');
  });

  test('the demo world keeps the copies on the register true', async () => {
    const { reader } = world.database;
    for (const asset of await reader.find(Asset)) {
      const listings = await reader.findBy(Listing, { assetId: asset.id });
      const { listedOn, listedUntil } = asset;
      expect({ listedOn, listedUntil }).toEqual(listedDays(listings));
    }
  });

  test('the listed assets of a council have their days, and a filter finds them', async () => {
    const { assets: found } = await oldham(
      'assets(first: 5, filter: { isListed: true }) { totalCount nodes { id name communityValue { state listedOn expiresOn } } }',
    );
    expect(found!.totalCount).toBe(3);
    for (const node of found!.nodes)
      expect(node).toMatchObject({
        communityValue: {
          state: 'LISTED',
          listedOn: expect.stringMatching(/^20/),
          expiresOn: expect.stringMatching(/^20/),
        },
      });
  });

  test('the public lists: in force, ended, unsuccessful with the reasons, overdue', async () => {
    const lists = await oldham(`
      now: listings(filter: { isInForce: true }, orderBy: EXPIRY) { totalCount nodes { state reviews { state isOverdue } } }
      ended: listings(filter: { isInForce: false }) { totalCount nodes { state removalGround } }
      unsuccessfulNominations { totalCount nodes { decisionReasons findings { presentUse { isAncillary } } asset { name communityValue { state } } } }
      overdue: nominations(filter: { isOverdue: true }) { totalCount nodes { state } }
      onTime: nominations(filter: { isOverdue: false }) { totalCount }
      all: nominations { totalCount }`);
    expect(lists).toMatchObject({
      now: { totalCount: 3 },
      ended: { totalCount: 2, nodes: [{ state: 'REMOVED', removalGround: 'REVIEW' }, { state: 'EXPIRED' }] },
      unsuccessfulNominations: {
        totalCount: 1,
        nodes: [
          { decisionReasons: expect.any(String), asset: { communityValue: { state: 'UNSUCCESSFUL' } } },
        ],
      },
      overdue: { totalCount: 1, nodes: [{ state: 'RECEIVED' }] },
    });
    expect(lists['overdue']!.totalCount + lists['onTime']!.totalCount).toBe(lists['all']!.totalCount);
    expect(JSON.stringify(lists['now'])).toContain('REQUESTED');
  });

  test('an asset says where it stands, with the entry and the nomination behind it', async () => {
    const { assets: found } = await oldham(
      'assets(first: 50) { totalCount nodes { reference communityValue { state listedOn expiresOn decisionDueBy nomination { state } listing { state } } } }',
    );
    const byReference = Object.fromEntries(
      (found!.nodes as unknown as { reference: string; communityValue: unknown }[]).map((one) => [
        one.reference,
        one.communityValue,
      ]),
    );
    expect(byReference).toMatchObject({
      'EX-OLD-02': { state: 'REMOVED', nomination: { state: 'ACCEPTED' }, listing: { state: 'REMOVED' } },
      'EX-OLD-06': { state: 'EXPIRED', listing: { state: 'EXPIRED' } },
      'EX-OLD-07': { state: 'NOMINATED', decisionDueBy: '2026-06-04', nomination: { state: 'RECEIVED' } },
      'EX-OLD-08': { state: 'UNSUCCESSFUL', nomination: { state: 'UNSUCCESSFUL' }, listing: null },
      'EX-OLD-10': { state: 'NONE', nomination: null, listedOn: null, expiresOn: null },
    });
  });

  test('what a viewer may begin with is told before trying', async () => {
    const { group, officer } = people(world);
    const SOURCE = `{ listings(first: 50) { nodes { state council { gssCode }
      viewerCan { notifyDisposal recordExemption } asset { viewerCan { enquireTransfer } } } } }`;
    const seen = async (actor: Parameters<typeof data>[2]) =>
      ((await data(SOURCE, {}, actor)) as Record<string, { nodes: Record<string, unknown>[] }>)['listings']!
        .nodes;
    const of = (nodes: Record<string, unknown>[], state: string) =>
      nodes.find(
        (one) => one['state'] === state && (one['council'] as { gssCode: string }).gssCode === OLDHAM,
      );
    const may = (notifyDisposal: boolean, recordExemption: boolean, enquireTransfer: boolean) => ({
      viewerCan: { notifyDisposal, recordExemption },
      asset: { viewerCan: { enquireTransfer } },
    });
    expect(of(await seen(ANONYMOUS), 'LISTED')).toMatchObject(may(false, false, false));
    expect(of(await seen(group), 'LISTED')).toMatchObject(may(true, false, true));
    expect(of(await seen(officer), 'LISTED')).toMatchObject(may(true, true, true));
    expect(of(await seen(officer), 'EXPIRED')).toMatchObject(may(false, false, true));
  });

  test('lists cost as many statements whatever their length', async () => {
    const source = `query ($first: Int) {
      nominations(first: $first) { totalCount nodes {
        nominator { name organisation { id } } council { gssCode } viewerCan { decide }
        listing { state reviews { state viewerCan { decide } } viewerCan { requestReview } nomination { id } }
        asset { name communityValue { state nomination { state } } nominations(first: 2) { totalCount nodes { id } } }
      } }
      listings(first: $first) { nodes { asset { name } nomination { state } reviews { listing { id } } } }
    }`;
    const costOf = (first: number) => world.statementsOf(() => data(source, { first }));
    // Ten rows hold one of every kind, so that each has asked for all that it can ask.
    const few = await costOf(10);
    expect(await costOf(24)).toBeLessThanOrEqual(few);
    expect(few).toBeLessThan(30);
  });

  test('pages go through every nomination once, in both orders', async () => {
    for (const orderBy of ['NEWEST', 'DECISION_DUE']) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const answer = (await data(
          `query ($after: String, $orderBy: NominationOrder!) { nominations(first: 7, after: $after, orderBy: $orderBy, filter: { council: "${OLDHAM}" }) {
            totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
          { after, orderBy },
        )) as {
          nominations: {
            totalCount: number;
            nodes: { id: string }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        };
        seen.push(...answer.nominations.nodes.map(({ id }) => id));
        after = answer.nominations.pageInfo.hasNextPage ? answer.nominations.pageInfo.endCursor : null;
        expect(answer.nominations.totalCount).toBe(10);
      } while (after !== null);
      expect(new Set(seen).size).toBe(10);
      expect(seen).toHaveLength(10);
    }
  });

  const NOMINATE = `mutation NominateAsset($input: AssetNominateInput!) { assetNominate(input: $input) {
    nomination { id state decisionDueBy asset { id } nominator { name evidence contact organisation { id } } }
    problems { __typename message path rule { title section } } } }`;

  test('a nomination and its decision, as clients ask for them', async () => {
    const { group, officer } = people(world);
    const input = soundNomination(await anAsset(world));
    const { assetNominate } = await data(NOMINATE, { input }, group);
    expect(assetNominate).toMatchObject({
      nomination: { state: 'RECEIVED', decisionDueBy: '2026-07-27', asset: { id: input.assetId } },
      problems: [],
    });
    const { id } = (assetNominate as { nomination: { id: string } }).nomination;
    const { nominationDecide } = await data(
      `mutation DecideNomination($input: NominationDecideInput!) { nominationDecide(input: $input) {
        nomination { id state asset { communityValue { state listedOn expiresOn } } }
        problems { __typename message rule { title section } } } }`,
      { input: soundDecision(id, 'ACCEPTED') },
      officer,
    );
    expect(nominationDecide).toEqual({
      nomination: {
        id,
        state: 'ACCEPTED',
        asset: { communityValue: { state: 'LISTED', listedOn: '2026-06-01', expiresOn: '2031-05-31' } },
      },
      problems: [],
    });
  });

  test('what is personal is for the council and whoever handed it in', async () => {
    const id = await aNomination(world);
    const source = `query ($id: ID!) { nomination(id: $id) { ownersAndOccupiers nominator { name evidence contact } viewerCan { decide withdraw readConfidential } } }`;
    const { group, officer, elsewhere, resident, auditor } = people(world);
    for (const actor of [group, officer, auditor])
      expect(JSON.stringify(await data(source, { id }, actor))).toMatch(/Alex Example.*alex@friends/);
    for (const actor of [resident, elsewhere]) {
      const shown = await data(source, { id }, actor);
      expect(JSON.stringify(shown)).not.toMatch(/Alex|alex@|Terry/);
      expect(shown).toMatchObject({
        nomination: {
          ownersAndOccupiers: null,
          nominator: { name: 'Friends of the Assembly Rooms (example)', evidence: null, contact: null },
          viewerCan: { decide: false, withdraw: false, readConfidential: false },
        },
      });
    }
    const anonymous = await ask(world, built, source, { id });
    expect(JSON.stringify(anonymous)).not.toMatch(/Alex|alex@|Terry/);
    expect(await data(source, { id }, officer)).toMatchObject({
      nomination: { viewerCan: { decide: true, withdraw: true } },
    });
  });

  describe('an organisation that is named', () => {
    const port = (ask: () => Promise<unknown>): GraphPort => ({ ask: ask as GraphPort['ask'] });
    const nominateAs = async (graph: GraphPort, organisationId: string) => {
      const sound = soundNomination(await anAsset(world));
      const input = { ...sound, nominator: { ...sound.nominator, organisationId } };
      const answer = await ask(world, built, NOMINATE, { input }, people(world).group, graph);
      return JSON.parse(JSON.stringify(answer)) as {
        data: { assetNominate: { nomination: object | null; problems: object[] } };
        errors?: object[];
      };
    };

    test('is taken when the directory knows it', async () => {
      const graph = port(() => Promise.resolve({ node: { __typename: 'Organisation' } }));
      const { data: answered } = await nominateAs(graph, 'organisation_1');
      expect(answered.assetNominate).toMatchObject({
        nomination: { nominator: { organisation: { id: 'organisation_1' } } },
        problems: [],
      });
    });

    test.each([
      ['knows none', 'organisation_1', null],
      ['knows something else by it', 'organisation_1', { __typename: 'Ward' }],
      ['need not be asked', '😀', { __typename: 'Organisation' }],
    ])('is refused when the directory %s', async (_what, id, node) => {
      const { data: answered } = await nominateAs(
        port(() => Promise.resolve({ node })),
        id,
      );
      expect(answered.assetNominate).toMatchObject({
        nomination: null,
        problems: [{ __typename: 'NotFound', path: ['nominator', 'organisationId'] }],
      });
    });

    test('is taken unverified when nobody can be asked', async () => {
      const graph = port(() => Promise.reject(new GraphUnavailable()));
      const { data: answered } = await nominateAs(graph, 'organisation_1');
      expect(answered.assetNominate).toMatchObject({ problems: [] });
    });

    test('is not hidden behind a fault of our own', async () => {
      const { errors } = await nominateAs(
        port(() => Promise.reject(new Error('broken'))),
        'organisation_2',
      );
      expect(errors).toHaveLength(1);
    });
  });

  test('references find what they name, and nothing for anything else', async () => {
    const id = await aNomination(world);
    const answer = await data(
      `query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Nomination { state } } }`,
      {
        r: [
          { __typename: 'Nomination', id },
          { __typename: 'Nomination', id: 'nomination_none' },
          { __typename: 'Listing', id: '' },
          { __typename: 'ListingReview', id: '\u0000😀' },
        ],
      },
    );
    expect(answer['_entities']).toEqual([{ __typename: 'Nomination', state: 'RECEIVED' }, null, null, null]);
  });
});
