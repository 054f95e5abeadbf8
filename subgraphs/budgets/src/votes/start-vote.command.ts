import { defineCommand, done } from '@coop/shared/commands';
import { textSort } from '@coop/shared/persistence';
import { isGssCode } from '@coop/shared/nouns';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { holdVote } from '../access';
import { CommunityBudget } from '../community-budgets/community-budget.entity';
import { standingProblems } from '../community-budgets/community-budget.rules';
import { VoteStartInput } from './vote-inputs.types';
import { Vote } from './vote.entity';
import { voteLifecycle } from './vote.lifecycle';
import { planProblems } from './vote.rules';

/** Begins a vote with a call for proposals. */
export const startVote = defineCommand({
  name: 'voteStart',
  input: VoteStartInput,
  async handle(tx, input) {
    const { gssCode, communityBudgetId = null } = input;
    const wards = input.wardGssCodes ?? [];
    const minimumAge = input.minimumAge ?? 0;
    if (!isGssCode(gssCode))
      return refuse(problem.invalidInput('This is no GSS code of a council.', { path: ['gssCode'] }));
    const denied = tx.demand(holdVote, { gssCode });
    if (denied.length > 0) return refuse(...denied);
    const { title, description, budgetPence, ballotKind, rule } = input;
    const { mostChoices = null, points = null, leastSupport = null } = input;
    const ageOn = input.ageOn ?? tx.today;
    const plan = { title, budgetPence, ballotKind, mostChoices, points, leastSupport, minimumAge, ageOn };
    const problems: Problem[] = planProblems(
      { ...plan, hasThreshold: rule === 'GREEDY_THRESHOLD' },
      tx.today,
    );
    const budget = communityBudgetId ? await tx.lock(CommunityBudget, communityBudgetId) : null;
    if (communityBudgetId && budget?.gssCode !== gssCode)
      problems.push(
        problem.notFound('The council keeps no such community budget.', { path: ['communityBudgetId'] }),
      );
    else if (budget) problems.push(...standingProblems(budget.state));
    for (const [index, code] of wards.entries())
      if (!isGssCode(code))
        problems.push(
          problem.invalidInput('This is no GSS code of a ward.', { path: ['wardGssCodes', String(index)] }),
        );
    if (problems.length > 0) return refuse(...problems);
    const vote = await tx.insert(Vote, {
      ...plan,
      id: tx.newId('vote'),
      gssCode,
      communityBudgetId,
      titleSort: textSort(title),
      description,
      state: voteLifecycle.initial,
      rule,
      wards,
      startedOn: tx.today,
      votersAddedWhileOpen: 0,
      illustrative: false,
    });
    const changes = { title, budgetPence, ballotKind, rule, state: vote.state };
    return done({ council: gssCode, subject: vote.id, changes });
  },
});
