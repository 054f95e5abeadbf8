import fc from 'fast-check';
import type { GraphQLObjectType } from 'graphql';
import { databaseOf, describeDatabases, fuzzCommand, fuzzValidation, loadDemoInto } from '@coop/test/kit';
import { verifyAudit, type CommandResult } from '@coop/shared/commands';
import { buildSubgraph } from '@coop/shared/graphql';
import { AuditEntry } from '@coop/shared/persistence';
import { councils } from '..';
import { CouncillorInterest } from './councillor-interest.entity';
import {
  CouncillorCreateInput,
  CouncillorEndInput,
  CouncillorInterestEndInput,
  CouncillorInterestRegisterInput,
  DispensationGrantInput,
  DispensationWithdrawInput,
} from './councillor-input.types';
import { Councillor } from './councillor.entity';
import { createCouncillor } from './create-councillor.command';
import { Dispensation } from './dispensation.entity';
import { endCouncillor } from './end-councillor.command';
import { endInterest } from './end-interest.command';
import { grantDispensation } from './grant-dispensation.command';
import { registerInterest } from './register-interest.command';
import { withdrawDispensation } from './withdraw-dispensation.command';

const built = buildSubgraph(councils);
const OLDHAM = 'E08000004';
const kinds = (result: CommandResult): string[] =>
  result.ok ? [] : result.problems.map(({ kind, path }) => [kind, ...(path ?? [])].join(' '));
const subjectOf = (result: CommandResult): string => {
  expect(kinds(result)).toEqual([]);
  return (result as { subject: string }).subject;
};

const soundCouncillor: CouncillorCreateInput = {
  council: OLDHAM,
  ward: 'E05014646',
  name: 'Jo Example',
  fromOn: '2026-05-08',
  account: 'somebody@council',
};
const soundInterest = {
  kind: 'LAND' as const,
  holder: 'COUNCILLOR' as const,
  details: 'A field.',
  heldFrom: '2026-05-10',
  notifiedOn: '2026-05-20',
};
const soundLeave = {
  matter: 'Fields',
  ground: 'INTERESTS_OF_RESIDENTS' as const,
  restrictions: ['VOTE' as const],
  fromOn: '2026-06-01',
  untilOn: '2030-05-31',
  requestedInWriting: true,
};

describeDatabases('councillors on record', databaseOf(built), (world) => {
  beforeAll(() => loadDemoInto(world, built));

  const reader = () => world.database.reader;
  const elsewhere = () => world.actor({ council: 'E09000022' });
  const create = (more: Partial<CouncillorCreateInput> = {}, actor = world.actor()) =>
    createCouncillor.run(world.context(actor), { ...soundCouncillor, ...more });
  const aCouncillor = async () => subjectOf(await create());

  test('one is put on record; the account is neither shown nor in the audit trail', async () => {
    const id = await aCouncillor();
    expect(await reader().findOneBy(Councillor, { id })).toMatchObject({
      councilGssCode: OLDHAM,
      account: 'somebody@council',
      version: 1,
    });
    const entry = await reader().findOneByOrFail(AuditEntry, { subject: id });
    expect(JSON.stringify(entry)).not.toContain('somebody@council');
    const type = built.schema.getType('Councillor') as GraphQLObjectType;
    expect(Object.keys(type.getFields())).not.toContain('account');
  });

  test.each([
    [{ name: ' ', fromOn: '2026-06-02' }, ['InvalidInput name', 'InvalidInput fromOn']],
    [{ ward: 'E05999999' }, ['NotFound ward']],
    [{ ward: 'E05013941' }, ['Ineligible ward']],
  ])('%j is refused', async (more, problems) => {
    expect(kinds(await create(more))).toEqual(problems);
  });

  test('nobody of another council writes here', async () => {
    const councillor = await aCouncillor();
    const interest = subjectOf(await registerInterest.run(world.context(), { ...soundInterest, councillor }));
    const leave = subjectOf(await grantDispensation.run(world.context(), { ...soundLeave, councillor }));
    const context = world.context(elsewhere());
    const refused = [
      await create({}, elsewhere()),
      await endCouncillor.run(context, { id: councillor, untilOn: '2026-06-01' }),
      await registerInterest.run(context, { ...soundInterest, councillor }),
      await endInterest.run(context, { id: interest, heldUntil: '2026-06-01' }),
      await grantDispensation.run(context, { ...soundLeave, councillor }),
      await withdrawDispensation.run(context, { id: leave }),
    ];
    expect(refused.map(kinds)).toEqual(refused.map(() => ['NotAllowed']));
  });

  test('what is not there is not found', async () => {
    const id = 'councillor_x';
    const context = world.context();
    const refused = [
      await create({ council: 'E08999999' }, world.actor({ council: 'E08999999' })),
      await endCouncillor.run(context, { id, untilOn: '2026-06-01' }),
      await registerInterest.run(context, { ...soundInterest, councillor: id }),
      await endInterest.run(context, { id, heldUntil: '2026-06-01' }),
      await grantDispensation.run(context, { ...soundLeave, councillor: id }),
      await withdrawDispensation.run(context, { id }),
    ];
    expect(refused.map((one) => kinds(one)[0]?.split(' ')[0])).toEqual(refused.map(() => 'NotFound'));
  });

  test('a term ends once, and who is out of office gets no dispensation', async () => {
    const councillor = await aCouncillor();
    const end = (untilOn: string, expectedVersion?: number) =>
      endCouncillor.run(world.context(), {
        id: councillor,
        untilOn,
        ...(expectedVersion ? { expectedVersion } : {}),
      });
    expect(kinds(await end('2026-05-01'))).toEqual(['InvalidInput untilOn']);
    expect(kinds(await end('2026-05-31', 9))).toEqual(['Conflict expectedVersion']);
    subjectOf(await end('2026-05-31', 1));
    expect(kinds(await end('2026-05-31'))).toEqual(['WrongState']);
    expect(kinds(await grantDispensation.run(world.context(), { ...soundLeave, councillor }))).toEqual([
      'Ineligible councillor',
    ]);
  });

  test('an interest is entered and ended; of a sensitive one nothing is kept', async () => {
    const councillor = await aCouncillor();
    const enter = (more = {}) =>
      registerInterest.run(world.context(), { ...soundInterest, councillor, ...more });
    const told = await enter({ isSensitive: true });
    expect(kinds(told)).toEqual(['InvalidInput details']);
    expect(!told.ok && told.problems[0]!.rule?.section).toBe('s. 32(2)');
    expect(kinds(await enter({ details: ' ' }))).toEqual(['InvalidInput details']);
    expect(kinds(await enter({ notifiedOn: '2012-06-30' }))).toEqual(['InvalidInput notifiedOn']);
    subjectOf(await enter({ isSensitive: true, details: null }));
    const id = subjectOf(await enter());
    const end = (heldUntil: string) => endInterest.run(world.context(), { id, heldUntil });
    expect(kinds(await end('2026-05-09'))).toEqual(['InvalidInput heldUntil']);
    subjectOf(await end('2026-05-30'));
    expect(kinds(await end('2026-05-30'))).toEqual(['WrongState']);
    expect(await reader().findOneBy(CouncillorInterest, { id })).toMatchObject({
      heldUntil: '2026-05-30',
      version: 2,
    });
  });

  describe('a dispensation', () => {
    test('lasts four years at most, and its problems name the fields of the input', async () => {
      const result = await grantDispensation.run(world.context(), {
        ...soundLeave,
        councillor: await aCouncillor(),
        untilOn: '2030-06-01',
        requestedInWriting: false,
        restrictions: [],
      });
      expect(kinds(result)).toEqual([
        'Ineligible requestedInWriting',
        'InvalidInput restrictions',
        'LimitExceeded untilOn',
      ]);
    });

    test('is taken back once, and not after it has run out', async () => {
      const councillor = await aCouncillor();
      const grant = async (untilOn: string) =>
        subjectOf(await grantDispensation.run(world.context(), { ...soundLeave, councillor, untilOn }));
      const id = await grant('2026-12-31');
      const short = await grant('2026-06-01');
      const withdraw = (which: string) => withdrawDispensation.run(world.context(), { id: which });
      const both = await Promise.all([withdraw(id), withdraw(id)]);
      expect(both.map(kinds).sort()).toEqual([[], ['WrongState']]);
      expect(await reader().findOneBy(Dispensation, { id })).toMatchObject({ withdrawnOn: '2026-06-01' });
      world.clock.set('2026-06-02T11:00:00Z');
      expect(kinds(await withdraw(short))).toEqual(['WrongState']);
      world.clock.set('2026-06-01T11:00:00Z');
    });

    test('is not granted where the law does not extend', async () => {
      const actor = world.actor({ council: 'W06000015' });
      const id = subjectOf(await create({ council: 'W06000015', ward: null }, actor));
      const result = await grantDispensation.run(world.context(actor), { ...soundLeave, councillor: id });
      expect(kinds(result)).toEqual(['Ineligible councillor']);
    });
  });

  describe('whatever is sent', () => {
    let councillor = '';
    beforeAll(async () => {
      councillor = await aCouncillor();
    });
    afterAll(async () => expect(await verifyAudit(world.database)).toMatchObject({ ok: true }));

    const id = () => fc.constantFrom(councillor, 'councillor_x');
    const day = fc.constantFrom('2026-05-30', '2026-06-02', '2011-01-01');
    const text = fc.string({ maxLength: 40 });
    const creating = fc.record({
      council: fc.constant(OLDHAM),
      ward: fc.option(fc.constantFrom('E05014646', 'E05013941')),
      name: text,
      role: fc.option(text),
      fromOn: day,
      account: fc.option(text),
    });
    const entering = () =>
      fc.record({
        councillor: id(),
        kind: fc.constantFrom('LAND' as const, 'SECURITIES' as const),
        holder: fc.constantFrom('COUNCILLOR' as const, 'PARTNER' as const),
        details: fc.option(text, { freq: 9 }),
        isSensitive: fc.constant(false),
        heldFrom: fc.constantFrom('2026-05-30', '2011-01-01'),
        notifiedOn: fc.constantFrom('2026-05-30', '2026-05-31', '2026-06-02'),
      });
    const granting = () =>
      fc.record({
        councillor: id(),
        matter: text,
        ground: fc.constantFrom('WHOLE_EXECUTIVE' as const, 'BUSINESS_IMPEDED' as const),
        restrictions: fc.subarray(['DISCUSSION' as const, 'VOTE' as const]),
        fromOn: day,
        untilOn: day,
        requestedInWriting: fc.boolean(),
      });

    test('the checks of the inputs answer by problems', () => {
      for (const [type, input] of [
        [CouncillorCreateInput, creating],
        [CouncillorEndInput, fc.record({ id: id(), untilOn: day })],
        [CouncillorInterestRegisterInput, entering()],
        [CouncillorInterestEndInput, fc.record({ id: id(), heldUntil: day })],
        [DispensationGrantInput, granting()],
        [DispensationWithdrawInput, fc.record({ id: id() })],
      ] as const)
        expect(fuzzValidation(type, input).refused).toBeGreaterThan(1_000);
    }, 120_000);

    test('councillorCreate refuses or is done', async () => {
      expect((await fuzzCommand(world, createCouncillor, creating)).accepted).toBeGreaterThan(5);
    }, 120_000);

    test('councillorInterestRegister refuses or is done', async () => {
      expect((await fuzzCommand(world, registerInterest, entering())).accepted).toBeGreaterThan(5);
    }, 120_000);

    test('councillorInterestEnd refuses or is done', async () => {
      const inputs = fc.record({ id: fc.constant('councillorinterest_x'), heldUntil: day });
      expect((await fuzzCommand(world, endInterest, inputs)).refused).toBeGreaterThan(5);
    }, 120_000);

    test('dispensationGrant refuses or is done', async () => {
      expect((await fuzzCommand(world, grantDispensation, granting())).refused).toBeGreaterThan(50);
    }, 120_000);

    test('dispensationWithdraw refuses or is done', async () => {
      const inputs = fc.record({ id: fc.constant('dispensation_x') });
      expect((await fuzzCommand(world, withdrawDispensation, inputs)).refused).toBeGreaterThan(5);
    }, 120_000);

    test('councillorEnd refuses or is done', async () => {
      const inputs = fc.record({ id: id(), untilOn: day });
      expect((await fuzzCommand(world, endCouncillor, inputs)).refused).toBeGreaterThan(5);
    }, 120_000);
  });
});
