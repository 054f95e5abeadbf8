import { submitterOf } from '../access';
import { countRows, databaseOf, describeDatabases } from '@coop/test/kit';
import { ANONYMOUS } from '@coop/shared/access';
import { buildSubgraph } from '@coop/shared/graphql';
import { AuditEntry, ImportRun, schemaDifferences } from '@coop/shared/persistence';
import { assets } from '..';
import { Asset } from '../register/asset.entity';
import { decideNomination } from './decide-nomination.command';
import { Listing } from './listing.entity';
import { nominateAsset } from './nominate-asset.command';
import { Nomination } from './nomination.entity';
import {
  aListing,
  anAsset,
  aNomination,
  copiesOf,
  found,
  LAMBETH,
  noon,
  people,
  run,
  soundDecision,
  soundNomination,
  subjectOf,
} from './nominations.fixture';
import { returnNomination } from './return-nomination.command';
import { withdrawNomination } from './withdraw-nomination.command';

const built = buildSubgraph(assets);

describeDatabases('nominations', databaseOf(built), (world) => {
  const nominate = nominateAsset('NONE_NAMED');
  const row = (id: string) => world.database.reader.findOneByOrFail(Nomination, { id });

  /** What is refused leaves every table as it was. */
  async function refused(work: () => Promise<{ ok: boolean }>): Promise<void> {
    const before = await countRows(world);
    expect((await work()).ok).toBe(false);
    expect(await countRows(world)).toEqual(before);
  }

  beforeEach(() => world.clock.set(noon('2026-06-01')));

  test('the migrated tables are as the entities say', async () => {
    expect(await schemaDifferences(world.database)).toEqual([]);
  });

  describe('receiving one', () => {
    test('gives the council eight weeks from the day of receipt', async () => {
      const assetId = await anAsset(world);
      const { group } = people(world);
      const nomination = await row(subjectOf(await run(world, nominate, soundNomination(assetId), group)));
      expect(nomination).toMatchObject({
        gssCode: 'E08000004',
        assetId,
        state: 'RECEIVED',
        receivedOn: '2026-06-01',
        decisionDueBy: '2026-07-27',
        groupMemberCount: 30,
        groupDistributesSurplus: false,
        groupParish: null,
        submittedBy: submitterOf(people(world).group),
        version: 1,
      });
    });

    test('is told everything that stands against it at once', async () => {
      const input = soundNomination(await anAsset(world));
      const result = await run(
        world,
        nominateAsset('UNKNOWN'),
        {
          ...input,
          nominator: { ...input.nominator, evidence: '', memberCount: 20, organisationId: 'organisation_x' },
          landDescription: ' ',
          receivedOn: '2026-05-01',
        },
        people(world).resident,
      );
      expect(found(result)).toEqual([
        'NotAllowed receivedOn',
        'NotFound nominator.organisationId',
        'InvalidInput nominator.evidence',
        'Ineligible nominator.memberCount',
        'InvalidInput landDescription',
      ]);
    });

    test('by an officer on paper may lie in the past, and not in the future', async () => {
      const input = soundNomination(await anAsset(world));
      const { officer } = people(world);
      const paper = await run(world, nominate, { ...input, receivedOn: '2026-05-04' }, officer);
      expect(await row(subjectOf(paper))).toMatchObject({ decisionDueBy: '2026-06-29' });
      const early = await run(world, nominate, { ...input, receivedOn: '2026-06-02' }, officer);
      expect(found(early)).toEqual(['InvalidInput receivedOn']);
    });

    test('is for England, for known assets, and for those who may', async () => {
      const { group, elsewhere, auditor } = people(world);
      const welsh = soundNomination(await anAsset(world, 'W06000015'));
      expect(found(await run(world, nominate, welsh, group))).toEqual(['Ineligible asset']);
      expect(found(await run(world, nominate, soundNomination('asset_none'), group))).toEqual([
        'NotFound assetId',
      ]);
      const input = soundNomination(await anAsset(world));
      for (const actor of [elsewhere, auditor])
        await refused(async () => {
          const result = await run(world, nominate, input, actor);
          expect(found(result)).toEqual(['NotAllowed']);
          return result;
        });
      await expect(run(world, nominate, input, ANONYMOUS)).rejects.toMatchObject({
        extensions: { code: 'UNAUTHENTICATED' },
      });
    });

    test('finds no asset whose import is not complete', async () => {
      const id = await anAsset(world);
      await world.database.transaction(async (manager) => {
        const importRun = { id: 'importrun_1', kind: 'assets', council: 'E08000004', file: 'x', sha256: 'x' };
        const counts = { rows: 0, imported: 0, alreadyThere: 0, rejected: 0 };
        const startedAt = world.clock.now();
        await manager.save(
          manager.create(ImportRun, {
            ...importRun,
            ...counts,
            state: 'LOADING',
            startedAt,
            leaseUntil: startedAt,
            actor: 'x',
          } as never),
        );
        await manager.update(Asset, { id }, { importRunId: 'importrun_1' });
      });
      const result = await run(world, nominate, soundNomination(id), people(world).group);
      expect(found(result)).toEqual(['NotFound assetId']);
    });

    test('with an idempotency key happens once', async () => {
      const input = { ...soundNomination(await anAsset(world)), idempotencyKey: 'once' };
      const { group } = people(world);
      const first = subjectOf(await run(world, nominate, input, group));
      const before = await countRows(world);
      expect(subjectOf(await run(world, nominate, input, group))).toBe(first);
      // What the graph said since makes it no other request.
      expect(subjectOf(await run(world, nominateAsset('UNKNOWN'), input, group))).toBe(first);
      expect(await countRows(world)).toEqual(before);
      const other = await run(world, nominate, { ...input, landDescription: 'Another' }, group);
      expect(found(other)).toEqual(['InvalidInput idempotencyKey']);
    });

    test('leaves nothing personal in the audit trail', async () => {
      const id = await aNomination(world);
      const entry = await world.database.reader.findOneByOrFail(AuditEntry, { subject: id });
      expect(entry.action).toBe('assetNominate');
      expect(JSON.stringify(entry)).not.toMatch(/Alex|friends|Terry|choir/i);
    });
  });

  describe('deciding one', () => {
    test('with success puts the land on the list from today for five years', async () => {
      const id = await aNomination(world);
      const result = await run(world, decideNomination, soundDecision(id, 'ACCEPTED'), people(world).officer);
      expect(subjectOf(result)).toBe(id);
      const nomination = await row(id);
      expect(nomination).toMatchObject({
        state: 'ACCEPTED',
        limb: 'PRESENT_USE',
        decidedOn: '2026-06-01',
        isLate: false,
        version: 2,
      });
      const listing = await world.database.reader.findOneByOrFail(Listing, { nominationId: id });
      expect(listing).toMatchObject({
        listedOn: '2026-06-01',
        expiresOn: '2031-05-31',
        removedOn: null,
        tookPart: ['officer-1'],
      });
      expect(await copiesOf(world, nomination.assetId)).toEqual({
        listedOn: '2026-06-01',
        listedUntil: '2031-05-31',
      });
    });

    test('without success keeps the reasons and lists nothing', async () => {
      const id = await aNomination(world);
      await run(world, decideNomination, soundDecision(id, 'UNSUCCESSFUL'), people(world).officer);
      const nomination = await row(id);
      expect(nomination).toMatchObject({
        state: 'UNSUCCESSFUL',
        decisionReasons: 'The hall only serves the office next door.',
        findings: { presentUse: { isAncillary: true } },
      });
      expect(await world.database.reader.countBy(Listing, { nominationId: id })).toBe(0);
      expect(await copiesOf(world, nomination.assetId)).toEqual({ listedOn: '', listedUntil: '' });
    });

    test('against the findings is refused, whichever way', async () => {
      const id = await aNomination(world);
      const { officer } = people(world);
      const barred = {
        ...soundDecision(id, 'ACCEPTED'),
        findings: { ...soundDecision(id, 'ACCEPTED').findings, exclusion: 'CARAVAN_SITE' as const },
      };
      expect(found(await run(world, decideNomination, barred, officer))).toEqual([
        'Ineligible findings.exclusion',
      ]);
      const unwilling = { ...soundDecision(id, 'ACCEPTED'), outcome: 'UNSUCCESSFUL' as const };
      expect(found(await run(world, decideNomination, unwilling, officer))).toEqual([
        'InvalidInput outcome',
        'InvalidInput statementOfReasons',
      ]);
      expect(await row(id)).toMatchObject({ state: 'RECEIVED', version: 1 });
    });

    test('is for an officer of the council whose land it is', async () => {
      const id = await aNomination(world);
      const { elsewhere, group, resident, auditor } = people(world);
      for (const actor of [elsewhere, group, resident, auditor])
        await refused(async () => {
          const result = await run(world, decideNomination, soundDecision(id, 'ACCEPTED'), actor);
          expect(result).toMatchObject({
            problems: [{ kind: 'NotAllowed', needs: 'an officer of the council' }],
          });
          return result;
        });
      expect(await row(id)).toMatchObject({ state: 'RECEIVED', version: 1 });
    });

    test('after the last day is late, and valid', async () => {
      const id = await aNomination(world);
      world.clock.set(noon('2026-07-28'));
      await run(world, decideNomination, soundDecision(id, 'ACCEPTED'), people(world).officer);
      expect(await row(id)).toMatchObject({ state: 'ACCEPTED', isLate: true });
    });

    test('by two officers at once is done by one of them', async () => {
      const id = await aNomination(world);
      const { officer, otherOfficer } = people(world);
      const version = (await row(id)).version;
      const results = await Promise.all([
        run(world, decideNomination, { ...soundDecision(id, 'ACCEPTED'), expectedVersion: version }, officer),
        run(world, decideNomination, soundDecision(id, 'UNSUCCESSFUL'), otherOfficer),
        run(
          world,
          decideNomination,
          { ...soundDecision(id, 'ACCEPTED'), expectedVersion: version },
          otherOfficer,
        ),
      ]);
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      for (const result of results)
        for (const kind of found(result))
          expect(['done', 'WrongState', 'Conflict expectedVersion']).toContain(kind);
      const nomination = await row(id);
      const listings = await world.database.reader.countBy(Listing, { nominationId: id });
      expect(listings).toBe(nomination.state === 'ACCEPTED' ? 1 : 0);
      expect(nomination.version).toBe(2);
    });

    test('on an old version is a conflict', async () => {
      const id = await aNomination(world);
      const input = { ...soundDecision(id, 'ACCEPTED'), expectedVersion: 7 };
      const result = await run(world, decideNomination, input, people(world).officer);
      expect(result).toMatchObject({ problems: [{ kind: 'Conflict', currentVersion: 1 }] });
    });

    test('a second one with success takes the place of the entry in force', async () => {
      const first = await aListing(world);
      world.clock.set(noon('2028-06-01'));
      const second = await aListing(world, first.assetId);
      const { reader } = world.database;
      expect(await reader.findOneByOrFail(Listing, { id: first.id })).toMatchObject({
        removedOn: '2028-06-01',
        removalGround: 'RELISTED',
      });
      expect(second).toMatchObject({ listedOn: '2028-06-01', expiresOn: '2033-05-31' });
      expect(await copiesOf(world, first.assetId)).toEqual({
        listedOn: '2028-06-01',
        listedUntil: '2033-05-31',
      });
    });
  });

  test('one that does not qualify is returned with the reason, once', async () => {
    const id = await aNomination(world);
    const { officer, elsewhere, group } = people(world);
    const input = { id, statementOfReasons: 'The form names no land.' };
    for (const actor of [elsewhere, group])
      expect(found(await run(world, returnNomination, input, actor))).toEqual(['NotAllowed']);
    expect(found(await run(world, returnNomination, { ...input, statementOfReasons: '' }, officer))).toEqual([
      'InvalidInput statementOfReasons',
    ]);
    subjectOf(await run(world, returnNomination, input, officer));
    expect(await row(id)).toMatchObject({ state: 'RETURNED', decisionReasons: 'The form names no land.' });
    expect(found(await run(world, returnNomination, input, officer))).toEqual(['WrongState']);
  });

  test('one is taken back by whoever handed it in, or by an officer of the council, before it is decided', async () => {
    const { group, resident, officer, elsewhere } = people(world);
    const mine = await aNomination(world);
    for (const actor of [resident, elsewhere])
      expect(found(await run(world, withdrawNomination, { id: mine }, actor))).toEqual(['NotAllowed']);
    subjectOf(await run(world, withdrawNomination, { id: mine, expectedVersion: 1 }, group));
    expect(await row(mine)).toMatchObject({ state: 'WITHDRAWN', decidedOn: null });
    expect(found(await run(world, withdrawNomination, { id: mine }, group))).toEqual(['WrongState']);
    const recorded = await aNomination(world);
    subjectOf(await run(world, withdrawNomination, { id: recorded }, officer));
  });

  test.each([
    [
      'nominationDecide',
      (id: string) => run(world, decideNomination, soundDecision(id, 'ACCEPTED'), people(world).officer),
    ],
    [
      'nominationReturn',
      (id: string) => run(world, returnNomination, { id, statementOfReasons: 'x' }, people(world).officer),
    ],
    ['nominationWithdraw', (id: string) => run(world, withdrawNomination, { id }, people(world).group)],
  ])('%s of none that is known finds none', async (_name, command) => {
    expect(found(await command('nomination_none'))).toEqual(['NotFound id']);
  });

  test('an officer of another council cannot decide by naming an asset of their own', async () => {
    const id = await aNomination(world);
    await aNomination(world, await anAsset(world, LAMBETH));
    const result = await run(world, decideNomination, soundDecision(id, 'ACCEPTED'), people(world).elsewhere);
    expect(found(result)).toEqual(['NotAllowed']);
  });
});
