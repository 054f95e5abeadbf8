// A process of its own that tallies a vote, and stands still where it is told to until it is killed.
import type { Actor } from '@coop/shared/access';
import { buildSubgraph, gather } from '@coop/shared/graphql';
import { openDatabase, type Database, type Location } from '@coop/shared/persistence';
import { FixedClock } from '@coop/shared/time';
import { budgets } from '..';
import { countBallots } from './count-ballots.command';
import { tallyingBy } from './tally-vote.command';

/** What the process is told. */
export interface TallyProcessTask {
  readonly location: Location;
  readonly now: string;
  readonly voteId: string;
  readonly actor: Actor;
  /** Where it stands still: in the count, or with everything written and nothing committed. */
  readonly at: 'counting' | 'storing';
}

const standStill = (at: string): Promise<never> => {
  process.send?.(at);
  return new Promise(() => undefined);
};

process.once('message', (task: TallyProcessTask) => {
  void (async () => {
    const { definition } = buildSubgraph(budgets);
    const clock = new FixedClock(task.now);
    const database = await openDatabase({
      ...{ name: 'budgets', location: task.location, clock },
      ...{ entities: gather(definition, 'entities'), migrations: gather(definition, 'migrations') },
    });
    const stopping: Database = Object.create(database, {
      transaction: {
        value: (work: Parameters<Database['transaction']>[0]) =>
          database.transaction(async (manager) => {
            const result = await work(manager);
            return task.at === 'storing' ? standStill('storing') : result;
          }),
      },
    }) as Database;
    const tally = tallyingBy(task.at === 'counting' ? () => standStill('counting') : countBallots);
    const context = { actor: task.actor, now: clock.now(), requestId: 'killed', database: stopping };
    await tally.run(context, { id: task.voteId });
  })();
});
