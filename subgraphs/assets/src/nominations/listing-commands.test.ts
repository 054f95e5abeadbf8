import { countRows, databaseOf, describeDatabases } from '@coop/test/kit';
import { buildSubgraph } from '@coop/shared/graphql';
import { assets } from '..';
import { appealListingReview } from './appeal-listing-review.command';
import { concludeListingAppeal } from './conclude-listing-appeal.command';
import { decideListingReview } from './decide-listing-review.command';
import { giveListingNotice } from './give-listing-notice.command';
import type { ListingReviewDecideInput } from './listing-inputs.types';
import { ListingReview } from './listing-review.entity';
import { Listing } from './listing.entity';
import { aListing, copiesOf, found, noon, people, run, subjectOf } from './nominations.fixture';
import { removeListing } from './remove-listing.command';
import { requestListingReview } from './request-listing-review.command';
import { withdrawListingReview } from './withdraw-listing-review.command';

const built = buildSubgraph(assets);

describeDatabases('entries on the list', databaseOf(built), (world) => {
  const listing = (id: string) => world.database.reader.findOneByOrFail(Listing, { id });
  const review = (id: string) => world.database.reader.findOneByOrFail(ListingReview, { id });
  const decision = (id: string, outcome: 'UPHELD' | 'OVERTURNED'): ListingReviewDecideInput => ({
    id,
    outcome,
    statementOfReasons: 'The use is as the nomination says.',
    decisionSentOn: '2026-06-01',
  });

  beforeEach(() => world.clock.set(noon('2026-06-01')));

  /** A review that the owner asked for, of an entry that the first officer made. */
  async function aReview(hearingRequested = false): Promise<ListingReview> {
    const { id } = await aListing(world);
    const input = { listingId: id, hearingRequested };
    return review(subjectOf(await run(world, requestListingReview, input, people(world).resident)));
  }

  describe('removal', () => {
    const removal = { ground: 'NO_LONGER_OF_VALUE', statementOfReasons: 'The hall burnt down.' } as const;

    test('ends the entry with effect from that day, and the register knows', async () => {
      const { id, assetId } = await aListing(world);
      world.clock.set(noon('2026-08-10'));
      subjectOf(await run(world, removeListing, { id, ...removal }, people(world).officer));
      expect(await listing(id)).toMatchObject({
        removedOn: '2026-08-10',
        removalGround: 'NO_LONGER_OF_VALUE',
        version: 2,
      });
      expect(await copiesOf(world, assetId)).toEqual({ listedOn: '2026-06-01', listedUntil: '2026-08-09' });
      const again = await run(world, removeListing, { id, ...removal }, people(world).officer);
      expect(again).toMatchObject({ problems: [{ kind: 'WrongState', state: 'REMOVED' }] });
    });

    test('is refused to others, without reasons, after an exempt disposal, and on grounds that follow by themselves', async () => {
      const { id } = await aListing(world);
      const { officer, elsewhere } = people(world);
      const before = await countRows(world);
      expect(found(await run(world, removeListing, { id, ...removal }, elsewhere))).toEqual(['NotAllowed']);
      expect(
        found(await run(world, removeListing, { id, ground: 'REVIEW', statementOfReasons: ' ' }, officer)),
      ).toEqual(['InvalidInput ground', 'InvalidInput statementOfReasons']);
      const exempt = { ...removal, ground: 'RELEVANT_DISPOSAL', disposalWasExempt: true } as const;
      expect(found(await run(world, removeListing, { id, ...exempt }, officer))).toEqual([
        'Ineligible ground',
      ]);
      expect(await countRows(world)).toEqual(before);
      expect(await listing(id)).toMatchObject({ removedOn: null, version: 1 });
    });

    test('comes too late once the entry has run out', async () => {
      const { id } = await aListing(world);
      world.clock.set(noon('2031-06-01'));
      const result = await run(world, removeListing, { id, ...removal }, people(world).officer);
      expect(result).toMatchObject({ problems: [{ kind: 'WrongState', state: 'EXPIRED' }] });
    });
  });

  test('notice to the owner is recorded by an officer, within the entry, until a review was asked for', async () => {
    const { id } = await aListing(world);
    const { officer, elsewhere, resident } = people(world);
    const give = (noticeGivenOn: string, actor = officer) =>
      run(world, giveListingNotice, { id, noticeGivenOn }, actor);
    expect(found(await give('2026-06-01', elsewhere))).toEqual(['NotAllowed']);
    expect(found(await give('2026-05-31'))).toEqual(['InvalidInput noticeGivenOn']);
    expect(found(await give('2026-06-02'))).toEqual(['InvalidInput noticeGivenOn']);
    subjectOf(await give('2026-06-01'));
    expect(await listing(id)).toMatchObject({ noticeGivenOn: '2026-06-01' });
    await run(world, requestListingReview, { listingId: id, hearingRequested: false }, resident);
    expect(found(await give('2026-06-01'))).toEqual(['Ineligible']);
  });

  describe('a review', () => {
    test('is asked for once, in time, while the land is listed', async () => {
      const { id } = await aListing(world);
      const { officer, resident, elsewhere } = people(world);
      subjectOf(await run(world, giveListingNotice, { id, noticeGivenOn: '2026-06-01' }, officer));
      const input = { listingId: id, hearingRequested: false };
      expect(found(await run(world, requestListingReview, input, elsewhere))).toEqual(['NotAllowed']);
      for (const receivedOn of ['1752-09-08', '2026-05-31'])
        expect(found(await run(world, requestListingReview, { ...input, receivedOn }, officer))).toEqual([
          'WrongState',
        ]);
      world.clock.set(noon('2026-07-27'));
      expect(found(await run(world, requestListingReview, input, resident))).toEqual(['TooLate receivedOn']);
      const allowed = { ...input, allowedUntil: '2026-08-01' };
      expect(found(await run(world, requestListingReview, allowed, resident))).toEqual([
        'NotAllowed allowedUntil',
      ]);
      const first = await review(subjectOf(await run(world, requestListingReview, allowed, officer)));
      expect(first).toMatchObject({ state: 'REQUESTED', decisionDueBy: '2026-09-20' });
      expect(found(await run(world, requestListingReview, allowed, officer))).toEqual(['Ineligible']);
      subjectOf(await run(world, withdrawListingReview, { id: first.id }, officer));
      subjectOf(await run(world, requestListingReview, allowed, officer));
    });

    test('is decided by an officer who took no part in the listing', async () => {
      const { id } = await aReview();
      const { officer, otherOfficer, elsewhere } = people(world);
      expect(found(await run(world, decideListingReview, decision(id, 'UPHELD'), elsewhere))).toEqual([
        'NotAllowed',
      ]);
      expect(await run(world, decideListingReview, decision(id, 'UPHELD'), officer)).toMatchObject({
        problems: [{ kind: 'NotAllowed', needs: expect.stringContaining('who took no part') }],
      });
      expect(await review(id)).toMatchObject({ state: 'REQUESTED', version: 1 });
      subjectOf(await run(world, decideListingReview, decision(id, 'UPHELD'), otherOfficer));
      expect(await review(id)).toMatchObject({
        state: 'UPHELD',
        decidedBy: 'officer-2',
        appealDueBy: '2026-06-29',
      });
    });

    test('that was to have a hearing waits for it', async () => {
      const { id } = await aReview(true);
      const { otherOfficer } = people(world);
      const input = { ...decision(id, 'UPHELD'), decisionSentOn: '2026-06-02' };
      expect(found(await run(world, decideListingReview, input, otherOfficer))).toEqual([
        'InvalidInput decisionSentOn',
        'Ineligible',
      ]);
      const heard = { ...decision(id, 'UPHELD'), hearingHeldOn: '2026-06-01' };
      subjectOf(await run(world, decideListingReview, heard, otherOfficer));
    });

    test('overturned takes the land off the list', async () => {
      const { id, listingId, assetId } = await aReview();
      subjectOf(
        await run(world, decideListingReview, decision(id, 'OVERTURNED'), people(world).otherOfficer),
      );
      expect(await listing(listingId)).toMatchObject({ removedOn: '2026-06-01', removalGround: 'REVIEW' });
      expect(await review(id)).toMatchObject({ state: 'OVERTURNED', appealDueBy: null });
      expect(await copiesOf(world, assetId)).toEqual({ listedOn: '2026-06-01', listedUntil: '2026-05-31' });
    });

    test('decided by two officers at once is decided by one', async () => {
      const { id, listingId } = await aReview();
      const third = world.actor({ subject: 'officer-3' });
      const results = await Promise.all([
        run(world, decideListingReview, decision(id, 'UPHELD'), people(world).otherOfficer),
        run(world, decideListingReview, decision(id, 'OVERTURNED'), third),
      ]);
      expect(results.map(found).flat().sort()).toEqual(['WrongState', 'done']);
      const { state } = await review(id);
      expect((await listing(listingId)).removalGround).toBe(state === 'OVERTURNED' ? 'REVIEW' : null);
    });

    test('goes to the tribunal, whose word is recorded', async () => {
      const { id, listingId } = await aReview();
      const { otherOfficer, resident, elsewhere } = people(world);
      const appeal = { id, receivedByTribunalOn: '2026-06-30' };
      expect(found(await run(world, appealListingReview, appeal, otherOfficer))).toEqual([
        'WrongState',
        'InvalidInput receivedByTribunalOn',
      ]);
      subjectOf(await run(world, decideListingReview, decision(id, 'UPHELD'), otherOfficer));
      world.clock.set(noon('2026-07-10'));
      for (const actor of [resident, elsewhere])
        expect(found(await run(world, appealListingReview, appeal, actor))).toEqual(['NotAllowed']);
      subjectOf(await run(world, appealListingReview, appeal, otherOfficer));
      expect(await review(id)).toMatchObject({ state: 'APPEALED', appealIsLate: true });
      const end = { id, outcome: 'APPEAL_ALLOWED' } as const;
      expect(found(await run(world, concludeListingAppeal, end, elsewhere))).toEqual(['NotAllowed']);
      subjectOf(await run(world, concludeListingAppeal, end, otherOfficer));
      expect(await listing(listingId)).toMatchObject({ removedOn: '2026-07-10', removalGround: 'APPEAL' });
      expect(found(await run(world, concludeListingAppeal, end, otherOfficer))).toEqual(['WrongState']);
    });

    test('that succeeds after the entry ended leaves the ground on which it ended', async () => {
      const { id, listingId } = await aReview();
      const { officer, otherOfficer } = people(world);
      const removal = { ground: 'NO_LONGER_OF_VALUE', statementOfReasons: 'Burnt down.' } as const;
      subjectOf(await run(world, removeListing, { id: listingId, ...removal }, officer));
      subjectOf(await run(world, decideListingReview, decision(id, 'OVERTURNED'), otherOfficer));
      expect(await listing(listingId)).toMatchObject({ removalGround: 'NO_LONGER_OF_VALUE' });
    });

    test('is taken back by whoever asked for it', async () => {
      const { id } = await aReview();
      const { group, resident } = people(world);
      expect(found(await run(world, withdrawListingReview, { id }, group))).toEqual(['NotAllowed']);
      subjectOf(await run(world, withdrawListingReview, { id }, resident));
      expect(await review(id)).toMatchObject({ state: 'WITHDRAWN' });
    });
  });

  test('what is not known is not found', async () => {
    const { officer } = people(world);
    const id = 'listing_none';
    const results = [
      run(world, giveListingNotice, { id, noticeGivenOn: '2026-06-01' }, officer),
      run(world, removeListing, { id, ground: 'NO_LONGER_OF_VALUE', statementOfReasons: 'x' }, officer),
      run(world, decideListingReview, decision(id, 'UPHELD'), officer),
      run(world, withdrawListingReview, { id }, officer),
      run(world, appealListingReview, { id, receivedByTribunalOn: '2026-06-01' }, officer),
      run(world, concludeListingAppeal, { id, outcome: 'APPEAL_ALLOWED' }, officer),
    ];
    for (const result of await Promise.all(results)) expect(found(result)).toEqual(['NotFound id']);
    const request = { listingId: id, hearingRequested: true };
    expect(found(await run(world, requestListingReview, request, officer))).toEqual(['NotFound listingId']);
  });
});
