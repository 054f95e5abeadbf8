import type { RequestContext } from '@coop/shared/graphql';
import type { BudgetCommitment, BudgetPanelMember } from './commitment.entity';
import { isSameParty, separationProblems, type Party } from './commitment.rules';
import { verdictsOf } from './ledger.queries';

/** The payee of a commitment, as far as separation of duties goes. */
export const payeeOf = ({
  payeeAccount,
  payeeOrganisationId,
  payeeNameSort,
}: Pick<BudgetCommitment, 'payeeAccount' | 'payeeOrganisationId' | 'payeeNameSort'>): Party => ({
  account: payeeAccount,
  organisationId: payeeOrganisationId,
  nameSort: payeeNameSort,
});

/** Whoever asked for a commitment, as far as separation of duties goes. */
export const requesterOf = ({ requestedBy }: Pick<BudgetCommitment, 'requestedBy'>): Party => ({
  account: requestedBy,
  organisationId: null,
  nameSort: '',
});

/**
 * A member of the panel as the one who speaks now: who acts by a token of the payee is the payee, whatever the panel's
 * list says of the member.
 */
export const approverOf = (
  member: BudgetPanelMember,
  tokenOrganisation: string | null,
  payee: Party,
): Party =>
  isSameParty(member, payee)
    ? member
    : { ...member, organisationId: tokenOrganisation ?? member.organisationId };

/** Whether the viewer, who sits on the panel, may speak on a commitment: neither payee nor requester, and not twice. */
export async function maySpeak(
  context: RequestContext,
  commitment: BudgetCommitment,
  panel: readonly BudgetPanelMember[],
): Promise<boolean> {
  const { subject, organisation } = context.actor;
  const member = panel.find(({ account }) => account === subject);
  if (!member) return false;
  const verdicts = (await verdictsOf.load(context, commitment.id)) ?? [];
  const payee = payeeOf(commitment);
  const approver = approverOf(member, organisation, payee);
  return (
    verdicts.every(({ memberId }) => memberId !== member.id) &&
    separationProblems({ approver, payee, requester: requesterOf(commitment) }).length === 0
  );
}
