import type { DemoWorld } from '@coop/shared/graphql';
import { CoOperativeCommitment } from './commitment.entity';

/** Commitments of the demo world. */
export async function coOperativeDemo({ tx }: DemoWorld): Promise<void> {
  await tx.insert(CoOperativeCommitment, {
    id: tx.newId('commitment'),
    councilGssCode: 'E08000004',
    since: '2011-05-18',
    endedOn: null,
    madeBy: 'COUNCIL',
    approaches: [
      'ASSETS_TO_COMMUNITIES',
      'EMPLOYEE_LED_MUTUALS',
      'NEIGHBOURHOOD_SERVICES',
      'STAFF_VOLUNTEERING',
      'DEVOLVED_BUDGETS',
    ],
    illustrative: true,
  });
}
