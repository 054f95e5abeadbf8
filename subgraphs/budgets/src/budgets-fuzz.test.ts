import { databaseOf, describeDatabases, fuzzCommand, fuzzValidation, type World } from '@coop/test/kit';
import fc from 'fast-check';
import type { Actor } from '@coop/shared/access';
import type { Command } from '@coop/shared/commands';
import { buildSubgraph } from '@coop/shared/graphql';
import { budgets } from '.';
import { DIRECTORY } from './community-budgets/directory.fixture';
import {
  joinCommunityBudget,
  declineBudgetInvitation,
  leaveCommunityBudget,
} from './community-budgets/answer-for-partner.command';
import {
  arrangeAccountability,
  closeCommunityBudget,
  describeCommunityBudget,
  prioritiseCommunityBudget,
} from './community-budgets/change-community-budget.command';
import * as keeping from './community-budgets/community-budget-inputs.types';
import { invitePartner } from './community-budgets/invite-partner.command';
import { openCommunityBudget } from './community-budgets/open-community-budget.command';
import { defineMeasure, recordEvaluationCost, recordMeasure } from './evaluation/evaluate-budget.command';
import {
  EvaluationCostRecordInput,
  EvaluationMeasureDefineInput,
  EvaluationMeasureRecordInput,
} from './evaluation/evaluation-inputs.types';
import { awardGrant } from './grants/award-grant.command';
import { GrantAwardInput, GrantRecipientInput } from './grants/grant.types';
import { closePeriod } from './ledger/close-period.command';
import { correctPosting } from './ledger/correct-posting.command';
import { approveCommitment, rejectCommitment } from './ledger/decide-commitment.command';
import { ledgerFaults } from './ledger/ledger-check.queries';
import * as bookInputs from './ledger/book-inputs.types';
import * as inputs from './ledger/ledger-inputs.types';
import { LedgerPosting } from './ledger/ledger.entity';
import {
  aBudget,
  allocated,
  committed,
  contributed,
  KINGSTON,
  people,
  requested,
  run,
  subjectOf,
  withPanel,
  type MadeBudget,
} from './ledger/ledger.fixture';
import { makeAllocation } from './ledger/make-allocation.command';
import { pledgeContribution } from './ledger/pledge-contribution.command';
import { postJournal } from './ledger/post-journal.command';
import { requestCommitment, withdrawCommitment } from './ledger/request-commitment.command';
import { setApprovalPanel } from './ledger/set-approval-panel.command';
import { payCommitment, releaseCommitment } from './ledger/settle-commitment.command';
import {
  receiveContribution,
  returnContribution,
  withdrawContribution,
} from './ledger/settle-contribution.command';
import { useAllocation } from './ledger/use-allocation.command';
import { agreePlan, closePlan, putPlanLive } from './plans/move-plan.command';
import {
  PlanAgreeInput,
  PlanAmendInput,
  PlanCloseInput,
  PlanContentInput,
  PlanDraftInput,
  PlanGoLiveInput,
  PlanResourceInput,
  PlanServiceInput,
} from './plans/plan-inputs.types';
import { amendPlan, draftPlan } from './plans/write-plan.command';
import { openWardBudget } from './ward-budgets/open-ward-budget.command';
import {
  approveWardAward,
  payWardAward,
  proposeWardAward,
  refuseWardAward,
  withdrawWardAward,
} from './ward-budgets/ward-award.command';
import {
  WardAwardApproveInput,
  WardAwardPayInput,
  WardAwardProposeInput,
  WardAwardRefuseInput,
  WardAwardWithdrawInput,
  WardBudgetOpenInput,
} from './ward-budgets/ward-inputs.types';

const built = buildSubgraph(budgets);

const PAYEE = { name: 'A firm', organisationId: 'organisation_1', account: 'x', isPerson: false };
const MEMBERS = [
  { account: 'a', name: 'One', organisationId: null },
  { account: 'b', name: 'Two' },
];
const CONTENT = {
  services: [{ name: 'A service', description: 'What it does', partnerId: null, priorityId: null }],
  resources: [{ kind: 'STAFF', description: 'People', partnerId: null }],
  accountability: 'A board.',
  goesLiveOn: '2026-06-01',
};
const change = (id: string) => ({ id, idempotencyKey: 'key', expectedVersion: 1 });
const sum = (id: string) => ({ id, amountPence: 100, postedOn: '2026-06-01' });

/** Inputs as a form would send them. */
const SOUND = {
  pledge: (partnerId: string) => ({ partnerId, form: 'CASH', description: 'Money', amountPence: 100 }),
  allocation: (budgetId: string) => ({
    budgetId,
    form: 'CASH',
    amountPence: 5,
    purpose: 'Homes',
    priorityId: null,
  }),
  use: (id: string) => ({ ...sum(id), narrative: 'Used' }),
  panel: (id: string) => ({ id, members: MEMBERS, approvalsNeeded: 2 }),
  request: (allocationId: string) => ({ allocationId, amountPence: 5, purpose: 'x', payee: PAYEE }),
  verdict: (id: string) => ({ id, statementOfReasons: 'Sound.' }),
  journal: (budgetId: string) => ({
    ...{ budgetId, form: 'CASH', narrative: 'x' },
    lines: [
      { kind: 'ALLOCATED', allocationId: 'allocation_1', amountPence: 5 },
      { kind: 'AVAILABLE', allocationId: null, amountPence: -5 },
    ],
  }),
  correction: (id: string) => ({ id, narrative: 'Wrong', postedOn: '2026-06-01' }),
  closing: (budgetId: string) => ({ budgetId, until: '2026-05-31' }),
  draft: (budgetId: string) => ({ budgetId, content: CONTENT }),
  agree: (id: string) => ({ id, partnerId: 'budgetpartner_1', revision: 1, agreedBy: 'Chair' }),
  measure: (budgetId: string) => ({
    ...{
      budgetId,
      name: 'x',
      unit: 'people',
      direction: 'HIGHER',
      baseline: 1,
      target: 2,
      baselineOn: '2026-01-01',
    },
  }),
  outcome: (id: string) => ({ id, outcome: 2, measuredOn: '2026-05-01' }),
  cost: (budgetId: string) => ({ budgetId, costBeforePence: 5, costAfterPence: 4, basis: 'x' }),
  grant: () => ({
    ...{
      council: KINGSTON,
      budgetId: null,
      title: 'x',
      description: 'y',
      awardedPence: 5,
      awardedOn: '2026-05-01',
    },
    ...{
      recipient: { name: 'A group', identifier: 'GB-CHC-1' },
      startsOn: '2026-05-01',
      endsOn: '2026-05-02',
    },
  }),
  wardBudget: () => ({
    ...{ council: KINGSTON, ward: 'E05013941', councillorName: 'x', councillorAccount: 'y', beginsIn: 2026 },
    limitPence: 500,
  }),
  award: (wardBudgetId: string) => ({
    ...{ wardBudgetId, amountPence: 5, purpose: 'x', payeeName: 'y', hasInterest: false },
  }),
  refusal: (id: string) => ({ id, statementOfReasons: 'No.' }),
  opening: () => ({
    ...{ council: KINGSTON, kind: 'NEIGHBOURHOOD', name: 'x', description: 'y', openedOn: '2026-05-01' },
    ...{ neighbourhoodId: 'neighbourhood_1', otherCouncils: ['E09000033'] },
    lead: { kind: 'PARTNERSHIP', name: 'x', organisationId: 'organisation_1', agreedBy: 'Chair' },
  }),
  description: (id: string) => ({ id, name: 'x', description: 'y' }),
  priorities: (id: string) => ({ id, priorities: [{ id: null, theme: 'Homes' }, { theme: 'Streets' }] }),
  duties: (id: string, partnerId: string) => ({
    id,
    duties: [
      { duty: 'DECIDES', name: 'A board', partnerId: null, statement: 'Monthly' },
      { duty: 'KEEPS_ACCOUNTS', name: 'x', partnerId, statement: 'Yearly' },
    ],
  }),
  settlement: (id: string) => ({ id, statementOfReasons: 'Ended.', balanceStatement: 'It stays.' }),
  invitation: (budgetId: string) => ({ budgetId, name: 'New', organisationId: 'organisation_new' }),
  joining: (id: string) => ({ id, agreedBy: 'Chair', planRevision: 1 }),
};

describe('10,000 random inputs', () => {
  test.each<[string, new () => object, object]>([
    ['BudgetLeadInput', keeping.BudgetLeadInput, SOUND.opening().lead],
    ['CommunityBudgetOpenInput', keeping.CommunityBudgetOpenInput, SOUND.opening()],
    ['CommunityBudgetDescribeInput', keeping.CommunityBudgetDescribeInput, SOUND.description('b_1')],
    ['BudgetPriorityInput', keeping.BudgetPriorityInput, SOUND.priorities('b_1').priorities[0]!],
    ['CommunityBudgetPrioritiseInput', keeping.CommunityBudgetPrioritiseInput, SOUND.priorities('b_1')],
    ['BudgetAccountabilityInput', keeping.BudgetAccountabilityInput, SOUND.duties('b_1', 'p_1').duties[1]!],
    [
      'CommunityBudgetArrangeAccountabilityInput',
      keeping.CommunityBudgetArrangeAccountabilityInput,
      SOUND.duties('b_1', 'p_1'),
    ],
    ['CommunityBudgetCloseInput', keeping.CommunityBudgetCloseInput, SOUND.settlement('b_1')],
    ['BudgetPartnerInviteInput', keeping.BudgetPartnerInviteInput, SOUND.invitation('b_1')],
    ['BudgetPartnerJoinInput', keeping.BudgetPartnerJoinInput, SOUND.joining('p_1')],
    ['BudgetPartnerDeclineInput', keeping.BudgetPartnerDeclineInput, SOUND.refusal('p_1')],
    ['BudgetPartnerLeaveInput', keeping.BudgetPartnerLeaveInput, SOUND.settlement('p_1')],
    ['ContributionPledgeInput', inputs.ContributionPledgeInput, SOUND.pledge('p_1')],
    ['ContributionReceiveInput', inputs.ContributionReceiveInput, sum('c_1')],
    ['ContributionReturnInput', inputs.ContributionReturnInput, sum('c_1')],
    ['ContributionWithdrawInput', inputs.ContributionWithdrawInput, change('c_1')],
    ['AllocationMakeInput', inputs.AllocationMakeInput, SOUND.allocation('b_1')],
    ['AllocationUseInput', inputs.AllocationUseInput, SOUND.use('a_1')],
    ['BudgetPanelMemberInput', inputs.BudgetPanelMemberInput, MEMBERS[0]!],
    ['BudgetPanelSetInput', inputs.BudgetPanelSetInput, SOUND.panel('b_1')],
    ['BudgetPayeeInput', inputs.BudgetPayeeInput, PAYEE],
    ['BudgetCommitmentRequestInput', inputs.BudgetCommitmentRequestInput, SOUND.request('a_1')],
    ['BudgetCommitmentApproveInput', inputs.BudgetCommitmentApproveInput, SOUND.verdict('c_1')],
    ['BudgetCommitmentRejectInput', inputs.BudgetCommitmentRejectInput, SOUND.verdict('c_1')],
    ['BudgetCommitmentWithdrawInput', inputs.BudgetCommitmentWithdrawInput, change('c_1')],
    ['BudgetCommitmentPayInput', inputs.BudgetCommitmentPayInput, sum('c_1')],
    ['BudgetCommitmentReleaseInput', inputs.BudgetCommitmentReleaseInput, change('c_1')],
    ['JournalLineInput', bookInputs.JournalLineInput, SOUND.journal('b_1').lines[0]!],
    ['LedgerJournalPostInput', bookInputs.LedgerJournalPostInput, SOUND.journal('b_1')],
    ['LedgerPostingCorrectInput', bookInputs.LedgerPostingCorrectInput, SOUND.correction('p_1')],
    ['LedgerPeriodCloseInput', bookInputs.LedgerPeriodCloseInput, SOUND.closing('b_1')],
    ['PlanServiceInput', PlanServiceInput, CONTENT.services[0]!],
    ['PlanResourceInput', PlanResourceInput, CONTENT.resources[0]!],
    ['PlanContentInput', PlanContentInput, CONTENT],
    ['PlanDraftInput', PlanDraftInput, SOUND.draft('b_1')],
    ['PlanAmendInput', PlanAmendInput, { id: 'p_1', content: CONTENT }],
    ['PlanAgreeInput', PlanAgreeInput, SOUND.agree('p_1')],
    ['PlanGoLiveInput', PlanGoLiveInput, change('p_1')],
    ['PlanCloseInput', PlanCloseInput, SOUND.refusal('p_1')],
    ['EvaluationMeasureDefineInput', EvaluationMeasureDefineInput, SOUND.measure('b_1')],
    ['EvaluationMeasureRecordInput', EvaluationMeasureRecordInput, SOUND.outcome('m_1')],
    ['EvaluationCostRecordInput', EvaluationCostRecordInput, SOUND.cost('b_1')],
    ['GrantRecipientInput', GrantRecipientInput, SOUND.grant().recipient],
    ['GrantAwardInput', GrantAwardInput, SOUND.grant()],
    ['WardBudgetOpenInput', WardBudgetOpenInput, SOUND.wardBudget()],
    ['WardAwardProposeInput', WardAwardProposeInput, SOUND.award('w_1')],
    ['WardAwardApproveInput', WardAwardApproveInput, change('w_1')],
    ['WardAwardRefuseInput', WardAwardRefuseInput, SOUND.refusal('w_1')],
    ['WardAwardWithdrawInput', WardAwardWithdrawInput, change('w_1')],
    ['WardAwardPayInput', WardAwardPayInput, change('w_1')],
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
  readonly command: unknown;
  /** Makes what the command can be done to, and answers its id. */
  readonly make: (world: World, budget: MadeBudget, index: number) => Promise<string>;
  readonly input: (id: string) => object;
  readonly actor?: (world: World) => Actor;
}

const budgetItself: Case['make'] = (_world, { id }) => Promise.resolve(id);
const freshBudget: Case['make'] = async (world) => (await aBudget(world)).id;
const cash: Case['make'] = async (world, budget) => {
  await contributed(world, budget, 10_000);
  return allocated(world, budget, 10_000);
};
const pledged: Case['make'] = async (world, { partners }) => {
  const input = { partnerId: partners[0], form: 'CASH', description: 'x', amountPence: 500 } as const;
  return subjectOf(await run(world, pledgeContribution, input, people(world).treasurer));
};
const asked: Case['make'] = async (world, budget) => requested(world, await cash(world, budget, 0), 500);
const bound: Case['make'] = async (world, budget) => committed(world, await cash(world, budget, 0), 500);
const planned: Case['make'] = async (world) => {
  const { id: budgetId } = await aBudget(world);
  return subjectOf(
    await run(world, draftPlan, { budgetId, content: CONTENT } as never, people(world).treasurer),
  );
};
const agreed: Case['make'] = async (world) => {
  const budget = await aBudget(world);
  const { treasurer } = people(world);
  const input = { budgetId: budget.id, content: CONTENT } as never;
  const id = subjectOf(await run(world, draftPlan, input, treasurer));
  for (const partnerId of budget.partners)
    subjectOf(await run(world, agreePlan, { id, partnerId, revision: 1, agreedBy: 'x' }, treasurer));
  return id;
};
const measured: Case['make'] = async (world, { id }) =>
  subjectOf(await run(world, defineMeasure, SOUND.measure(id) as never, people(world).treasurer));
const invited: Case['make'] = async (world) => {
  const { id } = await aBudget(world);
  return subjectOf(await run(world, invitePartner(DIRECTORY), SOUND.invitation(id), people(world).treasurer));
};
const councillor = (world: World): Actor =>
  world.actor({ subject: 'councillor', role: 'councillor', council: KINGSTON });

const CASES: Readonly<Record<string, Case>> = {
  communityBudgetOpen: {
    command: openCommunityBudget(DIRECTORY),
    make: budgetItself,
    input: SOUND.opening,
  },
  communityBudgetDescribe: { command: describeCommunityBudget, make: freshBudget, input: SOUND.description },
  communityBudgetPrioritise: {
    command: prioritiseCommunityBudget,
    make: freshBudget,
    input: SOUND.priorities,
  },
  communityBudgetArrangeAccountability: {
    command: arrangeAccountability,
    make: async (world) => {
      const { id, partners } = await aBudget(world);
      return `${id} ${partners[0]}`;
    },
    input: (ids) => {
      const [id = '', partnerId = ''] = ids.split(' ');
      return SOUND.duties(id, partnerId);
    },
  },
  communityBudgetClose: { command: closeCommunityBudget, make: freshBudget, input: SOUND.settlement },
  budgetPartnerInvite: { command: invitePartner(DIRECTORY), make: freshBudget, input: SOUND.invitation },
  budgetPartnerJoin: { command: joinCommunityBudget, make: invited, input: SOUND.joining },
  budgetPartnerDecline: { command: declineBudgetInvitation, make: invited, input: SOUND.refusal },
  budgetPartnerLeave: {
    command: leaveCommunityBudget,
    make: async (world) => (await aBudget(world)).partners[1],
    input: SOUND.settlement,
  },
  contributionPledge: {
    command: pledgeContribution,
    make: (_w, { partners }) => Promise.resolve(partners[0]),
    input: SOUND.pledge,
  },
  contributionReceive: { command: receiveContribution, make: pledged, input: sum },
  contributionWithdraw: { command: withdrawContribution, make: pledged, input: change },
  contributionReturn: {
    command: returnContribution,
    make: (world, budget) => contributed(world, budget, 5_000),
    input: sum,
  },
  allocationMake: {
    command: makeAllocation,
    make: async (world, budget) => (await contributed(world, budget, 5_000), budget.id),
    input: SOUND.allocation,
  },
  allocationUse: {
    command: useAllocation,
    make: async (world, budget) => {
      await contributed(world, budget, 5_000, 'ALIGNED');
      return allocated(world, budget, 5_000, 'ALIGNED');
    },
    input: SOUND.use,
  },
  budgetPanelSet: { command: setApprovalPanel(DIRECTORY), make: freshBudget, input: SOUND.panel },
  budgetCommitmentRequest: { command: requestCommitment(DIRECTORY), make: cash, input: SOUND.request },
  budgetCommitmentApprove: {
    command: approveCommitment,
    make: asked,
    input: SOUND.verdict,
    actor: (world) => people(world).first,
  },
  budgetCommitmentReject: {
    command: rejectCommitment,
    make: asked,
    input: SOUND.verdict,
    actor: (world) => people(world).first,
  },
  budgetCommitmentWithdraw: { command: withdrawCommitment, make: asked, input: change },
  budgetCommitmentPay: { command: payCommitment, make: bound, input: sum },
  budgetCommitmentRelease: { command: releaseCommitment, make: bound, input: (id) => ({ id }) },
  ledgerJournalPost: {
    command: postJournal,
    make: async (world, budget) => {
      const allocation = await cash(world, budget, 0);
      return `${budget.id} ${allocation}`;
    },
    input: (ids) => {
      const [budgetId = '', allocationId = ''] = ids.split(' ');
      const lines = [
        { kind: 'ALLOCATED', allocationId, amountPence: -5 },
        { kind: 'AVAILABLE', amountPence: 5 },
      ];
      return { budgetId, form: 'CASH', narrative: 'x', lines };
    },
  },
  ledgerPostingCorrect: {
    command: correctPosting,
    make: async (world, budget) => {
      const subjectId = await contributed(world, budget, 5_000);
      return (await world.database.reader.findOneByOrFail(LedgerPosting, { subjectId })).id;
    },
    input: SOUND.correction,
  },
  ledgerPeriodClose: {
    command: closePeriod,
    make: async (world) => {
      const budget = await aBudget(world);
      world.clock.set('2026-05-01T11:00:00Z');
      await contributed(world, budget, 5_000);
      world.clock.set('2026-06-01T11:00:00Z');
      return budget.id;
    },
    input: SOUND.closing,
  },
  planDraft: { command: draftPlan, make: freshBudget, input: SOUND.draft },
  planAmend: { command: amendPlan, make: planned, input: (id) => ({ id, content: CONTENT }) },
  planAgree: {
    command: agreePlan,
    make: async (world) => {
      const { id: budgetId, partners } = await aBudget(world);
      const input = { budgetId, content: CONTENT } as never;
      return `${subjectOf(await run(world, draftPlan, input, people(world).treasurer))} ${partners[1]}`;
    },
    input: (ids) => {
      const [id = '', partnerId = ''] = ids.split(' ');
      return { ...SOUND.agree(id), partnerId };
    },
  },
  planGoLive: { command: putPlanLive, make: agreed, input: (id) => ({ id }) },
  planClose: { command: closePlan, make: planned, input: SOUND.refusal },
  evaluationMeasureDefine: { command: defineMeasure, make: budgetItself, input: SOUND.measure },
  evaluationMeasureRecord: { command: recordMeasure, make: measured, input: SOUND.outcome },
  evaluationCostRecord: { command: recordEvaluationCost, make: budgetItself, input: SOUND.cost },
  grantAward: { command: awardGrant(DIRECTORY), make: budgetItself, input: SOUND.grant },
  wardBudgetOpen: {
    command: openWardBudget,
    make: (_w, _b, index) => Promise.resolve(`c${index}`),
    input: (account) => ({ ...SOUND.wardBudget(), councillorAccount: account }),
  },
};

describeDatabases('200 random inputs', databaseOf(built), (world) => {
  test.each(Object.keys(CASES))(
    'to %s are done or refused by problems, and nothing is written by halves',
    async (name) => {
      const { command, make, input, actor } = CASES[name]!;
      const budget = await aBudget(world);
      await withPanel(world, budget);
      // Things to be done to: some inputs hit one that is new, others one that was done to before.
      const things: string[] = [];
      for (let index = 0; index < 12; index += 1) things.push(await make(world, budget, index));
      const sound = fc.constantFrom(...things).map(input);
      const { accepted, refused } = await fuzzCommand(world, command as Command<object>, sound, {
        actor: actor ? actor(world) : people(world).treasurer,
      });
      expect(accepted).toBeGreaterThan(0);
      expect(refused).toBeGreaterThan(30);
      expect(await ledgerFaults(world.database.reader)).toEqual([]);
    },
    180_000,
  );

  test('to the awards of a ward budget are done or refused by problems', async () => {
    const { treasurer } = people(world);
    const account = 'councillor';
    const open = { ...SOUND.wardBudget(), councillorAccount: account, limitPence: 1_000_000 };
    const id = subjectOf(await run(world, openWardBudget, open, treasurer));
    const propose = async () =>
      subjectOf(await run(world, proposeWardAward(DIRECTORY), SOUND.award(id), councillor(world)));
    const proposed = await Promise.all(Array.from({ length: 10 }, propose));
    const sound = fc.constantFrom(...proposed).map((one) => ({ id: one }));
    const checks: readonly [unknown, fc.Arbitrary<object>, Actor][] = [
      [proposeWardAward(DIRECTORY), fc.constant(SOUND.award(id)), councillor(world)],
      [approveWardAward, sound, treasurer],
      [
        refuseWardAward,
        fc.constantFrom(...proposed, ...(await Promise.all([propose(), propose()]))).map(SOUND.refusal),
        treasurer,
      ],
      [payWardAward, sound, treasurer],
      [
        withdrawWardAward,
        fc.constantFrom(await propose(), await propose()).map((one) => ({ id: one })),
        councillor(world),
      ],
    ];
    for (const [command, arbitrary, actor] of checks) {
      const { accepted } = await fuzzCommand(world, command as Command<object>, arbitrary, {
        actor,
        runs: 200,
      });
      expect(accepted).toBeGreaterThan(0);
    }
    expect(await ledgerFaults(world.database.reader)).toEqual([]);
  }, 180_000);
});
