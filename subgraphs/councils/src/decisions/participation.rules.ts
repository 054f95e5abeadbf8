import { decide, problem, type Decision, type Problem, type Rule } from '@coop/shared/problems';
import type { LocalDate } from '@coop/shared/time';
import type { DecisionMaker } from './decision-makers.law';
import { dispenses, type Dispensation } from '../councillors/dispensations.rules';
import { INTEREST_LAW, PRIOR_VIEWS_LAW, type DispensedRestriction } from './interests.law';

/** A councillor's part in a decision. */
export interface Participant {
  /** Id of the councillor. */
  readonly councillor: string;
  readonly name: string;
  /** True for a disclosable pecuniary interest in the matter. */
  readonly hasPecuniaryInterest: boolean;
  readonly discussed: boolean;
  readonly voted: boolean;
  /** True when the councillor had shown a view on the matter before. Never a bar. */
  readonly hadShownView: boolean;
}

/** What follows from the part that councillors took. */
export interface ParticipationFacts {
  /** Names of those who declared an interest, for the record. */
  readonly conflictsDeclared: readonly string[];
  /** Ids of the dispensations that were relied on. */
  readonly dispensations: readonly string[];
  /** What stands behind an answer that somebody might doubt: views shown before do not disqualify. */
  readonly notes: readonly { readonly message: string; readonly rule: Rule }[];
}

/**
 * Whether everybody who took part was free to. A councillor with a disclosable pecuniary interest neither
 * discusses nor votes without a dispensation that lifts just that (Localism Act 2011 ss. 31(4), 33), and decides
 * nothing alone, which no dispensation can lift (s. 31(8)). Having shown a view before is no bar (s. 25).
 * @param isEnglish false for a council to which this law does not extend: then interests are put on record alone
 */
export function checkParticipation(
  decision: { readonly council: string; readonly takenOn: LocalDate; readonly decidedBy: DecisionMaker },
  participants: readonly Participant[],
  dispensations: readonly Dispensation[],
  isEnglish = true,
): Decision<ParticipationFacts> {
  const law = isEnglish ? INTEREST_LAW.on(decision.takenOn)?.value : undefined;
  const problems: Problem[] = [];
  const relied = new Set<string>();
  const alone = decision.decidedBy === 'CABINET_MEMBER' || decision.decidedBy === 'WARD_COUNCILLOR';
  participants.forEach((person, index) => {
    if (!person.hasPecuniaryInterest || !law) return;
    const path = ['participants', String(index)];
    if (alone) {
      if (person.discussed || person.voted)
        problems.push(
          problem.ineligible(
            `${person.name} has a disclosable pecuniary interest and may take no step in the matter alone.`,
            { path, rule: law.alone },
          ),
        );
      return;
    }
    for (const restriction of taken(person)) {
      const dispensation = dispensations.find((one) =>
        dispenses(one, decision.council, person.councillor, restriction, decision.takenOn),
      );
      if (dispensation) relied.add(dispensation.id);
      else
        problems.push(
          problem.ineligible(
            `${person.name} has a disclosable pecuniary interest and no dispensation to ${VERBS[restriction]} on ${decision.takenOn}.`,
            { path, rule: law.atMeetings },
          ),
        );
    }
  });
  const views = PRIOR_VIEWS_LAW.on(decision.takenOn);
  return decide(problems, {
    conflictsDeclared: participants.filter((one) => one.hasPecuniaryInterest).map((one) => one.name),
    dispensations: [...relied].sort(),
    notes: participants
      .filter((one) => views !== null && one.hadShownView)
      .map((one) => ({
        message: `${one.name} had shown a view before; that alone is not taken for a closed mind.`,
        rule: views!.source,
      })),
  });
}

const VERBS: Readonly<Record<DispensedRestriction, string>> = {
  DISCUSSION: 'discuss the matter',
  VOTE: 'vote',
};

function taken(person: Participant): DispensedRestriction[] {
  return [
    ...(person.discussed ? (['DISCUSSION'] as const) : []),
    ...(person.voted ? (['VOTE'] as const) : []),
  ];
}
