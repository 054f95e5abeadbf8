import {
  ask,
  databaseOf,
  describeDatabases,
  loadDemoInto,
  requestOf,
  schemaDifferences,
  type World,
} from '@coop/test/kit';
import { buildSubgraph } from '@coop/shared/graphql';
import { fixedId } from '@coop/shared/ids';
import { budgets } from '.';
import { ledgerFaults } from './ledger/ledger-check.queries';

const built = buildSubgraph(budgets);
const NORBITON = fixedId('communitybudget', 'norbiton');

const ALL = /* GraphQL */ `
  fragment Budget on CommunityBudget {
    id
    name
    kind
    neighbourhood {
      id
    }
    lead {
      kind
      name
      organisation {
        id
      }
    }
    partners {
      name
      organisation {
        id
      }
      viewerCan {
        leave
      }
    }
    invitedPartners {
      name
    }
    accountability {
      duty
      partner {
        name
      }
    }
    priorities {
      theme
      rank
    }
    pool {
      total {
        pence
        formatted
      }
      cash {
        pence
      }
      inKind {
        pence
      }
      aligned {
        pence
      }
      allocated {
        pence
      }
      committed {
        pence
      }
      spent {
        pence
      }
      available {
        pence
      }
    }
    outlook {
      pledged {
        pence
      }
      pending {
        pence
      }
      pendingCount
    }
    operationalPlan {
      state
      goesLiveOn
      services {
        name
        partner {
          name
        }
        priority {
          theme
        }
      }
      accountability
      awaiting {
        name
      }
      viewerCan {
        agree
      }
    }
    evaluation {
      measures {
        name
        baseline
        target
        outcome
        isBetter
        isMet
      }
      costBefore {
        pence
      }
      costAfter {
        pence
      }
      betterForLess
      verdict
      reason {
        message
        rule {
          section
        }
      }
    }
    contributions(first: 3) {
      nodes {
        form
        state
        pledged {
          pence
        }
        partner {
          name
        }
        viewerCan {
          receive
        }
      }
    }
    allocations(first: 3) {
      nodes {
        purpose
        left {
          pence
        }
        committed {
          pence
        }
        spent {
          pence
        }
        service {
          name
        }
      }
    }
    commitments(first: 3) {
      nodes {
        state
        payee {
          name
        }
        verdicts {
          memberName
          verdict
        }
        viewerCan {
          approve
        }
      }
    }
    postings(first: 3) {
      nodes {
        number
        kind
        amount {
          pence
        }
        lines {
          debit {
            pence
          }
          credit {
            pence
          }
          account {
            kind
            allocation {
              purpose
            }
            partner {
              name
            }
          }
        }
      }
    }
    panel {
      name
    }
    viewerCan {
      keepLedger
      approveSpending
    }
    ledgerCheck {
      isSound
      postingCount
      faults
    }
  }
`;

interface Pool {
  readonly [place: string]: { readonly pence: number };
}

interface Row {
  readonly communityBudget: { readonly name: string };
  readonly evaluation: { readonly saving: { readonly pence: number } };
}

const Everything = (first: number) =>
  `${ALL} query { communityBudgets(first: ${first}) { totalCount nodes { ...Budget } } }`;

describeDatabases('the demo world of budgets', databaseOf(built), (world: World) => {
  beforeAll(() => loadDemoInto(world, built), 60_000);

  test('has the tables that its entities say', async () => {
    expect(await schemaDifferences(world.database)).toEqual([]);
  });

  test('has the ten neighbourhood pilots and four whole places, with their leads', async () => {
    const { data, errors } = await ask(
      world,
      built,
      `{ pilots: communityBudgets(first: 20, filter: { kind: NEIGHBOURHOOD }) { totalCount nodes { name lead { kind } isPilot } }
         places: communityBudgets(first: 20, filter: { kind: WHOLE_PLACE }) { totalCount }
         oldham: communityBudgets(filter: { council: "E08000004" }) { nodes { name } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      pilots: { totalCount: 10 },
      places: { totalCount: 4 },
      oldham: { nodes: [{ name: 'Greater Manchester whole-place community budget' }] },
    });
    const pilots = (data as { pilots: { nodes: { lead: { kind: string } }[] } }).pilots.nodes;
    expect(new Set(pilots.map(({ lead }) => lead.kind))).toEqual(
      new Set([
        'LOCAL_AUTHORITY',
        'REGISTERED_PROVIDER',
        'VOLUNTARY_AND_COMMUNITY_SECTOR',
        'PARISH_COUNCIL',
        'DISTRICT_COUNCIL',
        'PARTNERSHIP',
      ]),
    );
  });

  test('has sound ledgers, with every pound in one place and Norbiton’s in all of them', async () => {
    expect(await ledgerFaults(world.database.reader)).toEqual([]);
    const { data, errors } = await ask(world, built, Everything(20));
    expect(errors).toBeUndefined();
    const { nodes } = (data as { communityBudgets: { nodes: { id: string; pool: Pool }[] } })
      .communityBudgets;
    expect(nodes).toHaveLength(14);
    for (const { pool } of nodes) {
      const at = (place: string) => pool[place]?.pence ?? Number.NaN;
      expect(at('total')).toBe(at('cash') + at('inKind') + at('aligned'));
      expect(at('total')).toBe(at('available') + at('allocated') + at('committed') + at('spent'));
    }
    const norbiton = nodes.find(({ id }) => id === NORBITON);
    for (const { pence } of Object.values(norbiton?.pool ?? {})) expect(pence).toBeGreaterThan(0);
    expect(norbiton).toMatchObject({
      neighbourhood: { id: fixedId('neighbourhood', 'norbiton') },
      priorities: [
        { theme: 'Housing', rank: 1 },
        { theme: 'Community safety', rank: 2 },
        { theme: 'Public realm', rank: 3 },
        { theme: 'Worklessness', rank: 4 },
        { theme: 'Youth activities', rank: 5 },
      ],
      operationalPlan: { state: 'LIVE', goesLiveOn: '2013-04-01', awaiting: [] },
      evaluation: { betterForLess: true, verdict: 'BETTER_FOR_LESS' },
      ledgerCheck: { isSound: true, faults: [] },
    });
  });

  test('is read by as many statements for fourteen budgets as for one', async () => {
    const one = await world.statementsOf(() => ask(world, built, Everything(1)));
    const all = await world.statementsOf(() => ask(world, built, Everything(14)));
    // What two places of the answer ask for is read once where they come to it together, and twice where they do not.
    expect(Math.abs(all - one)).toBeLessThan(5);
  });

  test('compares the pilots in one query, whose cost does not grow with them', async () => {
    const query = (first: number) =>
      `{ communityBudgetComparison(first: ${first}, orderBy: SAVING, filter: { kind: NEIGHBOURHOOD, isPilot: true }) {
         budgetCount others betterForLessCount notKnownCount costedCount saving { formatted }
         rows { communityBudget { name } evaluation { saving { pence } betterForLess verdict reason { message } } } } }`;
    const { data, errors } = await ask(world, built, query(3));
    expect(errors).toBeUndefined();
    const { rows, ...sums } = (data as { communityBudgetComparison: { rows: Row[] } })
      .communityBudgetComparison;
    expect(sums).toMatchObject({
      ...{ budgetCount: 10, others: 7, betterForLessCount: 5, notKnownCount: 2, costedCount: 8 },
    });
    expect(
      rows.map(({ communityBudget, evaluation }) => [communityBudget.name, evaluation.saving.pence]),
    ).toEqual([
      ['Castle Vale, Shard End and Balsall Heath community budget', 32_000_000],
      ['Poplar community budget', 29_000_000],
      ['White City community budget', 29_000_000],
    ]);
    const one = await world.statementsOf(() => ask(world, built, query(1)));
    expect(await world.statementsOf(() => ask(world, built, query(10)))).toBe(one);
  });

  test('finds every public thing again by a reference of its id', async () => {
    for (const [type, id] of [
      ['CommunityBudget', NORBITON],
      ['OperationalPlan', fixedId('plan', 'norbiton')],
      ['Contribution', fixedId('contribution', 'norbiton-1')],
      ['Allocation', fixedId('allocation', 'norbiton-1')],
      ['BudgetCommitment', fixedId('budgetcommitment', 'norbiton-1-1')],
      ['EvaluationMeasure', fixedId('measure', 'norbiton-1')],
    ] as const) {
      const resolve = budgets.features.flatMap((one) => one.references?.[type] ?? [])[0];
      expect(await resolve?.({ id }, requestOf(world))).toMatchObject({ id });
      expect(await resolve?.({ id: `${id}x` }, requestOf(world))).toBeNull();
      expect(await resolve?.({ id: null }, requestOf(world))).toBeNull();
    }
  });
});
