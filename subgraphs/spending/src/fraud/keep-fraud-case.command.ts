import { defineCommand, done, versionProblems, type Outcome, type Tx } from '@coop/shared/commands';
import { isGssCode } from '@coop/shared/nouns';
import { problem, refuse, type Decision, type Problem } from '@coop/shared/problems';
import { keepFraudCases, restrictedProblems } from '../access';
import { visibleSuppliers } from '../suppliers/supplier.queries';
import { FraudCase } from './fraud-case.entity';
import type { FraudCaseState } from './fraud-case.lifecycle';
import { closeCase, concludeCase, investigateCase, openCase, referCase } from './fraud-case.rules';
import {
  FraudCaseCloseInput,
  FraudCaseConcludeInput,
  FraudCaseInvestigateInput,
  FraudCaseOpenInput,
  FraudCaseReferInput,
} from './fraud-inputs.types';

/** `fraudCaseOpen`: puts a suspicion on record. The audit trail learns that a case is there, and nothing of it. */
export const openFraudCase = defineCommand({
  name: 'fraudCaseOpen',
  input: FraudCaseOpenInput,
  async handle(tx, { council, title, allegation, source, suspectedPence, ...input }) {
    const gssCode = council;
    const denied = tx.demand(keepFraudCases, { gssCode });
    if (denied.length > 0) return refuse(...denied);
    const problems: Problem[] = [];
    if (!isGssCode(council))
      problems.push(problem.invalidInput('This is not the form of a GSS code.', { path: ['council'] }));
    const supplierId = input.supplierId ?? null;
    if (
      supplierId !== null &&
      !(await visibleSuppliers(tx.manager).andWhere({ id: supplierId, gssCode }).getExists())
    )
      problems.push(problem.notFound('The council has no such supplier.', { path: ['supplierId'] }));
    const decision = openCase(title, allegation);
    if (!decision.ok) return refuse(...problems, ...decision.problems);
    if (problems.length > 0) return refuse(...problems);
    const { id } = await tx.insert(FraudCase, {
      ...{ id: tx.newId('fraudcase'), gssCode, title, allegation, source, supplierId, suspectedPence },
      ...{ state: decision.state, openedBy: tx.actor.subject, openedOn: tx.today, illustrative: false },
    });
    return done({ council, subject: id, changes: { state: decision.state } });
  },
});

/** One step of a case: load under lock, ask the rule, write what it answers. */
async function step(
  tx: Tx,
  { id, expectedVersion }: { readonly id: string; readonly expectedVersion?: number | null },
  rule: (fraudCase: FraudCase) => Decision<{ readonly state: FraudCaseState }>,
  written: Partial<FraudCase>,
): Promise<Outcome> {
  const fraudCase = await tx.lock(FraudCase, id);
  const missing = problem.notFound('There is no such case.', { path: ['id'] });
  const denied = restrictedProblems(tx, keepFraudCases, fraudCase, missing);
  if (!fraudCase || denied.length > 0) return refuse(...denied);
  const stale = versionProblems(fraudCase, expectedVersion);
  const decision = rule(fraudCase);
  if (!decision.ok) return refuse(...stale, ...decision.problems);
  if (stale.length > 0) return refuse(...stale);
  const { gssCode, state } = await tx.update(Object.assign(fraudCase, written, { state: decision.state }));
  return done({ council: gssCode, subject: id, changes: { state } });
}

/** `fraudCaseInvestigate`: begins to look into a case. */
export const investigateFraudCase = defineCommand({
  name: 'fraudCaseInvestigate',
  input: FraudCaseInvestigateInput,
  handle: (tx, input) => step(tx, input, investigateCase, { investigatedBy: tx.actor.subject }),
});

/** `fraudCaseConclude`: says what the investigation found. */
export const concludeFraudCase = defineCommand({
  name: 'fraudCaseConclude',
  input: FraudCaseConcludeInput,
  handle: (tx, input) => {
    const { outcome, provenPence, findings } = input;
    return step(tx, input, (one) => concludeCase(one, outcome, provenPence, findings), {
      provenPence,
      findings,
    });
  },
});

/** `fraudCaseRefer`: hands a case to the police or a prosecutor. */
export const referFraudCase = defineCommand({
  name: 'fraudCaseRefer',
  input: FraudCaseReferInput,
  handle: (tx, input) => {
    const { referredTo } = input;
    return step(tx, input, (one) => referCase(one, referredTo), { referredTo });
  },
});

/** `fraudCaseClose`: closes a case, never by whoever opened it. */
export const closeFraudCase = defineCommand({
  name: 'fraudCaseClose',
  input: FraudCaseCloseInput,
  handle: (tx, input) => {
    const { recoveredPence, closingReasons } = input;
    return step(tx, input, (one) => closeCase(one, tx.actor.subject, closingReasons), {
      ...{ recoveredPence, closingReasons, closedBy: tx.actor.subject, closedOn: tx.today },
    });
  },
});
