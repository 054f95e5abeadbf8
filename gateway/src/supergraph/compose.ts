import { composeServices } from '@apollo/composition';
import { type GraphQLError, parse } from 'graphql';
import { ComposeError, type ComposeProblem, fixOf } from './compose-error';
import { ALLOWED_HINTS, type AllowedHint, unexpectedHints } from './hints';

/** A subgraph as composition sees it. */
export interface Service {
  readonly name: string;
  /** The subgraph's schema with its federation directives. */
  readonly sdl: string;
  /** Where it is reached; written into the supergraph, and ignored for subgraphs in process. */
  readonly url: string;
}

/** How strictly to compose. */
export interface ComposeOptions {
  /** Hints that pass; any other fails. `'all'` for a partner's subgraph, whose text is not ours to mend. */
  readonly hints?: readonly AllowedHint[] | 'all';
}

/**
 * Composes subgraphs to the supergraph's SDL. The order of the services makes no difference to it.
 * @throws ComposeError with every problem, its subgraphs and its fix
 */
export function composeSupergraph(services: readonly Service[], options: ComposeOptions = {}): string {
  demandReadable(services);
  const names = services.map(({ name }) => name);
  const sorted = [...services].sort((one, other) => (one.name < other.name ? -1 : 1));
  const result = composeServices(sorted.map(({ name, sdl, url }) => ({ name, url, typeDefs: parse(sdl) })));
  if (result.errors) throw new ComposeError(result.errors.map((error) => problemOf(error, names)));
  const { hints: allowed = ALLOWED_HINTS } = options;
  const hints = allowed === 'all' ? [] : unexpectedHints(result.hints, allowed);
  if (hints.length > 0) {
    throw new ComposeError(
      hints.map((hint) => ({
        subgraphs: namedIn(hint.message, names),
        code: hint.definition.code,
        message: oneLine(hint.message),
        fix: 'Bring the definitions into line, or put the hint on the allow-list with the reason why it does no harm.',
      })),
    );
  }
  return result.supergraphSdl;
}

/**
 * Each subgraph's SDL must parse by itself.
 * @throws ComposeError that names the subgraph and the place
 */
export function demandReadable(services: readonly Service[]): void {
  const unreadable = services.flatMap(syntaxProblems);
  if (unreadable.length > 0) throw new ComposeError(unreadable);
}

/** One by one, so that the error names the line of the subgraph that is wrong. */
function syntaxProblems({ name, sdl }: Service): ComposeProblem[] {
  try {
    parse(sdl, { noLocation: true });
    return [];
  } catch (error) {
    const { message, locations } = error as GraphQLError;
    const at = locations?.[0] ? ` at line ${locations[0].line}, column ${locations[0].column}` : '';
    return [
      {
        subgraphs: [name],
        code: 'INVALID_GRAPHQL',
        message: `${message}${at}`,
        fix: fixOf('INVALID_GRAPHQL'),
      },
    ];
  }
}

function problemOf(error: GraphQLError, names: readonly string[]): ComposeProblem {
  const code = String(error.extensions['code'] ?? 'COMPOSITION_ERROR');
  const ofNodes = (error.nodes ?? []).map((node) => (node as { subgraph?: string }).subgraph);
  const mentioned = new Set([...ofNodes, ...namedIn(error.message, names)]);
  return {
    subgraphs: names.filter((name) => mentioned.has(name)),
    code,
    message: oneLine(error.message),
    fix: fixOf(code),
  };
}

/** Composition names subgraphs as `"assets"` or `[assets]`. */
function namedIn(message: string, names: readonly string[]): string[] {
  return names.filter((name) => message.includes(`"${name}"`) || message.includes(`[${name}]`));
}

function oneLine(text: string): string {
  const shorter = text.replace(/\s+/g, ' ').trim();
  return shorter.length > 600 ? `${shorter.slice(0, 600)} …` : shorter;
}
