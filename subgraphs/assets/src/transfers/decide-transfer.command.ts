import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { decideForCouncil } from '../access';
import { lockWithAsset } from '../nominations/locked.queries';
import { TransferDecideInput, type TransferUndervalueInput } from './transfer-inputs.types';
import { Transfer } from './transfer.entity';
import { decideTransfer as decideBy } from './transfer.rules';
import type { UndervalueFacts } from './undervalue.rules';

const UNDERVALUE_FIELDS = ['unrestrictedValuePence', 'wellbeing', 'wellbeingCase', 'consent'];

/** The rules know the money by itself; in the input it stands in a part of its own. */
function inInput<P extends Problem>(found: P): P {
  const [first] = found.path ?? [];
  return first !== undefined && UNDERVALUE_FIELDS.includes(first)
    ? { ...found, path: ['undervalue', ...(found.path ?? [])] }
    : found;
}

function factsOf(council: string, money: TransferUndervalueInput | null | undefined): UndervalueFacts {
  return {
    council,
    unrestrictedValuePence: money?.unrestrictedValuePence ?? null,
    considerationPence: money?.considerationPence ?? 0,
    leaseYears: money?.leaseYears ?? null,
    heldUnder: money?.heldUnder ?? 'GENERAL',
    wellbeing: money?.wellbeing ?? [],
    wellbeingCase: money?.wellbeingCase ?? '',
    consent: money?.consent ?? null,
  };
}

/**
 * Decides on a business case. An approval has to stand by its price: best consideration, the General Disposal
 * Consent, or a consent of the ministers that is recorded with it.
 */
export const decideTransfer = defineCommand({
  name: 'transferDecide',
  input: TransferDecideInput,
  async handle(tx, { id, expectedVersion, outcome, statementOfReasons, undervalue: money }) {
    const locked = await lockWithAsset(tx, Transfer, id);
    if (!locked) return refuse(problem.notFound('There is no such transfer.', { path: ['id'] }));
    const { row: transfer } = locked;
    const denied = tx.demand(decideForCouncil, transfer);
    if (denied.length > 0) return refuse(...denied);
    const problems: Problem[] = versionProblems(transfer, expectedVersion);
    const facts = factsOf(transfer.gssCode, money);
    const decision = decideBy(transfer.state, { outcome, statementOfReasons, undervalue: facts }, tx.today);
    if (!decision.ok) return refuse(...problems, ...decision.problems.map(inInput));
    if (outcome === 'APPROVED' && !money)
      problems.push(problem.invalidInput('An approval states the money.', { path: ['undervalue'] }));
    if (problems.length > 0) return refuse(...problems);
    const { state, undervalue } = decision;
    const priced = money
      ? {
          unrestrictedValuePence: facts.unrestrictedValuePence,
          considerationPence: facts.considerationPence,
          undervaluePence: undervalue.undervaluePence,
          undervalueBasis: undervalue.basis,
          heldUnder: facts.heldUnder,
          leaseYears: facts.leaseYears,
          wellbeing: [...facts.wellbeing],
          wellbeingCase: facts.wellbeingCase,
          consentGivenOn: facts.consent?.givenOn ?? null,
          consentReference: facts.consent?.reference ?? null,
        }
      : {};
    await tx.update(Object.assign(transfer, { state, statementOfReasons, decidedOn: tx.today, ...priced }));
    const { undervaluePence, undervalueBasis } = transfer;
    const changes = { asset: transfer.assetId, state, undervaluePence, undervalueBasis };
    return done({ council: transfer.gssCode, subject: id, changes });
  },
});
