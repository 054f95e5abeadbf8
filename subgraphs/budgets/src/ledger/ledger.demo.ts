import { actorKey } from '@coop/shared/access';
import type { DemoWorld } from '@coop/shared/graphql';
import { fixedId } from '@coop/shared/ids';
import { textSort } from '@coop/shared/persistence';
import { addDays, type LocalDate } from '@coop/shared/time';
import { CommunityBudget } from '../community-budgets/community-budget.entity';
import { partnersOfLocked } from '../community-budgets/locked.queries';
import { Allocation } from './allocation.entity';
import { BudgetCommitment, BudgetCommitmentVerdict, BudgetPanelMember } from './commitment.entity';
import { Contribution } from './contribution.entity';
import { LedgerPeriod } from './ledger.entity';
import {
  LEDGER_FACTS,
  PANEL_FACTS,
  type AllocationFact,
  type ContributionFact,
  type LedgerFact,
} from './ledger.facts';
import { post, type PostingDraft } from './post.command';
import { available, owned, transfer } from './posting.rules';
import { balancesOn, postingsUpTo } from './statement.queries';

const pence = (pounds: number): number => Math.round(pounds * 100);

/** One ledger in the making: everything goes through the one way in, so the demo world is as sound as any other. */
class Book {
  private readonly gssCode: string;

  constructor(
    private readonly world: DemoWorld,
    private readonly budget: CommunityBudget,
    private readonly key: string,
  ) {
    this.gssCode = budget.gssCode;
  }

  private day(daysAgo: number): LocalDate {
    return addDays(this.world.today, -daysAgo);
  }

  private async post(draft: Omit<PostingDraft, 'illustrative'>): Promise<void> {
    const posted = await post(this.world.tx, this.budget, { ...draft, illustrative: true });
    if (!posted.ok) throw new Error(`The demo ledger of ${this.key}: ${posted.problems[0]?.message}`);
  }

  async panel(): Promise<void> {
    await this.world.tx.insertMany(
      BudgetPanelMember,
      PANEL_FACTS.map(([account, name], index) => ({
        id: fixedId('panelmember', `${this.key}-${index + 1}`),
        ...{ gssCode: this.gssCode, fundId: this.budget.id, account, name, nameSort: textSort(name) },
      })),
    );
  }

  async contribute(fact: ContributionFact, index: number, partnerId: string): Promise<void> {
    const { form, description, daysAgo, time } = fact;
    const [pledgedPence, receivedPence] = [pence(fact.pounds), pence(fact.received)];
    const id = fixedId('contribution', `${this.key}-${index + 1}`);
    await this.world.tx.insert(Contribution, {
      ...{ id, gssCode: this.gssCode, fundId: this.budget.id, partnerId, form, description, pledgedPence },
      ...{
        state: receivedPence === 0 ? 'PLEDGED' : receivedPence < pledgedPence ? 'PART_RECEIVED' : 'RECEIVED',
      },
      ...{ pledgedOn: this.day(daysAgo), receivedPence, returnedPence: 0, illustrative: true },
      ...{ hours: time?.[0] ?? null, hourlyRatePence: time ? pence(time[1]) : null },
    });
    if (receivedPence > 0)
      await this.post({
        ...{ kind: 'CONTRIBUTION', postedOn: this.day(daysAgo - 7), narrative: description, subjectId: id },
        lines: transfer(owned('CONTRIBUTED', form, partnerId), available(form), receivedPence),
      });
  }

  async allocate(fact: AllocationFact, index: number): Promise<void> {
    const { form, purpose, daysAgo, used, spending = [] } = fact;
    const key = `${this.key}-${index + 1}`;
    const id = fixedId('allocation', key);
    const allocatedOn = this.day(daysAgo);
    await this.world.tx.insert(Allocation, {
      ...{
        id,
        gssCode: this.gssCode,
        fundId: this.budget.id,
        form,
        purpose,
        allocatedOn,
        illustrative: true,
      },
      priorityId: fixedId('budgetpriority', `${this.key}-${fact.rank}`),
      serviceId: fact.service === null ? null : fixedId('planservice', `${this.key}-${fact.service}`),
    });
    await this.post({
      ...{ kind: 'ALLOCATION', postedOn: allocatedOn, narrative: purpose, subjectId: id },
      lines: transfer(available(form), owned('ALLOCATED', form, id), pence(fact.pounds)),
    });
    if (used)
      await this.post({
        ...{ kind: 'USE', postedOn: this.day(daysAgo - 40), narrative: purpose, subjectId: id },
        lines: transfer(owned('ALLOCATED', form, id), owned('SPENT', form, id), pence(used)),
      });
    for (const [place, one] of spending.entries()) await this.spend(id, one, `${key}-${place + 1}`);
  }

  private async spend(
    allocationId: string,
    fact: NonNullable<AllocationFact['spending']>[number],
    key: string,
  ): Promise<void> {
    const { purpose, payee, approvals, daysAgo } = fact;
    const [amountPence, paidPence] = [pence(fact.pounds), pence(fact.paid ?? 0)];
    const id = fixedId('budgetcommitment', key);
    const { gssCode } = this;
    await this.world.tx.insert(BudgetCommitment, {
      ...{
        id,
        gssCode,
        fundId: this.budget.id,
        allocationId,
        purpose,
        payeeName: payee,
        amountPence,
        paidPence,
      },
      ...{ state: approvals < 2 ? 'REQUESTED' : paidPence === amountPence ? 'PAID' : 'COMMITTED' },
      ...{ payeeNameSort: textSort(payee), payeeAccount: '', payeeIsPerson: false, releasedPence: 0 },
      payeeOrganisationId: fact.organisation ? fixedId('organisation', fact.organisation) : null,
      ...{ approvalsNeeded: this.budget.approvalsNeeded, requestedOn: this.day(daysAgo) },
      requestedBy: actorKey({ subject: 'demo-treasurer', council: gssCode, organisation: null }),
      requestedByPerson: actorKey({ subject: 'demo-treasurer', council: null, organisation: null }),
      illustrative: true,
    });
    await this.world.tx.insertMany(
      BudgetCommitmentVerdict,
      PANEL_FACTS.slice(0, approvals).map(([account, memberName], index) => ({
        ...{ id: fixedId('verdict', `${key}-${index + 1}`), gssCode, commitmentId: id, memberName },
        ...{ memberId: fixedId('panelmember', `${this.key}-${index + 1}`), verdict: 'APPROVED' as const },
        memberKey: actorKey({ subject: account, council: gssCode, organisation: null }),
        givenOn: this.day(daysAgo - 3),
      })),
    );
    if (approvals < 2) return;
    const [committed, spent] = [
      owned('COMMITTED', 'CASH', allocationId),
      owned('SPENT', 'CASH', allocationId),
    ];
    await this.post({
      ...{ kind: 'COMMITMENT', postedOn: this.day(daysAgo - 3), narrative: purpose, subjectId: id },
      lines: transfer(owned('ALLOCATED', 'CASH', allocationId), committed, amountPence),
    });
    if (paidPence > 0)
      await this.post({
        ...{ kind: 'PAYMENT', postedOn: this.day(daysAgo - 15), narrative: purpose, subjectId: id },
        lines: transfer(committed, spent, paidPence),
      });
  }

  async close(fact: LedgerFact): Promise<void> {
    if (fact.closedDaysAgo === null) return;
    const untilOn = this.day(fact.closedDaysAgo);
    const { manager } = this.world.tx;
    await this.world.tx.insert(LedgerPeriod, {
      ...{ id: fixedId('period', this.key), gssCode: this.gssCode, fundId: this.budget.id, untilOn },
      fromOn: this.day(Math.max(...fact.contributions.map(({ daysAgo }) => daysAgo))),
      ...{ closedAt: this.world.now, postingCount: await postingsUpTo(manager, this.budget.id, untilOn) },
      closing: await balancesOn(manager, this.budget.id, untilOn),
    });
  }
}

/** The ledgers of the demo world, dated from the day of loading. */
export async function ledgerDemo(world: DemoWorld): Promise<void> {
  const { manager } = world.tx;
  for (const fact of LEDGER_FACTS) {
    const id = fixedId('communitybudget', fact.budget);
    const budget = await manager.findOneByOrFail(CommunityBudget, { id });
    const partners = await partnersOfLocked(world.tx, id);
    const book = new Book(world, budget, fact.budget);
    await book.panel();
    for (const [index, one] of fact.contributions.entries()) {
      const partner = partners[one.partner];
      if (!partner) throw new Error(`The demo budget ${fact.budget} has no partner ${one.partner}.`);
      await book.contribute(one, index, partner.id);
    }
    for (const [index, one] of fact.allocations.entries()) await book.allocate(one, index);
    await book.close(fact);
  }
}
