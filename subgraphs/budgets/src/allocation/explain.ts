import { counted, type MoneyFormat } from './money-format';
import type { Outcome, ProjectOutcome } from './outcome';

const times = (count: number, one: string, many = `${one}s`): string =>
  `${counted(count)} ${count === 1 ? one : many}`;

function ordinal(place: number): string {
  const [tens, ones] = [place % 100, place % 10];
  const end = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][ones] ?? 'th');
  return `${counted(place)}${end}`;
}

const approves = ({ kind }: Outcome): boolean =>
  kind === 'APPROVAL' || kind === 'CHOOSE_ONE' || kind === 'KNAPSACK';

function points(parts: number, { pointUnit }: Outcome): string {
  if (pointUnit === 1) return times(parts, 'point');
  return `${(parts / pointUnit).toFixed(Math.round(Math.log10(pointUnit)))} points`;
}

function score({ support, votes }: ProjectOutcome, outcome: Outcome): string {
  if (approves(outcome)) return times(votes, 'vote');
  return `${points(support, outcome)} from ${times(votes, 'voter')}`;
}

type Fact<Kind extends ProjectOutcome['explanation']['kind']> = Extract<
  ProjectOutcome['explanation'],
  { readonly kind: Kind }
>;

function paid(fact: Fact<'PAID_BY_SUPPORTERS'>, outcome: Outcome, money: MoneyFormat): string {
  const { inFull, gaveAll, hadNothing, price } = fact;
  const all = times(inFull + gaveAll + hadNothing, 'supporter');
  const each = approves(outcome) ? 'each' : 'for each point they gave it';
  if (gaveAll + hadNothing === 0) return `Its ${all} paid ${money.about(price)} ${each}.`;
  const parts = [
    `${counted(inFull)} paid ${money.about(price)} ${each}`,
    ...(gaveAll > 0 ? [`${counted(gaveAll)} gave all they had left, which was less`] : []),
    ...(hadNothing > 0 ? [`${counted(hadNothing)} had nothing left`] : []),
  ];
  return `Its ${all} paid for it together: ${parts.join('; ')}.`;
}

function short(fact: Fact<'SUPPORTERS_SHORT'>, { cost }: ProjectOutcome, money: MoneyFormat): string {
  const all =
    fact.supporters === 1 ? 'Its one supporter' : `Its ${counted(fact.supporters)} supporters together`;
  return `${all} had ${money.about(fact.together)} left of the ${money.exact(cost)} that it costs: ${money.about(fact.short)} short.`;
}

/** Why a project was funded or not, in a sentence or two for a resident. */
export function explain(project: ProjectOutcome, outcome: Outcome, money: MoneyFormat): string {
  const fact = project.explanation;
  const cost = money.exact(project.cost);
  switch (fact.kind) {
    case 'FUNDED_IN_TURN':
      if (project.votes === 0)
        return `Funded, though nobody voted for it: this rule goes on by score for as long as money is left, and asks for no least score. It costs ${cost}, which left ${money.exact(fact.left)}.`;
      return `Funded with the ${ordinal(fact.place)} highest score, ${score(project, outcome)}: it costs ${cost}, which left ${money.exact(fact.left)}.`;
    case 'NOT_AFFORDABLE':
      return `Not funded: ${score(project, outcome)} put it ${ordinal(fact.place)}, but it costs ${cost} and only ${money.exact(fact.left)} was left.`;
    case 'AFTER_THE_STOP':
      return `Not funded: ${score(project, outcome)} put it ${ordinal(fact.place)}, after project ${fact.stoppedAt}, which was not affordable and ended the funding.`;
    case 'BELOW_LEAST_SCORE':
      return `Not funded: ${score(project, outcome)} is below the least score, ${points(fact.least, outcome)}.`;
    case 'PAID_BY_SUPPORTERS':
      return `Funded. ${paid(fact, outcome, money)}`;
    case 'SUPPORTERS_SHORT':
      return `Not funded. ${short(fact, project, money)}`;
    case 'NO_SUPPORTERS':
      return 'Not funded: nobody voted for it.';
    case 'EVERYTHING_AFFORDABLE':
      return `Funded: all projects together cost no more than the budget. It has ${score(project, outcome)}.`;
    case 'FUNDED_FROM_THE_REST':
      return `Funded from what the shares left over, by its score of ${score(project, outcome)}: it costs ${cost}, which left ${money.exact(fact.left)}.`;
  }
}

function raising({ raises, share, budget }: Outcome, money: MoneyFormat): string[] {
  if (raises === null || share === null) return [];
  const by =
    raises.raised === 0n
      ? 'No share was raised'
      : `Every share was raised ${times(Number(raises.raised), 'time')} by one unit of currency, to ${money.about(share)}`;
  switch (raises.ended) {
    case 'NEXT_OVERSPENDS':
      return [
        `${by}; once more would have cost ${money.exact(raises.nextCost ?? 0n)}, over the budget of ${money.exact(budget)}.`,
      ];
    case 'ALL_SUPPORTED_FUNDED':
      return [`${by}; then every project that anybody voted for was funded.`];
    case 'EXHAUSTIVE':
      return [`${by}; then no other project fitted what was left.`];
    case 'EVERYTHING_AFFORDABLE':
      return [];
  }
}

/** The outcome as a whole, in a few sentences. */
export function explainOutcome(outcome: Outcome, money: MoneyFormat): string[] {
  const { budget, spent, winners, projects, voters, share, raises } = outcome;
  const first = `${counted(winners.length)} of ${times(projects.length, 'project')} funded by ${times(voters, 'voter')}: ${money.exact(spent)} of ${money.exact(budget)} spent.`;
  if (raises?.ended === 'EVERYTHING_AFFORDABLE')
    return [first, 'All projects together cost no more than the budget, so everything is funded.'];
  if (share === null) return [first];
  const began = { numerator: budget, denominator: BigInt(voters) };
  return [
    first,
    `Every voter began with an equal share of the budget, ${money.about(began)}.`,
    ...raising(outcome, money),
  ];
}
