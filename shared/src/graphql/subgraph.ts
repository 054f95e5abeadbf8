import type { GraphQLSchema } from 'graphql';
import type { ClassType } from 'type-graphql';
import type { EntityTarget, MigrationInterface, ObjectLiteral } from 'typeorm';
import type { RequestContext } from './context';

/** Resolves a reference to an entity that another subgraph, or the gateway, holds: null when there is none. */
export type ReferenceResolver = (
  reference: Readonly<Record<string, unknown>>,
  context: RequestContext,
) => Promise<object | null> | object | null;

/** A subgraph as one value: all that a host needs to serve it. */
export interface SubgraphDefinition {
  /** Its name in the supergraph, and of its database: `assets`. */
  readonly name: string;
  /** One sentence on what it owns. */
  readonly description: string;
  readonly resolvers: readonly [ClassType, ...ClassType[]];
  /** Types that no field refers to by name: stubs of foreign nouns, implementations of interfaces. */
  readonly orphanedTypes?: readonly ClassType[];
  /** For each entity by its GraphQL name: how a reference to it is resolved. */
  readonly references: Readonly<Record<string, ReferenceResolver>>;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly migrations: readonly (new () => MigrationInterface)[];
}

/** A subgraph with its schema. */
export interface BuiltSubgraph<Definition extends SubgraphDefinition = SubgraphDefinition> {
  readonly definition: Definition;
  readonly schema: GraphQLSchema;
  /** Its schema in the definition language, with the federation directives. */
  readonly sdl: string;
}
