import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import { formatDay, type LocalDate } from '@coop/shared/time';
import type { DecisionMaker } from './decision-makers.law';
import type { Participant } from './participation.rules';

/** A councillor as far as taking part goes. */
export interface KnownCouncillor {
  readonly id: string;
  /** Code of the council. */
  readonly councilGssCode: string;
  readonly name: string;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
}

/**
 * Whether those who took part can have: each known, named once, a councillor of that council and in office on the
 * day; and a decision for a ward is one councillor's.
 */
export function checkParticipants(
  decision: { readonly council: string; readonly takenOn: LocalDate; readonly decidedBy: DecisionMaker },
  given: readonly Omit<Participant, 'name'>[],
  known: readonly KnownCouncillor[],
): Decision<{ readonly participants: readonly Participant[] }> {
  const problems: Problem[] = [];
  const participants: Participant[] = [];
  const seen = new Set<string>();
  given.forEach((one, index) => {
    const path = ['participants', String(index), 'councillor'];
    const councillor = known.find(({ id }) => id === one.councillor);
    if (!councillor) problems.push(problem.notFound('There is no such councillor.', { path }));
    else if (seen.has(councillor.id))
      problems.push(problem.invalidInput(`${councillor.name} is named twice.`, { path }));
    else if (councillor.councilGssCode !== decision.council)
      problems.push(problem.ineligible(`${councillor.name} is a councillor of another council.`, { path }));
    else if (
      decision.takenOn < councillor.fromOn ||
      (councillor.untilOn !== null && decision.takenOn > councillor.untilOn)
    )
      problems.push(
        problem.ineligible(`${councillor.name} was not in office on ${formatDay(decision.takenOn)}.`, {
          path,
        }),
      );
    else participants.push({ ...one, name: councillor.name });
    if (councillor) seen.add(councillor.id);
  });
  if (decision.decidedBy === 'WARD_COUNCILLOR' && given.length !== 1)
    problems.push(
      problem.invalidInput('Name the one councillor who took it for his or her ward.', {
        path: ['participants'],
      }),
    );
  return decide(problems, { participants });
}
