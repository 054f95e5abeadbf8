import { defineCommand, done } from '@coop/shared/commands';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { actForOwner, recordPaper, submitterOf } from '../access';
import { listingsOfLocked, lockAsset } from '../nominations/locked.queries';
import { CompensationClaim } from './compensation-claim.entity';
import { CompensationClaimReceiveInput } from './compensation-inputs.types';
import { receiveCompensationClaim as receive } from './compensation.rules';

/** Receives an owner's claim for the loss that the listing of land brought about (SI 2012/2421 reg. 14). */
export const receiveCompensationClaim = defineCommand({
  name: 'compensationClaimReceive',
  input: CompensationClaimReceiveInput,
  async handle(tx, input) {
    const asset = await lockAsset(tx, input.assetId);
    if (!asset) return refuse(problem.notFound('There is no such asset.', { path: ['assetId'] }));
    const denied = tx.demand(actForOwner, asset);
    if (denied.length > 0) return refuse(...denied);
    const { claimant, lossBeganOn, lossEndedOn, amountPence, evidence, wasOwner, isPublicBody } = input;
    const receivedOn = input.receivedOn ?? tx.today;
    const problems: Problem[] = [];
    if (receivedOn !== tx.today && !recordPaper.allows(tx.actor, asset))
      problems.push(
        problem.notAllowed('A claim sent here is received today.', recordPaper.needs, {
          path: ['receivedOn'],
        }),
      );
    if (claimant.trim() === '')
      problems.push(problem.invalidInput('Name the claimant.', { path: ['claimant'] }));
    const claim = { receivedOn, lossBeganOn, lossEndedOn, amountPence, evidence };
    const listings = await listingsOfLocked(tx, asset);
    const decision = receive({ ...claim, wasOwner, isPublicBody }, listings, tx.today);
    if (!decision.ok) return refuse(...problems, ...decision.problems);
    if (problems.length > 0) return refuse(...problems);
    const row = await tx.insert(CompensationClaim, {
      id: tx.newId('claim'),
      gssCode: asset.gssCode,
      assetId: asset.id,
      claimant,
      submittedBy: submitterOf(tx.actor),
      ...claim,
      state: decision.state,
    });
    const changes = { asset: asset.id, state: decision.state, receivedOn, amountPence };
    return done({ council: asset.gssCode, subject: row.id, changes });
  },
});
