import { ask, databaseOf, describeDatabases, type World } from '@coop/test/kit';
import type { ExecutionResult } from 'graphql';
import { ANONYMOUS, type Actor } from '@coop/shared/access';
import { buildSubgraph } from '@coop/shared/graphql';
import { spending } from '.';
import { aBreach, detailsOf, HEADER } from './cards/cards.fixture';
import { aCandidate, importOf, people, run, subjectOf } from './duplicates/duplicates.fixture';
import { aCase, soundFigures } from './fraud/fraud.fixture';
import { publishFraudFigures } from './fraud/publish-fraud-figures.command';
import { runCouncilIndicators } from './fraud/run-indicators.command';

const built = buildSubgraph(spending);
const COUNCIL = 'E08000004';

/** The lists of a council that only some may read, each with fields that would tell something. */
const LISTS: Readonly<Record<string, string>> = {
  duplicateCandidates: '{ totalCount nodes { id atRisk { pence } payments { id } } }',
  duplicateTiers: '{ tier candidateCount }',
  cards: '{ totalCount nodes { id cardholder } }',
  cardBreaches: '{ totalCount nodes { id kind details { cardholder approver } } }',
  fraudIndicators: '{ totalCount nodes { id supplier { name } } }',
  fraudIndicatorSummaries: '{ kind flaggedCount }',
  fraudCases: '{ totalCount nodes { id title allegation } }',
};
const AUDITORS_ONLY = ['fraudCases', 'fraudCase'];

const ofCouncil = (list: string) =>
  `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Council { ${list} ${LISTS[list]} } } }`;
const OF_COUNCIL = { of: [{ __typename: 'Council', gssCode: COUNCIL }] };

const codes = ({ errors }: ExecutionResult) => (errors ?? []).map(({ extensions }) => extensions['code']);

/** Everybody who may not read what finance officers and auditors of the council may. */
function strangers(world: World): Readonly<Record<string, Actor>> {
  const { elsewhere, auditorElsewhere, analyst, resident, administrator } = people(world);
  const others = {
    partner: 'partner',
    councillor: 'councillor',
    supplier: 'supplier',
    manager: 'manager',
  } as const;
  return {
    ...{ anonymous: ANONYMOUS, elsewhere, auditorElsewhere, analyst, resident, administrator },
    ...Object.fromEntries(Object.entries(others).map(([name, role]) => [name, world.actor({ role })])),
  };
}

describeDatabases('what could hurt somebody', databaseOf(built), (world) => {
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    ids['duplicateCandidate'] = (await aCandidate(world)).id;
    ids['cardBreach'] = (await aBreach(world)).id;
    ids['fraudCase'] = await aCase(world);
    await detailsOf(world, HEADER, 'T1,Ann Example,Bea Sample,05/03/2026,1');
    const days = ['02', '03', '04', '05', '06'];
    await importOf(
      world,
      days.map((day) => ({ supplier: 'Split Ltd', amountPence: 450_000, paidOn: `2026-03-${day}` })),
    );
    subjectOf(await run(world, runCouncilIndicators, { council: COUNCIL }));
  });

  test.each(Object.keys(LISTS))('%s are read by auditors of the council, and are there', async (list) => {
    const answer = await ask(world, built, ofCouncil(list), OF_COUNCIL, people(world).auditor);
    expect(answer.errors).toBeUndefined();
    const [council] = answer.data!['_entities'] as [Record<string, { totalCount?: number; length?: number }>];
    expect(council[list]!.totalCount ?? council[list]!.length).toBeGreaterThan(0);
  });

  test.each(Object.keys(LISTS))(
    '%s are FORBIDDEN for everybody else, and nothing of them is told',
    async (list) => {
      const others = AUDITORS_ONLY.includes(list)
        ? { ...strangers(world), officer: people(world).officer }
        : strangers(world);
      for (const [name, actor] of Object.entries(others)) {
        const answer = await ask(world, built, ofCouncil(list), OF_COUNCIL, actor);
        expect([name, codes(answer)]).toEqual([name, ['FORBIDDEN']]);
        expect(answer.data).toEqual({ _entities: [{ [list]: null }] });
        expect(JSON.stringify(answer)).not.toMatch(/Example|Sample|Split|[0-9]{3,}/);
      }
    },
  );

  test.each(['duplicateCandidate', 'cardBreach', 'fraudCase'])(
    '%s by its id is answered alike to everybody else, whether or not it is there',
    async (root) => {
      const query = `query ($id: ID!) { ${root}(id: $id) { id } }`;
      const others = AUDITORS_ONLY.includes(root)
        ? { ...strangers(world), officer: people(world).officer }
        : strangers(world);
      // Who reads those of another council: to them, as to nobody else, the answer is that there is none.
      const readers = AUDITORS_ONLY.includes(root) ? ['auditorElsewhere'] : ['auditorElsewhere', 'elsewhere'];
      for (const [name, actor] of Object.entries(others))
        for (const id of [ids[root], 'nothing_1']) {
          const answer = await ask(world, built, query, { id }, actor);
          const expected = readers.includes(name) ? [] : ['FORBIDDEN'];
          expect([name, codes(answer), answer.data]).toEqual([name, expected, { [root]: null }]);
        }
      const { auditor } = people(world);
      expect(await ask(world, built, query, { id: ids[root] }, auditor)).toEqual({
        data: { [root]: { id: ids[root] } },
      });
      expect(await ask(world, built, query, { id: 'nothing_1' }, auditor)).toEqual({
        data: { [root]: null },
      });
    },
  );

  test.each(['DuplicateCandidate', 'Card', 'CardBreach', 'CardTransaction', 'FraudCase', 'FraudIndicator'])(
    '%s is no node and no entity: no reference leads to it',
    async (type) => {
      expect(built.sdl).toMatch(new RegExp(`^type ${type} \\{`, 'm'));
      expect(built.sdl).not.toMatch(new RegExp(`union _Entity[^\\n]*\\b${type}\\b`));
      const query = `query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }`;
      const of = Object.values(ids).map((id) => ({ __typename: type, id }));
      const answer = await ask(world, built, query, { of }, people(world).elsewhere);
      expect(answer.data).toEqual({ _entities: of.map(() => null) });
    },
  );

  test('the yearly figures, and a policy for cards, are open to everybody', async () => {
    subjectOf(await run(world, publishFraudFigures, soundFigures, people(world).officer));
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Council {
      fraudFigures { yearFrom yearUntil caseCount investigatorCount investigatorFte spent { formatted } }
      cardPolicies { title transactionLimit { formatted } receiptDays blockedCategories }
    } } }`;
    expect(await ask(world, built, query, OF_COUNCIL)).toEqual({
      data: {
        _entities: [
          {
            fraudFigures: [
              {
                ...{ yearFrom: '2025-04-01', yearUntil: '2026-03-31', caseCount: 67, investigatorCount: 4 },
                ...{ investigatorFte: 2.9, spent: { formatted: '£60,000.00' } },
              },
            ],
            cardPolicies: [
              {
                ...{ title: 'Purchasing card policy', transactionLimit: { formatted: '£500.00' } },
                ...{ receiptDays: 10, blockedCategories: ['Betting'] },
              },
            ],
          },
        ],
      },
    });
  });

  test('a list costs as many statements however long it is', async () => {
    const { auditor } = people(world);
    for (const [list, fields] of Object.entries(LISTS)) {
      if (!fields.includes('nodes')) continue;
      const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Council { ${list}(first: 100) ${fields} } } }`;
      const cost = () => world.statementsOf(() => ask(world, built, query, OF_COUNCIL, auditor));
      const before = await cost();
      await aCandidate(world);
      await aBreach(world);
      await aCase(world);
      expect([list, await cost()]).toEqual([list, before]);
    }
  });
});
