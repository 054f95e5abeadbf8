import type { Actor } from '@coop/shared/access';
import { capacityKeys, personKey, seatKey } from '../access';
import type { BudgetCommitment, BudgetCommitmentVerdict, BudgetPanelMember } from './commitment.entity';
import { separationProblems, type Approver } from './commitment.rules';
import { isSameParty, type Party } from './party.rules';

/** The payee of a commitment, as far as separation of duties goes. */
export const payeeOf = ({
  payeeAccount,
  payeeOrganisationId,
  payeeName,
}: Pick<BudgetCommitment, 'payeeAccount' | 'payeeOrganisationId' | 'payeeName'>): Party => ({
  account: payeeAccount,
  organisationId: payeeOrganisationId,
  name: payeeName,
});

/** The member of a panel that somebody speaks as; null when none. */
export function memberOf(actor: Actor, panel: readonly BudgetPanelMember[]): BudgetPanelMember | null {
  const keys = capacityKeys(actor);
  return panel.find((member) => keys.includes(seatKey(member.gssCode, member))) ?? null;
}

/**
 * A member of the panel as the one who speaks now: who acts by a token of the payee is the payee, whatever the panel's
 * list says of the member.
 */
export function approverOf(member: BudgetPanelMember, actor: Actor, payee: Party): Approver {
  const { account, name } = member;
  const organisationId = isSameParty(member, payee)
    ? member.organisationId
    : (actor.organisation ?? member.organisationId);
  return { account, name, organisationId, keys: capacityKeys(actor), person: personKey(account) };
}

/** Whether somebody who sits on the panel may speak on a commitment: neither payee nor requester, and not twice. */
export function maySpeak(
  actor: Actor,
  commitment: BudgetCommitment,
  panel: readonly BudgetPanelMember[],
  verdicts: readonly BudgetCommitmentVerdict[],
): boolean {
  const member = memberOf(actor, panel);
  if (!member) return false;
  const payee = payeeOf(commitment);
  const approver = approverOf(member, actor, payee);
  const key = seatKey(member.gssCode, member);
  return (
    verdicts.every(({ memberKey }) => memberKey !== key) &&
    separationProblems({ approver, payee, requester: commitment }).length === 0
  );
}
