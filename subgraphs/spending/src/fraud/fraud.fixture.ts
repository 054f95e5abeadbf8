import type { World } from '@coop/test/kit';
import { COUNCIL, people, run, subjectOf } from '../duplicates/duplicates.fixture';
import type { FraudCaseOpenInput, FraudFiguresPublishInput } from './fraud-inputs.types';
import { investigateFraudCase, openFraudCase } from './keep-fraud-case.command';

/** A suspicion that nothing stands against. */
export const soundCase: FraudCaseOpenInput = {
  ...{ council: COUNCIL, title: 'Invoices for work not done', source: 'REPORT', suspectedPence: 1_000_000 },
  allegation: 'Somebody rang and said so.',
};

/** The figures of a year that is over. */
export const soundFigures: FraudFiguresPublishInput = {
  ...{ council: COUNCIL, yearFrom: '2025-04-01', powersUsedCount: 2, spentPence: 6_000_000, caseCount: 67 },
  ...{ investigatorCount: 4, investigatorFteHundredths: 290 },
  ...{ specialistCount: 3, specialistFteHundredths: 60 },
};

/** A case that the first auditor opened. */
export const aCase = async (world: World): Promise<string> =>
  subjectOf(await run(world, openFraudCase, soundCase));

/** A case that the second auditor looks into. */
export async function anInvestigation(world: World): Promise<string> {
  const id = await aCase(world);
  return subjectOf(await run(world, investigateFraudCase, { id }, people(world).otherAuditor));
}
