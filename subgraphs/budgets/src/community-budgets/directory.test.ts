import { ask, countRows, databaseOf, describeDatabases, type World } from '@coop/test/kit';
import type { Actor } from '@coop/shared/access';
import { GraphUnavailable, type GraphPort } from '@coop/shared/graph';
import { buildSubgraph } from '@coop/shared/graphql';
import { budgets } from '..';
import { Grant } from '../grants/grant.entity';
import {
  aBudget,
  allocated,
  contributed,
  KINGSTON,
  people,
  run,
  subjectOf,
  withPanel,
} from '../ledger/ledger.fixture';
import { openWardBudget } from '../ward-budgets/open-ward-budget.command';
import { directoryGraph } from './directory.fixture';

const built = buildSubgraph(budgets);

/** A mutation that names an organisation: its input with one, and where in the input it stands. */
interface Naming {
  readonly mutation: string;
  readonly thing: string;
  readonly path: readonly string[];
  readonly actor?: (world: World) => Actor;
  input(world: World, organisationId: string): Promise<object>;
}

const NAMING: readonly Naming[] = [
  {
    ...{ mutation: 'communityBudgetOpen', thing: 'communityBudget', path: ['lead', 'organisationId'] },
    input: (_world, organisationId) =>
      Promise.resolve({
        ...{ council: KINGSTON, kind: 'NEIGHBOURHOOD', name: 'Norbiton', description: 'Streets' },
        neighbourhoodId: 'neighbourhood_norbiton',
        lead: { kind: 'PARTNERSHIP', name: 'Homes', organisationId, agreedBy: 'Chair' },
      }),
  },
  {
    ...{ mutation: 'budgetPartnerInvite', thing: 'partner', path: ['organisationId'] },
    input: async (world, organisationId) => ({
      ...{ budgetId: (await aBudget(world)).id, name: 'Traders', organisationId },
    }),
  },
  {
    ...{ mutation: 'budgetPanelSet', thing: 'communityBudget', path: ['members', '1', 'organisationId'] },
    input: async (world, organisationId) => ({
      id: (await aBudget(world)).id,
      members: [
        { account: 'a', name: 'One' },
        { account: 'b', name: 'Two', organisationId },
      ],
      approvalsNeeded: 2,
    }),
  },
  {
    ...{ mutation: 'budgetCommitmentRequest', thing: 'commitment', path: ['payee', 'organisationId'] },
    input: async (world, organisationId) => {
      const budget = await aBudget(world);
      await withPanel(world, budget);
      await contributed(world, budget, 500);
      const allocationId = await allocated(world, budget, 500);
      return { allocationId, amountPence: 5, purpose: 'Repairs', payee: { name: 'A firm', organisationId } };
    },
  },
  {
    ...{ mutation: 'grantAward', thing: 'grant', path: ['recipient', 'organisationId'] },
    input: (_world, organisationId) =>
      Promise.resolve({
        ...{ council: KINGSTON, title: 'A grant', description: 'For a fair', awardedPence: 5 },
        ...{ awardedOn: '2026-05-01', recipient: { name: 'A committee', organisationId } },
      }),
  },
  {
    ...{ mutation: 'wardAwardPropose', thing: 'wardAward', path: ['payeeOrganisationId'] },
    actor: (world) => world.actor({ subject: 'councillor', role: 'councillor', council: KINGSTON }),
    input: async (world, payeeOrganisationId) => {
      await world.clear();
      const open = {
        ...{ council: KINGSTON, ward: 'E05013941', councillorName: 'x', councillorAccount: 'councillor' },
        ...{ beginsIn: 2026, limitPence: 500 },
      };
      const wardBudgetId = subjectOf(await run(world, openWardBudget, open, people(world).treasurer));
      return {
        ...{ wardBudgetId, amountPence: 5, purpose: 'x', payeeName: 'A club', payeeOrganisationId },
        hasInterest: false,
      };
    },
  },
];

describeDatabases('an organisation that is named', databaseOf(built), (world: World) => {
  const send = async ({ mutation, thing, actor }: Naming, input: object, graph: GraphPort, who?: Actor) => {
    const type = mutation[0]!.toUpperCase() + mutation.slice(1);
    const source = `mutation ($input: ${type}Input!) { answer: ${mutation}(input: $input) { ${thing} { id } problems { __typename path } } }`;
    const asker = who ?? actor?.(world) ?? people(world).treasurer;
    const { data, errors } = await ask(world, built, source, { input }, asker, graph);
    return { answer: (data as { answer: object } | null)?.answer, errors };
  };

  describe.each(NAMING.map((naming) => [naming.mutation, naming] as const))('by %s', (_name, naming) => {
    test('is taken when the directory knows it, which is asked once', async () => {
      const { graph, asked } = directoryGraph();
      const { answer, errors } = await send(naming, await naming.input(world, 'organisation_1'), graph);
      expect(errors).toBeUndefined();
      expect(answer).toMatchObject({ problems: [] });
      expect(asked).toHaveLength(1);
      expect(asked[0]).toContain('organisation_1');
    });

    test.each(['organisation_unknown', 'council_E09000021', '😀'])(
      'is refused as %s, which is no organisation, and nothing is written',
      async (id) => {
        const input = await naming.input(world, id);
        const before = await countRows(world);
        expect((await send(naming, input, directoryGraph().graph)).answer).toEqual({
          ...{ [naming.thing]: null, problems: [{ __typename: 'NotFound', path: naming.path }] },
        });
        expect(await countRows(world)).toEqual(before);
      },
    );

    test('is left undecided when the directory does not answer: an error, and nothing is written', async () => {
      const silence: GraphPort = { ask: () => Promise.reject(new GraphUnavailable()) };
      const input = await naming.input(world, 'organisation_1');
      const before = await countRows(world);
      const { answer, errors } = await send(naming, input, silence);
      expect(answer).toBeUndefined();
      expect(errors?.map(({ originalError }) => originalError)).toEqual([expect.any(GraphUnavailable)]);
      expect(await countRows(world)).toEqual(before);
    });
  });

  test('is not asked for by somebody without a token', async () => {
    const { graph, asked } = directoryGraph();
    const [naming] = NAMING as readonly [Naming];
    const anonymous = { ...world.actor(), kind: 'anonymous', subject: '', role: null } as Actor;
    const { errors } = await send(naming, await naming.input(world, 'organisation_1'), graph, anonymous);
    expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    expect(asked).toEqual([]);
  });

  test('gives a grant its org-id, and the council its own; else identifiers of the publisher’s own stand for them', async () => {
    const naming = NAMING.find(({ mutation }) => mutation === 'grantAward')!;
    const award = async (input: object, graph: GraphPort = directoryGraph().graph) => {
      const { answer } = await send(naming, input, graph);
      const { id } = (answer as { grant: { id: string } }).grant;
      return world.database.reader.findOneByOrFail(Grant, { id });
    };
    const input = (await naming.input(world, 'organisation_charity')) as { recipient: object };
    expect(await award(input)).toMatchObject({
      ...{ funderIdentifier: 'GB-LAE-KTT', funderName: 'Kingston', recipientIdentifier: 'GB-CHC-1234567' },
    });
    const told = { ...input.recipient, identifier: 'GB-COH-00000001' };
    expect(await award({ ...input, recipient: told })).toMatchObject({
      recipientIdentifier: 'GB-COH-00000001',
    });
    const nameless: GraphPort = { ask: (() => Promise.resolve({ nodes: [null] })) as GraphPort['ask'] };
    const bare = { ...input, recipient: { name: 'Fair Committee, Norbiton' } };
    expect(await award(bare, nameless)).toMatchObject({
      ...{ funderIdentifier: `360G-${KINGSTON}-council`, funderName: `Council ${KINGSTON}` },
      recipientIdentifier: `360G-${KINGSTON}-fair-committee-norbiton`,
    });
  });
});
