import fc from 'fast-check';
import { databaseOf, describeDatabases, fuzzCommand, fuzzValidation, loadDemoInto } from '@coop/test/kit';
import { verifyAudit, type CommandResult } from '@coop/shared/commands';
import { buildSubgraph } from '@coop/shared/graphql';
import { councils } from '..';
import { Decision } from '../decisions/decision.entity';
import { PowerUseRecordInput } from './power-use-input.types';
import { PowerUse } from './power-use.entity';
import { recordPowerUse } from './record-power-use.command';

const built = buildSubgraph(councils);
const OLDHAM = 'E08000004';
const kinds = (result: CommandResult): string[] =>
  result.ok ? [] : result.problems.map(({ kind, path }) => [kind, ...(path ?? [])].join(' '));
const sound: PowerUseRecordInput = {
  council: OLDHAM,
  title: 'An orchard',
  power: 'GENERAL_POWER_OF_COMPETENCE',
  usedOn: '2026-06-01',
  barrierRemoved: 'No statute named apples.',
};

describeDatabases('powers as used', databaseOf(built), (world) => {
  beforeAll(() => loadDemoInto(world, built));

  const record = (more: Partial<PowerUseRecordInput> = {}, actor = world.actor()) =>
    recordPowerUse.run(world.context(actor), { ...sound, ...more });
  const decisionOf = async (where: object) =>
    (await world.database.reader.findOneByOrFail(Decision, where)).id;

  test('one is put on record with the decision that it rests on', async () => {
    const decision = await decisionOf({ councilGssCode: OLDHAM, decidedBy: 'CABINET' });
    const result = await record({ decision, savingClaimedPence: 1 });
    expect(kinds(result)).toEqual([]);
    const { subject: id } = result as { subject: string };
    expect(await world.database.reader.findOneBy(PowerUse, { id })).toMatchObject({
      decisionId: decision,
      savingClaimedPence: 1,
      version: 1,
    });
  });

  test.each([
    [{ usedOn: '2012-02-17' }, ['Ineligible power']],
    [{ isCommercial: true }, ['Ineligible throughCompany']],
    [{ title: ' ', barrierRemoved: '' }, ['InvalidInput title', 'InvalidInput barrierRemoved']],
    [{ decision: 'decision_x' }, ['NotFound decision']],
    [{ savingClaimedPence: -1 }, ['InvalidInput savingClaimedPence']],
  ])('%j is refused', async (more, problems) => {
    expect(kinds(await record(more))).toEqual(problems);
  });

  test('another council’s decision bears nothing, and one that is withheld is not there', async () => {
    const kingston = world.actor({ council: 'E09000021' });
    const use = { council: 'E09000021', power: 'OTHER' as const };
    const open = await decisionOf({ councilGssCode: OLDHAM, decidedBy: 'CABINET' });
    expect(kinds(await record({ ...use, decision: open }, kingston))).toEqual(['Ineligible decision']);
    const withheld = await decisionOf({ publicity: 'EXEMPT' });
    expect(kinds(await record({ ...use, decision: withheld }, kingston))).toEqual(['NotFound decision']);
  });

  test('others may not', async () => {
    expect(kinds(await record({}, world.actor({ council: 'E09000022' })))).toEqual(['NotAllowed']);
    expect(kinds(await record({}, world.actor({ role: 'councillor' })))).toEqual(['NotAllowed']);
  });

  test('whatever is sent, it refuses or is done', async () => {
    const inputs = fc.record({
      council: fc.constant(OLDHAM),
      title: fc.string({ maxLength: 40 }),
      power: fc.constantFrom('OTHER' as const, 'COMMUNITY_RIGHT_TO_BUILD' as const),
      usedOn: fc.constantFrom('2026-06-01', '2012-01-01', '2030-01-01'),
      barrierRemoved: fc.string({ maxLength: 40 }),
      savingClaimedPence: fc.option(fc.nat()),
      isCommercial: fc.boolean(),
      throughCompany: fc.boolean(),
    });
    fuzzValidation(PowerUseRecordInput, inputs);
    expect((await fuzzCommand(world, recordPowerUse, inputs)).accepted).toBeGreaterThan(5);
    expect(await verifyAudit(world.database)).toMatchObject({ ok: true });
  }, 60_000);
});
