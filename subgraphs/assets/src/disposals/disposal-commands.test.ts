import { countRows, databaseOf, describeDatabases } from '@coop/test/kit';
import { ANONYMOUS } from '@coop/shared/access';
import { verifyAudit } from '@coop/shared/commands';
import { buildSubgraph } from '@coop/shared/graphql';
import { AuditEntry, schemaDifferences } from '@coop/shared/persistence';
import { assets } from '..';
import { Listing } from '../nominations/listing.entity';
import { aListing, anAsset, copiesOf, found, noon, run, subjectOf } from '../nominations/nominations.fixture';
import { removeListing } from '../nominations/remove-listing.command';
import { BidRequest } from './bid-request.entity';
import { checkBidRequest } from './check-bid-request.command';
import { completeDisposal } from './complete-disposal.command';
import { DisposalNotice } from './disposal-notice.entity';
import { DisposalRecord } from './disposal-record.entity';
import {
  aBidRequest,
  aListedAsset,
  aNotice,
  FREEHOLD,
  parties,
  society,
  soundNotice,
} from './disposals.fixture';
import { endExemptDisposal } from './end-exempt-disposal.command';
import { ExemptDisposal } from './exempt-disposal.entity';
import { notifyDisposal } from './notify-disposal.command';
import { recordExemptDisposal } from './record-exempt-disposal.command';
import { requestBid } from './request-bid.command';
import { withdrawBidRequest } from './withdraw-bid-request.command';
import { withdrawDisposalNotice } from './withdraw-disposal-notice.command';

const built = buildSubgraph(assets);

describeDatabases('disposals of listed land', databaseOf(built), (world) => {
  const notify = notifyDisposal('NONE_NAMED');
  const ask = requestBid('NONE_NAMED');
  const noticeRow = (id: string) => world.database.reader.findOneByOrFail(DisposalNotice, { id });
  const on = (day: string) => world.clock.set(noon(day));

  /** What is refused leaves every table as it was. */
  async function refused(work: () => Promise<{ ok: boolean }>): Promise<void> {
    const before = await countRows(world);
    expect((await work()).ok).toBe(false);
    expect(await countRows(world)).toEqual(before);
  }

  beforeEach(() => on('2026-06-01'));

  test('the migrated tables are as the entities say', async () => {
    expect(await schemaDifferences(world.database)).toEqual([]);
  });

  describe("an owner's notice", () => {
    test('starts three clocks, all from the day of its receipt', async () => {
      expect(await aNotice(world)).toMatchObject({
        gssCode: 'E08000004',
        noticeReceivedOn: '2026-06-01',
        interimMoratoriumEndsOn: '2026-07-12',
        fullMoratoriumEndsOn: '2026-11-30',
        protectedPeriodEndsOn: '2027-11-30',
        runsUntil: '2027-11-30',
        isByCurrentOwner: true,
        submittedBy: expect.stringMatching(/^[\w-]{43}$/),
      });
    });

    test('is told everything that stands against it at once', async () => {
      const input = soundNotice(await aListedAsset(world));
      on('2026-06-03');
      const result = await run(
        world,
        notifyDisposal('UNKNOWN'),
        {
          ...input,
          owner: { name: ' ', organisationId: 'organisation_x' },
          disposal: { kind: 'LEASE_GRANT', withVacantPossession: true, leaseYearsAtGrant: 24 },
          receivedOn: '2026-06-01',
        },
        parties(world).owner,
      );
      expect(found(result)).toEqual([
        'NotAllowed receivedOn',
        'InvalidInput owner.name',
        'NotFound owner.organisationId',
        'Ineligible disposal',
      ]);
    });

    test('is for listed land, and for those who may', async () => {
      const { owner, elsewhere, auditor, officer } = parties(world);
      expect(found(await run(world, notify, soundNotice('asset_none'), owner))).toEqual(['NotFound assetId']);
      expect(found(await run(world, notify, soundNotice(await anAsset(world)), owner))).toEqual([
        'WrongState',
      ]);
      const input = soundNotice(await aListedAsset(world));
      for (const actor of [elsewhere, auditor])
        await refused(async () => {
          const result = await run(world, notify, input, actor);
          expect(found(result)).toEqual(['NotAllowed']);
          return result;
        });
      await expect(run(world, notify, input, ANONYMOUS)).rejects.toMatchObject({
        extensions: { code: 'UNAUTHENTICATED' },
      });
      const later = await run(world, notify, { ...input, receivedOn: '2026-06-02' }, officer);
      expect(found(later)).toEqual(['InvalidInput receivedOn']);
    });

    test('is refused while the moratorium of the one before runs, and taken after it', async () => {
      const { assetId } = await aNotice(world);
      await refused(() => run(world, notify, soundNotice(assetId), parties(world).owner));
      on('2026-07-13');
      expect((await run(world, notify, soundNotice(assetId), parties(world).owner)).ok).toBe(true);
    });

    test('sent twice at once is taken once', async () => {
      const input = soundNotice(await aListedAsset(world));
      const results = await Promise.all([1, 2, 3].map(() => run(world, notify, input, parties(world).owner)));
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await world.database.reader.countBy(DisposalNotice, { assetId: input.assetId })).toBe(1);
    });

    test('with an idempotency key happens once', async () => {
      const input = { ...soundNotice(await aListedAsset(world)), idempotencyKey: 'notice-once' };
      const { owner } = parties(world);
      const first = subjectOf(await run(world, notify, input, owner));
      const before = await countRows(world);
      expect(subjectOf(await run(world, notify, input, owner))).toBe(first);
      expect(await countRows(world)).toEqual(before);
    });

    test('and the removal of the entry happen one after the other, whichever comes first', async () => {
      for (let round = 0; round < 6; round += 1) {
        const listing = await aListing(world);
        const { officer, owner } = parties(world);
        const removal = {
          id: listing.id,
          ground: 'NO_LONGER_OF_VALUE',
          statementOfReasons: 'Gone.',
        } as const;
        const [noticed, removed] = await Promise.all([
          run(world, notify, soundNotice(listing.assetId), owner),
          run(world, removeListing, removal, officer),
        ]);
        expect(removed.ok).toBe(true);
        expect(noticed.ok || found(noticed)[0] === 'WrongState').toBe(true);
        const count = await world.database.reader.countBy(DisposalNotice, { assetId: listing.assetId });
        expect(count).toBe(noticed.ok ? 1 : 0);
      }
    });

    test('leaves nothing personal in the audit trail', async () => {
      const { id } = await aNotice(world);
      const entry = await world.database.reader.findOneByOrFail(AuditEntry, { subject: id });
      expect(entry.action).toBe('disposalNotify');
      expect(JSON.stringify(entry)).not.toMatch(/Terry/);
    });

    test('is taken back by whoever gave it, once, and by nobody of another council', async () => {
      const { id } = await aNotice(world);
      const { owner, elsewhere, group } = parties(world);
      on('2026-06-10');
      for (const actor of [elsewhere, group])
        await refused(() => run(world, withdrawDisposalNotice, { id }, actor));
      expect(found(await run(world, withdrawDisposalNotice, { id, expectedVersion: 7 }, owner))).toEqual([
        'Conflict expectedVersion',
      ]);
      subjectOf(await run(world, withdrawDisposalNotice, { id }, owner));
      expect(await noticeRow(id)).toMatchObject({ withdrawnOn: '2026-06-10', runsUntil: '2026-06-09' });
      expect(found(await run(world, withdrawDisposalNotice, { id }, owner))).toEqual(['WrongState']);
    });
  });

  describe("a group's request", () => {
    test('is taken to the last day of the six weeks, and not on the day after', async () => {
      const { id: noticeId } = await aNotice(world);
      on('2026-07-13');
      const late = await run(world, ask, { noticeId, group: society }, parties(world).group);
      expect(late).toMatchObject({
        problems: [{ kind: 'TooLate', rule: { section: 's. 95(3)(a)' }, path: ['receivedOn'] }],
      });
      on('2026-07-12');
      const request = await aBidRequest(world, noticeId);
      expect(request).toMatchObject({
        state: 'RECEIVED',
        receivedOn: '2026-07-12',
        submittedBy: expect.stringMatching(/^[\w-]{43}$/),
      });
    });

    test('is for community interest groups, with every reason why not', async () => {
      const { id: noticeId } = await aNotice(world);
      const group = {
        ...society,
        organisationId: 'organisation_x',
        kind: 'NEIGHBOURHOOD_FORUM',
        evidence: null,
      } as const;
      expect(
        found(await run(world, requestBid('UNKNOWN'), { noticeId, group }, parties(world).group)),
      ).toEqual(['NotFound group.organisationId', 'Ineligible group.kind', 'InvalidInput group.evidence']);
    });

    test('of two groups at once is taken from both, of one group only once', async () => {
      const { id: noticeId } = await aNotice(world);
      const { group, resident } = parties(world);
      const other = { ...society, name: 'Another Society (example)' };
      const [first, second, again] = await Promise.all([
        run(world, ask, { noticeId, group: society }, group),
        run(world, ask, { noticeId, group: other }, resident),
        run(world, ask, { noticeId, group: { ...society, name: ` ${society.name.toUpperCase()}` } }, group),
      ]);
      expect(second.ok).toBe(true);
      expect([first.ok, again.ok].sort()).toEqual([false, true]);
      expect(await world.database.reader.countBy(BidRequest, { noticeId })).toBe(2);
    });

    test('that is disqualified never counted; one that is taken back counts on', async () => {
      const { officer, elsewhere, group } = parties(world);
      const disqualified = await aBidRequest(world);
      const withdrawn = await aBidRequest(world);
      const check = {
        id: disqualified.id,
        outcome: 'DISQUALIFIED',
        statementOfReasons: 'It shares a surplus.',
      } as const;
      await refused(() => run(world, checkBidRequest, check, elsewhere));
      await refused(() => run(world, checkBidRequest, { ...check, statementOfReasons: ' ' }, officer));
      subjectOf(await run(world, checkBidRequest, check, officer));
      subjectOf(await run(world, withdrawBidRequest, { id: withdrawn.id }, group));
      expect(found(await run(world, withdrawBidRequest, { id: withdrawn.id }, group))).toEqual([
        'WrongState',
      ]);
      // The day after the six weeks: the one owner is free, the other waits for the six months.
      on('2026-07-13');
      const sale = (assetId: string) =>
        run(
          world,
          completeDisposal,
          { assetId, on: '2026-07-13', to: 'ANYONE', disposal: FREEHOLD },
          officer,
        );
      expect((await sale(disqualified.assetId)).ok).toBe(true);
      expect(await sale(withdrawn.assetId)).toMatchObject({
        problems: [{ kind: 'TooEarly', earliest: new Date('2026-12-01T00:00:00Z') }],
      });
    });

    test('checked by two officers at once is decided by one of them', async () => {
      const { id, version } = await aBidRequest(world);
      const { officer, otherOfficer } = parties(world);
      const check = { id, expectedVersion: version, statementOfReasons: 'Looked up.' };
      const results = await Promise.all([
        run(world, checkBidRequest, { ...check, outcome: 'CONFIRMED' }, officer),
        run(world, checkBidRequest, { ...check, outcome: 'DISQUALIFIED' }, otherOfficer),
      ]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(results.flatMap(found)).toContain('Conflict expectedVersion');
    });
  });

  describe('a disposal that was made', () => {
    test('in the protected period uses the notice up and takes the land off the list', async () => {
      const { id, assetId } = await aNotice(world);
      const { officer } = parties(world);
      on('2026-07-20');
      const input = { assetId, noticeId: id, on: '2026-07-15', to: 'ANYONE', disposal: FREEHOLD } as const;
      const recordId = subjectOf(await run(world, completeDisposal, input, officer));
      expect(await world.database.reader.findOneByOrFail(DisposalRecord, { id: recordId })).toMatchObject({
        noticeId: id,
        standing: 'FREE_TO_DISPOSE',
        listingRemoved: true,
        recordedOn: '2026-07-20',
      });
      expect(await noticeRow(id)).toMatchObject({
        disposedOn: '2026-07-15',
        disposedTo: 'ANYONE',
        runsUntil: '2026-07-14',
      });
      expect(await world.database.reader.findOneByOrFail(Listing, { assetId })).toMatchObject({
        removedOn: '2026-07-20',
        removalGround: 'RELEVANT_DISPOSAL',
      });
      expect(await copiesOf(world, assetId)).toMatchObject({ listedUntil: '2026-07-19' });
      await refused(() => run(world, completeDisposal, input, officer));
    });

    test('leaves an entry alone that was made after it', async () => {
      const { id, assetId } = await aNotice(world);
      const { officer } = parties(world);
      const [first] = await world.database.reader.findBy(Listing, { assetId });
      on('2026-07-16');
      const removal = {
        id: first!.id,
        ground: 'NO_LONGER_OF_VALUE',
        statementOfReasons: 'A made-up reason.',
      } as const;
      subjectOf(await run(world, removeListing, removal, officer));
      on('2026-07-17');
      const second = await aListing(world, assetId);
      const input = { assetId, noticeId: id, on: '2026-07-15', to: 'ANYONE', disposal: FREEHOLD } as const;
      subjectOf(await run(world, completeDisposal, input, officer));
      const listing = await world.database.reader.findOneByOrFail(Listing, { id: second.id });
      expect(listing.removedOn).toBeNull();
    });

    test('to a community interest group during the moratorium leaves the land listed', async () => {
      const { assetId } = await aBidRequest(world);
      const input = {
        assetId,
        on: '2026-06-01',
        to: 'COMMUNITY_INTEREST_GROUP',
        disposal: FREEHOLD,
      } as const;
      subjectOf(await run(world, completeDisposal, input, parties(world).officer));
      const listing = await world.database.reader.findOneByOrFail(Listing, { assetId });
      expect(listing.removedOn).toBeNull();
      const record = await world.database.reader.findOneByOrFail(DisposalRecord, { assetId });
      expect(record).toMatchObject({ standing: 'COMMUNITY_SALE', listingRemoved: false });
    });

    test('is refused with the law when it was not permitted, and to those who may not record it', async () => {
      const assetId = await aListedAsset(world);
      const { officer, elsewhere, owner } = parties(world);
      const input = { assetId, on: '2026-06-01', to: 'ANYONE', disposal: FREEHOLD } as const;
      expect(await run(world, completeDisposal, input, officer)).toMatchObject({
        problems: [{ kind: 'TooEarly', path: ['on'], rule: { section: 's. 95(2)' } }],
      });
      expect(found(await run(world, completeDisposal, { ...input, on: '2026-06-02' }, officer))).toEqual([
        'InvalidInput on',
      ]);
      for (const actor of [elsewhere, owner]) await refused(() => run(world, completeDisposal, input, actor));
    });

    test('of the freehold with a tenant in it needs no notice, and ends the notice of the owner before', async () => {
      const { id, assetId } = await aNotice(world);
      const disposal = { kind: 'FREEHOLD', withVacantPossession: false } as const;
      const input = { assetId, on: '2026-06-01', to: 'ANYONE', disposal } as const;
      subjectOf(await run(world, completeDisposal, input, parties(world).officer));
      expect(await noticeRow(id)).toMatchObject({ isByCurrentOwner: false, disposedOn: null });
      on('2026-07-20');
      const sale = { assetId, on: '2026-07-20', to: 'ANYONE', disposal: FREEHOLD } as const;
      expect(found(await run(world, completeDisposal, sale, parties(world).officer))).toEqual([
        'TooEarly on',
        'TooEarly on',
      ]);
    });

    test('cannot name a notice that did not carry it', async () => {
      const other = await aNotice(world);
      const { assetId } = await aNotice(world);
      on('2026-07-20');
      const input = {
        assetId,
        noticeId: other.id,
        on: '2026-07-20',
        to: 'ANYONE',
        disposal: FREEHOLD,
      } as const;
      expect(found(await run(world, completeDisposal, input, parties(world).officer))).toEqual([
        'NotFound noticeId',
      ]);
    });

    test('twice at once is recorded once', async () => {
      const { assetId } = await aNotice(world);
      on('2026-07-20');
      const input = { assetId, on: '2026-07-20', to: 'ANYONE', disposal: FREEHOLD } as const;
      const { officer, otherOfficer } = parties(world);
      const results = await Promise.all(
        [officer, otherOfficer].map((actor) => run(world, completeDisposal, input, actor)),
      );
      expect(results.flatMap(found).sort()).toEqual(['Ineligible on', 'done']);
      expect(await world.database.reader.countBy(DisposalRecord, { assetId })).toBe(1);
    });
  });

  describe('an exempt disposal', () => {
    const gift = { ground: 'GIFT', evidence: 'A deed of gift.' } as const;

    test('is spent by the disposal made under it, and leaves the land listed', async () => {
      const assetId = await aListedAsset(world);
      const { officer, elsewhere } = parties(world);
      await refused(() => run(world, recordExemptDisposal, { assetId, ...gift }, elsewhere));
      const id = subjectOf(await run(world, recordExemptDisposal, { assetId, ...gift }, officer));
      const made = { assetId, on: '2026-06-01', to: 'UNDER_EXEMPTION', disposal: FREEHOLD } as const;
      subjectOf(await run(world, completeDisposal, made, officer));
      expect(await world.database.reader.findOneByOrFail(ExemptDisposal, { id })).toMatchObject({
        endedOn: '2026-06-02',
      });
      expect((await world.database.reader.findOneByOrFail(Listing, { assetId })).removedOn).toBeNull();
      on('2026-06-02');
      await refused(() => run(world, completeDisposal, { ...made, on: '2026-06-02' }, officer));
    });

    test('has to be named where several are on record', async () => {
      const assetId = await aListedAsset(world);
      const { officer } = parties(world);
      const first = subjectOf(await run(world, recordExemptDisposal, { assetId, ...gift }, officer));
      const order = { assetId, ground: 'COURT_ORDER', evidence: 'An order.' } as const;
      subjectOf(await run(world, recordExemptDisposal, order, officer));
      const made = { assetId, on: '2026-06-01', to: 'UNDER_EXEMPTION', disposal: FREEHOLD } as const;
      expect(found(await run(world, completeDisposal, made, officer))).toEqual(['NotFound exemptDisposalId']);
      const named = await run(world, completeDisposal, { ...made, exemptDisposalId: first }, officer);
      expect(named.ok).toBe(true);
    });

    test('that rests on an agreement fails if the land was listed by then', async () => {
      const assetId = await aListedAsset(world);
      const option = { assetId, ground: 'EARLIER_OPTION', evidence: 'An option.' } as const;
      const { officer } = parties(world);
      const late = await run(world, recordExemptDisposal, { ...option, agreedOn: '2026-06-01' }, officer);
      expect(found(late)).toEqual(['Ineligible agreedOn']);
      const early = await run(world, recordExemptDisposal, { ...option, agreedOn: '2026-05-31' }, officer);
      expect(early.ok).toBe(true);
      const unlisted = await run(
        world,
        recordExemptDisposal,
        { assetId: await anAsset(world), ...gift },
        officer,
      );
      expect(found(unlisted)).toEqual(['Ineligible assetId']);
    });

    test('ends once, on a day that has come', async () => {
      const assetId = await aListedAsset(world);
      const { officer } = parties(world);
      const id = subjectOf(await run(world, recordExemptDisposal, { assetId, ...gift }, officer));
      const end = (endedOn: string) => run(world, endExemptDisposal, { id, endedOn }, officer);
      expect(found(await end('2026-06-02'))).toEqual(['InvalidInput endedOn']);
      expect(found(await end('2026-05-31'))).toEqual(['InvalidInput endedOn']);
      expect((await end('2026-06-01')).ok).toBe(true);
      expect(found(await end('2026-06-01'))).toEqual(['WrongState']);
    });
  });

  test('the audit trail of it all verifies', async () => {
    expect(await verifyAudit(world.database)).toMatchObject({ ok: true, faults: [] });
  });
});
