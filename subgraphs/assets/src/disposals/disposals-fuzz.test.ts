import { databaseOf, describeDatabases, fuzzCommand, fuzzValidation, type World } from '@coop/test/kit';
import fc from 'fast-check';
import type { Actor } from '@coop/shared/access';
import type { Command } from '@coop/shared/commands';
import { buildSubgraph } from '@coop/shared/graphql';
import { assets } from '..';
import { run, subjectOf } from '../nominations/nominations.fixture';
import { checkBidRequest } from './check-bid-request.command';
import {
  CompensationClaimDecideInput,
  CompensationClaimReceiveInput,
  CompensationClaimWithdrawInput,
} from './compensation-inputs.types';
import { completeDisposal } from './complete-disposal.command';
import { decideCompensationClaim } from './decide-compensation-claim.command';
import {
  BidRequestCheckInput,
  BidRequestWithdrawInput,
  DisposalCompleteInput,
  DisposalNotifyInput,
  DisposalOwnerInput,
  DisposalRequestBidInput,
  DisposalShapeInput,
  DisposalWithdrawInput,
  ExemptDisposalEndInput,
  ExemptDisposalRecordInput,
} from './disposal-inputs.types';
import {
  aBidRequest,
  aClaim,
  aListedAsset,
  aNotice,
  FREEHOLD,
  parties,
  society,
  soundClaim,
  soundNotice,
} from './disposals.fixture';
import { endExemptDisposal } from './end-exempt-disposal.command';
import { notifyDisposal } from './notify-disposal.command';
import { receiveCompensationClaim } from './receive-compensation-claim.command';
import { recordExemptDisposal } from './record-exempt-disposal.command';
import { requestBid } from './request-bid.command';
import { withdrawBidRequest } from './withdraw-bid-request.command';
import { withdrawCompensationClaim } from './withdraw-compensation-claim.command';
import { withdrawDisposalNotice } from './withdraw-disposal-notice.command';

const built = buildSubgraph(assets);
const DAY = '2026-06-01';
const REASONS = 'Because of what was found.';

/** For each command an input as a form would send it, for a thing of that id. */
const INPUTS = {
  notify: (assetId: string) => ({ ...soundNotice(assetId), receivedOn: DAY }),
  change: (id: string) => ({ id, expectedVersion: 1, idempotencyKey: 'key' }),
  ask: (noticeId: string) => ({ noticeId, group: society, receivedOn: DAY }),
  check: (id: string) => ({ id, outcome: 'CONFIRMED', statementOfReasons: REASONS }) as const,
  complete: (assetId: string) =>
    ({ assetId, on: DAY, to: 'COMMUNITY_INTEREST_GROUP', disposal: FREEHOLD }) as const,
  exempt: (assetId: string) =>
    ({ assetId, ground: 'EARLIER_OPTION', evidence: REASONS, agreedOn: '2026-05-01' }) as const,
  end: (id: string) => ({ id, endedOn: DAY }),
  claim: (assetId: string) => ({ ...soundClaim(assetId), receivedOn: DAY }),
  decide: (id: string) => ({ id, awardedPence: 50_000, statementOfReasons: REASONS }),
};

describe('10,000 random inputs', () => {
  test.each<[string, new () => object, object]>([
    ['DisposalShapeInput', DisposalShapeInput, { ...FREEHOLD, leaseYearsAtGrant: 30 }],
    ['DisposalOwnerInput', DisposalOwnerInput, { name: 'Terry Tester', organisationId: 'organisation_1' }],
    ['DisposalNotifyInput', DisposalNotifyInput, INPUTS.notify('asset_1')],
    ['DisposalWithdrawInput', DisposalWithdrawInput, INPUTS.change('disposal_1')],
    ['DisposalRequestBidInput', DisposalRequestBidInput, INPUTS.ask('disposal_1')],
    ['BidRequestCheckInput', BidRequestCheckInput, INPUTS.check('bidrequest_1')],
    ['BidRequestWithdrawInput', BidRequestWithdrawInput, INPUTS.change('bidrequest_1')],
    ['DisposalCompleteInput', DisposalCompleteInput, INPUTS.complete('asset_1')],
    ['ExemptDisposalRecordInput', ExemptDisposalRecordInput, INPUTS.exempt('asset_1')],
    ['ExemptDisposalEndInput', ExemptDisposalEndInput, INPUTS.end('exemptdisposal_1')],
    ['CompensationClaimReceiveInput', CompensationClaimReceiveInput, INPUTS.claim('asset_1')],
    ['CompensationClaimDecideInput', CompensationClaimDecideInput, INPUTS.decide('claim_1')],
    ['CompensationClaimWithdrawInput', CompensationClaimWithdrawInput, INPUTS.change('claim_1')],
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
  /** Makes something that the command can be done to. */
  readonly make: (world: World) => Promise<string>;
  readonly input: (id: string) => object;
  readonly actor?: (world: World) => Actor;
}

const anExemption = async (world: World): Promise<string> => {
  const input = INPUTS.exempt(await aListedAsset(world));
  return subjectOf(await run(world, recordExemptDisposal, input, parties(world).officer));
};
const noticeId = async (world: World) => (await aNotice(world)).id;
const requestId = async (world: World) => (await aBidRequest(world)).id;

const CASES: Readonly<Record<string, Case>> = {
  disposalNotify: { command: notifyDisposal('UNVERIFIED'), make: aListedAsset, input: INPUTS.notify },
  disposalWithdraw: { command: withdrawDisposalNotice, make: noticeId, input: INPUTS.change },
  disposalRequestBid: { command: requestBid('UNVERIFIED'), make: noticeId, input: INPUTS.ask },
  bidRequestCheck: { command: checkBidRequest, make: requestId, input: INPUTS.check },
  bidRequestWithdraw: { command: withdrawBidRequest, make: requestId, input: INPUTS.change },
  disposalComplete: {
    command: completeDisposal,
    make: async (world) => (await aBidRequest(world)).assetId,
    input: INPUTS.complete,
  },
  exemptDisposalRecord: { command: recordExemptDisposal, make: aListedAsset, input: INPUTS.exempt },
  exemptDisposalEnd: { command: endExemptDisposal, make: anExemption, input: INPUTS.end },
  compensationClaimReceive: { command: receiveCompensationClaim, make: aListedAsset, input: INPUTS.claim },
  compensationClaimDecide: { command: decideCompensationClaim, make: aClaim, input: INPUTS.decide },
  compensationClaimWithdraw: { command: withdrawCompensationClaim, make: aClaim, input: INPUTS.change },
};

describeDatabases('200 random inputs', databaseOf(built), (world) => {
  test.each(Object.keys(CASES))(
    'to %s are done or refused by problems, and nothing is written by halves',
    async (name) => {
      const { command, make, input } = CASES[name]!;
      // Things to be done to: some inputs hit one that is new, others one that was done to before.
      const things = await Promise.all(Array.from({ length: 12 }, () => make(world)));
      const sound = fc.constantFrom(...things).map(input);
      const { accepted, refused } = await fuzzCommand(world, command, sound, {
        actor: parties(world).officer,
      });
      expect(accepted).toBeGreaterThan(0);
      expect(refused).toBeGreaterThan(50);
    },
    120_000,
  );
});
