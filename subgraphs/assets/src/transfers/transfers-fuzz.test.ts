import { databaseOf, describeDatabases, fuzzCommand, fuzzValidation } from '@coop/test/kit';
import fc from 'fast-check';
import type { Command } from '@coop/shared/commands';
import { buildSubgraph } from '@coop/shared/graphql';
import { assets } from '..';
import { society } from '../disposals/disposals.fixture';
import { anAsset, people } from '../nominations/nominations.fixture';
import { completeTransfer } from './complete-transfer.command';
import { decideTransfer } from './decide-transfer.command';
import { enquireTransfer } from './enquire-transfer.command';
import {
  agreeTransferTerms,
  declineTransfer,
  endTransfer,
  expressTransferInterest,
  submitTransferCase,
  withdrawTransfer,
} from './move-transfer.command';
import { reviewTransfer } from './review-transfer.command';
import {
  TransferAgreeTermsInput,
  TransferCompleteInput,
  TransferConsentInput,
  TransferDecideInput,
  TransferDeclineInput,
  TransferEndInput,
  TransferEnquireInput,
  TransferExpressInterestInput,
  TransferRecipientInput,
  TransferReviewInput,
  TransferSubmitCaseInput,
  TransferUndervalueInput,
  TransferWithdrawInput,
} from './transfer-inputs.types';
import type { TransferState } from './transfer.lifecycle';
import { aTransfer, MONEY, soundApproval, soundCompletion } from './transfers.fixture';

const built = buildSubgraph(assets);
const CONSENT = { givenOn: '2026-05-01', reference: 'SoS/1' };

/** For each command an input as a form would send it, for a thing of that id. */
const INPUTS = {
  enquire: (assetId: string) => ({
    assetId,
    recipient: { name: 'A society (example)', organisationId: 'organisation_1' },
    purpose: 'Choirs.',
  }),
  statement: (id: string) => ({ id, statement: 'As agreed.', expectedVersion: 1 }),
  withdraw: (id: string) => ({ id, idempotencyKey: 'key' }),
  move: (id: string) => ({ id, statement: 'As agreed.' }),
  decide: (id: string) => ({ ...soundApproval(id), undervalue: { ...MONEY, consent: CONSENT } }),
  complete: (id: string) => ({ ...soundCompletion(id), openSpaceAdvertisedOn: '2026-05-01', group: society }),
  review: (id: string) => ({ id, year: 1, findings: 'Used as agreed.' }),
};

describe('10,000 random inputs', () => {
  test.each<[string, new () => object, object]>([
    ['TransferRecipientInput', TransferRecipientInput, INPUTS.enquire('asset_1').recipient],
    ['TransferEnquireInput', TransferEnquireInput, INPUTS.enquire('asset_1')],
    ['TransferExpressInterestInput', TransferExpressInterestInput, INPUTS.statement('transfer_1')],
    ['TransferSubmitCaseInput', TransferSubmitCaseInput, INPUTS.statement('transfer_1')],
    ['TransferDeclineInput', TransferDeclineInput, INPUTS.statement('transfer_1')],
    ['TransferAgreeTermsInput', TransferAgreeTermsInput, INPUTS.statement('transfer_1')],
    ['TransferEndInput', TransferEndInput, INPUTS.statement('transfer_1')],
    ['TransferWithdrawInput', TransferWithdrawInput, INPUTS.withdraw('transfer_1')],
    ['TransferConsentInput', TransferConsentInput, CONSENT],
    ['TransferUndervalueInput', TransferUndervalueInput, { ...MONEY, consent: CONSENT }],
    ['TransferDecideInput', TransferDecideInput, INPUTS.decide('transfer_1')],
    ['TransferCompleteInput', TransferCompleteInput, INPUTS.complete('transfer_1')],
    ['TransferReviewInput', TransferReviewInput, INPUTS.review('transfer_1')],
  ])(
    'pass through the checks of %s, which only ever answer by problems',
    (_name, type, sound) => {
      const { accepted, refused } = fuzzValidation(type, fc.constant(sound));
      expect(accepted).toBeGreaterThan(500);
      expect(refused).toBeGreaterThan(1000);
    },
    120_000,
  );
});

interface Case {
  readonly command: Command<object>;
  /** How far a transfer has come that the command can be done to; null where it is done to an asset. */
  readonly state: TransferState | null;
  readonly input: (id: string) => object;
}

const CASES: Readonly<Record<string, Case>> = {
  transferEnquire: { command: enquireTransfer('UNVERIFIED'), state: null, input: INPUTS.enquire },
  transferExpressInterest: { command: expressTransferInterest, state: 'ENQUIRY', input: INPUTS.move },
  transferSubmitCase: { command: submitTransferCase, state: 'EXPRESSION_OF_INTEREST', input: INPUTS.move },
  transferDecide: { command: decideTransfer, state: 'BUSINESS_CASE', input: INPUTS.decide },
  transferDecline: { command: declineTransfer, state: 'APPROVED', input: INPUTS.move },
  transferAgreeTerms: { command: agreeTransferTerms, state: 'APPROVED', input: INPUTS.move },
  transferComplete: { command: completeTransfer, state: 'HEADS_OF_TERMS', input: INPUTS.complete },
  transferReview: { command: reviewTransfer, state: 'COMPLETED', input: INPUTS.review },
  transferEnd: { command: endTransfer, state: 'COMPLETED', input: INPUTS.move },
  transferWithdraw: { command: withdrawTransfer, state: 'ENQUIRY', input: INPUTS.withdraw },
};

describeDatabases('200 random inputs', databaseOf(built), (world) => {
  test.each(Object.keys(CASES))(
    'to %s are done or refused by problems, and nothing is written by halves',
    async (name) => {
      const { command, state, input } = CASES[name]!;
      const make = async () => (state === null ? anAsset(world) : (await aTransfer(world, state)).id);
      // Things to be done to: some inputs hit one that is new, others one that was done to before.
      const things = await Promise.all(Array.from({ length: 12 }, make));
      const sound = fc.constantFrom(...things).map(input);
      const { accepted, refused } = await fuzzCommand(world, command, sound, {
        actor: people(world).officer,
      });
      expect(accepted).toBeGreaterThan(0);
      expect(refused).toBeGreaterThan(50);
    },
    120_000,
  );
});
