import { defineCommand, done, versionProblems, type Tx } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { decideForCouncil } from '../access';
import type { Asset } from '../register/asset.entity';
import { completeFindings } from './findings.types';
import { Listing } from './listing.entity';
import { listedDays, listingInForce, type ListingDates } from './listing.rules';
import { listingsOfLocked, lockWithAsset } from './locked.queries';
import { NominationDecideInput } from './nomination-inputs.types';
import { Nomination } from './nomination.entity';
import { decideNomination as mayDecide } from './nomination.rules';

/**
 * Decides a nomination (Localism Act 2011 s. 90). A successful one makes an entry on the list, which takes the
 * place of one that is still in force; the other stands on the list of unsuccessful nominations from then on.
 */
export const decideNomination = defineCommand({
  name: 'nominationDecide',
  input: NominationDecideInput,
  async handle(tx, { id, expectedVersion, outcome, findings: found, statementOfReasons }) {
    const locked = await lockWithAsset(tx, Nomination, id);
    if (!locked) return refuse(problem.notFound('There is no such nomination.', { path: ['id'] }));
    const { row: nomination, asset } = locked;
    const denied = tx.demand(decideForCouncil, nomination);
    if (denied.length > 0) return refuse(...denied);
    const stale = versionProblems(nomination, expectedVersion);
    const findings = completeFindings(found);
    const reasons = statementOfReasons ?? '';
    const decision = mayDecide(nomination, { outcome, findings, statementOfReasons: reasons }, tx.today);
    if (!decision.ok) return refuse(...stale, ...decision.problems);
    if (stale.length > 0) return refuse(...stale);
    const { state, limb, isLate } = decision;
    await tx.update(
      Object.assign(nomination, {
        state,
        limb,
        isLate,
        findings,
        decidedOn: tx.today,
        decidedBy: tx.actor.subject,
        decisionReasons: reasons.trim() === '' ? null : reasons,
      }),
    );
    const listing = decision.listing && (await enter(tx, asset, nomination, decision.listing));
    return done({
      council: nomination.gssCode,
      subject: id,
      changes: { asset: asset.id, state, limb, isLate, listing: listing?.id, expiresOn: listing?.expiresOn },
    });
  },
});

/** Puts the land on the list, in the place of an entry that is still in force. */
async function enter(tx: Tx, asset: Asset, nomination: Nomination, dates: ListingDates): Promise<Listing> {
  const listings = await listingsOfLocked(tx, asset);
  const replaced = listingInForce(listings, tx.today);
  if (replaced)
    await tx.update(
      Object.assign(replaced, { removedOn: tx.today, removalGround: 'RELISTED', removalReasons: null }),
    );
  const listing = await tx.insert(Listing, {
    id: tx.newId('listing'),
    gssCode: asset.gssCode,
    assetId: asset.id,
    nominationId: nomination.id,
    ...dates,
    removedOn: null,
    tookPart: [tx.actor.subject],
    createdAt: tx.now,
    illustrative: nomination.illustrative,
  });
  await tx.update(Object.assign(asset, listedDays([...listings, listing])));
  return listing;
}
