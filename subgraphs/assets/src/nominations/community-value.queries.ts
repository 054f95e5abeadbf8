import { In } from 'typeorm';
import { defineLoader } from '@coop/shared/graphql';
import { londonDate, type LocalDate } from '@coop/shared/time';
import { Listing } from './listing.entity';
import { communityValueStateOn, listedDays } from './listing.rules';
import { CommunityValue } from './listing.types';
import { Nomination } from './nomination.entity';

type NominationPart = Pick<
  Nomination,
  'id' | 'assetId' | 'state' | 'decidedOn' | 'receivedOn' | 'decisionDueBy'
>;

/** Where assets stand on the day of the request: two statements, however many they are. */
export const communityValueOf = defineLoader<string, CommunityValue>(async (assets, { database, now }) => {
  const today = londonDate(now);
  const assetId = In([...assets]);
  const [listings, nominations] = await Promise.all([
    database.reader.find(Listing, { where: { assetId }, order: { listedOn: 'ASC', id: 'ASC' } }),
    database.reader.find(Nomination, {
      select: {
        id: true,
        assetId: true,
        state: true,
        decidedOn: true,
        receivedOn: true,
        decisionDueBy: true,
      },
      where: { assetId, state: In(['RECEIVED', 'UNSUCCESSFUL']) },
      order: { decisionDueBy: 'ASC', id: 'ASC' },
    }),
  ]);
  const listingsBy = grouped(listings);
  const nominationsBy = grouped<NominationPart>(nominations);
  return assets.map((id) => valueOn(listingsBy.get(id) ?? [], nominationsBy.get(id) ?? [], today));
});

function grouped<Row extends { assetId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.assetId);
    if (group) group.push(row);
    else groups.set(row.assetId, [row]);
  }
  return groups;
}

function valueOn(
  listings: readonly Listing[],
  nominations: readonly NominationPart[],
  today: LocalDate,
): CommunityValue {
  const state = communityValueStateOn(listings, nominations, today);
  const waiting = nominations.find((one) => one.state === 'RECEIVED');
  const listing = listings.at(-1) ?? null;
  const failed = nominations
    .filter((one) => one.state === 'UNSUCCESSFUL')
    .sort((a, b) => ((a.decidedOn ?? '') < (b.decidedOn ?? '') ? -1 : 1))
    .at(-1);
  const origin = state === 'UNSUCCESSFUL' ? failed?.id : listing?.nominationId;
  const { listedOn, listedUntil } = listedDays(listings);
  return Object.assign(new CommunityValue(), {
    state,
    listedOn: listedOn || null,
    expiresOn: listedUntil || null,
    decisionDueBy: waiting?.decisionDueBy ?? null,
    nominationId: waiting?.id ?? origin ?? null,
    listing,
  });
}
