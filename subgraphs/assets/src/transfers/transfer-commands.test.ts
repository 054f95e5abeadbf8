import { submitterOf } from '../access';
import { countRows, databaseOf, describeDatabases } from '@coop/test/kit';
import { ANONYMOUS } from '@coop/shared/access';
import { buildSubgraph } from '@coop/shared/graphql';
import { AuditEntry } from '@coop/shared/persistence';
import { assets } from '..';
import { DisposalNotice } from '../disposals/disposal-notice.entity';
import { DisposalRecord } from '../disposals/disposal-record.entity';
import { aListedAsset, aNotice, society } from '../disposals/disposals.fixture';
import { Listing } from '../nominations/listing.entity';
import { anAsset, found, noon, people, run, subjectOf } from '../nominations/nominations.fixture';
import { Asset } from '../register/asset.entity';
import { retireAsset } from '../register/retire-asset.command';
import { completeTransfer } from './complete-transfer.command';
import { decideTransfer } from './decide-transfer.command';
import { enquireTransfer } from './enquire-transfer.command';
import {
  agreeTransferTerms,
  declineTransfer,
  endTransfer,
  expressTransferInterest,
  withdrawTransfer,
} from './move-transfer.command';
import { reviewTransfer } from './review-transfer.command';
import { TransferReview } from './transfer-review.entity';
import { Transfer } from './transfer.entity';
import { aTransfer, MONEY, soundApproval, soundCompletion } from './transfers.fixture';

const built = buildSubgraph(assets);

describeDatabases('community asset transfers', databaseOf(built), (world) => {
  const row = (id: string) => world.database.reader.findOneByOrFail(Transfer, { id });
  const assetRow = (id: string) => world.database.reader.findOneByOrFail(Asset, { id });

  beforeEach(() => world.clock.set(noon('2026-06-01')));

  test('are gone on with by whoever enquired in the same capacity, and by officers of the council alone', async () => {
    const { group, officer, elsewhere } = people(world);
    const { id } = await aTransfer(world, 'ENQUIRY');
    const imposters = [
      { ...group, organisation: 'organisation_2' },
      { ...group, organisation: null, council: officer.council },
      { ...elsewhere, subject: group.subject },
      { ...officer, council: 'E08000003' },
    ];
    for (const actor of imposters)
      expect(found(await run(world, withdrawTransfer, { id }, actor))).toEqual(['NotAllowed']);
    const paper = { assetId: await anAsset(world), recipient: { name: 'On paper' } };
    const recorded = subjectOf(await run(world, enquireTransfer('NONE_NAMED'), paper, officer));
    const moved = { ...officer, council: 'E08000003' };
    expect(found(await run(world, withdrawTransfer, { id: recorded }, moved))).toEqual(['NotAllowed']);
    const resident = { ...officer, role: 'resident' as const };
    expect(found(await run(world, withdrawTransfer, { id: recorded }, resident))).toEqual(['NotAllowed']);
    subjectOf(await run(world, withdrawTransfer, { id: recorded }, officer));
  });

  test('begin with an enquiry of anybody who acts for a body, about an asset on the register', async () => {
    const assetId = await anAsset(world);
    const { group, elsewhere, officer } = people(world);
    const enquiry = { assetId, recipient: { name: 'A society (example)' } };
    const id = subjectOf(await run(world, enquireTransfer('NONE_NAMED'), enquiry, group));
    expect(await row(id)).toMatchObject({
      state: 'ENQUIRY',
      enquiredOn: '2026-06-01',
      submittedBy: submitterOf(people(world).group),
    });
    const before = await countRows(world);
    // The same body once more, however its name is spaced, while the first enquiry is open.
    const again = { assetId, recipient: { name: 'A  society (Example)' } };
    expect(found(await run(world, enquireTransfer('NONE_NAMED'), again, group))).toEqual([
      'Ineligible recipient',
    ]);
    const forAnother = { ...enquiry, recipient: { name: 'Others', organisationId: 'organisation_2' } };
    expect(found(await run(world, enquireTransfer('KNOWN'), forAnother, group))).toEqual([
      'NotAllowed recipient.organisationId',
    ]);
    expect(found(await run(world, enquireTransfer('NONE_NAMED'), enquiry, elsewhere))).toEqual([
      'NotAllowed',
    ]);
    const nameless = { ...enquiry, recipient: { name: ' ', organisationId: 'organisation_x' } };
    expect(found(await run(world, enquireTransfer('UNKNOWN'), nameless, group))).toEqual([
      'NotFound recipient.organisationId',
      'InvalidInput recipient.name',
    ]);
    await expect(run(world, enquireTransfer('NONE_NAMED'), enquiry, ANONYMOUS)).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    });
    expect(await countRows(world)).toEqual(before);
    subjectOf(await run(world, withdrawTransfer, { id }, group));
    subjectOf(await run(world, retireAsset, { assetId, reason: 'SOLD' }, officer));
    expect(found(await run(world, enquireTransfer('NONE_NAMED'), enquiry, group))).toEqual(['WrongState']);
  });

  test('move by the body as far as the business case, and by the council from there', async () => {
    const { group, resident, officer, elsewhere } = people(world);
    const { id } = await aTransfer(world, 'ENQUIRY');
    const interest = { id, statement: 'Choirs and classes.' };
    for (const actor of [resident, elsewhere])
      expect(found(await run(world, expressTransferInterest, interest, actor))).toEqual(['NotAllowed']);
    expect(found(await run(world, expressTransferInterest, { id, statement: ' ' }, group))).toEqual([
      'InvalidInput statement',
    ]);
    expect(found(await run(world, agreeTransferTerms, interest, officer))).toEqual(['WrongState']);
    expect(found(await run(world, declineTransfer, interest, group))).toEqual(['NotAllowed']);
    subjectOf(await run(world, expressTransferInterest, interest, group));
    expect(await row(id)).toMatchObject({ state: 'EXPRESSION_OF_INTEREST', purpose: 'Choirs and classes.' });
    const stale = { id, statement: 'Not now.', expectedVersion: 1 };
    expect(found(await run(world, declineTransfer, stale, officer))).toEqual(['Conflict expectedVersion']);
    subjectOf(await run(world, withdrawTransfer, { id }, group));
    expect(await row(id)).toMatchObject({ state: 'WITHDRAWN', version: 3 });
  });

  test('to £2,000,000 of undervalue are approved on the general consent, above it on the minister’s', async () => {
    const { officer } = people(world);
    const { id } = await aTransfer(world, 'BUSINESS_CASE');
    const approve = (money: object) =>
      run(world, decideTransfer, { ...soundApproval(id), undervalue: { ...MONEY, ...money } }, officer);
    expect(await approve({ unrestrictedValuePence: 200_000_001 })).toMatchObject({
      problems: [
        {
          kind: 'LimitExceeded',
          limit: 200_000_000,
          requested: 200_000_001,
          path: ['undervalue', 'consent'],
        },
      ],
    });
    expect(found(await approve({ unrestrictedValuePence: null }))).toEqual([
      'InvalidInput undervalue.unrestrictedValuePence',
    ]);
    expect(found(await approve({ wellbeing: [], wellbeingCase: '' }))).toEqual([
      'InvalidInput undervalue.wellbeing',
      'InvalidInput undervalue.wellbeingCase',
    ]);
    expect(
      found(await run(world, decideTransfer, { ...soundApproval(id), undervalue: null }, officer)),
    ).toEqual(['InvalidInput undervalue.unrestrictedValuePence']);
    const consent = { givenOn: '2026-05-01', reference: 'SoS/1' };
    subjectOf(await approve({ unrestrictedValuePence: 200_000_001, consent }));
    expect(await row(id)).toMatchObject({
      state: 'APPROVED',
      undervaluePence: 200_000_001,
      undervalueBasis: 'SPECIFIC_CONSENT',
      consentReference: 'SoS/1',
      leaseYears: 20,
    });
  });

  test('are declined with reasons, and decided by one of two officers', async () => {
    const { officer, otherOfficer, elsewhere } = people(world);
    const { id, version } = await aTransfer(world, 'BUSINESS_CASE');
    const no = { id, outcome: 'DECLINED', statementOfReasons: '' } as const;
    expect(found(await run(world, decideTransfer, no, officer))).toEqual(['InvalidInput statementOfReasons']);
    expect(found(await run(world, decideTransfer, no, elsewhere))).toEqual(['NotAllowed']);
    const results = await Promise.all([
      run(world, decideTransfer, { ...soundApproval(id), expectedVersion: version }, officer),
      run(
        world,
        decideTransfer,
        { ...no, statementOfReasons: 'No money.', expectedVersion: version },
        otherOfficer,
      ),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.flatMap(found)).toContain('Conflict expectedVersion');
  });

  describe('completed', () => {
    test('show on the register in the same transaction, and have their first review in a year', async () => {
      const transfer = await aTransfer(world, 'HEADS_OF_TERMS');
      const before = await assetRow(transfer.assetId);
      subjectOf(await run(world, completeTransfer, soundCompletion(transfer.id), people(world).officer));
      expect(await row(transfer.id)).toMatchObject({
        state: 'COMPLETED',
        interest: 'LEASE',
        nextReviewDueBy: '2027-06-01',
      });
      expect(await assetRow(transfer.assetId)).toMatchObject({
        stewardName: 'Assembly Rooms Society (example)',
        stewardOrganisationId: 'organisation_1',
        stewardResponsibility: 'FULL_REPAIR_AND_RUNNING',
        stewardLeaseUntil: '2046-05-31',
        stewardRentPence: 0,
        version: before.version + 1,
      });
      expect(await world.database.reader.countBy(DisposalRecord, { assetId: transfer.assetId })).toBe(0);
    });

    test('are as approved, and neither before that nor in the future', async () => {
      const { id } = await aTransfer(world, 'HEADS_OF_TERMS');
      const { officer } = people(world);
      const complete = (otherwise: object) =>
        run(world, completeTransfer, { ...soundCompletion(id), ...otherwise }, officer);
      const before = await countRows(world);
      expect(found(await complete({ leaseYears: 99 }))).toEqual(['Ineligible leaseYears']);
      expect(found(await complete({ interest: 'FREEHOLD', leaseYears: null }))).toEqual([
        'Ineligible leaseYears',
      ]);
      expect(found(await complete({ completedOn: '2026-06-02' }))).toEqual(['InvalidInput completedOn']);
      expect(found(await complete({ completedOn: '2026-05-31' }))).toEqual(['InvalidInput completedOn']);
      expect(found(await complete({ isOpenSpace: true }))).toEqual(['Ineligible openSpaceAdvertisedOn']);
      expect(await countRows(world)).toEqual(before);
    });

    test('one after the other need the first to end, which takes the body off the register', async () => {
      const first = await aTransfer(world, 'COMPLETED');
      const second = await aTransfer(world, 'HEADS_OF_TERMS', first.assetId);
      const { officer } = people(world);
      const complete = () => run(world, completeTransfer, soundCompletion(second.id), officer);
      expect(found(await complete())).toEqual(['Ineligible']);
      subjectOf(await run(world, endTransfer, { id: first.id, statement: 'Surrendered.' }, officer));
      expect(await assetRow(first.assetId)).toMatchObject({ stewardName: null, stewardLeaseUntil: null });
      expect(await row(first.id)).toMatchObject({ state: 'ENDED', nextReviewDueBy: '9999-12-31' });
      subjectOf(await complete());
      expect((await assetRow(first.assetId)).stewardName).not.toBeNull();
    });

    test('twice at once happen once', async () => {
      const one = await aTransfer(world, 'HEADS_OF_TERMS');
      const other = await aTransfer(world, 'HEADS_OF_TERMS', one.assetId, { name: 'Another society' });
      const results = await Promise.all(
        [one, other, one].map(({ id }) =>
          run(world, completeTransfer, soundCompletion(id), people(world).officer),
        ),
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    });
  });

  describe('of listed land', () => {
    const longLease = { ...MONEY, leaseYears: 25 };

    async function agreed(assetId: string): Promise<string> {
      const { officer } = people(world);
      const { id } = await aTransfer(world, 'BUSINESS_CASE', assetId);
      subjectOf(await run(world, decideTransfer, { ...soundApproval(id), undervalue: longLease }, officer));
      subjectOf(await run(world, agreeTransferTerms, { id, statement: 'A lease.' }, officer));
      return id;
    }

    const complete = (id: string, completedOn: string, more: object = {}) =>
      run(
        world,
        completeTransfer,
        { ...soundCompletion(id, completedOn), leaseYears: 25, ...more },
        people(world).officer,
      );

    test('are held back as any sale, but to a community interest group', async () => {
      const { id: noticeId, assetId } = await aNotice(world);
      const id = await agreed(assetId);
      expect(await complete(id, '2026-06-01')).toMatchObject({
        problems: [{ kind: 'TooEarly', path: ['completedOn'], earliest: new Date('2026-07-12T23:00:00Z') }],
      });
      const forum = { ...society, kind: 'NEIGHBOURHOOD_FORUM' };
      expect(found(await complete(id, '2026-06-01', { group: forum }))).toEqual(['Ineligible group.kind']);
      subjectOf(await complete(id, '2026-06-01', { group: society }));
      const record = await world.database.reader.findOneByOrFail(DisposalRecord, { assetId });
      expect(record).toMatchObject({ noticeId, standing: 'COMMUNITY_SALE', listingRemoved: false });
      const notice = await world.database.reader.findOneByOrFail(DisposalNotice, { id: noticeId });
      expect(notice.disposedTo).toBe('COMMUNITY_INTEREST_GROUP');
    });

    test('after the moratorium take it off the list; for less than 25 years they need no notice', async () => {
      const { assetId } = await aNotice(world);
      const id = await agreed(assetId);
      world.clock.set(noon('2026-07-13'));
      subjectOf(await complete(id, '2026-07-13'));
      expect((await world.database.reader.findOneByOrFail(Listing, { assetId })).removalGround).toBe(
        'RELEVANT_DISPOSAL',
      );
      const short = await aTransfer(world, 'HEADS_OF_TERMS', await aListedAsset(world));
      const shortLease = soundCompletion(short.id, '2026-07-13');
      subjectOf(await run(world, completeTransfer, shortLease, people(world).officer));
      expect(
        (await world.database.reader.findOneByOrFail(Listing, { assetId: short.assetId })).removedOn,
      ).toBeNull();
    });
  });

  describe('reviews', () => {
    test('come once a year, not before the year has begun, and say when the next is due', async () => {
      const { id } = await aTransfer(world, 'COMPLETED');
      const { officer, elsewhere } = people(world);
      const review = (year: number, actor = officer) =>
        run(world, reviewTransfer, { id, year, findings: 'Used as agreed.' }, actor);
      expect(found(await review(1, elsewhere))).toEqual(['NotAllowed']);
      expect(found(await review(2))).toEqual(['TooEarly year']);
      world.clock.set(noon('2027-06-02'));
      subjectOf(await review(1));
      expect(found(await review(1))).toEqual(['Ineligible year']);
      expect((await row(id)).nextReviewDueBy).toBe('2028-06-01');
      expect(await world.database.reader.findOneByOrFail(TransferReview, { transferId: id })).toMatchObject({
        kind: 'YEARLY',
        isLate: true,
      });
    });

    test('of one year by two officers at once are recorded once', async () => {
      const { id } = await aTransfer(world, 'COMPLETED');
      const { officer, otherOfficer } = people(world);
      const results = await Promise.all(
        [officer, otherOfficer].map((actor) =>
          run(world, reviewTransfer, { id, year: 1, findings: 'Fine.' }, actor),
        ),
      );
      expect(results.flatMap(found).sort()).toEqual(['Ineligible year', 'done']);
    });
  });

  test('with an idempotency key happen once, and leave no business case in the audit trail', async () => {
    const { id } = await aTransfer(world, 'ENQUIRY');
    const { group } = people(world);
    const input = { id, statement: 'Secret plans.', idempotencyKey: 'interest-once' };
    subjectOf(await run(world, expressTransferInterest, input, group));
    const before = await countRows(world);
    subjectOf(await run(world, expressTransferInterest, input, group));
    expect(await countRows(world)).toEqual(before);
    const entries = await world.database.reader.findBy(AuditEntry, { subject: id });
    expect(entries).toHaveLength(2);
    expect(JSON.stringify(entries)).not.toMatch(/Secret/);
  });
});
