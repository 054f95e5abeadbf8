// A process of its own that contributes, allocates and spends without end, until it is killed.
import type { Actor } from '@coop/shared/access';
import { buildSubgraph, gather } from '@coop/shared/graphql';
import { openDatabase, type Location } from '@coop/shared/persistence';
import { FixedClock } from '@coop/shared/time';
import { budgets } from '..';
import { makeAllocation } from './make-allocation.command';
import { pledgeContribution } from './pledge-contribution.command';
import { receiveContribution } from './settle-contribution.command';

/** What the process is told. */
export interface LedgerTask {
  readonly location: Location;
  readonly now: string;
  readonly budgetId: string;
  readonly partnerId: string;
}

process.once('message', (task: LedgerTask) => {
  void (async () => {
    const { definition } = buildSubgraph(budgets);
    const clock = new FixedClock(task.now);
    const database = await openDatabase({
      ...{ name: 'budgets', location: task.location, clock },
      ...{ entities: gather(definition, 'entities'), migrations: gather(definition, 'migrations') },
    });
    const actor: Actor = {
      kind: 'token',
      subject: 'treasurer',
      role: 'officer',
      council: 'E09000021',
      organisation: null,
      name: null,
    };
    const context = () => ({ actor, now: clock.now(), requestId: 'killed', database });
    const { budgetId, partnerId } = task;
    const work = async (): Promise<void> => {
      const pledge = { partnerId, form: 'CASH', description: 'Money', amountPence: 1_000 } as const;
      const pledged = await pledgeContribution.run(context(), pledge);
      if (!pledged.ok) throw new Error(JSON.stringify(pledged.problems));
      await receiveContribution.run(context(), { id: pledged.subject, amountPence: 1_000 });
      await makeAllocation.run(context(), { budgetId, form: 'CASH', amountPence: 600, purpose: 'Homes' });
      process.send?.('done');
    };
    for (;;) await Promise.all(Array.from({ length: 10 }, work));
  })();
});
