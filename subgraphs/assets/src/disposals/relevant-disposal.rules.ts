import type { Rule } from '@coop/shared/problems';
import type { LocalDate } from '@coop/shared/time';
import { DISPOSAL_RULES, disposalRegimes } from './disposals.law';

/** The kinds of disposal that are told apart, with what each is. */
export const DISPOSAL_KINDS = {
  FREEHOLD: 'The freehold is sold or otherwise transferred.',
  LEASE_GRANT: 'A new lease is granted.',
  LEASE_ASSIGNMENT: 'An existing lease is assigned.',
  OTHER: 'Anything else: a licence, a mortgage, an easement, shares in a company that owns the land.',
} as const;

/** A kind of disposal. */
export type DisposalKind = keyof typeof DISPOSAL_KINDS;

/** The shape of a disposal that somebody has in mind. */
export interface DisposalShape {
  readonly kind: DisposalKind;
  /** Whether the land passes empty: a sale subject to a tenancy is not with vacant possession. */
  readonly withVacantPossession: boolean;
  /** For a lease: the whole years it has, or had, to run on the day it is, or was, granted. */
  readonly leaseYearsAtGrant: number | null;
}

/** Whether a disposal is a relevant one, and why. */
export interface Relevance {
  readonly isRelevant: boolean;
  readonly message: string;
  readonly rule: Rule;
}

/**
 * Whether a disposal is a relevant one (Localism Act 2011 s. 96): the freehold, or a lease that had at least 25
 * years to run when it was granted, with vacant possession. An assignment is measured by the lease's term at its
 * grant, not by what is left of it.
 * @param on the day on which it is entered into: the day a binding agreement is made, if one is (s. 96(4))
 */
export function relevance(disposal: DisposalShape, on: LocalDate): Relevance {
  if (disposal.kind === 'OTHER')
    return {
      isRelevant: false,
      message:
        'Only a transfer of the freehold or the grant or assignment of a long lease is a relevant disposal.',
      rule: DISPOSAL_RULES.relevantDisposal,
    };
  const rule = disposal.kind === 'FREEHOLD' ? DISPOSAL_RULES.freehold : DISPOSAL_RULES.lease;
  if (!disposal.withVacantPossession)
    return {
      isRelevant: false,
      message: 'A disposal without vacant possession is not a relevant disposal.',
      rule,
    };
  if (disposal.kind === 'FREEHOLD')
    return { isRelevant: true, message: 'The freehold with vacant possession is a relevant disposal.', rule };
  const years = disposalRegimes.require(on).value.qualifyingLeaseYears;
  const qualifies = disposal.leaseYearsAtGrant !== null && disposal.leaseYearsAtGrant >= years;
  return {
    isRelevant: qualifies,
    message: qualifies
      ? `A lease of at least ${years} years at its grant, with vacant possession, is a relevant disposal.`
      : `A lease of less than ${years} years at its grant is not a relevant disposal.`,
    rule: DISPOSAL_RULES.qualifyingLease,
  };
}
