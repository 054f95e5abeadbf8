import { readFileSync } from 'node:fs';
import { apiSchemaOf, SUBGRAPHS } from '@coop/gateway';
import { loadExamples } from '@coop/gateway/sandbox';
import { buildSchema, parse, printSchema, validate } from 'graphql';
import { SUPERGRAPH } from '../check/supergraph-file';
import { hasSomethingAt, selectedLists } from '../kit/emptiness';
import { testGraph } from '../kit/graph';
import { OWN_CONTRACT, readOperations, SHARED_CONTRACT, type Operation } from '../kit/operations';

// The graph's own classes of graphql, whatever copy the supergraph was read with.
const schema = buildSchema(printSchema(apiSchemaOf(readFileSync(SUPERGRAPH, 'utf8'))));
const TALLIED =
  '{ votes(first: 1, filter: { state: DELIVERY }) { nodes { id } } open: votes(first: 1, filter: { state: VOTING }) { nodes { id projects(first: 1, filter: { state: FEASIBLE }) { nodes { id } } } } }';
const CAST = 'mutation ($input: BallotCastInput!) { ballotCast(input: $input) { receipt } }';
const LISTED = '{ assets(first: 100, filter: { isListed: true }) { nodes { id } } }';

// As the demo world has them; each is good for one ballot.
const DEMO_VOTING_CODES = Array.from(
  { length: 20 },
  (_, index) => `DEM0-N0RB-1T0N-V0TE-${String(index + 1).padStart(4, '0')}`,
);
let codesUsed = 0;

describe('what clients rely on, against the demo world', () => {
  const graph = testGraph();

  contract('our own copy of the contract', OWN_CONTRACT);
  contract('the contract in ../shared/contract', SHARED_CONTRACT);

  function contract(what: string, folder: string): void {
    const files = readOperations(folder);
    const cases = files
      .filter(({ file }) => SUBGRAPHS.some(({ name }) => name === file))
      .flatMap(({ variables, operations }) => operations.map((operation) => ({ operation, variables })))
      // That an operation does not validate is told by the static check; a mutation is for the feature's tests.
      .filter(
        ({ operation: { kind, text } }) => kind === 'query' && validate(schema, parse(text)).length === 0,
      );

    const nothing = test.skip;
    if (files.length === 0)
      nothing(`${what}: skipped, it is not beside this project (shared/data)`, () => undefined);
    test.each(cases.map((one) => [`${one.operation.file}, ${one.operation.name}`, one] as const))(
      `${what}: %s is answered without errors, with something in every list`,
      async (_, { operation, variables }) => {
        const answers: unknown[] = [];
        for (const values of await filledIn(operation, variables)) {
          const open = await graph.ask(operation.text, values);
          // What is forbidden to the public is asked for as an auditor of the council.
          const isRestricted = open.codes.length > 0 && open.codes.every((code) => code === 'FORBIDDEN');
          const token = await graph.token({ subject: 'auditor-1', role: 'auditor' });
          const { data, errors } = isRestricted ? await graph.ask(operation.text, values, { token }) : open;
          expect(errors).toBeUndefined();
          expect(Object.entries(data ?? {}).filter(([, value]) => value === null)).toEqual([]);
          answers.push(data);
        }
        const empty = selectedLists(schema, operation.text).filter(
          (path) => !answers.some((data) => hasSomethingAt(data, path)),
        );
        expect(empty).toEqual([]);
      },
    );
  }

  test('every example of the sandbox page is answered without errors, and its root is there', async () => {
    const found: unknown[] = [];
    for (const { name, query, variables } of await loadExamples()) {
      if (validate(schema, parse(query)).length > 0) continue;
      const { data, errors } = await graph.ask(
        query,
        variables === '' ? {} : (JSON.parse(variables) as object),
      );
      const roots = Object.entries(data ?? {}).map(([root, value]) => [root, value !== null]);
      found.push([name, errors, Object.fromEntries(roots)]);
      expect([name, errors, roots]).toEqual([name, undefined, roots.map(([root]) => [root, true])]);
    }
    expect(found.length).toBeGreaterThan(0);
  });

  /** The variables of an operation with what only the running world knows: one set for each listed asset. */
  async function filledIn(
    { variableNames, text }: Operation,
    given: Readonly<Record<string, unknown>>,
  ): Promise<Record<string, unknown>[]> {
    const common: Record<string, unknown> = { id: 'council_E08000004', ids: ['council_E08000004'], ...given };
    if (variableNames.includes('vote') || text.includes('vote(id: $id)'))
      common['vote'] = common['id'] = (await votes()).tallied;
    if (variableNames.includes('receipt')) common['receipt'] = await receipt();
    const assets = variableNames.includes('asset') ? await listedAssets() : [null];
    expect(assets.length).toBeGreaterThan(0);
    return assets.map((asset) => {
      const variables = asset === null ? common : { ...common, asset };
      return Object.fromEntries(variableNames.map((name) => [name, variables[name]]));
    });
  }

  /** The vote that is tallied in the demo world, and the one in which a ballot can be cast. */
  async function votes() {
    const { data } = await graph.ask<{
      votes: { nodes: { id: string }[] };
      open: { nodes: { id: string; projects: { nodes: { id: string }[] } }[] };
    }>(TALLIED);
    return { tallied: data?.votes.nodes[0]?.id, open: data?.open.nodes[0] };
  }

  /** The receipt of a ballot that is cast with a voting code of the demo world. */
  async function receipt(): Promise<string | null | undefined> {
    const { open } = await votes();
    const votingCode = DEMO_VOTING_CODES.at(-(codesUsed += 1));
    const choices = open?.projects.nodes.map(({ id }) => ({ projectId: id }));
    const { data } = await graph.ask<{ ballotCast: { receipt: string | null } }>(CAST, {
      input: { voteId: open?.id, votingCode, choices },
    });
    return data?.ballotCast.receipt;
  }

  async function listedAssets(): Promise<string[]> {
    const { data } = await graph.ask<{ assets: { nodes: { id: string }[] } }>(LISTED);
    return (data?.assets.nodes ?? []).map(({ id }) => id);
  }
});
