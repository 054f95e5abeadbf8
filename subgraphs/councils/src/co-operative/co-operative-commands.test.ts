import fc from 'fast-check';
import {
  ask,
  databaseOf,
  describeDatabases,
  fuzzCommand,
  fuzzValidation,
  loadDemoInto,
} from '@coop/test/kit';
import { verifyAudit, type CommandResult } from '@coop/shared/commands';
import { buildSubgraph } from '@coop/shared/graphql';
import { councils } from '..';
import { changeGovernance } from './change-governance.command';
import {
  CoOperativeCommitmentEndInput,
  CoOperativeCommitmentMakeInput,
  CouncilGovernanceChangeInput,
} from './commitment-input.types';
import { CoOperativeCommitment } from './commitment.entity';
import { endCommitment } from './end-commitment.command';
import { makeCommitment } from './make-commitment.command';

const built = buildSubgraph(councils);
const TRAFFORD = 'E08000009';
const kinds = (result: CommandResult): string[] =>
  result.ok ? [] : result.problems.map(({ kind, path }) => [kind, ...(path ?? [])].join(' '));

describeDatabases('commitments and governance', databaseOf(built), (world) => {
  beforeAll(() => loadDemoInto(world, built));

  const officer = () => world.actor({ council: TRAFFORD });
  const make = (more: Partial<CoOperativeCommitmentMakeInput> = {}, actor = officer()) =>
    makeCommitment.run(world.context(actor), {
      council: TRAFFORD,
      madeBy: 'COUNCIL',
      since: '2026-05-21',
      approaches: ['DEVOLVED_BUDGETS'],
      ...more,
    });
  const end = (id: string, endedOn: string, actor = officer()) =>
    endCommitment.run(world.context(actor), { id, endedOn });
  const change = (more: Partial<CouncilGovernanceChangeInput> = {}, actor = officer()) =>
    changeGovernance.run(world.context(actor), {
      council: TRAFFORD,
      wanted: 'COMMITTEE_SYSTEM',
      resolvedOn: '2026-05-20',
      approvedByReferendum: false,
      ...more,
    });
  const isCoOperative = async () => {
    const { data } = await ask(
      world,
      built,
      '{ councils(first: 50, filter: { isCoOperative: true }) { nodes { gssCode } } council(gssCode: "E08000009") { coOperative { state viewerCan { end } } } }',
      {},
      officer(),
    );
    const { councils: page, council } = data as {
      councils: { nodes: { gssCode: string }[] };
      council: { coOperative: object | null };
    };
    return [page.nodes.some((one) => one.gssCode === TRAFFORD), council.coOperative];
  };

  test('a council is co-operative from its own commitment to its end', async () => {
    expect(await isCoOperative()).toEqual([false, null]);
    const both = await Promise.all([make(), make()]);
    expect(both.map(kinds).sort()).toEqual([[], ['Ineligible madeBy']]);
    expect(await isCoOperative()).toEqual([true, { state: 'CURRENT', viewerCan: { end: true } }]);
    const { id } = await world.database.reader.findOneByOrFail(CoOperativeCommitment, {
      councilGssCode: TRAFFORD,
      madeBy: 'COUNCIL',
    });
    expect(kinds(await end(id, '2026-05-20'))).toEqual(['InvalidInput endedOn']);
    expect(kinds(await end(id, '2026-06-02'))).toEqual(['InvalidInput endedOn']);
    expect(kinds(await end(id, '2026-06-01'))).toEqual([]);
    expect(kinds(await end(id, '2026-06-01'))).toEqual(['WrongState']);
    expect(await isCoOperative()).toEqual([false, null]);
  });

  test('a councillor acts for a group, not for the council; others do not act at all', async () => {
    const councillor = world.actor({ council: TRAFFORD, role: 'councillor' });
    const forGroup = { madeBy: 'OPPOSITION_GROUP' as const, group: 'Example Green Group' };
    expect(kinds(await make(forGroup, councillor))).toEqual([]);
    expect(kinds(await make({}, councillor))).toEqual(['NotAllowed']);
    expect(kinds(await make(forGroup, world.actor()))).toEqual(['NotAllowed']);
    expect(kinds(await end('commitment_x', '2026-06-01'))).toEqual(['NotFound id']);
    expect(kinds(await make({ group: 'Nobody', approaches: [], since: '2026-06-02' }))).toEqual([
      'InvalidInput approaches',
      'InvalidInput group',
      'InvalidInput since',
    ]);
  });

  test('governance changes once in five years, or sooner by referendum', async () => {
    expect(kinds(await change({ wanted: 'LEADER_AND_CABINET' }))).toEqual(['Ineligible wanted']);
    expect(kinds(await change({ wanted: 'OTHER', resolvedOn: '2026-06-02' }))).toEqual([
      'Ineligible wanted',
      'InvalidInput resolvedOn',
    ]);
    const both = await Promise.all([change(), change()]);
    expect(both.map(kinds).sort()).toEqual([[], ['Ineligible wanted', 'TooEarly resolvedOn']]);
    const back = { wanted: 'LEADER_AND_CABINET' as const, resolvedOn: '2026-06-01' };
    expect(kinds(await change(back))).toEqual(['TooEarly resolvedOn']);
    expect(kinds(await change({ ...back, approvedByReferendum: true }))).toEqual([]);
    const { data } = await ask(
      world,
      built,
      '{ council(gssCode: "E08000009") { governance governanceChanges { former wanted council { name } } } }',
    );
    expect(data).toEqual({
      council: {
        governance: 'LEADER_AND_CABINET',
        governanceChanges: [
          { former: 'COMMITTEE_SYSTEM', wanted: 'LEADER_AND_CABINET', council: { name: 'Trafford' } },
          { former: 'LEADER_AND_CABINET', wanted: 'COMMITTEE_SYSTEM', council: { name: 'Trafford' } },
        ],
      },
    });
  });

  test.each(['W06000015', 'E47000001'])('%s does not choose by this law', async (council) => {
    expect(kinds(await change({ council }, world.actor({ council })))).toEqual(['Ineligible council']);
    expect(kinds(await change({ council }))).toEqual(['NotAllowed']);
  });

  test('whatever is sent, every command refuses or is done', async () => {
    const day = fc.constantFrom('2026-06-01', '2026-06-02', '2011-01-01');
    const making = fc.record({
      council: fc.constant(TRAFFORD),
      madeBy: fc.constantFrom('COUNCIL' as const, 'OPPOSITION_GROUP' as const),
      group: fc.option(fc.string({ maxLength: 20 })),
      since: fc.option(day),
      approaches: fc.subarray(['STAFF_VOLUNTEERING' as const, 'DEVOLVED_BUDGETS' as const]),
    });
    const ending = fc.record({ id: fc.constant('commitment_x'), endedOn: day });
    const changing = fc.record({
      council: fc.constant(TRAFFORD),
      wanted: fc.constantFrom('MAYOR_AND_CABINET' as const, 'OTHER' as const),
      resolvedOn: day,
      approvedByReferendum: fc.boolean(),
    });
    if (world.database.kind === 'sqlite') {
      fuzzValidation(CoOperativeCommitmentMakeInput, making);
      fuzzValidation(CoOperativeCommitmentEndInput, ending);
      fuzzValidation(CouncilGovernanceChangeInput, changing);
    }
    const actor = officer();
    await fuzzCommand(world, makeCommitment, making, { actor });
    await fuzzCommand(world, endCommitment, ending, { actor });
    await fuzzCommand(world, changeGovernance, changing, { actor });
    expect(await verifyAudit(world.database)).toMatchObject({ ok: true });
  }, 120_000);
});
