import type { GraphQLSchema } from 'graphql';
import type { ClassType } from 'type-graphql';
import type { EntityTarget, MigrationInterface, ObjectLiteral } from 'typeorm';
import type { Exporter } from '../exporting';
import type { Importer } from '../importing';
import type { BulkTx, CommandContext } from '../commands';
import type { LifecycleTable } from '../lifecycle';
import type { LocalDate } from '../time';
import type { RequestContext } from './context';
import type { Tool } from './tool';

/** Resolves a reference to an entity that another subgraph, or the gateway, holds: null when there is none. */
export type ReferenceResolver = (
  reference: Readonly<Record<string, unknown>>,
  context: RequestContext,
) => Promise<object | null> | object | null;

/** What a feature gets to load its part of the demo world with. */
export interface DemoWorld {
  /** The one transaction in which the whole world of the subgraph is loaded. */
  readonly tx: BulkTx;
  /** The instant of loading. */
  readonly now: Date;
  /** The day of loading in London: illustrative rows are dated relative to it. */
  readonly today: LocalDate;
}

/** A noun of the domain as one value: everything that its folder adds to a subgraph. */
export interface Feature {
  readonly resolvers?: readonly ClassType[];
  /** Types that no field refers to by name: stubs of foreign nouns, implementations of interfaces. */
  readonly orphanedTypes?: readonly ClassType[];
  /** For each entity by its GraphQL name: how a reference to it is resolved. */
  readonly references?: Readonly<Record<string, ReferenceResolver>>;
  readonly entities?: readonly EntityTarget<ObjectLiteral>[];
  readonly migrations?: readonly (new () => MigrationInterface)[];
  readonly importers?: readonly Importer[];
  readonly exporters?: readonly Exporter[];
  /** Goes on, when the subgraph begins to serve, with work in chunks that the end of a process has cut off. */
  readonly goOn?: (context: CommandContext, signal: AbortSignal) => Promise<void>;
  /** Commands of the command line that need no database. */
  readonly tools?: readonly Tool[];
  /** The lives of its nouns, for the drawings in the subgraph's README. */
  readonly lifecycles?: readonly LifecycleTable<string, string>[];
  /** Loads its part of the demo world; features load in the order in which they are listed. */
  readonly demo?: (world: DemoWorld) => Promise<void>;
}

/** A subgraph as one value: all that a host needs to serve it. */
export interface SubgraphDefinition {
  /** Its name in the supergraph, and of its database: `assets`. */
  readonly name: string;
  /** One sentence on what it owns. */
  readonly description: string;
  readonly features: readonly Feature[];
}

/** A subgraph with its schema. */
export interface BuiltSubgraph {
  readonly name: string;
  readonly definition: SubgraphDefinition;
  readonly schema: GraphQLSchema;
  /** Its schema in the definition language, with the federation directives. */
  readonly sdl: string;
}

/** All that the features add of one kind, in the order of the features. */
export function gather<
  Key extends
    | 'resolvers'
    | 'orphanedTypes'
    | 'entities'
    | 'migrations'
    | 'importers'
    | 'exporters'
    | 'tools'
    | 'lifecycles',
>(definition: SubgraphDefinition, key: Key): NonNullable<Feature[Key]>[number][] {
  return definition.features.flatMap((feature) => [...(feature[key] ?? [])]) as NonNullable<
    Feature[Key]
  >[number][];
}

/** The reference resolvers of all features; an Error when two features resolve the same type. */
export function gatherReferences(definition: SubgraphDefinition): Record<string, ReferenceResolver> {
  const all: Record<string, ReferenceResolver> = {};
  for (const feature of definition.features)
    for (const [type, resolve] of Object.entries(feature.references ?? {})) {
      if (all[type]) throw new Error(`Subgraph ${definition.name}: two features resolve ${type}.`);
      all[type] = resolve;
    }
  return all;
}
