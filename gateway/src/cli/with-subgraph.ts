import { noGraph } from '@coop/shared/graph';
import { buildSubgraph, type BuiltSubgraph } from '@coop/shared/graphql';
import { createLogger, type OpenSubgraph } from '@coop/shared/serving';
import { SettingsError } from '@coop/shared/settings';
import { systemClock } from '@coop/shared/time';
import { openBare, openOne } from '../open';
import { tokensFor } from '../tokens';
import { settingsFrom } from './settings';
import { namesOf, type Shell } from './shell';

/** The subgraph of a name. @throws SettingsError naming those there are */
export function subgraphNamed(shell: Shell, name: string): BuiltSubgraph {
  const found = shell.subgraphs.find((one) => one.name === name);
  if (found) return buildSubgraph(found);
  throw new SettingsError(`There is no subgraph ${name}: there are ${namesOf(shell)}.`);
}

/** How a subgraph is opened for a command. */
interface Opening {
  /** Whether a database that is still empty gets the demo world first, in demo mode; true unless told. */
  readonly demo?: boolean;
}

/**
 * Opens a subgraph for one command and closes it afterwards, whatever happens.
 * @throws SettingsError when the subgraph runs elsewhere, or its database cannot be opened
 */
export async function withSubgraph<Result>(
  shell: Shell,
  built: BuiltSubgraph,
  work: (subgraph: OpenSubgraph) => Promise<Result>,
  opening: Opening = {},
): Promise<Result> {
  const subgraph = await openForCommand(shell, built, opening);
  try {
    return await work(subgraph);
  } finally {
    await subgraph.close();
  }
}

/**
 * Opens a subgraph for one command, which closes it.
 * @throws SettingsError when the subgraph runs elsewhere, or its database cannot be opened
 */
export async function openForCommand(
  shell: Shell,
  built: BuiltSubgraph,
  { demo = true }: Opening = {},
): Promise<OpenSubgraph> {
  const settings = settingsFrom(shell);
  if (settings.remotes[built.name] !== undefined)
    throw new SettingsError(`${built.name} runs elsewhere by these settings: run this command there.`);
  const log = createLogger({ level: settings.logLevel === 'info' ? 'warn' : settings.logLevel });
  const { verifier } = await tokensFor(settings, systemClock, log);
  const open = demo ? openOne : openBare;
  return open(built, { settings, verifier, clock: systemClock, log }, noGraph);
}
