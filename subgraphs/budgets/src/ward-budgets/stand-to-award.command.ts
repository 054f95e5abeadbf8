import type { Actor } from '@coop/shared/access';
import { isSameAccount, isSameName } from '../ledger/party.rules';

/** Whether an officer is the payee of an award or has proposed it, as far as the token tells. */
export const standingOf = (
  { subject, organisation, name }: Pick<Actor, 'subject' | 'organisation' | 'name'>,
  award: { readonly payeeName: string; readonly payeeOrganisationId: string | null },
  budget: { readonly councillorAccount: string },
): { readonly isPayee: boolean; readonly isProposer: boolean } => ({
  isPayee:
    (award.payeeOrganisationId !== null && organisation === award.payeeOrganisationId) ||
    isSameName(name ?? '', award.payeeName),
  isProposer: isSameAccount(subject, budget.councillorAccount),
});
