import type { Right } from '@coop/shared/access';
import { defineCommand, done, versionProblems, type Command, type Tx } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { decideForCouncil, ownSubmission } from '../access';
import { lockWithAsset } from '../nominations/locked.queries';
import type { Asset } from '../register/asset.entity';
import {
  type ChangeInput,
  TransferAgreeTermsInput,
  TransferDeclineInput,
  TransferEndInput,
  TransferExpressInterestInput,
  TransferSubmitCaseInput,
  TransferWithdrawInput,
} from './transfer-inputs.types';
import { NO_REVIEW_DUE, Transfer } from './transfer.entity';
import { moveTransfer, type PlainTransferMove } from './transfer.rules';

interface Move<Input extends ChangeInput> {
  readonly move: PlainTransferMove;
  readonly input: new () => Input;
  readonly right: Right<Transfer>;
  /** What it changes besides the state. */
  columns(statement: string, tx: Tx): Partial<Transfer>;
  /** What it changes of the asset. */
  after?(tx: Tx, transfer: Transfer, asset: Asset): Promise<void>;
}

/** A move of a transfer that asks for the right state and, most of them, a text. */
function plainMove<Input extends ChangeInput & { statement?: string }>(
  name: string,
  { move, input, right, columns, after }: Move<Input>,
): Command<Input> {
  return defineCommand<Input>({
    name,
    input,
    async handle(tx, { id, expectedVersion, statement = '' }) {
      const locked = await lockWithAsset(tx, Transfer, id);
      if (!locked) return refuse(problem.notFound('There is no such transfer.', { path: ['id'] }));
      const { row: transfer, asset } = locked;
      const denied = tx.demand(right, transfer);
      if (denied.length > 0) return refuse(...denied);
      const stale = versionProblems(transfer, expectedVersion);
      const decision = moveTransfer(transfer.state, move, statement);
      if (!decision.ok) return refuse(...stale, ...decision.problems);
      if (stale.length > 0) return refuse(...stale);
      const { state } = decision;
      await tx.update(Object.assign(transfer, columns(statement, tx), { state }));
      await after?.(tx, transfer, asset);
      return done({ council: transfer.gssCode, subject: id, changes: { asset: asset.id, state } });
    },
  });
}

/** Sets out what the body wants the asset for. */
export const expressTransferInterest = plainMove('transferExpressInterest', {
  move: 'expressInterest',
  input: TransferExpressInterestInput,
  right: ownSubmission,
  columns: (purpose) => ({ purpose }),
});

/** Hands in the business case. */
export const submitTransferCase = plainMove('transferSubmitCase', {
  move: 'submitCase',
  input: TransferSubmitCaseInput,
  right: ownSubmission,
  columns: (businessCaseText) => ({ businessCaseText }),
});

/** Says no before there is a business case, or after it was approved. */
export const declineTransfer = plainMove('transferDecline', {
  move: 'decline',
  input: TransferDeclineInput,
  right: decideForCouncil,
  columns: (statementOfReasons, { today }) => ({ statementOfReasons, decidedOn: today }),
});

/** States the heads of terms. */
export const agreeTransferTerms = plainMove('transferAgreeTerms', {
  move: 'agreeTerms',
  input: TransferAgreeTermsInput,
  right: decideForCouncil,
  columns: (headsOfTerms) => ({ headsOfTerms }),
});

/** Takes the body's wish back. */
export const withdrawTransfer = plainMove('transferWithdraw', {
  move: 'withdraw',
  input: TransferWithdrawInput,
  right: ownSubmission,
  columns: () => ({}),
});

const NO_STEWARD = {
  stewardName: null,
  stewardOrganisationId: null,
  stewardResponsibility: null,
  stewardLeaseUntil: null,
  stewardRentPence: null,
} as const;

/** Says that a completed transfer has ended: the asset is the council's own care again, unless that was given on. */
export const endTransfer = plainMove('transferEnd', {
  move: 'end',
  input: TransferEndInput,
  right: decideForCouncil,
  columns: (statementOfReasons, { today }) => ({
    statementOfReasons,
    endedOn: today,
    nextReviewDueBy: NO_REVIEW_DUE,
  }),
  async after(tx, transfer, asset) {
    const isItsSteward =
      asset.stewardName === transfer.recipientName &&
      asset.stewardOrganisationId === transfer.recipientOrganisationId;
    if (isItsSteward) await tx.update(Object.assign(asset, NO_STEWARD));
  },
});
