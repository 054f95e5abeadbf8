import { problem, type Problem } from '@coop/shared/problems';
import { yearsBetween, type LocalDate } from '@coop/shared/time';
import { VOTE_RULES } from './votes.law';

/** Who may vote. */
export interface Electorate {
  /** GSS codes of the wards whose residents may vote; empty for the whole area of the council. */
  readonly wards: readonly string[];
  /** The youngest that may vote, in years. */
  readonly minimumAge: number;
  /** The day on which a voter must be that old. */
  readonly ageOn: LocalDate;
}

/** A resident who is to stand on the roll. Ward and birthday are looked at and not kept. */
export interface Resident {
  readonly wardGssCode: string | null;
  readonly bornOn: LocalDate | null;
}

/** Why a resident may not stand on the roll; nothing when they may. */
export function rollProblems(
  { wards, minimumAge, ageOn }: Electorate,
  { wardGssCode, bornOn }: Resident,
  path: readonly string[] = [],
): Problem[] {
  const rule = VOTE_RULES.roll;
  const found: Problem[] = [];
  if (wards.length > 0 && (wardGssCode === null || !wards.includes(wardGssCode)))
    found.push(
      problem.ineligible('The voter does not live in a ward of this vote.', {
        path: [...path, 'wardGssCode'],
        rule,
      }),
    );
  if (minimumAge > 0 && (bornOn === null || bornOn > ageOn || yearsBetween(bornOn, ageOn) < minimumAge))
    found.push(
      problem.ineligible(`The voter is not shown to be ${minimumAge} or older on ${ageOn}.`, {
        path: [...path, 'bornOn'],
        rule,
      }),
    );
  return found;
}
