import { ask, databaseOf, describeDatabases, loadDemoInto } from '@coop/test/kit';
import { buildSubgraph } from '@coop/shared/graphql';
import { schemaDifferences } from '@coop/shared/persistence';
import { councils } from '..';

const built = buildSubgraph(councils);

const OVERVIEW = `
  decisions(first: 5) {
    nodes {
      id takenOn decidedBy decision statementOfReasons alternativesRejected conflictsDeclared power
      rule { section } participationNotes { message rule { section } } corrects { id } correctedBy { id }
      participants { name councillor { name ward { name } } dispensation { matter state } }
    }
  }
  powerUses(first: 5) { nodes { id title power barrierRemoved savingClaimed { formatted } decision { takenOn } } }
  sharedServices(first: 5) {
    nodes {
      id service state lead { name } partners { council { name } weight costShare annualSaving { pence } }
      annualSaving { pence formatted }
    }
  }
  councillors(first: 5, on: "2026-06-01") {
    nodes {
      id name role council { name } ward { name }
      interests(first: 3) { nodes { kind holder details isSensitive } }
      dispensations(first: 3) { totalCount nodes { id matter state councillor { name } } }
    }
  }
  dispensations(first: 5) { totalCount }
  coOperative { since approaches }
`;

describeDatabases('the civic record of the demo world', databaseOf(built), (world) => {
  beforeAll(() => loadDemoInto(world, built));

  const read = async (source: string, variables = {}, actor = {}) => {
    const { data, errors } = await ask(
      world,
      built,
      source,
      variables,
      ...(Object.keys(actor).length > 0 ? ([world.actor(actor)] as const) : []),
    );
    expect(errors).toBeUndefined();
    return data as never;
  };

  test('the migrated tables are as the entities say', async () => {
    expect(await schemaDifferences(world.database)).toEqual([]);
  });

  test('every list of Oldham has something in every field that can have something', async () => {
    const { council } = await read(`{ council(gssCode: "E08000004") { ${OVERVIEW} } }`);
    const filled = new Set<string>();
    const empty = new Set<string>();
    const walk = (value: unknown, path: string): void => {
      if (Array.isArray(value) && value.length > 0) value.forEach((one) => walk(one, path));
      else if (typeof value === 'object' && value !== null && !Array.isArray(value))
        Object.entries(value).forEach(([key, one]) => walk(one, path === '' ? key : `${path}.${key}`));
      else (value === null || Array.isArray(value) ? empty : filled).add(path);
    };
    walk(council, '');
    const reached = (path: string) => [...filled].some((one) => one === path || one.startsWith(`${path}.`));
    // No record of the demo world has been corrected.
    expect([...empty].filter((path) => !reached(path)).sort()).toEqual([
      'decisions.nodes.correctedBy',
      'decisions.nodes.corrects',
    ]);
  });

  test('shares of the cost add up, and a proposal saves nothing yet', async () => {
    const { sharedServices } = await read(`{ sharedServices(first: 50, filter: { partner: "E08000004" }) {
      nodes { service state annualSaving { pence } partners { costShare annualSaving { pence } } } } }`);
    const { nodes } = sharedServices as {
      nodes: {
        state: string;
        annualSaving: { pence: number } | null;
        partners: { costShare: number; annualSaving: { pence: number } | null }[];
      }[];
    };
    expect(nodes).toHaveLength(3);
    for (const { state, annualSaving, partners } of nodes) {
      expect(partners.reduce((sum, one) => sum + one.costShare, 0)).toBeCloseTo(1);
      expect(annualSaving === null).toBe(state === 'PROPOSED');
      if (annualSaving)
        expect(partners.reduce((sum, one) => sum + one.annualSaving!.pence, 0)).toBe(annualSaving.pence);
    }
  });

  test('all councils with all of it cost as many statements as one', async () => {
    const one = await world.statementsOf(() => read(`{ council(gssCode: "E08000004") { ${OVERVIEW} } }`));
    const all = await world.statementsOf(() => read(`{ councils(first: 100) { nodes { ${OVERVIEW} } } }`));
    // Councils of partners and councillors of participants may each come in two batches; 33 councils no more.
    expect(all).toBeLessThanOrEqual(one + 2);
  });

  test('a group in opposition makes no council co-operative', async () => {
    const { councils: page } = await read(
      '{ councils(first: 50, filter: { isCoOperative: true }) { nodes { gssCode coOperative { madeBy } } } }',
    );
    const { nodes } = page as { nodes: { gssCode: string; coOperative: { madeBy: string } }[] };
    expect(nodes.map((one) => one.gssCode)).not.toContain('E08000009');
    expect(new Set(nodes.map((one) => one.coOperative.madeBy))).toEqual(new Set(['COUNCIL']));
  });

  describe('a decision with exempt information', () => {
    const exempt = async (): Promise<string> => {
      const { decisions } = await read(
        '{ decisions(first: 100, filter: { council: "E08000004" }) { nodes { id publicity } } }',
        {},
        { role: 'auditor' },
      );
      const { nodes } = decisions as { nodes: { id: string; publicity: string }[] };
      return nodes.find((one) => one.publicity === 'EXEMPT')!.id;
    };
    const SOURCE = `query ($id: ID!) {
      decision(id: $id) { id }
      council(gssCode: "E08000004") { decisions(first: 50) { totalCount nodes { publicity } } }
      decisions(first: 50, filter: { council: "E08000004" }) { totalCount nodes { publicity } }
      _entities(representations: [{ __typename: "Decision", id: $id }]) { __typename }
    }`;

    test.each([
      ['nobody in particular', {}],
      ['an officer of another council', { council: 'E09000022' }],
      ['a councillor', { role: 'councillor' as const }],
    ])('is not there for %s, by whatever path', async (_, actor) => {
      const data = await read(SOURCE, { id: await exempt() }, actor);
      expect(data).toMatchObject({
        decision: null,
        _entities: [null],
        council: { decisions: { totalCount: 6 } },
        decisions: { totalCount: 6 },
      });
      expect(JSON.stringify(data)).not.toContain('EXEMPT');
    });

    test('is there for an officer of the council', async () => {
      const id = await exempt();
      expect(await read(SOURCE, { id }, { role: 'officer' })).toMatchObject({
        decision: { id },
        _entities: [{ __typename: 'Decision' }],
        council: { decisions: { totalCount: 7 } },
        decisions: { totalCount: 7 },
      });
    });
  });

  test('a sensitive interest says that it is there, and nothing of it', async () => {
    const { councillors } = await read(
      '{ councillors(first: 50) { nodes { interests { nodes { details isSensitive } } } } }',
    );
    const { nodes } = councillors as {
      nodes: { interests: { nodes: { details: string | null; isSensitive: boolean }[] } }[];
    };
    const interests = nodes.flatMap((one) => one.interests.nodes);
    expect(interests).toHaveLength(4);
    for (const { details, isSensitive } of interests) expect(details === null).toBe(isSensitive);
  });
});
