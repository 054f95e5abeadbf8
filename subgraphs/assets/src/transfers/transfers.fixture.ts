import type { World } from '@coop/test/kit';
import { anAsset, people, run, subjectOf } from '../nominations/nominations.fixture';
import { decideTransfer } from './decide-transfer.command';
import { enquireTransfer } from './enquire-transfer.command';
import { agreeTransferTerms, expressTransferInterest, submitTransferCase } from './move-transfer.command';
import { completeTransfer } from './complete-transfer.command';
import type {
  TransferEnquireInput,
  TransferCompleteInput,
  TransferDecideInput,
  TransferUndervalueInput,
} from './transfer-inputs.types';
import { Transfer } from './transfer.entity';
import type { TransferState } from './transfer.lifecycle';

/** The money of a transfer that the General Disposal Consent covers. */
export const MONEY: TransferUndervalueInput = {
  unrestrictedValuePence: 30_000_000,
  considerationPence: 0,
  leaseYears: 20,
  heldUnder: 'GENERAL',
  wellbeing: ['SOCIAL'],
  wellbeingCase: 'A warm place for four clubs.',
};

/** An approval that nothing stands against. */
export const soundApproval = (id: string): TransferDecideInput => ({
  id,
  outcome: 'APPROVED',
  statementOfReasons: 'A sound case.',
  undervalue: MONEY,
});

/** A completion that nothing stands against, on a day. */
export const soundCompletion = (id: string, completedOn = '2026-06-01'): TransferCompleteInput => ({
  id,
  completedOn,
  interest: 'LEASE',
  leaseYears: 20,
  rentPence: 0,
  responsibility: 'FULL_REPAIR_AND_RUNNING',
  withVacantPossession: true,
  isOpenSpace: false,
});

const WAY = ['ENQUIRY', 'EXPRESSION_OF_INTEREST', 'BUSINESS_CASE', 'APPROVED', 'HEADS_OF_TERMS', 'COMPLETED'];

const SOCIETY = { name: 'Assembly Rooms Society (example)', organisationId: 'organisation_1' };

/** A transfer that has come as far as it is told, of an asset that is not listed unless told. */
export async function aTransfer(
  world: World,
  state: TransferState,
  assetId?: string,
  recipient: TransferEnquireInput['recipient'] = SOCIETY,
): Promise<Transfer> {
  const { group, officer } = people(world);
  const enquiry = {
    assetId: assetId ?? (await anAsset(world)),
    recipient,
    purpose: 'Choirs.',
  };
  const id = subjectOf(await run(world, enquireTransfer('KNOWN'), enquiry, group));
  const statement = 'As agreed.';
  const steps = [
    () => run(world, expressTransferInterest, { id, statement }, group),
    () => run(world, submitTransferCase, { id, statement: 'Five years of accounts.' }, group),
    () => run(world, decideTransfer, soundApproval(id), officer),
    () => run(world, agreeTransferTerms, { id, statement }, officer),
    () => run(world, completeTransfer, soundCompletion(id), officer),
  ];
  for (const step of steps.slice(0, WAY.indexOf(state))) subjectOf(await step());
  return world.database.reader.findOneByOrFail(Transfer, { id });
}
