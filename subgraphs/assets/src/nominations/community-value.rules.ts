import { accept, problem, refuse, type Decision, type Problem, type Rule } from '@coop/shared/problems';
import type { LocalDate } from '@coop/shared/time';
import {
  EXCLUSIONS,
  NOMINATION_RULES,
  nominationsLaw,
  type Exclusion,
  type NominationsLaw,
  type Wellbeing,
} from './nominations.law';

/** What an officer found of the use that is made of the land now. */
export interface PresentUse {
  /** True when it only serves another, main use: a car park of an office, a staff canteen. */
  readonly isAncillary: boolean;
  /** What of the local community's wellbeing or interests it furthers. */
  readonly furthers: readonly Wellbeing[];
  /** Whether it is realistic to think that such a use, the same or another, can continue. */
  readonly canContinue: boolean;
}

/** What an officer found of a use that was made of the land and has ended. */
export interface PastUse {
  readonly isAncillary: boolean;
  readonly furthers: readonly Wellbeing[];
  /** Whether it lies in the recent past: a matter of judgement, the statute gives no number of years. */
  readonly isRecent: boolean;
  /** Whether it is realistic to think that such a use, the same or another, could return in the next years. */
  readonly canReturn: boolean;
}

/** An officer's findings on nominated land. */
export interface Findings {
  /** Whether the land is in the council's area. */
  readonly isInArea: boolean;
  /** What keeps it off the list whatever its use; null when nothing does. */
  readonly exclusion: Exclusion | null;
  /** For a residence: whether it is one in part only and could be listed but for that. */
  readonly isPartlyResidentialOnly: boolean;
  readonly presentUse: PresentUse | null;
  readonly pastUse: PastUse | null;
}

/** The halves of the test, either of which is enough. */
export const COMMUNITY_VALUE_LIMBS = {
  PRESENT_USE:
    'The use now made of it furthers social wellbeing or interests, and can realistically continue.',
  PAST_USE:
    'A use in the recent past furthered them, and such a use could realistically return within five years.',
} as const;

/** Which half of the test the land met. */
export type CommunityValueLimb = keyof typeof COMMUNITY_VALUE_LIMBS;

/**
 * The test of community value (Localism Act 2011 s. 88): a present use that is not ancillary, furthers the social
 * wellbeing or interests of the local community and can realistically continue; failing that, such a use in the
 * recent past that could realistically return within five years. Land of an excluded kind never meets it.
 * @param on the day of the decision, by whose law the test is put
 * @returns the limb that was met and its provision, or every point on which the land fell short
 */
export function communityValue(
  findings: Findings,
  on: LocalDate,
): Decision<{ readonly limb: CommunityValueLimb; readonly rule: Rule }> {
  const law = nominationsLaw.require(on).value;
  const barred = bars(findings);
  const present = presentUseFailings(findings.presentUse, law);
  const past = pastUseFailings(findings.pastUse, law);
  if (barred.length === 0 && present.length === 0)
    return accept({ limb: 'PRESENT_USE', rule: NOMINATION_RULES.presentUse });
  if (barred.length === 0 && past.length === 0)
    return accept({ limb: 'PAST_USE', rule: NOMINATION_RULES.pastUse });
  // Land that meets a limb and is barred all the same is told of the bar alone.
  const failings = present.length === 0 || past.length === 0 ? [] : [...present, ...past];
  return refuse(...barred, ...failings);
}

function bars(findings: Findings): Problem[] {
  const problems: Problem[] = [];
  if (!findings.isInArea)
    problems.push(
      problem.ineligible("The land is not in the council's area.", {
        path: ['findings', 'isInArea'],
        rule: NOMINATION_RULES.duty,
      }),
    );
  const spared = findings.exclusion === 'RESIDENCE' && findings.isPartlyResidentialOnly;
  if (findings.exclusion !== null && !spared)
    problems.push(
      problem.ineligible(`Land of this kind cannot be listed. ${EXCLUSIONS[findings.exclusion]}`, {
        path: ['findings', 'exclusion'],
        rule: NOMINATION_RULES.excluded,
      }),
    );
  return problems;
}

const wellbeingWords = (law: NominationsLaw) => law.furthers.map((one) => one.toLowerCase()).join(' or ');

function presentUseFailings(use: PresentUse | null, law: NominationsLaw): Problem[] {
  const failing = failings('presentUse', NOMINATION_RULES.presentUse);
  if (use === null) return [failing('The land has no present use that could count.')];
  const problems: Problem[] = [];
  if (use.isAncillary) problems.push(failing('The present use is only ancillary to another.', 'isAncillary'));
  if (!use.furthers.some((one) => law.furthers.includes(one)))
    problems.push(
      failing(
        `The present use does not further the ${wellbeingWords(law)} wellbeing or interests of the local community.`,
        'furthers',
      ),
    );
  if (!use.canContinue)
    problems.push(failing('It is not realistic to think that such a use can continue.', 'canContinue'));
  return problems;
}

function pastUseFailings(use: PastUse | null, law: NominationsLaw): Problem[] {
  const failing = failings('pastUse', NOMINATION_RULES.pastUse);
  if (use === null) return [failing('The land has no past use that could count.')];
  const problems: Problem[] = [];
  if (use.isAncillary) problems.push(failing('The past use was only ancillary to another.', 'isAncillary'));
  if (!use.furthers.some((one) => law.furthers.includes(one)))
    problems.push(
      failing(
        `The past use did not further the ${wellbeingWords(law)} wellbeing or interests of the local community.`,
        'furthers',
      ),
    );
  if (law.pastUseMustBeRecent && !use.isRecent)
    problems.push(failing('The past use does not lie in the recent past.', 'isRecent'));
  if (!use.canReturn)
    problems.push(
      failing(
        `It is not realistic to think that such a use could return in the next ${law.returnWithinYears} years.`,
        'canReturn',
      ),
    );
  return problems;
}

const failings = (use: 'presentUse' | 'pastUse', rule: Rule) => (message: string, field?: string) =>
  problem.ineligible(message, { path: ['findings', use, ...(field ? [field] : [])], rule });
