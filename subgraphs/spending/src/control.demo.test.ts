import { ask, databaseOf, describeDatabases, loadDemoInto } from '@coop/test/kit';
import { buildSubgraph } from '@coop/shared/graphql';
import { spending } from '.';
import { scanDuplicates } from './duplicates/scan-duplicates.command';

const built = buildSubgraph(spending);

const QUESTION = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Council {
  duplicateCandidates(first: 50) { totalCount nodes {
    tier verdict atRisk { formatted } recovered { pence } evidence { kind detail }
    payments { id paidOn amount { pence } reference invoiceNumber } paidAgain { id } supplier { name } viewerCan { judge }
  } }
  strong: duplicateCandidates(filter: { tier: STRONG, verdict: OPEN }, orderBy: NEWEST) { nodes { evidence { detail } } }
  duplicateTiers { tier computability candidateCount judgedCount duplicateCount measuredPrecision recovered { formatted } }
  cards(first: 10) { nodes { label cardholder limits { monthlyLimit { formatted } } } }
  cardPolicies { title illustrative }
  cardBreaches(first: 50) { totalCount nodes { kind state rule { title } amount { formatted } payments { id } details { cardholder } card { label } } }
  fraudIndicators { nodes { kind figure fence detail supplier { name } payments { id } } }
  fraudIndicatorSummaries { kind computability computedCount notComputableCount flaggedCount reasons }
  fraudCases { nodes { title state suspected { formatted } supplier { name } illustrative viewerCan { conclude } } }
  fraudFigures { yearFrom caseCount spent { formatted } illustrative }
} } }`;

type Council = Record<string, { totalCount: number; nodes: Record<string, unknown>[] }> &
  Record<
    'duplicateTiers' | 'fraudIndicatorSummaries' | 'fraudFigures' | 'cardPolicies',
    Record<string, unknown>[]
  >;

describeDatabases('the demo world of payments in question', databaseOf(built), (world) => {
  beforeAll(() => loadDemoInto(world, built), 60_000);
  const auditor = () => world.actor({ role: 'auditor', subject: 'auditor-1' });
  const council = async (gssCode = 'E08000004'): Promise<Council> => {
    const of = [{ __typename: 'Council', gssCode }];
    const { data, errors } = await ask(world, built, QUESTION, { of }, { ...auditor(), council: gssCode });
    expect(errors).toBeUndefined();
    return (data!['_entities'] as Council[])[0]!;
  };

  test('has every planted payment to find, some judged, and none of what only looks like one', async () => {
    const { duplicateCandidates, duplicateTiers, strong } = await council();
    expect(
      duplicateCandidates!.nodes.map(({ tier, evidence, verdict }) => [
        tier,
        (evidence as { kind: string }[])[0]!.kind,
        verdict,
      ]),
    ).toEqual([
      ['STRONG', 'SAME_INVOICE_NUMBER', 'DUPLICATE'],
      ['STRONG', 'SAME_INVOICE_NUMBER', 'OPEN'],
      ['LIKELY', 'CONFUSED_CHARACTERS', 'OPEN'],
      ['LIKELY', 'TRANSPOSED_DIGITS', 'NOT_DUPLICATE'],
      ['LIKELY', 'SUFFIX', 'OPEN'],
      ['LIKELY', 'SAME_INVOICE_NUMBER', 'DUPLICATE'],
      ['POSSIBLE', 'CLOSE_REFERENCES', 'OPEN'],
    ]);
    for (const { payments } of duplicateCandidates!.nodes) expect((payments as object[]).length).toBe(2);
    expect(strong!.nodes).toHaveLength(1);
    expect(duplicateTiers).toMatchObject([
      { tier: 'STRONG', measuredPrecision: 1, recovered: { formatted: '£18,450.00' } },
      { tier: 'LIKELY', measuredPrecision: 0.5, candidateCount: 4 },
      { tier: 'POSSIBLE', measuredPrecision: null },
    ]);
  });

  test('has breaches of the rules for cards, one of them explained', async () => {
    const { cardBreaches, cards, cardPolicies } = await council();
    const kinds = cardBreaches!.nodes.map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(
      new Set([...new Set(kinds.filter((kind) => kind === 'WEEKEND')), ...EXPECTED_BREACHES]),
    );
    expect(cardBreaches!.nodes.filter(({ state }) => state === 'EXPLAINED')).toHaveLength(1);
    expect(cards!.nodes).toHaveLength(2);
    expect(cardPolicies).toMatchObject([{ illustrative: true }]);
  });

  test('has an indicator beyond its fence, a case, and figures of two years', async () => {
    const { fraudIndicators, fraudCases, fraudFigures, fraudIndicatorSummaries } = await council();
    expect(fraudIndicators!.nodes).toContainEqual(
      expect.objectContaining({ kind: 'SPLITTING', supplier: { name: 'Example Site Services Ltd' } }),
    );
    expect(fraudCases!.nodes).toMatchObject([{ state: 'UNDER_INVESTIGATION', illustrative: true }]);
    expect(fraudFigures).toHaveLength(2);
    expect(fraudIndicatorSummaries).toHaveLength(5);
  });

  test('is found as it is by a scan of everything, and suspects nobody elsewhere', async () => {
    const before = await council();
    await scanDuplicates(world.context(auditor()), 'E08000004', { isFull: true });
    expect(await council()).toEqual(before);
    for (const other of ['E08000005', 'E08000009', 'E08000021', 'E09000021'])
      expect((await council(other)).duplicateCandidates!.totalCount).toBe(0);
  });
});

const EXPECTED_BREACHES = [
  'APPROVER_IS_CARDHOLDER',
  'BLOCKED_CATEGORY',
  'OVER_TRANSACTION_LIMIT',
  'RECEIPT_LATE',
  'RECEIPT_MISSING',
  'SPLIT_PURCHASE',
];
