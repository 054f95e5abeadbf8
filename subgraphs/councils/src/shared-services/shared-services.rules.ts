import { splitPence, type Pence } from '@coop/shared/money';
import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import type { LocalDate } from '@coop/shared/time';

/** A council in a shared service. */
export interface SharedServicePartner {
  /** Code of the council. */
  readonly council: string;
  /** Its share of the cost as a whole number that is compared with the others': 1 : 1 : 1, or 3 : 2. */
  readonly weight: number;
}

/** A service or senior post that several councils share. */
export interface SharedServiceTerms {
  readonly service: string;
  /** Code of the council that runs it; one of the partners. */
  readonly lead: string;
  readonly partners: readonly SharedServicePartner[];
  /** What the partners together spent on it in the year before. */
  readonly baselineCostPence: Pence;
  /** What it costs them together in a year now; null until it runs. */
  readonly presentCostPence: Pence | null;
}

/** Largest weight taken: shares to a hundredth of a percent need no more. */
export const LARGEST_WEIGHT = 10_000;

/**
 * Whether the terms hold together: a name, at least two councils, none twice, the lead among them, whole weights
 * of which one at least is above 0, costs that are not negative.
 */
export function checkSharedService(terms: SharedServiceTerms): Decision {
  const problems: Problem[] = [];
  if (terms.service.trim() === '')
    problems.push(problem.invalidInput('It needs a name.', { path: ['service'] }));
  if (terms.partners.length < 2)
    problems.push(problem.invalidInput('Sharing takes two councils at least.', { path: ['partners'] }));
  if (!terms.partners.some((one) => one.council === terms.lead))
    problems.push(problem.invalidInput('The lead is one of the partners.', { path: ['lead'] }));
  const seen = new Set<string>();
  terms.partners.forEach(({ council, weight }, index) => {
    const path = ['partners', String(index)];
    if (seen.has(council))
      problems.push(problem.invalidInput(`${council} is named twice.`, { path: [...path, 'council'] }));
    seen.add(council);
    if (!Number.isSafeInteger(weight) || weight < 0)
      problems.push(
        problem.invalidInput('A weight is a whole number of 0 or more.', { path: [...path, 'weight'] }),
      );
    else if (weight > LARGEST_WEIGHT)
      problems.push(
        problem.limitExceeded(`A weight is at most ${LARGEST_WEIGHT}.`, LARGEST_WEIGHT, weight, {
          path: [...path, 'weight'],
        }),
      );
  });
  if (terms.partners.length > 0 && terms.partners.every((one) => one.weight === 0))
    problems.push(problem.invalidInput('Somebody has to bear the cost.', { path: ['partners'] }));
  for (const field of ['baselineCostPence', 'presentCostPence'] as const) {
    const cost = terms[field];
    if (cost !== null && (!Number.isSafeInteger(cost) || cost < 0))
      problems.push(
        problem.invalidInput('A cost is a whole number of pence of 0 or more.', { path: [field] }),
      );
  }
  return decide(problems, {});
}

/** Each partner's share of the cost, from 0 to 1, in their order. For showing only: sums are split by weight. */
export function costShares(partners: readonly SharedServicePartner[]): number[] {
  const sum = partners.reduce((all, one) => all + one.weight, 0);
  return partners.map((one) => one.weight / sum);
}

/** What the partners together save in a year; negative when it costs more than before; null until it runs. */
export function annualSaving(
  terms: Pick<SharedServiceTerms, 'baselineCostPence' | 'presentCostPence'>,
): Pence | null {
  return terms.presentCostPence === null ? null : terms.baselineCostPence - terms.presentCostPence;
}

/** Each partner's part of the saving, by weight: the parts add up to it to the penny. Null until it runs. */
export function savingByPartner(
  terms: SharedServiceTerms,
): { readonly council: string; readonly pence: Pence }[] | null {
  const saving = annualSaving(terms);
  if (saving === null) return null;
  const parts = splitPence(
    saving,
    terms.partners.map((one) => one.weight),
  );
  return terms.partners.map((one, index) => ({ council: one.council, pence: parts[index]! }));
}

/** Whether a service may start on a day: its present cost is known, and the day is not past the end agreed. */
export function checkStart(
  terms: SharedServiceTerms,
  startsOn: LocalDate,
  endsOn: LocalDate | null,
): Decision {
  const problems: Problem[] = [];
  if (terms.presentCostPence === null)
    problems.push(problem.invalidInput('Say what it costs in a year.', { path: ['presentCostPence'] }));
  if (endsOn !== null && endsOn < startsOn)
    problems.push(problem.invalidInput('It cannot end before it starts.', { path: ['endsOn'] }));
  return decide(problems, {});
}
