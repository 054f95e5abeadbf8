import { describeDatabases } from '@coop/test/kit';
import { LEDGER } from '@coop/test/kit/ledger';
import { bulkWrite } from '../../commands';
import {
  bulkInsert,
  ImportRun,
  importRunLifecycle,
  UNSEEN_STATES,
  type ImportRunState,
} from '../../persistence';
import { moveRun, moveRunIfPermitted } from './move-run';
import { UNSEEN_RUNS } from './visible-imports';

/** State → action → where it leads. What is not written here must be refused. */
const MOVES: Readonly<Record<ImportRunState, Readonly<Record<string, ImportRunState>>>> = {
  LOADING: { complete: 'COMPLETE', giveWay: 'ABANDONED', cleanUp: 'CLEANING' },
  COMPLETE: { setAside: 'CLEANING' },
  CLEANING: { cleanUp: 'CLEANING', abandon: 'ABANDONED' },
  ABANDONED: {},
};

test('the table has the states of a run, each with its meaning', () => {
  expect([...importRunLifecycle.stateNames].sort()).toEqual(Object.keys(MOVES).sort());
  for (const meaning of Object.values(importRunLifecycle.states)) expect(meaning).toMatch(/\.$/);
});

test('nobody sees the rows of a run that loads or is cleaned up', () => {
  expect(UNSEEN_STATES).toEqual(['LOADING', 'CLEANING']);
  expect(UNSEEN_RUNS).toBe("(SELECT id FROM import_run WHERE state IN ('LOADING', 'CLEANING'))");
});

describeDatabases('a run of an import', LEDGER, (world) => {
  beforeEach(() => world.clear());

  const runIn = async (state: ImportRunState) => {
    const now = world.clock.now();
    await world.database.transaction((manager) =>
      bulkInsert(manager, ImportRun, [
        {
          ...{ id: 'import_1', kind: 'ledger', council: '', file: 'a.csv', sha256: '', state, actor: 'a' },
          ...{ rows: 0, imported: 0, alreadyThere: 0, rejected: 0 },
          ...{ startedAt: now, completedAt: null, leaseUntil: now },
        },
      ]),
    );
  };
  const found = () => world.database.reader.findOneByOrFail(ImportRun, { id: 'import_1' });

  const cases = importRunLifecycle.stateNames.flatMap((state) =>
    importRunLifecycle.actions.map((action) => [state, action] as const),
  );
  test.each(cases)(
    'that is %s: to %s it leads where the table says, or changes nothing',
    async (state, action) => {
      await runIn(state);
      const to = MOVES[state][action];
      const moved = world.database.transaction((manager) =>
        moveRun(manager, 'import_1', action, { rows: 7 }),
      );
      if (to === undefined)
        await expect(moved).rejects.toThrow(`Import run import_1: ${action} needs it to be`);
      else await moved;
      expect(await found()).toMatchObject(to === undefined ? { state, rows: 0 } : { state: to, rows: 7 });
    },
  );

  test.each(cases)(
    'that is %s when somebody else may have been first: to %s it says whether it did',
    async (state, action) => {
      await runIn(state);
      const to = MOVES[state][action];
      const moved = await bulkWrite(world.context(), { name: 'move' }, (tx) =>
        moveRunIfPermitted(tx, 'import_1', action),
      );
      expect(moved).toBe(to !== undefined);
      expect((await found()).state).toBe(to ?? state);
    },
  );

  test('that stays in its state with nothing changed is no mistake', async () => {
    await runIn('CLEANING');
    await world.database.transaction((manager) => moveRun(manager, 'import_1', 'cleanUp'));
    expect((await found()).state).toBe('CLEANING');
  });
});
