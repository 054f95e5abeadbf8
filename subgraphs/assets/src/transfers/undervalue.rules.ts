import { assertPence, formatPence, type Pence } from '@coop/shared/money';
import { problem, type Problem, type Rule } from '@coop/shared/problems';
import type { LocalDate } from '@coop/shared/time';
import { TRANSFER_RULES, undervalueLaw, type HoldingPower, type TransferWellbeing } from './transfers.law';

/** A minister's consent to one disposal, as the council recorded it. */
export interface MinisterialConsent {
  /** The day of the consent. */
  readonly givenOn: LocalDate;
  /** Reference of the letter. */
  readonly reference: string;
}

/** The money of a transfer, and the case for it. */
export interface UndervalueFacts {
  /** GSS code of the council that disposes. */
  readonly council: string;
  /** What the interest would fetch without restrictions, as a qualified valuer found; null when not valued. */
  readonly unrestrictedValuePence: Pence | null;
  /** What the council takes for it: premium, or capitalised rent. */
  readonly considerationPence: Pence;
  /** Years of the lease; null for the freehold. */
  readonly leaseYears: number | null;
  readonly heldUnder: HoldingPower;
  /** What kinds of wellbeing the council considers the transfer likely to promote or improve. */
  readonly wellbeing: readonly TransferWellbeing[];
  /** The written case for that. */
  readonly wellbeingCase: string;
  readonly consent: MinisterialConsent | null;
}

/** What can cover a transfer's price. */
export const UNDERVALUE_BASES = {
  SHORT_TENANCY: 'A lease of at most seven years, which the duty does not catch.',
  FULL_VALUE: 'No undervalue: the council gets what the interest is worth.',
  GENERAL_CONSENT:
    'The General Disposal Consent (England) 2003: an undervalue of at most £2,000,000, for wellbeing.',
  SPECIFIC_CONSENT: 'A consent of the ministers concerned to this one disposal.',
  NOT_VALUED: 'Nothing yet: the interest has not been valued.',
} as const;

/** What covers a transfer's price. */
export type UndervalueBasis = keyof typeof UNDERVALUE_BASES;

/** How a transfer stands to the duty to get the best consideration. */
export interface Undervalue {
  /** Unrestricted value less consideration, never below nothing; null when the interest is not valued. */
  readonly undervaluePence: Pence | null;
  /** What covers it. */
  readonly basis: UndervalueBasis;
  readonly rule: Rule;
}

/**
 * How a transfer stands to the duty of Local Government Act 1972 s. 123(2). The General Disposal Consent covers
 * councils in England, land held for general purposes, and an undervalue of £2,000,000 or less; beyond it, in Wales
 * or Scotland, and for planning or housing land, only a consent of the ministers concerned does.
 */
export function undervalueOf(facts: UndervalueFacts, on: LocalDate): Undervalue {
  const { source, value: law } = undervalueLaw.require(on);
  const value = facts.unrestrictedValuePence;
  const undervaluePence =
    value === null ? null : Math.max(0, assertPence(value) - assertPence(facts.considerationPence));
  if (facts.heldUnder === 'GENERAL' && facts.leaseYears !== null && facts.leaseYears <= law.shortTenancyYears)
    return { undervaluePence, basis: 'SHORT_TENANCY', rule: TRANSFER_RULES.shortTenancy };
  if (undervaluePence === null)
    return { undervaluePence, basis: 'NOT_VALUED', rule: TRANSFER_RULES.bestConsideration };
  if (undervaluePence === 0)
    return { undervaluePence, basis: 'FULL_VALUE', rule: TRANSFER_RULES.bestConsideration };
  if (facts.heldUnder !== 'GENERAL')
    return {
      undervaluePence,
      basis: 'SPECIFIC_CONSENT',
      rule: facts.heldUnder === 'HOUSING' ? TRANSFER_RULES.housingLand : TRANSFER_RULES.planningLand,
    };
  const covered = facts.council.startsWith('E') && undervaluePence <= law.largestUndervaluePence;
  return covered
    ? { undervaluePence, basis: 'GENERAL_CONSENT', rule: source }
    : { undervaluePence, basis: 'SPECIFIC_CONSENT', rule: TRANSFER_RULES.bestConsideration };
}

/** What stands against approving a transfer for its price: everything at once, [] when nothing does. */
export function undervalueProblems(facts: UndervalueFacts, on: LocalDate): Problem[] {
  const { undervaluePence, basis, rule } = undervalueOf(facts, on);
  if (basis === 'SHORT_TENANCY' || basis === 'FULL_VALUE') return [];
  if (basis === 'NOT_VALUED')
    return [
      problem.invalidInput('The interest must be valued before a transfer of it can be approved.', {
        path: ['unrestrictedValuePence'],
        rule,
      }),
    ];
  const problems: Problem[] = [];
  if (basis === 'SPECIFIC_CONSENT') problems.push(...consentProblems(facts, undervaluePence ?? 0, rule, on));
  if (facts.wellbeing.length === 0)
    problems.push(
      problem.invalidInput('Say which wellbeing the transfer is likely to promote or improve.', {
        path: ['wellbeing'],
        rule: TRANSFER_RULES.consent,
      }),
    );
  if (facts.wellbeingCase.trim() === '')
    problems.push(
      problem.invalidInput('Write down the case that the transfer promotes or improves wellbeing.', {
        path: ['wellbeingCase'],
        rule: TRANSFER_RULES.consent,
      }),
    );
  return problems;
}

function consentProblems(facts: UndervalueFacts, undervalue: Pence, rule: Rule, on: LocalDate): Problem[] {
  const { consent } = facts;
  const path = ['consent'];
  if (consent !== null) {
    if (consent.reference.trim() !== '' && consent.givenOn <= on) return [];
    return [
      problem.invalidInput("A minister's consent is recorded with its reference and a day that has come.", {
        path,
        rule,
      }),
    ];
  }
  const limit = undervalueLaw.require(on).value.largestUndervaluePence;
  if (facts.heldUnder === 'GENERAL' && facts.council.startsWith('E'))
    return [
      problem.limitExceeded(
        `The undervalue, in pence, is above the ${formatPence(limit)} of the general consent; the Secretary of State's consent must be recorded first.`,
        limit,
        undervalue,
        { path, rule },
      ),
    ];
  return [
    problem.ineligible(
      "The General Disposal Consent (England) 2003 does not cover this land; the ministers' own consent must be recorded first.",
      { path, rule },
    ),
  ];
}
