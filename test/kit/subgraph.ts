import { graphql, type ExecutionResult } from 'graphql';
import { ANONYMOUS, type Actor } from '@coop/shared/access';
import { noGraph, type GraphPort } from '@coop/shared/graph';
import { gather, type BuiltSubgraph, type Logger, type RequestContext } from '@coop/shared/graphql';
import { loadDemo } from '@coop/shared/serving';
import type { World, WorldOptions } from './world';

const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** What the database of a subgraph is made of, for `describeDatabases`. */
export function databaseOf({ name, definition }: BuiltSubgraph): WorldOptions {
  return { name, entities: gather(definition, 'entities'), migrations: gather(definition, 'migrations') };
}

/** A request to a subgraph, as its resolvers, queries and loaders see it. */
export function requestOf(
  world: World,
  actor: Actor = ANONYMOUS,
  graph: GraphPort = noGraph,
): RequestContext {
  return {
    ...world.context(actor),
    token: null,
    clock: world.clock,
    graph,
    log: silent,
    cache: new Map(),
  };
}

/** Runs an operation on a subgraph's own schema; anonymous unless told. */
export function ask(
  world: World,
  { schema }: BuiltSubgraph,
  source: string,
  variableValues: Record<string, unknown> = {},
  actor: Actor = ANONYMOUS,
  graph: GraphPort = noGraph,
): Promise<ExecutionResult> {
  return graphql({ schema, source, variableValues, contextValue: requestOf(world, actor, graph) });
}

/** Loads the subgraph's part of the demo world into the world's database. */
export async function loadDemoInto(world: World, built: BuiltSubgraph): Promise<void> {
  await loadDemo({ name: built.name, built, database: world.database }, world.clock);
}
