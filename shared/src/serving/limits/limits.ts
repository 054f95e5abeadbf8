import type { ParseOptions } from 'graphql';
import type { Actor } from '../../access';

/** How much one operation may ask for. Every figure is the most that is still answered. */
export interface Limits {
  /** Tokens of the document's text. */
  readonly tokens: number;
  /** Levels of fields below the root, introspection apart. */
  readonly depth: number;
  /** Fields under another name, in the whole document. */
  readonly aliases: number;
  /** Directives, in the whole document. */
  readonly directives: number;
  /** Different fields at the root of the operation. */
  readonly rootFields: number;
  /** Different fields of the answer's shape, after fragments are put in place. */
  readonly fields: number;
  /** Objects that the answer may hold, list sizes multiplied down the tree. */
  readonly cost: number;
  /** Single values in the variables, those within lists and inputs included. */
  readonly variableValues: number;
  /** Introspection, as a multiple of what the usual introspection query asks of the same schema. */
  readonly introspection: number;
}

/** For everybody. */
export const PUBLIC_LIMITS: Limits = Object.freeze({
  tokens: 3_000,
  depth: 15,
  aliases: 60,
  directives: 60,
  rootFields: 20,
  fields: 1_500,
  cost: 10_000,
  variableValues: 10_000,
  introspection: 3,
});

/**
 * For a partner or an analyst with a token. The cost is set by the worst legal query that was found, council → assets →
 * council …, four levels of lists, each asset with ten fields: on the demo world, on two busy cores, pages of 8 (cost
 * 10,000, 1.2 MB) took 0.24 s, pages of 10 (23,000, 2.9 MB) 0.73 s, pages of 12 (47,000, 6 MB) 1.35 s, and for nearly
 * all of that time nobody else was answered. At 20,000 it is about half a second. Flat lists are an order of magnitude
 * cheaper, and larger ones are read page by page or exported.
 */
export const TOKEN_LIMITS: Limits = Object.freeze({
  tokens: 8_000,
  depth: 20,
  aliases: 300,
  directives: 300,
  rootFields: 60,
  fields: 6_000,
  cost: 20_000,
  variableValues: 100_000,
  introspection: 3,
});

/** The limits for whoever asks. */
export function limitsFor(actor: Actor): Limits {
  return actor.role === 'partner' || actor.role === 'analyst' ? TOKEN_LIMITS : PUBLIC_LIMITS;
}

/**
 * The same limits for a subgraph that a gateway stands before: the gateway puts fragments in place, adds keys
 * and type names, asks for entities in bulk and may gather several calls into one.
 */
export function behindGateway(limits: Limits): Limits {
  return {
    ...limits,
    tokens: limits.tokens * 4,
    depth: limits.depth + 2,
    aliases: limits.aliases * 4,
    directives: limits.directives * 2,
    rootFields: limits.rootFields * 4,
    fields: limits.fields * 2,
    cost: limits.cost * 2,
    variableValues: limits.variableValues * 4,
  };
}

/** What the parser is to stop at, before anything else is known of the document. */
export function parseOptionsFor(limits: Limits): ParseOptions {
  return { maxTokens: limits.tokens };
}
