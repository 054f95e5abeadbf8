import { In, type EntityManager } from 'typeorm';
import type { BulkTx } from '../../commands';
import { importRunLifecycle, ImportRun, type ImportRunAction } from '../../persistence';

/**
 * Takes a run to its next state, by the table of its life, inside the transaction that decides it.
 * @param values what else of the run changes with it
 * @throws Error where the run is in no state in which that can be done: whoever calls has asked before, under a lock
 */
export async function moveRun(
  manager: EntityManager,
  run: string,
  action: ImportRunAction,
  values: Partial<Omit<ImportRun, 'id' | 'state'>> = {},
): Promise<void> {
  const from = importRunLifecycle.allowedStates(action);
  const state = importRunLifecycle.move(action, from[0]!);
  const { affected } = await manager.update(
    ImportRun,
    { id: run, state: In([...from]) },
    { ...values, state },
  );
  if (affected !== 0) return;
  // MySQL counts rows that an update leaves as they were as not affected.
  const isThere = from.includes(state) && (await manager.existsBy(ImportRun, { id: run, state }));
  if (!isThere) throw new Error(`Import run ${run}: ${action} needs it to be ${from.join(' or ')}.`);
}

/**
 * The same, where somebody else may have taken the run further meanwhile: then nothing is changed.
 * @returns whether it was in a state in which that can be done
 */
export async function moveRunIfPermitted(
  tx: BulkTx,
  run: string,
  action: ImportRunAction,
  values: Partial<Omit<ImportRun, 'id' | 'state'>> = {},
): Promise<boolean> {
  const found = await tx.lock(ImportRun, run);
  if (!found || !importRunLifecycle.permit(action, found.state).ok) return false;
  await moveRun(tx.manager, run, action, values);
  return true;
}
