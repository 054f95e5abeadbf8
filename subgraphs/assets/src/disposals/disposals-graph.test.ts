import { ask, databaseOf, describeDatabases, loadDemoInto } from '@coop/test/kit';
import { ANONYMOUS, type Actor } from '@coop/shared/access';
import { buildSubgraph } from '@coop/shared/graphql';
import { fixedId } from '@coop/shared/ids';
import { assets } from '..';
import { OLDHAM, people } from '../nominations/nominations.fixture';
import { soundCompletion } from '../transfers/transfers.fixture';
import { DisposalNotice } from './disposal-notice.entity';
import { aBidRequest, aListedAsset, FREEHOLD, parties, society, soundClaim } from './disposals.fixture';

const built = buildSubgraph(assets);
type Json = Record<string, never>;

describeDatabases('disposals and transfers in the graph', databaseOf(built), (world) => {
  beforeAll(() => loadDemoInto(world, built));

  async function data(source: string, variables: Record<string, unknown> = {}, actor: Actor = ANONYMOUS) {
    const answer = await ask(world, built, source, variables, actor);
    expect(answer.errors).toBeUndefined();
    return JSON.parse(JSON.stringify(answer.data)) as Json;
  }

  test('may this be sold? A listed asset of the demo world has an answer in every field', async () => {
    const answer = await data(
      `query ($asset: ID!, $on: LocalDate!) {
        asset(id: $asset) {
          mayDispose(on: $on, to: ANYONE) { permitted standing until reasons { message rule { title section url } } }
          toTheCommunity: mayDispose(on: $on, to: COMMUNITY_INTEREST_GROUP) { permitted until reasons { message } }
          nominations(first: 5) { nodes { id state nominator { name organisation { id } } receivedOn decisionDueBy } }
          disposals(first: 5) { nodes { id state noticeReceivedOn interimMoratoriumEndsOn fullMoratoriumEndsOn protectedPeriodEndsOn } }
          transfers(first: 5) { nodes { id state recipient { name organisation { id } } undervalue { pence } } }
        }
      }`,
      { asset: fixedId('asset', 'EX-OLD-04'), on: '2026-06-01' },
    );
    expect(answer).toMatchObject({
      asset: {
        mayDispose: {
          permitted: false,
          standing: 'FULL_MORATORIUM',
          until: '2026-11-11',
          reasons: [{ rule: { section: 's. 95(1)' } }, { rule: { section: 's. 95(3)(b)' } }],
        },
        toTheCommunity: { permitted: true },
        disposals: { nodes: [{ state: 'FULL_MORATORIUM', noticeReceivedOn: '2026-05-12' }] },
        transfers: { nodes: [{ state: 'APPROVED', undervalue: { pence: 51_500_000 } }] },
      },
    });
    expect(JSON.stringify(answer)).not.toContain('null');
  });

  test('the shape of the disposal can turn the answer', async () => {
    const answer = await data(
      `query ($asset: ID!, $shape: DisposalShapeInput) {
        asset(id: $asset) { mayDispose(on: "2026-06-01", to: ANYONE, disposal: $shape) { permitted standing } }
      }`,
      {
        asset: fixedId('asset', 'EX-OLD-04'),
        shape: { kind: 'LEASE_GRANT', withVacantPossession: true, leaseYearsAtGrant: 24 },
      },
    );
    expect(answer).toMatchObject({ asset: { mayDispose: { permitted: true, standing: 'NOT_RELEVANT' } } });
  });

  test('the demo world has a notice in every state, and every state of transfers but none twice at one asset', async () => {
    const { disposalNotices, transfers } = (await data(
      '{ disposalNotices(first: 50) { totalCount nodes { state } } transfers(first: 50) { nodes { state } } }',
    )) as unknown as Record<string, { nodes: { state: string }[] }>;
    const states = (nodes: { state: string }[]) => [...new Set(nodes.map(({ state }) => state))].sort();
    expect(states(disposalNotices!.nodes)).toEqual([
      'DISPOSED',
      'FREE_TO_DISPOSE',
      'FULL_MORATORIUM',
      'INTERIM_MORATORIUM',
      'LAPSED',
      'WITHDRAWN',
    ]);
    expect(states(transfers!.nodes)).toEqual([
      'APPROVED',
      'BUSINESS_CASE',
      'COMPLETED',
      'DECLINED',
      'ENDED',
      'ENQUIRY',
      'EXPRESSION_OF_INTEREST',
      'HEADS_OF_TERMS',
      'WITHDRAWN',
    ]);
  });

  test('the filter for running clocks says the same as the states', async () => {
    const rows = await data(`{
      running: disposalNotices(first: 50, filter: { isRunning: true }, orderBy: ENDING) { totalCount nodes { state } }
      ended: disposalNotices(first: 50, filter: { isRunning: false }) { totalCount nodes { state } }
    }`);
    const { running, ended } = rows as unknown as Record<string, { nodes: { state: string }[] }>;
    const over = ['DISPOSED', 'LAPSED', 'WITHDRAWN'];
    expect(running!.nodes.every(({ state }) => !over.includes(state))).toBe(true);
    expect(ended!.nodes.every(({ state }) => over.includes(state))).toBe(true);
    expect(running!.nodes.length).toBeGreaterThan(3);
    expect(ended!.nodes.length).toBeGreaterThan(2);
  });

  test('a council and a body show their own, and the register shows who has the care', async () => {
    const answer = await data(
      `query ($code: ID!, $body: ID!, $hall: ID!) {
        _entities(representations: [
          { __typename: "Council", gssCode: $code }, { __typename: "Organisation", id: $body }
        ]) {
          ... on Council {
            disposalNotices(first: 2, filter: { isRunning: true }) { totalCount nodes { state owner { name organisation { id } } } }
            assetTransfers(first: 3, orderBy: REVIEW_DUE) { totalCount nodes { state nextReview { year dueBy isOverdue } } }
            overdue: assetTransfers(filter: { isReviewOverdue: true }) { totalCount }
          }
          ... on Organisation { ofBody: assetTransfers { nodes { state asset { name } } } }
        }
        asset(id: $hall) { steward { name rent { pence } } transfers { nodes { state reviews { year kind isLate } nextReview { year } } } }
      }`,
      {
        code: OLDHAM,
        body: fixedId('organisation', 'makers'),
        hall: fixedId('asset', 'EX-OLD-01'),
      },
    );
    expect(answer).toMatchObject({
      _entities: [
        {
          disposalNotices: { totalCount: 3 },
          assetTransfers: {
            totalCount: 6,
            nodes: [{ state: 'COMPLETED', nextReview: { year: 2, isOverdue: true } }, {}, {}],
          },
          overdue: { totalCount: 1 },
        },
        { ofBody: { nodes: [{ state: 'APPROVED', asset: { name: 'Specimen Mill Community Centre' } }] } },
      ],
      asset: {
        steward: { name: 'Example Village Hall Committee', rent: { pence: 0 } },
        transfers: { nodes: [{ reviews: [{ year: 1, kind: 'YEARLY', isLate: false }] }] },
      },
    });
  });

  test('lists cost as many statements whatever their length', async () => {
    const source = `query ($code: ID!, $first: Int) {
      disposalNotices(first: $first) { totalCount nodes {
        state owner { name } viewerCan { withdraw requestBid } council { gssCode }
        bidRequests { state group { name organisation { id } } disposalNotice { id } viewerCan { check } }
        asset { name disposals(first: 2) { totalCount nodes { state } } exemptDisposals { ground } disposalRecords { standing disposalNotice { state } } }
      } }
      transfers(first: $first) { totalCount nodes {
        state recipient { name } reviews { year } nextReview { dueBy } viewerCan { decide }
        asset { name transfers(first: 2) { totalCount nodes { id } } }
      } }
      _entities(representations: [{ __typename: "Council", gssCode: $code }]) { ... on Council {
        assets(first: $first) { nodes { name
          mayDispose(on: "2026-06-01", to: ANYONE) { permitted standing until reasons { message } }
          community: mayDispose(on: "2026-09-01", to: COMMUNITY_INTEREST_GROUP) { permitted }
        } }
      } }
    }`;
    const costOf = (first: number) => world.statementsOf(() => data(source, { code: OLDHAM, first }));
    const [few, many] = [await costOf(8), await costOf(100)];
    // What two places of the answer ask for is read once where they come to it together, and twice where they do not.
    expect(many - few).toBeLessThan(5);
  });

  test('the question costs four statements for a page of assets beside the page itself', async () => {
    const page = (more: string) =>
      world.statementsOf(() => data(`{ assets(first: 48) { nodes { id ${more} } } }`));
    const without = await page('');
    const asked = await page('mayDispose(on: "2026-06-01", to: ANYONE) { permitted reasons { message } }');
    expect(asked - without).toBe(4);
  });

  test('what is personal or of the council alone is for officers, auditors and whoever handed it in', async () => {
    const source = `query ($notice: ID!, $asset: ID!, $transfer: ID!) {
      disposalNotice(id: $notice) { owner { name } bidRequests { group { name contact } } viewerCan { readConfidential } }
      asset(id: $asset) { exemptDisposals { ground evidence } }
      transfer(id: $transfer) { businessCase purpose }
    }`;
    const variables = {
      notice: fixedId('disposal', 'EX-OLD-03'),
      asset: fixedId('asset', 'EX-NEW-01'),
      transfer: fixedId('transfer', 'EX-OLD-03'),
    };
    const { auditor, elsewhere } = people(world);
    for (const actor of [ANONYMOUS, elsewhere])
      expect(await data(source, variables, actor)).toMatchObject({
        disposalNotice: { owner: null, bidRequests: [{ group: { contact: null } }] },
        asset: { exemptDisposals: [{ ground: 'PLANNING_OBLIGATION', evidence: null }] },
        transfer: { businessCase: null, purpose: 'Growing food with schools' },
      });
    expect(await data(source, variables, auditor)).toMatchObject({
      disposalNotice: {
        owner: { name: 'Sample Road Land Limited (example)' },
        bidRequests: [{ group: { contact: 'secretary@group.example' } }],
      },
      asset: { exemptDisposals: [{ evidence: null }] },
      transfer: { businessCase: expect.any(String) },
    });
  });

  test('claims are no open data: a list for officers and auditors, one for whoever made it', async () => {
    const { officer, auditor, elsewhere, owner, group } = parties(world);
    const list = `{ compensationClaims(council: "${OLDHAM}") { totalCount nodes { id state amount { pence } awarded { pence } dueBy } } }`;
    for (const actor of [ANONYMOUS, elsewhere, group]) {
      const { errors, data: nothing } = await ask(world, built, list, {}, actor);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
      expect(nothing).toBeNull();
    }
    expect(await data(list, {}, auditor)).toMatchObject({
      compensationClaims: { totalCount: 1, nodes: [{ state: 'AWARDED', awarded: { pence: 260_000 } }] },
    });
    const assetId = await aListedAsset(world);
    const received = await data(
      `mutation ($input: CompensationClaimReceiveInput!) {
        compensationClaimReceive(input: $input) { compensationClaim { id state amount { formatted } viewerCan { decide withdraw } } problems { message } }
      }`,
      { input: soundClaim(assetId) },
      owner,
    );
    const claim = (received as unknown as { compensationClaimReceive: { compensationClaim: { id: string } } })
      .compensationClaimReceive.compensationClaim;
    expect(claim).toMatchObject({
      amount: { formatted: '£1,000.00' },
      viewerCan: { decide: false, withdraw: true },
    });
    const one = 'query ($id: ID!) { compensationClaim(id: $id) { claimant } }';
    for (const actor of [owner, officer, auditor])
      expect(await data(one, { id: claim.id }, actor)).toEqual({
        compensationClaim: { claimant: 'Terry Tester' },
      });
    for (const actor of [ANONYMOUS, elsewhere, group])
      expect(await data(one, { id: claim.id }, actor)).toEqual({ compensationClaim: null });
  });

  test('what a viewer may do is told before trying', async () => {
    const request = await aBidRequest(world);
    const source = `query ($id: ID!) { bidRequest(id: $id) {
      viewerCan { check withdraw } disposalNotice { viewerCan { withdraw requestBid complete } } } }`;
    const { officer, elsewhere, group, owner } = parties(world);
    const cans = async (actor: Actor) =>
      ((await data(source, { id: request.id }, actor)) as unknown as { bidRequest: object }).bidRequest;
    const none = { withdraw: false, requestBid: false, complete: false };
    expect(await cans(ANONYMOUS)).toEqual({
      viewerCan: { check: false, withdraw: false },
      disposalNotice: { viewerCan: none },
    });
    expect(await cans(elsewhere)).toMatchObject({ disposalNotice: { viewerCan: none } });
    expect(await cans(officer)).toEqual({
      viewerCan: { check: true, withdraw: true },
      disposalNotice: { viewerCan: { withdraw: true, requestBid: true, complete: true } },
    });
    expect(await cans(owner)).toMatchObject({ disposalNotice: { viewerCan: { ...none, withdraw: true } } });
    expect(await cans(group)).toEqual({
      viewerCan: { check: false, withdraw: true },
      disposalNotice: { viewerCan: { ...none, requestBid: true } },
    });
  });

  test('an officer of another council writes through no mutation', async () => {
    const { elsewhere } = people(world);
    const notice = await world.database.reader.findOneByOrFail(DisposalNotice, { gssCode: OLDHAM });
    const change = { id: notice.id };
    const text = { id: fixedId('transfer', 'EX-OLD-04'), statement: 'x' };
    const mutations: [string, object][] = [
      ['disposalNotify', { assetId: notice.assetId, owner: { name: 'x' }, disposal: FREEHOLD }],
      ['disposalWithdraw', change],
      ['disposalRequestBid', { noticeId: notice.id, group: society }],
      [
        'bidRequestCheck',
        { id: fixedId('bidrequest', 'EX-OLD-03-0'), outcome: 'CONFIRMED', statementOfReasons: '' },
      ],
      ['bidRequestWithdraw', { id: fixedId('bidrequest', 'EX-OLD-03-0') }],
      ['disposalComplete', { assetId: notice.assetId, on: '2026-06-01', to: 'ANYONE', disposal: FREEHOLD }],
      ['exemptDisposalRecord', { assetId: notice.assetId, ground: 'GIFT', evidence: 'x' }],
      ['compensationClaimReceive', soundClaim(notice.assetId)],
      [
        'compensationClaimDecide',
        { id: fixedId('claim', 'EX-OLD-03'), awardedPence: 0, statementOfReasons: 'x' },
      ],
      ['compensationClaimWithdraw', { id: fixedId('claim', 'EX-OLD-03') }],
      ['transferEnquire', { assetId: notice.assetId, recipient: { name: 'x' } }],
      ['transferExpressInterest', text],
      ['transferSubmitCase', text],
      ['transferDecide', { id: text.id, outcome: 'DECLINED', statementOfReasons: 'x' }],
      ['transferDecline', text],
      ['transferAgreeTerms', text],
      ['transferComplete', soundCompletion(text.id)],
      ['transferReview', { id: text.id, year: 1, findings: 'x' }],
      ['transferEnd', text],
      ['transferWithdraw', { id: text.id }],
    ];
    for (const [name, input] of mutations) {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
      const answer = await data(
        `mutation ($input: ${type}!) { ${name}(input: $input) { problems { __typename } } }`,
        { input },
        elsewhere,
      );
      expect(answer).toEqual({ [name]: { problems: [{ __typename: 'NotAllowed' }] } });
    }
  });

  test('references are found by id, and none by junk', async () => {
    const { _entities: entities } = (await data(
      `query ($all: [_Any!]!) { _entities(representations: $all) { __typename } }`,
      {
        all: [
          { __typename: 'DisposalNotice', id: fixedId('disposal', 'EX-OLD-03') },
          { __typename: 'BidRequest', id: fixedId('bidrequest', 'EX-OLD-03-0') },
          { __typename: 'ExemptDisposal', id: fixedId('exemptdisposal', 'EX-NEW-01') },
          { __typename: 'DisposalRecord', id: fixedId('disposalrecord', 'EX-NEW-04') },
          { __typename: 'Transfer', id: fixedId('transfer', 'EX-OLD-04') },
          { __typename: 'DisposalNotice', id: '' },
          { __typename: 'Transfer', id: "' OR 1=1" },
        ],
      },
    )) as unknown as { _entities: ({ __typename: string } | null)[] };
    expect(entities.map((one) => one?.__typename ?? null)).toEqual([
      'DisposalNotice',
      'BidRequest',
      'ExemptDisposal',
      'DisposalRecord',
      'Transfer',
      null,
      null,
    ]);
  });

  test.each(['1000-01-01', '1999-12-31', '2012-09-20', '9999-12-31'])(
    'any day can be asked about: %s',
    async (on) => {
      const answer = await data(
        `query ($on: LocalDate!) { assets(first: 48) { nodes { mayDispose(on: $on, to: UNDER_EXEMPTION) { permitted reasons { message } } } } }`,
        { on },
      );
      const { nodes } = (answer as unknown as { assets: { nodes: { mayDispose: { permitted: boolean } }[] } })
        .assets;
      expect(nodes.every(({ mayDispose }) => mayDispose.permitted)).toBe(true);
    },
  );
});
