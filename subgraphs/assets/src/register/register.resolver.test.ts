import { ask, databaseOf, describeDatabases } from '@coop/test/kit';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@coop/shared/access';
import { buildSubgraph } from '@coop/shared/graphql';
import { assets } from '../index';

const built = buildSubgraph(assets);
const OLDHAM = 'E08000004';

const REGISTER = `mutation ($input: AssetRegisterInput!) {
  assetRegister(input: $input) { asset { id version name reference uprn postcode address state tenure
    location { easting northing latitude longitude givenIn accuracyMetres } viewerCan { update restore } }
    problems { __typename message path rule { section } } } }`;
const mutation = (
  name: string,
  fields: string,
) => `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) {
  ${name}(input: $input) { asset { id version ${fields} }
    problems { __typename message path ... on Conflict { currentVersion } ... on WrongState { state allowed } } } }`;

interface Payload {
  asset: Record<string, unknown> & { id: string; version: number };
  problems: Record<string, unknown>[];
}

describeDatabases('the commands of the register', databaseOf(built), (world) => {
  let officer: Actor;
  beforeAll(() => {
    officer = world.actor();
  });

  async function run(source: string, input: object, actor: Actor = officer): Promise<Payload> {
    const { data, errors } = await ask(world, built, source, { input }, actor);
    if (errors) throw errors[0]!;
    return Object.values(data as Record<string, Payload>)[0]!;
  }
  const registered = async (facts: object = {}) =>
    (await run(REGISTER, { gssCode: OLDHAM, name: 'Old Library', ...facts })).asset;

  test('put an asset on the register, everything in its proper form', async () => {
    const { asset, problems } = await run(REGISTER, {
      gssCode: OLDHAM,
      name: '  Royton   Town Hall ',
      reference: 'EST/0001',
      uprn: '000422000123',
      streetNumber: '12',
      streetName: 'Rochdale Road',
      postTown: 'Oldham',
      postcode: 'ol26qj',
      tenure: 'FREEHOLD',
      location: { easting: 392000, northing: 407500 },
    });
    expect(problems).toEqual([]);
    expect(asset).toMatchObject({
      version: 1,
      name: 'Royton Town Hall',
      reference: 'EST/0001',
      uprn: '422000123',
      postcode: 'OL2 6QJ',
      address: '12 Rochdale Road, Oldham',
      state: 'HELD',
      tenure: 'FREEHOLD',
      location: { easting: 392000, northing: 407500, givenIn: 'OSGB36', accuracyMetres: 5 },
      viewerCan: { update: true, restore: false },
    });
  });

  test('say everything that is wrong at once, each with its path, and write nothing', async () => {
    const { asset, problems } = await run(REGISTER, {
      gssCode: OLDHAM,
      name: ' ',
      uprn: 'many',
      postcode: 'nowhere',
      location: { easting: 1, latitude: 53 },
      wardGssCode: 'ward',
    });
    expect(asset).toBeNull();
    expect(problems.map(({ path }) => path)).toEqual([
      ['name'],
      ['uprn'],
      ['postcode'],
      ['location'],
      ['wardGssCode'],
    ]);
  });

  test('refuse a place that is nowhere in the country', async () => {
    const { problems } = await run(REGISTER, {
      gssCode: OLDHAM,
      name: 'Elsewhere',
      location: { latitude: -33.9, longitude: 151.2 },
    });
    expect(problems).toMatchObject([{ __typename: 'InvalidInput', path: ['location'] }]);
  });

  test('refuse a reference that another asset of the council has, whatever its case', async () => {
    await registered({ reference: 'DUP/1' });
    const { asset, problems } = await run(REGISTER, { gssCode: OLDHAM, name: 'Twin', reference: 'dup/1' });
    expect(asset).toBeNull();
    expect(problems).toMatchObject([{ __typename: 'InvalidInput', path: ['reference'] }]);
    const other = world.actor({ council: 'E09000022' });
    const elsewhere = await run(REGISTER, { gssCode: 'E09000022', name: 'Twin', reference: 'dup/1' }, other);
    expect(elsewhere.problems).toEqual([]);
  });

  describe('refuse whoever does not keep this register:', () => {
    const strangers: readonly Partial<Actor>[] = [
      { council: 'E09000022' },
      { role: 'resident' },
      { role: 'councillor' },
      { role: 'group', council: null, organisation: 'organisation_x' },
      { role: 'auditor' },
    ];
    test.each(strangers)('%j', async (facts) => {
      const { id } = await registered();
      const stranger = world.actor({ subject: 'stranger', ...facts });
      const inputs: Record<string, object> = {
        assetUpdate: { assetId: id, expectedVersion: 1, name: 'Mine' },
        assetRetire: { assetId: id, reason: 'SOLD' },
        assetRestore: { assetId: id },
        assetStewardRecord: { assetId: id, name: 'Me', responsibility: 'SHARED' },
        assetStewardEnd: { assetId: id },
      };
      for (const [name, input] of Object.entries(inputs))
        expect((await run(mutation(name, 'name'), input, stranger)).problems).toMatchObject([
          { __typename: 'NotAllowed' },
        ]);
      const created = await run(REGISTER, { gssCode: OLDHAM, name: 'Mine' }, stranger);
      expect(created.problems).toMatchObject([{ __typename: 'NotAllowed' }]);
    });
  });

  test('change what is said and nothing else', async () => {
    const before = await registered({ reference: 'UPD/1', postTown: 'Oldham', postcode: 'OL1 1UT' });
    const { asset, problems } = await run(mutation('assetUpdate', 'name reference postcode address'), {
      assetId: before.id,
      expectedVersion: 1,
      name: 'New Library',
      postcode: null,
    });
    expect(problems).toEqual([]);
    expect(asset).toMatchObject({
      version: 2,
      name: 'New Library',
      reference: 'UPD/1',
      postcode: null,
      address: 'Oldham',
    });
  });

  test('refuse a change that was based on an older version', async () => {
    const { id } = await registered();
    const update = (name: string) =>
      run(mutation('assetUpdate', 'name'), { assetId: id, expectedVersion: 1, name });
    expect((await update('First')).problems).toEqual([]);
    expect((await update('Second')).problems).toMatchObject([
      { __typename: 'Conflict', currentVersion: 2, path: ['expectedVersion'] },
    ]);
  });

  test('do the same thing once under one idempotency key', async () => {
    const input = { gssCode: OLDHAM, name: 'Once', idempotencyKey: 'once' };
    const first = await run(REGISTER, input);
    const again = await run(REGISTER, input);
    expect(again.asset.id).toBe(first.asset.id);
  });

  test('retire an asset with its reason, keep the entry, and restore it', async () => {
    const { id } = await registered();
    const retired = await run(mutation('assetRetire', 'state retirement { on reason statementOfReasons }'), {
      assetId: id,
      reason: 'DEMOLISHED',
      statementOfReasons: 'Unsafe after the fire.',
      on: '2026-05-30',
    });
    expect(retired.asset).toMatchObject({
      state: 'RETIRED',
      retirement: { on: '2026-05-30', reason: 'DEMOLISHED', statementOfReasons: 'Unsafe after the fire.' },
    });
    const update = { assetId: id, expectedVersion: 2, name: 'X' };
    expect((await run(mutation('assetUpdate', 'name'), update)).problems).toMatchObject([
      { __typename: 'WrongState', state: 'RETIRED', allowed: ['HELD'] },
    ]);
    const { data } = await ask(world, built, 'query ($id: ID!) { asset(id: $id) { name state } }', { id });
    expect(data).toEqual({ asset: { name: 'Old Library', state: 'RETIRED' } });
    const restored = await run(mutation('assetRestore', 'state retirement { on }'), { assetId: id });
    expect(restored.asset).toMatchObject({ version: 3, state: 'HELD', retirement: null });
    expect((await run(mutation('assetRestore', 'state'), { assetId: id })).problems).toMatchObject([
      { __typename: 'WrongState' },
    ]);
  });

  test('refuse to retire without words for OTHER, and on a day to come', async () => {
    const { id } = await registered();
    const { problems } = await run(mutation('assetRetire', 'state'), {
      assetId: id,
      reason: 'OTHER',
      on: '2027-01-01',
    });
    expect(problems.map(({ path }) => path)).toEqual([['statementOfReasons'], ['on']]);
  });

  test('record who has the care of an asset, and that the council has it again', async () => {
    const { id } = await registered();
    const fields = 'steward { name organisation { id } responsibility leaseUntil rent { pence } }';
    const recorded = await run(mutation('assetStewardRecord', fields), {
      assetId: id,
      name: 'Friends of the Library',
      organisationId: 'organisation_friends',
      responsibility: 'FULL_REPAIR_AND_RUNNING',
      leaseUntil: '2051-03-31',
      rentPence: 0,
    });
    expect(recorded.asset['steward']).toEqual({
      name: 'Friends of the Library',
      organisation: { id: 'organisation_friends' },
      responsibility: 'FULL_REPAIR_AND_RUNNING',
      leaseUntil: '2051-03-31',
      rent: { pence: 0 },
    });
    const late = await run(mutation('assetStewardRecord', fields), {
      assetId: id,
      name: '',
      responsibility: 'SHARED',
      leaseUntil: '2020-01-01',
      rentPence: -1,
    });
    expect(late.problems.map(({ path }) => path)).toEqual([['name'], ['leaseUntil'], ['rentPence']]);
    const ended = await run(mutation('assetStewardEnd', fields), { assetId: id });
    expect(ended.asset['steward']).toBeNull();
    expect((await run(mutation('assetStewardEnd', fields), { assetId: id })).problems).toMatchObject([
      { __typename: 'NotFound' },
    ]);
  });

  test('say that there is no such asset', async () => {
    const { problems } = await run(mutation('assetRestore', 'state'), { assetId: 'asset_nowhere' });
    expect(problems).toMatchObject([{ __typename: 'NotFound', path: ['assetId'] }]);
  });

  test('need somebody who is known', async () => {
    const { errors } = await ask(world, built, REGISTER, { input: { gssCode: OLDHAM, name: 'X' } });
    expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});
