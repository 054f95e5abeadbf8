import fc from 'fast-check';
import {
  ask,
  countRows,
  databaseOf,
  describeDatabases,
  fuzzCommand,
  fuzzValidation,
  loadDemoInto,
} from '@coop/test/kit';
import type { Actor } from '@coop/shared/access';
import { verifyAudit, type CommandResult } from '@coop/shared/commands';
import { buildSubgraph } from '@coop/shared/graphql';
import { AuditEntry } from '@coop/shared/persistence';
import { councils } from '..';
import { Councillor } from '../councillors/councillor.entity';
import { grantDispensation } from '../councillors/grant-dispensation.command';
import { withdrawDispensation } from '../councillors/withdraw-dispensation.command';
import { correctDecision } from './correct-decision.command';
import { DecisionCorrectInput, DecisionRecordInput } from './decision-input.types';
import { DecisionParticipant } from './decision-participant.entity';
import { Decision } from './decision.entity';
import { recordDecision } from './record-decision.command';

const built = buildSubgraph(councils);
const OLDHAM = 'E08000004';

const sound: DecisionRecordInput = {
  council: OLDHAM,
  takenOn: '2026-05-20',
  decidedBy: 'COMMITTEE',
  decision: 'To plant an orchard.',
  participants: [],
};
const part = (councillor: string, more = {}) => ({
  councillor,
  hasPecuniaryInterest: false,
  discussed: true,
  voted: true,
  ...more,
});
const kinds = (result: CommandResult): string[] =>
  result.ok ? [] : result.problems.map(({ kind, path }) => [kind, ...(path ?? [])].join(' '));

describeDatabases('the record of decisions', databaseOf(built), (world) => {
  beforeAll(() => loadDemoInto(world, built));

  const reader = () => world.database.reader;
  const record = (more: Partial<DecisionRecordInput> = {}, actor?: Actor) =>
    recordDecision.run(world.context(actor), { ...sound, ...more });
  const recorded = async (more: Partial<DecisionRecordInput> = {}, actor?: Actor): Promise<Decision> => {
    const result = await record(more, actor);
    expect(kinds(result)).toEqual([]);
    return reader().findOneByOrFail(Decision, { id: (result as { subject: string }).subject });
  };
  const correct = (more: Partial<DecisionCorrectInput> & { id: string }, actor?: Actor) => {
    const { council: _, ...fields } = sound;
    return correctDecision.run(world.context(actor), { ...fields, why: 'A slip of the pen.', ...more });
  };
  const councillor = async (name: string) => (await reader().findOneByOrFail(Councillor, { name })).id;
  /** Leave for Blake Specimen, who has none in the demo world. */
  const leave = async (restrictions: ('DISCUSSION' | 'VOTE')[]) => {
    const result = await grantDispensation.run(world.context(), {
      councillor: await councillor('Blake Specimen'),
      matter: 'Orchards',
      ground: 'INTERESTS_OF_RESIDENTS',
      restrictions,
      fromOn: '2026-05-01',
      untilOn: '2026-12-31',
      requestedInWriting: true,
    });
    expect(kinds(result)).toEqual([]);
    return (result as { subject: string }).subject;
  };

  test('a decision is put on record with those who took part, and in the audit trail', async () => {
    const decision = await recorded({
      power: 'NEIGHBOURHOOD_PLANNING',
      participants: [part(await councillor('Avery Sample'), { hadShownView: true })],
    });
    expect(decision).toMatchObject({ councilGssCode: OLDHAM, publicity: 'PUBLIC', version: 1 });
    expect(await reader().findBy(DecisionParticipant, { decisionId: decision.id })).toMatchObject([
      { name: 'Avery Sample', position: 0, hadShownView: true, dispensationId: null },
    ]);
    expect(await reader().findOneBy(AuditEntry, { subject: decision.id })).toMatchObject({
      action: 'decisionRecord',
      council: OLDHAM,
    });
  });

  test('every part that the law of the day asks for is missed at once, with the regulation', async () => {
    const result = await record({
      decidedBy: 'OFFICER',
      takenOn: '2026-06-02',
      power: 'OTHER',
      publicity: 'EXEMPT',
      participants: [part('councillor_x'), part(await councillor('Gray Mockup'))],
    });
    expect(kinds(result)).toEqual([
      'InvalidInput exemptGround',
      'InvalidInput takenOn',
      'InvalidInput statementOfReasons',
      'InvalidInput alternativesRejected',
      'InvalidInput delegation',
      'InvalidInput powerDetail',
      'NotFound participants 0 councillor',
      'Ineligible participants 1 councillor',
    ]);
    expect(!result.ok && result.problems[2]!.rule?.title).toContain('SI 2014/2095');
  });

  describe('somebody with a disclosable pecuniary interest', () => {
    const taken = async () => [part(await councillor('Blake Specimen'), { hasPecuniaryInterest: true })];

    test('takes no part without a dispensation, and nothing is written', async () => {
      const before = await countRows(world);
      const result = await record({ participants: await taken() });
      expect(kinds(result)).toEqual(['Ineligible participants 0', 'Ineligible participants 0']);
      expect(!result.ok && result.problems[0]!.rule?.section).toBe('s. 31(4)');
      expect(await countRows(world)).toEqual(before);
    });

    test('takes the part that the dispensation lifts, and the record names it', async () => {
      const id = await leave(['DISCUSSION']);
      const participants = await taken();
      const refused = await record({ participants });
      expect(kinds(refused)).toEqual(['Ineligible participants 0']);
      const decision = await recorded({ participants: [{ ...participants[0]!, voted: false }] });
      expect(decision.conflictsDeclared).toEqual(['Blake Specimen']);
      const [row] = await reader().findBy(DecisionParticipant, { decisionId: decision.id });
      expect(row!.dispensationId).toBe(id);
      await withdrawDispensation.run(world.context(), { id });
      world.clock.set('2026-06-02T11:00:00Z');
      const late = await record({
        takenOn: '2026-06-02',
        participants: [{ ...participants[0]!, voted: false }],
      });
      world.clock.set('2026-06-01T11:00:00Z');
      expect(kinds(late)).toEqual(['Ineligible participants 0']);
    });

    test('decides nothing alone, whatever the dispensation', async () => {
      const id = await leave(['DISCUSSION', 'VOTE']);
      const result = await record({
        decidedBy: 'CABINET_MEMBER',
        statementOfReasons: 'Apples.',
        noAlternatives: true,
        participants: await taken(),
      });
      await withdrawDispensation.run(world.context(), { id });
      expect(kinds(result)).toEqual(['Ineligible participants 0']);
      expect(!result.ok && result.problems[0]!.rule?.section).toBe('s. 31(8)');
    });

    test('is only named by a council to which the law does not extend', async () => {
      const officer = world.actor({ council: 'W06000015' });
      expect(kinds(await record({ council: 'W06000015', decidedBy: 'CABINET' }, officer))).toEqual([]);
    });
  });

  test.each([
    ['an officer of another council', { council: 'E09000022' }],
    ['an analyst', { role: 'analyst' as const }],
    ['a councillor, of what a committee decided', { role: 'councillor' as const }],
  ])('%s may not record one', async (_, facts) => {
    expect(kinds(await record({}, world.actor(facts)))).toEqual(['NotAllowed']);
  });

  test('a councillor records what he or she decided for the ward, and nobody else’s', async () => {
    const actor = world.actor({ role: 'councillor', subject: 'demo-councillor' });
    const own = [part(await councillor('Frankie Instance'))];
    await recorded({ decidedBy: 'WARD_COUNCILLOR', participants: own }, actor);
    const others = [part(await councillor('Casey Model'))];
    const refused = [
      await record({ decidedBy: 'WARD_COUNCILLOR', participants: others }, actor),
      await record({ decidedBy: 'WARD_COUNCILLOR', participants: [...own, ...others] }, actor),
      await record({ decidedBy: 'WARD_COUNCILLOR', participants: own, publicity: 'CONFIDENTIAL' }, actor),
      await record(
        { decidedBy: 'WARD_COUNCILLOR', participants: own },
        world.actor({ role: 'councillor', subject: 'demo-councillor', council: 'E09000022' }),
      ),
    ];
    expect(refused.map(kinds)).toEqual([['NotAllowed'], ['NotAllowed'], ['NotAllowed'], ['NotAllowed']]);
  });

  test.each([
    ['E08999999', '2026-05-20', 'NotFound council'],
    ['E07000169', '2023-04-01', 'Ineligible takenOn'],
  ])('%s records nothing on %s', async (council, takenOn, problem) => {
    const result = await record({ council, takenOn }, world.actor({ council }));
    expect(kinds(result)).toEqual([problem]);
  });

  test('the same key does it once; under other input it is refused', async () => {
    const key = { idempotencyKey: 'orchard' };
    const first = await record(key);
    const count = await reader().count(Decision);
    expect(await record(key)).toEqual(first);
    expect(await reader().count(Decision)).toBe(count);
    expect(kinds(await record({ ...key, decision: 'Another.' }))).toEqual(['InvalidInput idempotencyKey']);
  });

  describe('a correction', () => {
    test('stands beside the record, which stays as it was', async () => {
      const { id } = await recorded();
      const result = await correct({ id, expectedVersion: 1, decision: 'To plant two orchards.' });
      expect(kinds(result)).toEqual([]);
      const { data, errors } = await ask(
        world,
        built,
        `query ($id: ID!) { decision(id: $id) { decision corrects { id } viewerCan { correct }
          correctedBy { decision correctionReason corrects { id } viewerCan { correct } } } }`,
        { id },
        world.actor(),
      );
      expect(errors).toBeUndefined();
      expect(data!['decision']).toEqual({
        decision: 'To plant an orchard.',
        corrects: null,
        viewerCan: { correct: false },
        correctedBy: {
          decision: 'To plant two orchards.',
          correctionReason: 'A slip of the pen.',
          corrects: { id },
          viewerCan: { correct: true },
        },
      });
    });

    test('is refused to others, without a reason, on an old version, and twice', async () => {
      const { id } = await recorded();
      expect(kinds(await correct({ id: 'decision_x' }))).toEqual(['NotFound id']);
      expect(kinds(await correct({ id }, world.actor({ council: 'E09000022' })))).toEqual(['NotAllowed']);
      expect(kinds(await correct({ id, why: ' ', expectedVersion: 7 }))).toEqual([
        'InvalidInput why',
        'Conflict expectedVersion',
      ]);
      expect(kinds(await correct({ id }))).toEqual([]);
      expect(kinds(await correct({ id }))).toEqual(['WrongState']);
    });

    test('of two at once one wins', async () => {
      const { id } = await recorded();
      const results = await Promise.all([correct({ id }), correct({ id })]);
      expect(results.map(kinds).sort()).toEqual([[], ['WrongState']]);
    });

    test('that withholds a record withholds all before it', async () => {
      const first = await recorded();
      const second = await correct({ id: first.id });
      const third = await correct({
        id: (second as { subject: string }).subject,
        publicity: 'EXEMPT',
        exemptGround: 'BUSINESS_AFFAIRS',
      });
      expect(kinds(third)).toEqual([]);
      expect(await reader().findOneBy(Decision, { id: first.id })).toMatchObject({ publicity: 'EXEMPT' });
      const { data } = await ask(world, built, 'query ($id: ID!) { decision(id: $id) { id } }', {
        id: first.id,
      });
      expect(data).toEqual({ decision: null });
    });
  });

  test('the text of a withheld decision does not stand in the audit trail', async () => {
    const secret = 'The price is a secret.';
    const decision = await recorded({
      decision: secret,
      publicity: 'EXEMPT',
      exemptGround: 'BUSINESS_AFFAIRS',
    });
    const entry = await reader().findOneByOrFail(AuditEntry, { subject: decision.id });
    expect(JSON.stringify(entry)).not.toContain(secret);
  });

  describe('whatever is sent', () => {
    const anInput = () =>
      fc.record({
        takenOn: fc.constantFrom('2026-05-20', '2012-07-01', '1999-01-01', '2030-01-01'),
        decidedBy: fc.constantFrom('FULL_COUNCIL', 'COMMITTEE', 'OFFICER', 'WARD_COUNCILLOR', 'CABINET'),
        decision: fc.string({ maxLength: 50 }),
        statementOfReasons: fc.option(fc.string()),
        alternativesRejected: fc.option(fc.string()),
        noAlternatives: fc.boolean(),
        delegation: fc.option(fc.constantFrom('EXPRESS', 'GENERAL')),
        power: fc.option(fc.constantFrom('GENERAL_POWER_OF_COMPETENCE', 'OTHER')),
        publicity: fc.constantFrom('PUBLIC', 'EXEMPT'),
        exemptGround: fc.option(fc.constantFrom('INDIVIDUAL', 'LABOUR_RELATIONS')),
        participants: fc.array(
          fc.record({
            councillor: fc.constantFrom('councillor_x', 'councillor_y'),
            hasPecuniaryInterest: fc.boolean(),
            discussed: fc.boolean(),
            voted: fc.boolean(),
          }),
          { maxLength: 2 },
        ),
      });

    test('the checks of the inputs answer by problems', () => {
      const council = fc.constant(OLDHAM);
      const recording = fc.tuple(anInput(), council).map(([input, gss]) => ({ ...input, council: gss }));
      expect(fuzzValidation(DecisionRecordInput, recording).accepted).toBeGreaterThan(100);
      const correcting = anInput().map((input) => ({ ...input, id: 'decision_x', why: 'x' }));
      expect(fuzzValidation(DecisionCorrectInput, correcting).accepted).toBeGreaterThan(100);
    });

    test('the commands refuse or are done, and nothing is half-written', async () => {
      const recording = anInput().map((input) => ({ ...input, council: OLDHAM }) as DecisionRecordInput);
      const report = await fuzzCommand(world, recordDecision, recording);
      expect(report.refused).toBeGreaterThan(20);
      const correcting = anInput().map(
        (input) => ({ ...input, id: 'decision_x', why: 'x' }) as DecisionCorrectInput,
      );
      await fuzzCommand(world, correctDecision, correcting);
      expect(await verifyAudit(world.database)).toMatchObject({ ok: true });
    }, 60_000);
  });
});
