import fc from 'fast-check';
import { databaseOf, describeDatabases, fuzzCommand, fuzzValidation, loadDemoInto } from '@coop/test/kit';
import { verifyAudit, type CommandResult } from '@coop/shared/commands';
import { buildSubgraph } from '@coop/shared/graphql';
import { councils } from '..';
import { endSharedService } from './end-shared-service.command';
import { proposeSharedService } from './propose-shared-service.command';
import {
  SharedServiceEndInput,
  SharedServiceProposeInput,
  SharedServiceStartInput,
  SharedServiceUpdateCostInput,
} from './shared-service-input.types';
import { SharedService, SharedServicePartner } from './shared-service.entity';
import { startSharedService } from './start-shared-service.command';
import { updateCost } from './update-cost.command';

const built = buildSubgraph(councils);
const OLDHAM = 'E08000004';
const ROCHDALE = 'E08000005';
const kinds = (result: CommandResult): string[] =>
  result.ok ? [] : result.problems.map(({ kind, path }) => [kind, ...(path ?? [])].join(' '));
const sound: SharedServiceProposeInput = {
  lead: OLDHAM,
  service: 'Archives',
  partners: [
    { council: OLDHAM, weight: 2 },
    { council: ROCHDALE, weight: 1 },
  ],
  baselineCostPence: 100_00,
};

describeDatabases('shared services', databaseOf(built), (world) => {
  beforeAll(() => loadDemoInto(world, built));

  const propose = (more: Partial<SharedServiceProposeInput> = {}, actor = world.actor()) =>
    proposeSharedService.run(world.context(actor), { ...sound, ...more });
  const proposed = async () => {
    const result = await propose();
    expect(kinds(result)).toEqual([]);
    return (result as { subject: string }).subject;
  };
  const start = (id: string, more = {}, actor = world.actor()) =>
    startSharedService.run(world.context(actor), {
      id,
      startedOn: '2026-06-01',
      presentCostPence: 90_00,
      ...more,
    });
  const cost = (id: string, more = {}, actor = world.actor()) =>
    updateCost.run(world.context(actor), { id, presentCostPence: 80_00, ...more });
  const end = (id: string, more = {}, actor = world.actor()) =>
    endSharedService.run(world.context(actor), { id, endedOn: '2026-06-01', ...more });
  const row = (id: string) => world.database.reader.findOneByOrFail(SharedService, { id });

  test('one is proposed, started, costed anew and ended', async () => {
    const id = await proposed();
    expect(await row(id)).toMatchObject({ state: 'PROPOSED', presentCostPence: null, version: 1 });
    expect(kinds(await start(id, { expectedVersion: 1 }))).toEqual([]);
    const partners = [...sound.partners, { council: 'E08000009', weight: 1 }];
    expect(kinds(await cost(id, { expectedVersion: 2, partners }))).toEqual([]);
    expect(await row(id)).toMatchObject({ state: 'RUNNING', presentCostPence: 80_00, version: 3 });
    const stored = await world.database.reader.find(SharedServicePartner, {
      where: { sharedServiceId: id },
      order: { position: 'ASC' },
    });
    expect(stored.map(({ councilGssCode, weight }) => ({ council: councilGssCode, weight }))).toEqual(
      partners,
    );
    expect(kinds(await end(id))).toEqual([]);
    expect(await row(id)).toMatchObject({ state: 'ENDED', endedOn: '2026-06-01' });
  });

  test('everything against a proposal comes at once, with its path', async () => {
    const result = await propose({
      service: ' ',
      lead: OLDHAM,
      partners: [
        { council: ROCHDALE, weight: -1 },
        { council: ROCHDALE, weight: 20_000 },
        { council: 'E08999999', weight: 1 },
        { council: 'E07000169', weight: 1 },
      ],
    });
    expect(kinds(result)).toEqual([
      'InvalidInput service',
      'InvalidInput lead',
      'InvalidInput partners 0 weight',
      'InvalidInput partners 1 council',
      'LimitExceeded partners 1 weight',
      'NotFound partners 2 council',
      'Ineligible partners 3 council',
    ]);
  });

  test('what is not in the right state, or not the lead’s, is refused', async () => {
    const id = await proposed();
    const rochdale = world.actor({ council: ROCHDALE });
    const others = [
      await propose({}, rochdale),
      await start(id, {}, rochdale),
      await cost(id, {}, rochdale),
      await end(id, {}, rochdale),
    ];
    expect(others.map(kinds)).toEqual(others.map(() => ['NotAllowed']));
    expect(kinds(await cost(id))).toEqual(['WrongState']);
    expect(kinds(await start(id, { startedOn: '2026-06-02', expectedVersion: 4 }))).toEqual([
      'Conflict expectedVersion',
      'InvalidInput startedOn',
    ]);
    expect(kinds(await start(id))).toEqual([]);
    expect(kinds(await start(id))).toEqual(['WrongState']);
    expect(kinds(await end(id, { endedOn: '2026-05-31' }))).toEqual(['InvalidInput endedOn']);
    expect(kinds(await end(id))).toEqual([]);
    expect(kinds(await end(id))).toEqual(['WrongState']);
    expect(kinds(await cost('sharedservice_x'))).toEqual(['NotFound id']);
  });

  test('of two who start it at once one wins; a proposal may be given up', async () => {
    const id = await proposed();
    const both = await Promise.all([start(id), start(id)]);
    expect(both.map(kinds).sort()).toEqual([[], ['WrongState']]);
    expect(kinds(await end(await proposed()))).toEqual([]);
  });

  test('the same key proposes once', async () => {
    const key = { idempotencyKey: 'archives' };
    expect(await propose(key)).toEqual(await propose(key));
  });

  describe('whatever is sent', () => {
    let running = '';
    beforeAll(async () => {
      running = await proposed();
      await start(running);
    });
    afterAll(async () => expect(await verifyAudit(world.database)).toMatchObject({ ok: true }));

    const id = () => fc.constantFrom(running, 'sharedservice_x');
    const pence = fc.nat(1e9);
    const day = fc.constantFrom('2026-06-01', '2026-06-02', '2011-01-01');
    const partners = fc.array(
      fc.record({
        council: fc.constantFrom(OLDHAM, ROCHDALE, 'E08000009', 'E08999999'),
        weight: fc.constantFrom(0, 1, 3),
      }),
      { maxLength: 3 },
    );
    const proposing = fc.record({
      lead: fc.constant(OLDHAM),
      service: fc.string({ maxLength: 40 }),
      partners,
      baselineCostPence: pence,
    });
    const starting = () => fc.record({ id: id(), startedOn: day, presentCostPence: pence });
    const costing = () =>
      fc.record({
        id: fc.constant(running),
        presentCostPence: pence,
        partners: fc.option(partners, { freq: 1 }),
      });
    const ending = () => fc.record({ id: id(), endedOn: day });

    test('the checks of the inputs answer by problems', () => {
      for (const [type, input] of [
        [SharedServiceProposeInput, proposing],
        [SharedServiceStartInput, starting()],
        [SharedServiceUpdateCostInput, costing()],
        [SharedServiceEndInput, ending()],
      ] as const)
        expect(fuzzValidation(type, input).refused).toBeGreaterThan(1_000);
    }, 120_000);

    test('sharedServicePropose refuses or is done', async () => {
      expect((await fuzzCommand(world, proposeSharedService, proposing)).refused).toBeGreaterThan(5);
    }, 120_000);

    test('sharedServiceStart refuses or is done', async () => {
      expect((await fuzzCommand(world, startSharedService, starting())).refused).toBeGreaterThan(5);
    }, 120_000);

    test('sharedServiceUpdateCost refuses or is done', async () => {
      expect((await fuzzCommand(world, updateCost, costing())).accepted).toBeGreaterThan(5);
    }, 120_000);

    test('sharedServiceEnd refuses or is done', async () => {
      expect((await fuzzCommand(world, endSharedService, ending())).refused).toBeGreaterThan(5);
    }, 120_000);
  });
});
