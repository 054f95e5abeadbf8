import { databaseOf, describeDatabases, fuzzCommand, fuzzValidation, type World } from '@coop/test/kit';
import fc from 'fast-check';
import type { Command } from '@coop/shared/commands';
import { buildSubgraph } from '@coop/shared/graphql';
import { assets } from '..';
import { CommunityGroupInput } from '../groups/group.types';
import { appealListingReview } from './appeal-listing-review.command';
import { concludeListingAppeal } from './conclude-listing-appeal.command';
import { decideListingReview } from './decide-listing-review.command';
import { decideNomination } from './decide-nomination.command';
import { NominationFindings } from './findings.types';
import { giveListingNotice } from './give-listing-notice.command';
import {
  ListingNoticeGiveInput,
  ListingRemoveInput,
  ListingReviewAppealInput,
  ListingReviewConcludeAppealInput,
  ListingReviewDecideInput,
  ListingReviewRequestInput,
  ListingReviewWithdrawInput,
} from './listing-inputs.types';
import { nominateAsset } from './nominate-asset.command';
import {
  AssetNominateInput,
  NominationDecideInput,
  NominationReturnInput,
  NominationWithdrawInput,
} from './nomination-inputs.types';
import {
  aListing,
  anAsset,
  aNomination,
  people,
  run,
  soundDecision,
  soundNomination,
  subjectOf,
} from './nominations.fixture';
import { removeListing } from './remove-listing.command';
import { requestListingReview } from './request-listing-review.command';
import { returnNomination } from './return-nomination.command';
import { withdrawListingReview } from './withdraw-listing-review.command';
import { withdrawNomination } from './withdraw-nomination.command';

const built = buildSubgraph(assets);
const DAY = '2026-06-01';
const REASONS = 'Because of what was found.';

/** For each command an input as a form would send it, for a thing of that id. */
const INPUTS = {
  nominate: soundNomination,
  decide: (id: string) => soundDecision(id, 'ACCEPTED'),
  return: (id: string) => ({ id, statementOfReasons: REASONS, expectedVersion: 1 }),
  withdraw: (id: string) => ({ id, idempotencyKey: 'key' }),
  giveNotice: (id: string) => ({ id, noticeGivenOn: DAY }),
  remove: (id: string) => ({ id, ground: 'NO_LONGER_OF_VALUE', statementOfReasons: REASONS }) as const,
  request: (listingId: string) => ({
    listingId,
    hearingRequested: false,
    receivedOn: DAY,
    allowedUntil: DAY,
  }),
  decideReview: (id: string) =>
    ({
      id,
      outcome: 'OVERTURNED',
      statementOfReasons: REASONS,
      decisionSentOn: DAY,
      hearingHeldOn: DAY,
      agreedUntil: DAY,
    }) as const,
  appeal: (id: string) => ({ id, receivedByTribunalOn: DAY }),
  conclude: (id: string) => ({ id, outcome: 'APPEAL_ALLOWED' }) as const,
};

describe('10,000 random inputs', () => {
  test.each<[string, new () => object, object]>([
    ['CommunityGroupInput', CommunityGroupInput, soundNomination('asset_1').nominator],
    ['NominationFindingsInput', NominationFindings, soundDecision('x', 'ACCEPTED').findings],
    ['AssetNominateInput', AssetNominateInput, INPUTS.nominate('asset_1')],
    ['NominationDecideInput', NominationDecideInput, INPUTS.decide('nomination_1')],
    ['NominationReturnInput', NominationReturnInput, INPUTS.return('nomination_1')],
    ['NominationWithdrawInput', NominationWithdrawInput, INPUTS.withdraw('nomination_1')],
    ['ListingNoticeGiveInput', ListingNoticeGiveInput, INPUTS.giveNotice('listing_1')],
    ['ListingRemoveInput', ListingRemoveInput, INPUTS.remove('listing_1')],
    ['ListingReviewRequestInput', ListingReviewRequestInput, INPUTS.request('listing_1')],
    ['ListingReviewDecideInput', ListingReviewDecideInput, INPUTS.decideReview('listingreview_1')],
    ['ListingReviewWithdrawInput', ListingReviewWithdrawInput, INPUTS.withdraw('listingreview_1')],
    ['ListingReviewAppealInput', ListingReviewAppealInput, INPUTS.appeal('listingreview_1')],
    [
      'ListingReviewConcludeAppealInput',
      ListingReviewConcludeAppealInput,
      INPUTS.conclude('listingreview_1'),
    ],
  ])(
    'pass through the checks of %s, which only ever answer by problems',
    (_name, type, sound) => {
      const { accepted, refused } = fuzzValidation(type, fc.constant(sound));
      expect(accepted).toBeGreaterThan(1000);
      expect(refused).toBeGreaterThan(1000);
    },
    120_000,
  );
});

/** A new review of a new entry; decided, and gone to appeal, as far as it is told. */
async function aReview(world: World, until: 'REQUESTED' | 'UPHELD' | 'APPEALED'): Promise<string> {
  const { officer, otherOfficer } = people(world);
  const { id: listingId } = await aListing(world);
  const request = INPUTS.request(listingId);
  const id = subjectOf(await run(world, requestListingReview, request, officer));
  if (until === 'REQUESTED') return id;
  const upheld = { ...INPUTS.decideReview(id), outcome: 'UPHELD' } as const;
  subjectOf(await run(world, decideListingReview, upheld, otherOfficer));
  if (until === 'APPEALED') subjectOf(await run(world, appealListingReview, INPUTS.appeal(id), otherOfficer));
  return id;
}

interface Case {
  readonly command: Command<object>;
  /** Makes something that the command can be done to. */
  readonly make: (world: World) => Promise<string>;
  readonly input: (id: string) => object;
}

const CASES: Readonly<Record<string, Case>> = {
  assetNominate: { command: nominateAsset('UNVERIFIED'), make: anAsset, input: INPUTS.nominate },
  nominationDecide: { command: decideNomination, make: aNomination, input: INPUTS.decide },
  nominationReturn: { command: returnNomination, make: aNomination, input: INPUTS.return },
  nominationWithdraw: { command: withdrawNomination, make: aNomination, input: INPUTS.withdraw },
  listingNoticeGive: {
    command: giveListingNotice,
    make: async (world) => (await aListing(world)).id,
    input: INPUTS.giveNotice,
  },
  listingRemove: {
    command: removeListing,
    make: async (world) => (await aListing(world)).id,
    input: INPUTS.remove,
  },
  listingReviewRequest: {
    command: requestListingReview,
    make: async (world) => (await aListing(world)).id,
    input: INPUTS.request,
  },
  listingReviewDecide: {
    command: decideListingReview,
    make: (world) => aReview(world, 'REQUESTED'),
    input: INPUTS.decideReview,
  },
  listingReviewWithdraw: {
    command: withdrawListingReview,
    make: (world) => aReview(world, 'REQUESTED'),
    input: INPUTS.withdraw,
  },
  listingReviewAppeal: {
    command: appealListingReview,
    make: (world) => aReview(world, 'UPHELD'),
    input: INPUTS.appeal,
  },
  listingReviewConcludeAppeal: {
    command: concludeListingAppeal,
    make: (world) => aReview(world, 'APPEALED'),
    input: INPUTS.conclude,
  },
};

describeDatabases('200 random inputs', databaseOf(built), (world) => {
  test.each(Object.keys(CASES))(
    'to %s are done or refused by problems, and nothing is written by halves',
    async (name) => {
      const { command, make, input } = CASES[name]!;
      // Things to be done to: some inputs hit one that is new, others one that was done to before.
      const things = await Promise.all(Array.from({ length: 12 }, () => make(world)));
      const sound = fc.constantFrom(...things).map(input);
      const { accepted, refused } = await fuzzCommand(world, command, sound, {
        actor: people(world).otherOfficer,
      });
      expect(accepted).toBeGreaterThan(0);
      expect(refused).toBeGreaterThan(50);
    },
    120_000,
  );
});
