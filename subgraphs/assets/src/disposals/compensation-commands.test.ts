import { countRows, databaseOf, describeDatabases } from '@coop/test/kit';
import { buildSubgraph } from '@coop/shared/graphql';
import { AuditEntry } from '@coop/shared/persistence';
import { assets } from '..';
import { anAsset, found, noon, run, subjectOf } from '../nominations/nominations.fixture';
import { CompensationClaim } from './compensation-claim.entity';
import { decideCompensationClaim } from './decide-compensation-claim.command';
import { aClaim, aListedAsset, parties, soundClaim } from './disposals.fixture';
import { receiveCompensationClaim } from './receive-compensation-claim.command';
import { withdrawCompensationClaim } from './withdraw-compensation-claim.command';

const built = buildSubgraph(assets);

describeDatabases('claims for compensation', databaseOf(built), (world) => {
  const row = (id: string) => world.database.reader.findOneByOrFail(CompensationClaim, { id });

  beforeEach(() => world.clock.set(noon('2026-06-01')));

  test('are taken to the last day of thirteen weeks after the loss, and not on the day after', async () => {
    const assetId = await aListedAsset(world);
    const { owner } = parties(world);
    world.clock.set(noon('2026-09-01'));
    expect(await run(world, receiveCompensationClaim, soundClaim(assetId), owner)).toMatchObject({
      problems: [{ kind: 'TooLate', rule: { section: 'reg. 14(5)(b)' } }],
    });
    world.clock.set(noon('2026-08-31'));
    const id = subjectOf(await run(world, receiveCompensationClaim, soundClaim(assetId), owner));
    expect(await row(id)).toMatchObject({ state: 'RECEIVED', receivedOn: '2026-08-31', awardedPence: null });
  });

  test('are told everything that stands against them at once', async () => {
    const input = {
      ...soundClaim(await anAsset(world)),
      ...{ claimant: ' ', amountPence: 0, evidence: '', wasOwner: false, isPublicBody: true },
      receivedOn: '2026-05-01',
    };
    expect(found(await run(world, receiveCompensationClaim, input, parties(world).owner))).toEqual([
      'NotAllowed receivedOn',
      'InvalidInput claimant',
      'Ineligible isPublicBody',
      'Ineligible wasOwner',
      'InvalidInput amountPence',
      'InvalidInput evidence',
      'InvalidInput lossEndedOn',
    ]);
  });

  test('are decided by an officer of the council, at most at what was claimed, once', async () => {
    const id = await aClaim(world);
    const { officer, otherOfficer, elsewhere, owner } = parties(world);
    const decision = { id, awardedPence: 60_000, statementOfReasons: 'One invoice was unrelated.' };
    const before = await countRows(world);
    for (const actor of [elsewhere, owner])
      expect(found(await run(world, decideCompensationClaim, decision, actor))).toEqual(['NotAllowed']);
    const most = await run(world, decideCompensationClaim, { ...decision, awardedPence: 100_001 }, officer);
    expect(found(most)).toEqual(['LimitExceeded awardedPence']);
    expect(await countRows(world)).toEqual(before);
    const both = await Promise.all(
      [officer, otherOfficer].map((actor) => run(world, decideCompensationClaim, decision, actor)),
    );
    expect(both.flatMap(found).sort()).toEqual(['WrongState', 'done']);
    expect(await row(id)).toMatchObject({ state: 'AWARDED', awardedPence: 60_000, decidedOn: '2026-06-01' });
  });

  test('are taken back by whoever made them, while undecided', async () => {
    const id = await aClaim(world);
    const { owner, group } = parties(world);
    expect(found(await run(world, withdrawCompensationClaim, { id }, group))).toEqual(['NotAllowed']);
    subjectOf(await run(world, withdrawCompensationClaim, { id }, owner));
    expect(found(await run(world, withdrawCompensationClaim, { id }, owner))).toEqual(['WrongState']);
  });

  test('leave nothing personal in the audit trail', async () => {
    const entry = await world.database.reader.findOneByOrFail(AuditEntry, { subject: await aClaim(world) });
    expect(JSON.stringify(entry)).not.toMatch(/Terry|invoices/);
  });
});
