import { decide, problem, type Decision, type Problem, type Rule } from '@coop/shared/problems';
import { formatDay, type LocalDate } from '@coop/shared/time';
import { COUNCIL_POWER_LAW, type CouncilPower } from './council-powers.law';
import type { DecisionMaker, Delegation } from './decision-makers.law';
import { DECISION_RECORDS, type RecordKind, type RecordPart } from './decision-records.law';

/** A decision as it is put on the public record. */
export interface DecisionRecord {
  readonly takenOn: LocalDate;
  readonly decidedBy: DecisionMaker;
  /** For an officer: true when the function is the executive's; otherwise it is the council's. */
  readonly isExecutive: boolean;
  readonly isKeyDecision: boolean;
  /** For an officer: how the decision came to him or her. */
  readonly delegation: Delegation | null;
  /** What was decided. */
  readonly decision: string;
  readonly statementOfReasons: string | null;
  /** The options that were considered and rejected. */
  readonly alternativesRejected: string | null;
  /** True when no other option was considered: said, rather than left open. */
  readonly noAlternatives: boolean;
  readonly power: CouncilPower | null;
  /** The power in words, where `power` is OTHER. */
  readonly powerDetail: string | null;
}

/** Which law the record of a decision falls under. */
export function recordKindOf(record: Pick<DecisionRecord, 'decidedBy' | 'isExecutive'>): RecordKind {
  switch (record.decidedBy) {
    case 'CABINET':
      return 'EXECUTIVE_MEETING';
    case 'CABINET_MEMBER':
      return 'EXECUTIVE_MEMBER';
    case 'OFFICER':
      return record.isExecutive ? 'EXECUTIVE_OFFICER' : 'DELEGATED_OFFICER';
    case 'WARD_COUNCILLOR':
      return 'WARD_COUNCILLOR';
    default:
      return 'COUNCIL_MEETING';
  }
}

/** What the law that held on the day asks of the record, and which law it is; null where none asks anything. */
export function recordDuty(
  record: Pick<DecisionRecord, 'decidedBy' | 'isExecutive' | 'isKeyDecision' | 'takenOn'>,
): { readonly needs: readonly RecordPart[]; readonly rule: Rule } | null {
  const row = DECISION_RECORDS[recordKindOf(record)].on(record.takenOn);
  if (!row || (row.value.keyDecisionsOnly && !record.isKeyDecision)) return null;
  return { needs: row.value.needs, rule: row.source };
}

/**
 * Whether a record of a decision is complete: the day, not in the future; the decision; reasons and rejected
 * alternatives where the law of that day asks for them; a power that was in force. Every gap at once.
 * @param isEnglish false for a council to which these laws do not extend: then no more is asked than what was decided
 */
export function checkDecisionRecord(
  record: DecisionRecord,
  today: LocalDate,
  isEnglish = true,
): Decision<{ readonly rule: Rule | null }> {
  const problems: Problem[] = [];
  const duty = isEnglish ? recordDuty(record) : null;
  const rule = duty ? { rule: duty.rule } : {};
  if (record.takenOn > today)
    problems.push(problem.invalidInput('A decision is recorded once it is taken.', { path: ['takenOn'] }));
  if (isBlank(record.decision))
    problems.push(problem.invalidInput('Say what was decided.', { path: ['decision'], ...rule }));
  if (duty?.needs.includes('REASONS') && isBlank(record.statementOfReasons))
    problems.push(
      problem.invalidInput('The record needs the reasons.', { path: ['statementOfReasons'], ...rule }),
    );
  const hasAlternatives = !isBlank(record.alternativesRejected);
  if (hasAlternatives && record.noAlternatives)
    problems.push(
      problem.invalidInput('Alternatives are named, and it is said that there were none.', {
        path: ['noAlternatives'],
      }),
    );
  if (duty?.needs.includes('ALTERNATIVES') && !hasAlternatives && !record.noAlternatives)
    problems.push(
      problem.invalidInput('Name the options that were rejected, or say that none was considered.', {
        path: ['alternativesRejected'],
        ...rule,
      }),
    );
  if (record.decidedBy === 'OFFICER' && record.delegation === null)
    problems.push(
      problem.invalidInput('Say how the decision came to the officer.', { path: ['delegation'], ...rule }),
    );
  problems.push(...powerProblems(record, isEnglish));
  return decide(problems, { rule: duty?.rule ?? null });
}

function powerProblems({ power, powerDetail, takenOn }: DecisionRecord, isEnglish: boolean): Problem[] {
  if (power === null) return [];
  if (power === 'OTHER')
    return isBlank(powerDetail) ? [problem.invalidInput('Name the power.', { path: ['powerDetail'] })] : [];
  return isEnglish ? powerInForceProblems(power, takenOn, ['power']) : [];
}

/** Ineligible when a power could not be used on a day yet, saying since when it can. */
export function powerInForceProblems(
  power: CouncilPower,
  day: LocalDate,
  path: readonly string[],
): Problem[] {
  if (power === 'OTHER') return [];
  const table = COUNCIL_POWER_LAW[power];
  if (table.on(day)) return [];
  const first = table.rows[0]!;
  return [
    problem.ineligible(
      `${first.source.title}, ${first.source.section}, is in force from ${formatDay(first.from)}.`,
      {
        path,
        rule: first.source,
      },
    ),
  ];
}

const isBlank = (text: string | null) => text === null || text.trim() === '';
