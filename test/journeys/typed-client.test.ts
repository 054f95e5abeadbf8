import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import {
  AnyNodeDocument,
  AreaOnDayDocument,
  CoOperativeCouncilsDocument,
  CouncilOverviewDocument,
  OrganisationSearchDocument,
} from '../client/generated';
import { testGraph } from '../kit/graph';

describe('the typed client', () => {
  const graph = testGraph();

  /** All that a front end needs: the types come with the operation. */
  async function run<Result, Variables extends object>(
    operation: TypedDocumentNode<Result, Variables>,
    variables: Variables,
  ): Promise<Result> {
    const { data, errors } = await graph.ask<Result>(print(operation), variables);
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  test('reads a council with the types of the answer', async () => {
    const { council } = await run(CouncilOverviewDocument, { code: 'E08000004' });
    const [ward] = council?.wards?.nodes ?? [];
    expect(council?.coOperative?.approaches.length).toBeGreaterThan(0);
    expect(ward?.gssCode).toMatch(/^E05\d{6}$/);
  });

  test('reads what an area was, as one of several types', async () => {
    const { area } = await run(AreaOnDayDocument, { former: 'E07000169', on: '2012-06-01' });
    expect([area?.__typename, area?.name, area?.current?.name]).toEqual([
      'Council',
      'Selby',
      'North Yorkshire',
    ]);
  });

  test('lists the co-operative councils', async () => {
    const { councils } = await run(CoOperativeCouncilsDocument, {});
    expect(councils.nodes.length).toBe(councils.totalCount);
  });

  test('turns the pages of a list to its end, with no row twice and none left out', async () => {
    const page = async (after: string | null) =>
      (await run(OrganisationSearchDocument, { after })).organisations;
    const first = await page(null);
    const seen = first.edges.map(({ node }) => node.id);
    for (let last = first; last.pageInfo.hasNextPage;) {
      last = await page(last.pageInfo.endCursor ?? null);
      seen.push(...last.edges.map(({ node }) => node.id));
    }
    expect(seen.length).toBe(first.totalCount);
    expect(new Set(seen).size).toBe(first.totalCount);
  });

  test('finds a thing by its id', async () => {
    expect(await run(AnyNodeDocument, { id: 'council_E08000004' })).toEqual({
      node: { __typename: 'Council', id: 'council_E08000004' },
    });
  });
});
