import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { decideForCouncil } from '../access';
import { ListingRemoveInput } from './listing-inputs.types';
import { Listing } from './listing.entity';
import { listedDays, REMOVAL_RULES, removeListing as mayRemove, type RemovalGround } from './listing.rules';
import { listingsOfLocked, lockWithAsset } from './locked.queries';

/** Follow from a review, an appeal, a new entry: nobody chooses them. */
const CONSEQUENCES: readonly RemovalGround[] = ['REVIEW', 'APPEAL', 'RELISTED'];

/** Takes an entry off the list before its time (SI 2012/2421 reg. 2). */
export const removeListing = defineCommand({
  name: 'listingRemove',
  input: ListingRemoveInput,
  async handle(tx, { id, expectedVersion, ground, statementOfReasons, disposalWasExempt }) {
    const locked = await lockWithAsset(tx, Listing, id);
    if (!locked) return refuse(problem.notFound('There is no such entry.', { path: ['id'] }));
    const { row: listing, asset } = locked;
    const denied = tx.demand(decideForCouncil, listing);
    if (denied.length > 0) return refuse(...denied);
    const problems: Problem[] = versionProblems(listing, expectedVersion);
    if (CONSEQUENCES.includes(ground))
      problems.push(
        problem.invalidInput('This ground follows from a decision of its own; it cannot be chosen.', {
          path: ['ground'],
          rule: REMOVAL_RULES[ground],
        }),
      );
    const removal = { ground, statementOfReasons, disposalWasExempt: disposalWasExempt ?? false };
    const decision = mayRemove(listing, removal, tx.today);
    if (!decision.ok) return refuse(...problems, ...decision.problems);
    if (problems.length > 0) return refuse(...problems);
    const { removedOn } = decision;
    await tx.update(
      Object.assign(listing, { removedOn, removalGround: ground, removalReasons: statementOfReasons }),
    );
    await tx.update(Object.assign(asset, listedDays(await listingsOfLocked(tx, asset))));
    return done({ council: listing.gssCode, subject: id, changes: { asset: asset.id, ground, removedOn } });
  },
});
