import { In } from 'typeorm';
import type { Tx } from '@coop/shared/commands';
import { decide, problem, type Decision as Ruling } from '@coop/shared/problems';
import type { Council } from '../areas/council.entity';
import { Councillor } from '../councillors/councillor.entity';
import { granted } from '../councillors/councillor.queries';
import { councilLifeProblems } from '../councillors/councillors.rules';
import { Dispensation } from '../councillors/dispensation.entity';
import type { DecisionFields } from './decision-input.types';
import { checkDecisionRecord } from './decision-records.rules';
import { checkParticipants } from './participants.rules';
import { checkParticipation } from './participation.rules';
import { publicityProblems } from './publicity.rules';
import type { DecisionToWrite } from './written-decision.command';

/** What is left to say when the fields of a decision were let through. */
export type CheckedDecision = Omit<DecisionToWrite, 'corrects' | 'correctionReason'>;

/** The fields as the rules know them: what was left out is said. */
export function completeFields(input: DecisionFields) {
  return {
    takenOn: input.takenOn,
    decidedBy: input.decidedBy,
    isExecutive: input.isExecutive ?? false,
    isKeyDecision: input.isKeyDecision ?? false,
    delegation: input.delegation ?? null,
    decision: input.decision,
    statementOfReasons: input.statementOfReasons ?? null,
    alternativesRejected: input.alternativesRejected ?? null,
    noAlternatives: input.noAlternatives ?? false,
    power: input.power ?? null,
    powerDetail: input.powerDetail ?? null,
    publicity: input.publicity ?? ('PUBLIC' as const),
    exemptGround: input.exemptGround ?? null,
  };
}

/** The councillors whom an input names, locked: so that nobody's term ends while the decision is written. */
export function lockParticipants(tx: Tx, { participants }: DecisionFields): Promise<Councillor[]> {
  return tx.lockMany(
    Councillor,
    (participants ?? []).map((one) => one.councillor),
  );
}

/** Puts the fields of a decision through every rule; all problems at once. */
export async function checkDecision(
  tx: Tx,
  council: Council,
  input: DecisionFields,
  known: readonly Councillor[],
): Promise<Ruling<{ readonly checked: CheckedDecision }>> {
  const fields = completeFields(input);
  const isEnglish = council.nation === 'ENGLAND';
  const matter = { ...fields, council: council.gssCode };
  const given = (input.participants ?? []).map((one) => ({
    ...one,
    hadShownView: one.hadShownView ?? false,
  }));
  const complete = checkDecisionRecord(fields, tx.today, isEnglish);
  const present = checkParticipants(matter, given, known);
  const dispensations = (await lockDispensations(tx, known)).map(granted);
  const participants = present.ok ? present.participants : [];
  const free = checkParticipation(matter, participants, dispensations, isEnglish);
  const problems = [
    ...councilLifeProblems(council, fields.takenOn, ['takenOn']),
    ...publicityProblems(fields),
    ...[complete, present, free].flatMap((ruling) => (ruling.ok ? [] : ruling.problems)),
  ];
  if (!complete.ok || !free.ok) return decide(problems, { checked: null as never });
  return decide(problems, {
    checked: {
      ...fields,
      councilGssCode: council.gssCode,
      rule: complete.rule,
      conflictsDeclared: [...free.conflictsDeclared],
      participants,
      reliedOn: dispensations.filter(({ id }) => free.dispensations.includes(id)),
      illustrative: false,
    },
  });
}

/** Locked: so that none is taken back while somebody relies on it. */
async function lockDispensations(tx: Tx, known: readonly Councillor[]): Promise<Dispensation[]> {
  if (known.length === 0) return [];
  const rows = await tx.manager.findBy(Dispensation, { councillorId: In(known.map(({ id }) => id)) });
  return tx.lockMany(
    Dispensation,
    rows.map(({ id }) => id),
  );
}

/** NotFound: there is no such decision, or not for this caller. */
export const noSuchDecision = problem.notFound('There is no such decision.', { path: ['id'] });
