import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { examinePayments, restrictedProblems } from '../access';
import { DuplicateCandidate } from './duplicate-candidate.entity';
import { judgeDuplicate as judge } from './duplicate-candidate.rules';
import { DuplicateJudgeInput } from './duplicate-inputs.types';

/** Says what a possible duplicate is, and what has come back of it. */
export const judgeDuplicate = defineCommand({
  name: 'duplicateJudge',
  input: DuplicateJudgeInput,
  async handle(tx, { id, expectedVersion, verdict, statementOfReasons, ...said }) {
    const candidate = await tx.lock(DuplicateCandidate, id);
    const missing = problem.notFound('There is no such candidate.', { path: ['id'] });
    const denied = restrictedProblems(tx, examinePayments, candidate, missing);
    if (!candidate || denied.length > 0) return refuse(...denied);
    const recoveredPence = said.recoveredPence ?? 0;
    const stale = versionProblems(candidate, expectedVersion);
    const decision = judge(candidate, { verdict, recoveredPence, statementOfReasons });
    if (!decision.ok) return refuse(...stale, ...decision.problems);
    if (stale.length > 0) return refuse(...stale);
    const judgement = { verdict: decision.verdict, recoveredPence, statementOfReasons };
    await tx.update(Object.assign(candidate, judgement, { judgedBy: tx.actor.subject, judgedOn: tx.today }));
    const { gssCode: council, tier } = candidate;
    return done({ council, subject: id, changes: { tier, verdict, recoveredPence } });
  },
});
