import type { DemoWorld } from '@coop/shared/graphql';
import { fixedId } from '@coop/shared/ids';
import { addDays } from '@coop/shared/time';
import type { PostingKind } from '../ledger/ledger.law';
import { post } from '../ledger/post.command';
import { available, owned, transfer, type PostingLine } from '../ledger/posting.rules';
import { financialYear } from './ward-award.rules';
import { WardAward, WardBudget } from './ward-budget.entity';
import { WARD_BUDGET_FACTS } from './ward-budget.facts';

const [COMMITTED, SPENT] = [owned('COMMITTED', 'CASH', ''), owned('SPENT', 'CASH', '')];

/** The ward budgets of the demo world, for the financial year of the day of loading. */
export async function wardBudgetsDemo({ tx, today }: DemoWorld): Promise<void> {
  const year = Number(today.slice(0, 4));
  const { from: fromOn, until: untilOn } = financialYear(today < financialYear(year).from ? year - 1 : year);
  for (const { key, council: gssCode, ward, councillor, account, pounds, awards } of WARD_BUDGET_FACTS) {
    const limitPence = pounds * 100;
    const budget = await tx.insert(WardBudget, {
      ...{ id: fixedId('wardbudget', key), gssCode, wardGssCode: ward, councillorName: councillor },
      ...{ councillorAccount: account, fromOn, untilOn, limitPence, illustrative: true },
    });
    const put = async (
      kind: PostingKind,
      subjectId: string,
      narrative: string,
      lines: readonly PostingLine[],
    ) => {
      const posted = await post(tx, budget, {
        ...{ kind, postedOn: today, narrative, subjectId, lines, illustrative: true },
      });
      if (!posted.ok) throw new Error(`The ward budget ${key}: ${posted.problems[0]?.message}`);
    };
    const limit = transfer(owned('CONTRIBUTED', 'CASH', ''), available('CASH'), limitPence);
    await put('CONTRIBUTION', budget.id, "The year's limit", limit);
    for (const [index, { purpose, payee, organisation, state, ...award }] of awards.entries()) {
      const id = fixedId('wardaward', `${key}-${index + 1}`);
      const amountPence = award.pounds * 100;
      await tx.insert(WardAward, {
        ...{
          id,
          gssCode,
          fundId: budget.id,
          state,
          purpose,
          payeeName: payee,
          amountPence,
          payeeIsPerson: false,
        },
        payeeOrganisationId: organisation === null ? null : fixedId('organisation', organisation),
        ...{ proposedOn: addDays(today, -award.daysAgo), illustrative: true },
      });
      if (state !== 'PROPOSED')
        await put('COMMITMENT', id, purpose, transfer(available('CASH'), COMMITTED, amountPence));
      if (state === 'PAID') await put('PAYMENT', id, purpose, transfer(COMMITTED, SPENT, amountPence));
    }
  }
}
