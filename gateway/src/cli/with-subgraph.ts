import { noGraph } from '@coop/shared/graph';
import type { BuiltSubgraph } from '@coop/shared/graphql';
import { createLogger, type OpenSubgraph } from '@coop/shared/serving';
import { SettingsError, type Environment } from '@coop/shared/settings';
import { systemClock } from '@coop/shared/time';
import { builtSubgraphs } from '../host';
import { openOne } from '../open';
import { tokensFor } from '../tokens';
import { settingsFrom } from './settings';

/** The subgraph of a name. @throws SettingsError naming those there are */
export function subgraphNamed(name: string): BuiltSubgraph {
  const all = builtSubgraphs();
  const found = all.find((one) => one.name === name);
  if (found) return found;
  throw new SettingsError(
    `There is no subgraph ${name}: there are ${all.map((one) => one.name).join(', ')}.`,
  );
}

/** Opens a subgraph for one command and closes it afterwards, whatever happens. */
export async function withSubgraph<Result>(
  env: Environment,
  built: BuiltSubgraph,
  work: (subgraph: OpenSubgraph) => Promise<Result>,
): Promise<Result> {
  const settings = settingsFrom(env);
  const log = createLogger({ level: settings.logLevel === 'info' ? 'warn' : settings.logLevel });
  const { verifier } = await tokensFor(settings, systemClock, log);
  const subgraph = await openOne(built, { settings, verifier, clock: systemClock, log }, noGraph);
  try {
    return await work(subgraph);
  } finally {
    await subgraph.close();
  }
}
