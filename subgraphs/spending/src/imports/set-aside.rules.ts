import { problem, type Problem } from '@coop/shared/problems';
import { spendImportLifecycle } from './spend-import.lifecycle';

/** The states out of which an import can be set aside. */
const STANDING: readonly string[] = spendImportLifecycle.allowedStates('withdraw');

/** Where an import of payments stands, as far as setting it aside goes. */
export interface Standing {
  /** Its state, in the words of whoever asks. */
  readonly state: string;
  /** An import of payments of its council is under way. */
  readonly isLoading: boolean;
}

/**
 * Why an import cannot be withdrawn or superseded as it stands; empty when it can. The commands and `viewerCan` both
 * ask here, so that no button promises what is refused.
 */
export function asideProblems(
  { state, isLoading }: Standing,
  path: readonly string[] = ['id'],
): readonly Problem[] {
  if (!STANDING.includes(state)) return [notComplete(state, path)];
  return isLoading ? [underWay()] : [];
}

/** The refusal of what only a complete import can be asked. */
export const notComplete = (state: string, path: readonly string[]): Problem =>
  problem.wrongState('The import does not stand: only one that does can be set aside.', state, STANDING, {
    path,
  });

/**
 * The refusal while an import of the council loads: it may just have met a payment that would go, and would neither
 * bring it nor be its heir.
 */
export const underWay = (): Problem =>
  problem.wrongState('An import of payments is under way; try again when it is over.', 'LOADING', STANDING);
