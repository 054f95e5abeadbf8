// A process of its own that works on the ledger. It is told by its first message what to do, answers every
// acknowledged command by a message, and goes on until it has done its share or is killed.
import { openDatabase, type Database, type Location } from '@coop/shared/persistence';
import { systemClock } from '@coop/shared/time';
import { accountMove, accountOpen, LEDGER } from './ledger';

/** What a ledger process is told. */
export interface LedgerTask {
  readonly location: Location;
  readonly process: string;
  /** Accounts to move a penny from and to. */
  readonly from: string;
  readonly to: string;
  /** Commands to run side by side. */
  readonly commands: number;
  /** Begin again when they are done, until killed. */
  readonly forever: boolean;
}

/** What it answers. */
export type LedgerNews =
  | { readonly news: 'ready' }
  | { readonly news: 'done'; readonly command: string; readonly subject: string }
  | { readonly news: 'finished' };

const tell = (news: LedgerNews): void => void process.send?.(news);

async function work(database: Database, task: LedgerTask): Promise<void> {
  const actor = {
    kind: 'token' as const,
    subject: task.process,
    role: 'officer' as const,
    council: 'E08000004',
    organisation: null,
    name: null,
  };
  const run = async (index: number): Promise<void> => {
    const context = { actor, now: systemClock.now(), requestId: `${task.process}-${index}`, database };
    const command = index % 2 ? accountMove : accountOpen;
    const result = await (index % 2
      ? accountMove.run(context, { from: task.from, to: task.to, pence: 1 })
      : accountOpen.run(context, { name: `${task.process} ${index}`, pence: 0 }));
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    tell({ news: 'done', command: command.name, subject: result.subject });
  };
  do await Promise.all(Array.from({ length: task.commands }, (_, index) => run(index)));
  while (task.forever);
}

process.once('message', (task: LedgerTask) => {
  void (async () => {
    const database = await openDatabase({
      name: 'test',
      location: task.location,
      clock: systemClock,
      ...LEDGER,
    });
    tell({ news: 'ready' });
    await work(database, task);
    await database.close();
    tell({ news: 'finished' });
    process.disconnect();
  })();
});
