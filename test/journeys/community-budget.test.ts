import type { Role } from '@coop/shared/nouns';
import { fixedId } from '@coop/shared/ids';
import { FixedClock } from '@coop/shared/time';
import { testGraph } from '../kit/graph';

const KINGSTON = 'E09000021';
const HOMES = fixedId('organisation', 'example-norbiton-homes');
const CLUB = fixedId('organisation', 'example-norbiton-youth');
const PROBLEMS = 'problems { __typename message path rule { section } }';

const PARTNERS = `query ($id: ID!) { communityBudget(id: $id) { partners { name organisation { name } } } }`;
const STANDING = `query ($id: ID!, $on: LocalDate) {
  communityBudget(id: $id) {
    outlook { pledged { pence } }
    ledgerCheck { isSound }
    closedPeriods { nodes { untilOn isUnchanged } }
    statement(on: $on) {
      isClosed postingCount
      pool { total { pence } cash { pence } inKind { pence } available { pence } allocated { pence } }
      accounts { kind form balance { pence } partner { name } }
    }
  }
}`;

interface Answered {
  readonly id: string | null;
  readonly problems: readonly {
    readonly __typename: string;
    readonly path: readonly string[] | null;
    readonly rule: { readonly section: string } | null;
  }[];
}

describe('a community budget, by everybody’s own token', () => {
  const clock = new FixedClock('2026-05-12T09:00:00Z');
  const graph = testGraph({ clock });

  const officer = () => graph.token({ subject: 'treasurer', council: KINGSTON });
  const acting = (organisation: string, role: Role = 'partner') =>
    graph.token({ subject: `for-${organisation}`, role, council: undefined, organisation });

  /** Sends a mutation; the answer's thing by its id. */
  async function send(mutation: string, thing: string, input: object, token: string): Promise<Answered> {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!`;
    const source = `mutation ($input: ${type}) { answer: ${mutation}(input: $input) { ${thing} { id } ${PROBLEMS} } }`;
    const { data, errors } = await graph.ask<{ answer: Record<string, unknown> }>(
      source,
      { input },
      { token },
    );
    expect(errors).toBeUndefined();
    const { problems, [thing]: made } = data!.answer;
    const { id = null } = (made as { id: string } | null) ?? {};
    return { id, problems: problems as Answered['problems'] };
  }

  /** The same, where it has to be done. */
  async function done(mutation: string, thing: string, input: object, token: string): Promise<string> {
    const { id, problems } = await send(mutation, thing, input, token);
    expect([mutation, problems]).toEqual([mutation, []]);
    return id!;
  }

  const OPENING = {
    ...{ council: KINGSTON, kind: 'NEIGHBOURHOOD', name: 'Norbiton youth budget', description: 'Evenings' },
    neighbourhoodId: fixedId('neighbourhood', 'norbiton'),
    lead: {
      ...{ kind: 'LOCAL_AUTHORITY', name: 'Royal Borough of Kingston upon Thames' },
      ...{ organisationId: fixedId('organisation', KINGSTON), agreedBy: 'Director' },
    },
  };

  /** A budget of the council with the two bodies as partners, each of which has joined by its own token. */
  async function opened(): Promise<{ id: string; lead: string; homes: string; club: string }> {
    const token = await officer();
    const id = await done('communityBudgetOpen', 'communityBudget', OPENING, token);
    const invite = (name: string, organisationId: string) =>
      done('budgetPartnerInvite', 'partner', { budgetId: id, name, organisationId }, token);
    const homes = await invite('Example Norbiton Homes', HOMES);
    const club = await invite('Example Norbiton Youth Club', CLUB);
    await done('budgetPartnerJoin', 'partner', { id: homes, agreedBy: 'Its board' }, await acting(HOMES));
    await done('budgetPartnerJoin', 'partner', { id: club, agreedBy: 'Chair' }, await acting(CLUB, 'group'));
    const query = 'query ($id: ID!) { communityBudget(id: $id) { partners { id } } }';
    const { data } = await graph.ask<{ communityBudget: { partners: { id: string }[] } }>(query, { id });
    return { id, lead: data!.communityBudget.partners[0]!.id, homes, club };
  }

  const standing = async (id: string, on?: string) => {
    const { data, errors } = await graph.ask<{ communityBudget: object }>(STANDING, { id, on });
    expect(errors).toBeUndefined();
    return data!.communityBudget;
  };

  beforeEach(() => clock.set('2026-05-12T09:00:00Z'));

  test('takes partners that the directory knows, each by its own agreement', async () => {
    const token = await officer();
    const unknown = { ...OPENING, lead: { ...OPENING.lead, organisationId: 'organisation_nobody' } };
    expect(await send('communityBudgetOpen', 'communityBudget', unknown, token)).toMatchObject({
      ...{ id: null, problems: [{ __typename: 'NotFound', path: ['lead', 'organisationId'] }] },
    });
    const elsewhere = { ...OPENING, neighbourhoodId: fixedId('neighbourhood', 'cowgate') };
    expect(await send('communityBudgetOpen', 'communityBudget', elsewhere, token)).toMatchObject({
      ...{ id: null, problems: [{ __typename: 'NotFound', path: ['neighbourhoodId'] }] },
    });
    const { id } = await opened();
    expect((await graph.ask(PARTNERS, { id })).data).toEqual({
      communityBudget: {
        partners: [
          {
            name: 'Royal Borough of Kingston upon Thames',
            organisation: { name: 'Royal Borough of Kingston upon Thames' },
          },
          { name: 'Example Norbiton Homes', organisation: { name: 'Example Norbiton Homes Limited' } },
          { name: 'Example Norbiton Youth Club', organisation: { name: 'Example Norbiton Youth Club' } },
        ],
      },
    });
    const asked = { budgetId: id, name: 'Traders', organisationId: CLUB };
    expect(await send('budgetPartnerInvite', 'partner', asked, token)).toMatchObject({
      problems: [{ __typename: 'Ineligible', path: ['organisationId'] }],
    });
  });

  test('shows the staff time that a partner pledges, once the others have agreed and it has arrived', async () => {
    const { id, lead, homes, club } = await opened();
    const [treasurer, forClub, forHomes] = [
      await officer(),
      await acting(CLUB, 'group'),
      await acting(HOMES),
    ];
    const pledge = {
      ...{ partnerId: club, form: 'IN_KIND', description: 'A youth worker, two evenings a week' },
      ...{ hours: 100, hourlyRatePence: 1_850 },
    };
    expect(await send('contributionPledge', 'contribution', pledge, forHomes)).toMatchObject({
      problems: [{ __typename: 'NotAllowed' }],
    });
    const contribution = await done('contributionPledge', 'contribution', pledge, forClub);
    const content = {
      services: [{ name: 'Youth evenings', description: 'Two a week', partnerId: club }],
      resources: [{ kind: 'STAFF', description: 'A youth worker', partnerId: club }],
      ...{ accountability: 'A board of the three.', goesLiveOn: '2026-05-12' },
    };
    const plan = await done('planDraft', 'plan', { budgetId: id, content }, treasurer);
    const agree = (partnerId: string, token: string) =>
      send('planAgree', 'plan', { id: plan, partnerId, revision: 1, agreedBy: 'Chair' }, token);
    expect(await agree(lead, forClub)).toMatchObject({ problems: [{ __typename: 'NotAllowed' }] });
    expect(await agree(club, forClub)).toMatchObject({ problems: [] });
    expect(await send('planGoLive', 'plan', { id: plan }, treasurer)).toMatchObject({
      problems: [{ __typename: 'WrongState' }],
    });
    expect(await agree(homes, forHomes)).toMatchObject({ problems: [] });
    expect(await agree(lead, treasurer)).toMatchObject({ problems: [] });
    await done('planGoLive', 'plan', { id: plan }, treasurer);
    expect(await standing(id)).toMatchObject({
      outlook: { pledged: { pence: 185_000 } },
      statement: { pool: { inKind: { pence: 0 } }, accounts: [] },
    });
    expect(
      await send('contributionReceive', 'contribution', { id: contribution, amountPence: 1 }, forClub),
    ).toMatchObject({ problems: [{ __typename: 'NotAllowed' }] });
    await done('contributionReceive', 'contribution', { id: contribution, amountPence: 74_000 }, treasurer);
    expect(await standing(id)).toMatchObject({
      ...{ outlook: { pledged: { pence: 111_000 } }, ledgerCheck: { isSound: true } },
      statement: {
        ...{ isClosed: false, postingCount: 1 },
        pool: { total: { pence: 74_000 }, cash: { pence: 0 }, inKind: { pence: 74_000 } },
        accounts: expect.arrayContaining([
          {
            ...{ kind: 'CONTRIBUTED', form: 'IN_KIND', balance: { pence: 74_000 } },
            partner: { name: 'Example Norbiton Youth Club' },
          },
        ]) as unknown,
      },
    });
    expect(await standing(id, '2026-05-11')).toMatchObject({ statement: { postingCount: 0 } });
  });

  test('has its month closed by the treasurer; a mistake in it is put right by a posting in the next', async () => {
    const { id, lead } = await opened();
    let treasurer = await officer();
    const pledge = { partnerId: lead, form: 'CASH', description: 'Money', amountPence: 100_000 };
    const cash = await done('contributionPledge', 'contribution', pledge, treasurer);
    await done('contributionReceive', 'contribution', { id: cash, amountPence: 100_000 }, treasurer);
    const allocate = (purpose: string, more: object = {}) =>
      send(
        'allocationMake',
        'allocation',
        { budgetId: id, form: 'CASH', amountPence: 30_000, purpose, ...more },
        treasurer,
      );
    const evenings = (await allocate('Evenings')).id;
    const trips = (await allocate('Trips')).id;
    const journal = (amountPence: number, other: number) => ({
      ...{ budgetId: id, form: 'CASH', narrative: 'Fewer trips, more evenings' },
      lines: [
        { kind: 'ALLOCATED', allocationId: evenings, amountPence },
        { kind: 'ALLOCATED', allocationId: trips, amountPence: other },
      ],
    });
    expect(await send('ledgerJournalPost', 'posting', journal(5_000, -4_999), treasurer)).toMatchObject({
      problems: [{ __typename: 'InvalidInput', rule: { section: 'double entry: every posting balances' } }],
    });
    const wrong = await done('ledgerJournalPost', 'posting', journal(20_000, -20_000), treasurer);
    const may = {
      ...{ pool: { total: { pence: 100_000 }, available: { pence: 40_000 }, allocated: { pence: 60_000 } } },
      postingCount: 4,
    };
    expect(await standing(id, '2026-05-31')).toMatchObject({ statement: { ...may, isClosed: false } });
    const close = { budgetId: id, until: '2026-05-31' };
    expect(await send('ledgerPeriodClose', 'period', close, treasurer)).toMatchObject({
      problems: [{ __typename: 'TooEarly', path: ['until'] }],
    });

    clock.set('2026-06-02T09:00:00Z');
    treasurer = await officer();
    await done('ledgerPeriodClose', 'period', close, treasurer);
    const rule = { section: 'a closed period is corrected by postings in an open one' };
    const late = { __typename: 'WrongState', path: ['postedOn'], rule };
    expect(await allocate('Late', { postedOn: '2026-05-31' })).toMatchObject({ id: null, problems: [late] });
    const back = { id: wrong, narrative: 'It was agreed for June', postedOn: '2026-05-31' };
    expect(await send('ledgerPostingCorrect', 'posting', back, treasurer)).toMatchObject({
      problems: [late],
    });
    const { postedOn: _may, ...correction } = back;
    await done('ledgerPostingCorrect', 'posting', correction, treasurer);
    expect(await standing(id, '2026-05-31')).toMatchObject({
      closedPeriods: { nodes: [{ untilOn: '2026-05-31', isUnchanged: true }] },
      statement: { ...may, isClosed: true },
    });
    expect(await standing(id)).toMatchObject({
      ledgerCheck: { isSound: true },
      statement: { isClosed: false, postingCount: 5, pool: may.pool },
    });
    const { data } = await graph.ask(
      'query ($id: ID!) { allocations: communityBudget(id: $id) { allocations { nodes { purpose left { pence } } } } }',
      { id },
    );
    expect(data).toMatchObject({
      allocations: {
        allocations: {
          nodes: expect.arrayContaining([
            { purpose: 'Evenings', left: { pence: 30_000 } },
            { purpose: 'Trips', left: { pence: 30_000 } },
          ]) as unknown,
        },
      },
    });
  });
});
