import { ask, databaseOf, describeDatabases, loadDemoInto } from '@coop/test/kit';
import type { Actor } from '@coop/shared/access';
import { verifyAudit } from '@coop/shared/commands';
import { buildSubgraph } from '@coop/shared/graphql';
import { ANONYMOUS } from '@coop/shared/access';
import { councils } from '..';

const built = buildSubgraph(councils);

interface Answer {
  organisation: {
    id: string;
    orgId: string | null;
    name: string;
    version: number;
    isVcse: boolean | null;
    identifiers: { orgId: string }[];
    otherNames: string[];
    formerIds: string[];
  } | null;
  problems: { __typename: string; message: string; path: string[] | null }[];
}

describeDatabases('what is done to organisations', databaseOf(built), (world) => {
  beforeAll(() => loadDemoInto(world, built));

  const act = async (mutation: string, input: object, actor: Actor = world.actor()): Promise<Answer> => {
    const type = mutation[0]!.toUpperCase() + mutation.slice(1);
    const { data, errors } = await ask(
      world,
      built,
      `mutation ($input: ${type}Input!) { answer: ${mutation}(input: $input) {
        organisation { id orgId name version isVcse isSme otherNames formerIds identifiers { orgId } }
        problems { __typename message path } } }`,
      { input },
      actor,
    );
    expect(errors).toBeUndefined();
    return data!['answer'] as Answer;
  };
  const administrator = () => world.actor({ role: 'administrator', subject: 'admin-1' });
  let made = 0;
  const register = async (facts: object = {}) => {
    made += 1;
    const { organisation, problems } = await act('organisationRegister', {
      name: `Sampleton Society Number ${made}`,
      kind: 'UNKNOWN',
      ...facts,
    });
    expect(problems).toEqual([]);
    return organisation!;
  };
  const find = async (orgId: string) => {
    const { data } = await ask(world, built, 'query ($orgId: ID!) { organisation(orgId: $orgId) { id } }', {
      orgId,
    });
    return (data!['organisation'] as { id: string } | null)?.id ?? null;
  };

  test('one that is registered is found by its numbers, its names and its kind', async () => {
    const { organisation, problems } = await act('organisationRegister', {
      name: '  Testford   Boat Club CIC ',
      kind: 'COMMUNITY_INTEREST_COMPANY',
      identifiers: [
        { scheme: 'gb-coh', id: '1234567' },
        { scheme: 'GB-CFS', id: 'abc' },
      ],
      otherNames: ['Testford Boaters'],
      council: 'E08000004',
      postcode: 'ol11aa',
    });
    expect(problems).toEqual([]);
    expect(organisation).toMatchObject({
      orgId: 'GB-COH-01234567',
      name: 'Testford Boat Club CIC',
      version: 1,
      isVcse: true,
      identifiers: [{ orgId: 'GB-COH-01234567' }, { orgId: 'GB-CFS-abc' }],
    });
    expect(await find('GB-COH-01234567')).toBe(organisation!.id);
    expect(await find('GB-CFS-abc')).toBeNull();
    const { data } = await ask(
      world,
      built,
      '{ organisations(filter: { name: "testford boaters" }) { nodes { postcode council { name } } } }',
    );
    expect(data).toEqual({
      organisations: { nodes: [{ postcode: 'OL1 1AA', council: { name: 'Oldham' } }] },
    });
  });

  test('every reason against a new one comes at once, with its path', async () => {
    const { organisation, problems } = await act('organisationRegister', {
      name: '…',
      kind: 'CHARITY',
      declaredVcse: false,
      identifiers: [
        { scheme: 'GB-COH', id: '06946098' },
        { scheme: 'GB-COH', id: 'none' },
        { scheme: 'XX', id: '1' },
        { scheme: 'GB-CFS', id: 'k' },
        { scheme: 'GB-CFS', id: 'k' },
      ],
      council: 'E08999999',
      postcode: 'nowhere',
    });
    expect(organisation).toBeNull();
    expect(problems.map(({ __typename, path }) => [__typename, ...(path ?? [])])).toEqual([
      ['InvalidInput', 'name'],
      ['InvalidInput', 'identifiers', '1', 'id'],
      ['InvalidInput', 'identifiers', '2', 'scheme'],
      ['InvalidInput', 'identifiers', '4'],
      ['Ineligible', 'identifiers'],
      ['InvalidInput', 'postcode'],
      ['Ineligible', 'declaredVcse'],
      ['NotFound', 'council'],
    ]);
    expect(problems[4]!.message).toContain('Mahdlo');
  });

  test('numbers of accounts never join: two bodies may share one', async () => {
    const identifiers = [{ scheme: 'GB-CFS', id: 'shared-key' }];
    const one = await register({ identifiers });
    const other = await register({ identifiers });
    expect([one.orgId, other.orgId]).toEqual([null, null]);
  });

  test.each([
    ['a resident', { role: 'resident' as const }],
    ['an officer of no council', { council: null, organisation: 'organisation_x' }],
    ['a councillor', { role: 'councillor' as const }],
  ])('%s may not register one', async (_, facts) => {
    const { problems } = await act(
      'organisationRegister',
      { name: 'Nope', kind: 'OTHER' },
      world.actor(facts),
    );
    expect(problems.map((problem) => problem.__typename)).toEqual(['NotAllowed']);
  });

  test('a record of another council’s area, or of another council, is left to that council', async () => {
    const elsewhere = world.actor({ subject: 'officer-9', council: 'E09000022' });
    const kinds = async (action: string, input: object, actor = elsewhere) =>
      (await act(action, input, actor)).problems.map(({ __typename, path }) =>
        [__typename, path?.join('.')].join(' ').trim(),
      );
    const oldham = 'E08000004';
    expect(await kinds('organisationRegister', { name: 'Nope', kind: 'OTHER', council: oldham })).toEqual([
      'NotAllowed council',
    ]);
    expect(await kinds('organisationRegister', { name: 'Nope', kind: 'COUNCIL' })).toEqual([
      'InvalidInput council',
    ]);
    const { id } = await register({ council: oldham });
    expect(await kinds('organisationUpdate', { id, name: 'Taken over' })).toEqual(['NotAllowed']);
    expect(
      await kinds('organisationIdentifierAdd', { id, identifier: { scheme: 'GB-CHC', id: '1234567' } }),
    ).toEqual(['NotAllowed']);
    const other = await register();
    expect(await kinds('organisationUpdate', { id: other.id, council: oldham })).toEqual([
      'NotAllowed council',
    ]);
    expect(await kinds('organisationUpdate', { id: other.id, kind: 'COUNCIL' })).toEqual([
      'InvalidInput council',
    ]);
    const administrator = world.actor({ role: 'administrator', council: 'E09000022' });
    expect(await kinds('organisationMerge', { survivorId: other.id, absorbedId: id }, administrator)).toEqual(
      ['NotAllowed'],
    );
  });

  test('without a token nothing is written', async () => {
    const { errors } = await ask(
      world,
      built,
      'mutation { organisationRegister(input: { name: "Nope", kind: OTHER }) { problems { message } } }',
      {},
      ANONYMOUS,
    );
    expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  test('a new name leaves the old one among the others, and both are found', async () => {
    const { id, name } = await register();
    const { organisation } = await act('organisationUpdate', {
      id,
      expectedVersion: 1,
      name: 'Brandnewham Society',
      kind: 'CO_OPERATIVE_SOCIETY',
      declaredVcse: true,
      postcode: 'OL2 2BB',
    });
    expect(organisation).toMatchObject({
      name: 'Brandnewham Society',
      otherNames: [name],
      version: 2,
      isVcse: true,
    });
    const { data } = await ask(
      world,
      built,
      'query ($names: [String!]!) { organisationMatches(names: $names) { candidates { organisation { id } } } }',
      { names: ['Brandnewham Society Ltd', name] },
    );
    expect(data).toEqual({
      organisationMatches: [
        { candidates: [{ organisation: { id } }] },
        { candidates: [{ organisation: { id } }] },
      ],
    });
    const again = await act('organisationUpdate', { id, declaredVcse: null });
    expect(again.organisation).toMatchObject({ isVcse: null, name: 'Brandnewham Society' });
  });

  test('a change that is based on an old version is a conflict', async () => {
    const { id } = await register();
    await act('organisationUpdate', { id, expectedVersion: 1, declaredSme: true });
    const { problems } = await act('organisationUpdate', { id, expectedVersion: 1, declaredSme: false });
    expect(problems.map((problem) => problem.__typename)).toEqual(['Conflict']);
  });

  test('whoever acts for it may change its postcode but not its kind, and not another one’s', async () => {
    const { id } = await register();
    const other = await register();
    const member = world.actor({ role: 'group', council: null, organisation: id, subject: 'group-1' });
    const kinds = async (input: object) =>
      (await act('organisationUpdate', input, member)).problems.map((problem) => problem.__typename);
    expect(await kinds({ id, postcode: 'OL1 1AA' })).toEqual([]);
    expect(await kinds({ id, kind: 'CHARITY' })).toEqual(['NotAllowed']);
    expect(await kinds({ id, declaredVcse: true })).toEqual(['NotAllowed']);
    expect(await kinds({ id: other.id, postcode: 'OL1 1AA' })).toEqual(['NotAllowed']);
  });

  test('a viewer is told beforehand what may be done', async () => {
    const { id } = await register();
    const can = async (actor: Actor) => {
      const { data } = await ask(
        world,
        built,
        'query ($id: ID!) { organisation(id: $id) { viewerCan { update classify addIdentifier merge } } }',
        { id },
        actor,
      );
      return Object.values((data!['organisation'] as { viewerCan: object }).viewerCan);
    };
    expect(await can(ANONYMOUS)).toEqual([false, false, false, false]);
    expect(await can(world.actor({ role: 'group', council: null, organisation: id }))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(await can(world.actor())).toEqual([true, true, true, false]);
    expect(await can(administrator())).toEqual([true, true, true, true]);
  });

  test('a number is added once, where nobody else has it and the register gives no second', async () => {
    const { id } = await register();
    const add = (scheme: string, number: string) =>
      act('organisationIdentifierAdd', { id, identifier: { scheme, id: number } });
    const { organisation } = await add('GB-CHC', '1100001');
    expect(organisation).toMatchObject({ orgId: 'GB-CHC-1100001', isVcse: true, version: 2 });
    expect((await add('GB-COH', '01100001')).organisation?.orgId).toBe('GB-COH-01100001');
    const kinds = async (scheme: string, number: string) =>
      (await add(scheme, number)).problems.map((problem) => [problem.__typename, ...(problem.path ?? [])]);
    expect(await kinds('GB-CHC', '1100001')).toEqual([['InvalidInput', 'identifier']]);
    expect(await kinds('GB-CHC', '1100002')).toEqual([['Ineligible', 'identifier']]);
    expect(await kinds('GB-MPR', '29372R')).toEqual([['Ineligible', 'identifier']]);
    expect(await kinds('GB-MPR', 'R')).toEqual([['InvalidInput', 'identifier', 'id']]);
  });

  test('old ids go on answering with the survivor, through mergers of mergers', async () => {
    const a = await register({ identifiers: [{ scheme: 'GB-CHC', id: '1200001' }], otherNames: ['Ay'] });
    const b = await register({ identifiers: [{ scheme: 'GB-COH', id: '01200001' }] });
    const c = await register();
    expect(
      (await act('organisationMerge', { survivorId: b.id, absorbedId: a.id }, administrator())).problems,
    ).toEqual([]);
    const { organisation } = await act(
      'organisationMerge',
      { survivorId: c.id, absorbedId: b.id },
      administrator(),
    );
    expect(organisation).toMatchObject({
      id: c.id,
      name: c.name,
      orgId: 'GB-COH-01200001',
      isVcse: true,
      identifiers: [{ orgId: 'GB-COH-01200001' }, { orgId: 'GB-CHC-1200001' }],
    });
    expect(new Set(organisation!.formerIds)).toEqual(new Set([a.id, b.id]));
    expect(new Set(organisation!.otherNames)).toEqual(new Set([b.name, a.name, 'Ay']));
    const { data } = await ask(
      world,
      built,
      `query ($a: ID!, $b: ID!, $them: [_Any!]!) {
        a: organisation(id: $a) { id } b: organisation(id: $b) { id }
        _entities(representations: $them) { ... on Organisation { id formerIds } }
        organisations(filter: { name: "Sampleton Society Number" }, first: 100) { nodes { id } }
      }`,
      { a: a.id, b: b.id, them: [{ __typename: 'Organisation', id: a.id }] },
    );
    expect(data).toMatchObject({ a: { id: c.id }, b: { id: c.id }, _entities: [{ id: c.id }] });
    const listed = (data!['organisations'] as { nodes: { id: string }[] }).nodes.map((node) => node.id);
    expect(listed).not.toContain(a.id);
    expect(listed).toContain(c.id);
    expect(await find('GB-CHC-1200001')).toBe(c.id);
  });

  test('circles, mergers with oneself, of two bodies, and by an officer are refused', async () => {
    const a = await register({ identifiers: [{ scheme: 'GB-CHC', id: '1300001' }] });
    const b = await register();
    const d = await register({ identifiers: [{ scheme: 'GB-CHC', id: '1300002' }] });
    const merge = async (survivorId: string, absorbedId: string, actor = administrator()) =>
      (await act('organisationMerge', { survivorId, absorbedId }, actor)).problems.map((problem) => [
        problem.__typename,
        ...(problem.path ?? []),
      ]);
    expect(await merge(a.id, b.id, world.actor())).toEqual([['NotAllowed']]);
    expect(await merge(a.id, a.id)).toEqual([['Ineligible', 'absorbedId']]);
    expect(await merge(a.id, 'organisation_nobody')).toEqual([['NotFound', 'absorbedId']]);
    expect(await merge(a.id, d.id)).toEqual([['Ineligible', 'absorbedId']]);
    expect(await merge(a.id, b.id)).toEqual([]);
    expect(await merge(b.id, a.id)).toEqual([['WrongState', 'survivorId']]);
    expect(await merge(d.id, b.id)).toEqual([['WrongState', 'absorbedId']]);
    const { problems } = await act('organisationUpdate', { id: b.id, declaredSme: true });
    expect(problems).toMatchObject([
      { __typename: 'WrongState', message: expect.stringContaining(a.id) as string },
    ]);
  });

  test('where the records disagree, the one who merges says which it is', async () => {
    const a = await register({ kind: 'COMPANY', declaredVcse: true });
    const b = await register({ kind: 'PARTNERSHIP', declaredVcse: false });
    const merge = (choices: object) =>
      act('organisationMerge', { survivorId: a.id, absorbedId: b.id, ...choices }, administrator());
    expect((await merge({})).problems.map((problem) => problem.path)).toEqual([['kind'], ['isVcse']]);
    expect((await merge({ kind: 'COMPANY', isVcse: false })).organisation).toMatchObject({ isVcse: false });
  });

  test('of two who register one number at the same moment one wins and the other is told', async () => {
    const input = {
      name: 'Racecourse Runners',
      kind: 'OTHER',
      identifiers: [{ scheme: 'GB-COH', id: '07654321' }],
    };
    const answers = await Promise.all([1, 2, 3].map(() => act('organisationRegister', input)));
    expect(answers.filter(({ organisation }) => organisation !== null)).toHaveLength(1);
    for (const { problems } of answers)
      for (const { __typename } of problems) expect(__typename).toBe('Ineligible');
  });

  test('the same key registers once', async () => {
    const input = { name: 'Keyed Club', kind: 'OTHER', idempotencyKey: 'club-1' };
    const first = await act('organisationRegister', input);
    expect((await act('organisationRegister', input)).organisation?.id).toBe(first.organisation?.id);
  });

  test('all of it is in the audit trail, which verifies', async () => {
    expect(await verifyAudit(world.database)).toMatchObject({ ok: true, faults: [] });
  });
});
