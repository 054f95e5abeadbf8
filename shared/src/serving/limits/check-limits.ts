import {
  getIntrospectionQuery,
  GraphQLError,
  Kind,
  Lexer,
  parse,
  Source,
  TokenKind,
  valueFromASTUntyped,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Limits } from './limits';
import { structureOf, type Node, type Structure } from './structure';

type Variables = Readonly<Record<string, unknown>>;

/**
 * What an operation asks beyond its limits: one error for each limit, none when it may run. Cheap for a
 * document that was seen before: only what hangs on the variables is worked out again.
 * @param schema the schema that the document is to run against
 * @param document a parsed document; need not have been validated
 * @param variables as the client sent them; need not have been checked
 * @param operationName which operation of the document is meant; null where there is but one
 */
export function checkLimits(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Variables | null | undefined,
  operationName: string | null | undefined,
  limits: Limits,
): GraphQLError[] {
  const structure = structureOf(schema, document, operationName);
  // No such operation: the executor says so better.
  if (structure === null) return [];
  const errors = structural(structure, limits);
  if (structure.unreadableNumber !== null)
    errors.push(
      new GraphQLError(`The number ${structure.unreadableNumber} in the query is too large to be read.`, {
        extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
      }),
    );
  const introspection = introspectionOf(schema, structure);
  if (introspection > limits.introspection)
    errors.push(
      tooMuch(
        'introspection',
        introspection,
        limits.introspection,
        'its introspection asks for',
        'times what the usual introspection query does',
      ),
    );
  const values = countValues(variables ?? {}, limits.variableValues);
  if (values > limits.variableValues)
    errors.push(tooMuch('variableValues', values, limits.variableValues, 'its variables hold', 'values'));
  // Beyond the structural limits the cost would be a figure without a meaning.
  if (errors.length > 0) return errors;
  const cost = Math.ceil(costOf(structure.roots, withDefaults(structure.operation, variables ?? {})));
  if (cost > limits.cost)
    errors.push(
      tooMuch(
        'cost',
        cost,
        limits.cost,
        'it may answer',
        'objects',
        ' Ask for smaller pages or fewer levels of lists.',
      ),
    );
  return errors;
}

/**
 * Refuses a text with more tokens than allowed before it is parsed and validated.
 * @returns the error, or null
 */
export function checkTokens(text: string, limits: Limits): GraphQLError | null {
  // A token has at least one character.
  if (text.length <= limits.tokens) return null;
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  try {
    while (lexer.advance().kind !== TokenKind.EOF) if (++tokens > limits.tokens) break;
  } catch {
    // A character that is none of the language's: the parser says where.
    return null;
  }
  return tokens > limits.tokens
    ? tooMuch('tokens', tokens, limits.tokens, 'its text holds', 'tokens or more')
    : null;
}

function structural(structure: Structure, limits: Limits): GraphQLError[] {
  const errors: GraphQLError[] = [];
  const check = (
    measure: Exclude<keyof Limits, 'cost' | 'variableValues' | 'introspection'>,
    verb: string,
    unit: string,
  ) => {
    const requested = structure[measure];
    if (requested > limits[measure]) errors.push(tooMuch(measure, requested, limits[measure], verb, unit));
  };
  check('tokens', 'its text holds', 'tokens');
  check('aliases', 'it gives', 'aliases');
  check('directives', 'it uses', 'directives');
  check('rootFields', 'it asks for', 'fields at its root');
  check('depth', 'it goes', 'levels deep');
  check('fields', 'it asks for', 'fields once its fragments are put in place');
  if (structure.endless && errors.length === 0)
    errors.push(
      tooMuch(
        'fields',
        limits.fields + 1,
        limits.fields,
        'it asks for',
        'fields or more through its fragments',
      ),
    );
  return errors;
}

function tooMuch(
  measure: keyof Limits,
  requested: number,
  limit: number,
  verb: string,
  unit: string,
  advice = '',
): GraphQLError {
  const figure = Number.isSafeInteger(requested) ? requested : Number.MAX_SAFE_INTEGER;
  const show = (value: number) => value.toLocaleString('en-GB');
  return new GraphQLError(
    `The query asks for too much: ${verb} ${show(figure)} ${unit}, and ${show(limit)} is the limit.${advice}`,
    { extensions: { code: 'QUERY_TOO_COMPLEX', measure, requested: figure, limit, http: { status: 400 } } },
  );
}

const usual = new WeakMap<GraphQLSchema, number>();

/** Introspection as a multiple of the usual query's, rounded up to a whole number; 0 without any. */
function introspectionOf(schema: GraphQLSchema, structure: Structure): number {
  if (structure.introspection.length === 0) return 0;
  let reference = usual.get(schema);
  if (reference === undefined) {
    const query = getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true });
    reference = costOf(structureOf(schema, parse(query), null)!.introspection, {});
    usual.set(schema, reference);
  }
  return Math.ceil(costOf(structure.introspection, {}) / reference);
}

function costOf(nodes: readonly Node[], variables: Variables): number {
  let cost = 0;
  for (const node of nodes) {
    const times = node.size === null ? 1 : node.size(variables);
    // An empty list costs what it takes to find out.
    cost += Math.max(times, 1) * (node.weight + costOf(node.children, variables));
  }
  return cost;
}

function withDefaults(operation: OperationDefinitionNode, variables: Variables): Variables {
  const defaults = (operation.variableDefinitions ?? []).filter(
    ({ defaultValue, variable }) =>
      defaultValue !== undefined && variables[variable.name.value] === undefined,
  );
  if (defaults.length === 0) return variables;
  const entries = defaults.map(({ variable, defaultValue }): [string, unknown] => [
    variable.name.value,
    defaultValue!.kind === Kind.LIST ? defaultValue!.values : valueFromASTUntyped(defaultValue!),
  ]);
  return { ...variables, ...Object.fromEntries(entries) };
}

/** Single values in the variables. Stops soon after the limit, and does not recurse: nesting may be of any depth. */
function countValues(variables: Variables, limit: number): number {
  let count = 0;
  const stack: unknown[] = [variables];
  while (stack.length > 0 && count <= limit) {
    const value = stack.pop();
    if (typeof value !== 'object' || value === null) {
      count += 1;
      continue;
    }
    const parts = Array.isArray(value) ? value : Object.values(value);
    // A list or input counts for itself too, or empty ones nested in each other would be free.
    count += 1;
    if (parts.length > limit) return parts.length;
    for (const part of parts) stack.push(part);
  }
  return count;
}
