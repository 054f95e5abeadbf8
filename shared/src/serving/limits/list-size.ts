import {
  getDirectiveValues,
  getNullableType,
  GraphQLBoolean,
  GraphQLDirective,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
  isListType,
  isObjectType,
  Kind,
  valueFromASTUntyped,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type ValueNode,
} from 'graphql';

/** Items assumed in a list whose size neither the schema nor the query tells. */
export const ASSUMED_LIST_SIZE = 10;
/** Nodes assumed in a page when no page size is asked for. */
export const ASSUMED_PAGE_SIZE = 20;
/** Nodes assumed for a page size that is none (negative, not a number): what a resolver gives at most. */
const LARGEST_PAGE_SIZE = 100;

// Arguments that tell the size where no @listSize does: page sizes, and lists of keys.
const SLICING_ARGUMENTS = ['first', 'last', 'ids', 'representations'];

/** How many items a field gives: a figure, or what the variables of a request make it. */
export type Size = (variables: Readonly<Record<string, unknown>>) => number;

/** What the schema says about the size of one field. */
export interface SizeRule {
  /** Arguments that tell the size; the largest counts. */
  readonly slicing: readonly string[];
  /** Size when none of them is given. */
  readonly assumed: number;
  /** Fields of the answered object that hold the items; null when the field itself is the list. */
  readonly sizedFields: readonly string[] | null;
}

const nonNullString = new GraphQLNonNull(GraphQLString);
// As Federation 2.9 defines them. Read from the AST, so that a schema need not have them as directives.
const LIST_SIZE = new GraphQLDirective({
  name: 'listSize',
  locations: [],
  args: {
    assumedSize: { type: GraphQLInt },
    slicingArguments: { type: new GraphQLList(nonNullString) },
    sizedFields: { type: new GraphQLList(nonNullString) },
    requireOneSlicingArgument: { type: GraphQLBoolean },
  },
});
const COST = new GraphQLDirective({
  name: 'cost',
  locations: [],
  args: { weight: { type: new GraphQLNonNull(GraphQLInt) } },
});

interface Declared {
  assumedSize?: number | null;
  slicingArguments?: string[] | null;
  sizedFields?: string[] | null;
}

const nodeOf = (field: GraphQLField<unknown, unknown>, directive: GraphQLDirective) => {
  // A composed schema may carry the directive under its full name, federation__listSize.
  const found = field.astNode?.directives?.find(
    ({ name }) => name.value.replace(/^\w+__/, '') === directive.name,
  );
  return found && { directives: [{ ...found, name: { ...found.name, value: directive.name } }] };
};

function declared(field: GraphQLField<unknown, unknown>, directive: GraphQLDirective) {
  const node = nodeOf(field, directive);
  if (node === undefined) return undefined;
  try {
    return getDirectiveValues(directive, node);
  } catch {
    return undefined;
  }
}

/** The weight that the schema gives to one call of a field by `@cost`; null without one. */
export function weightOf(field: GraphQLField<unknown, unknown>): number | null {
  const weight = declared(field, COST)?.weight;
  return typeof weight === 'number' && weight >= 0 ? weight : null;
}

/** The rule for a field; null when it gives one thing. */
export function sizeRuleOf(field: GraphQLField<unknown, unknown>): SizeRule | null {
  const stated = declared(field, LIST_SIZE) as Declared | undefined;
  const type = getNullableType(field.type);
  const isList = isListType(type);
  const isPage = isObjectType(type) && isConnection(type);
  if (!isList && !isPage && !stated?.sizedFields) return null;
  const slicing = stated?.slicingArguments ?? SLICING_ARGUMENTS;
  return {
    slicing: slicing.filter((name) => field.args.some((argument) => argument.name === name)),
    assumed: stated?.assumedSize ?? (isPage ? ASSUMED_PAGE_SIZE : ASSUMED_LIST_SIZE),
    sizedFields: isList ? null : (stated?.sizedFields ?? ['edges', 'nodes']),
  };
}

/** True for a connection in the Relay sense, by its shape: page information beside edges or nodes. */
function isConnection(type: GraphQLObjectType): boolean {
  const fields = type.getFields();
  return fields.pageInfo !== undefined && (fields.edges !== undefined || fields.nodes !== undefined);
}

/** The size of one use of a field, worked out as far as it can be without variables. */
export function sizeOf(rule: SizeRule, field: GraphQLField<unknown, unknown>, node: FieldNode): Size {
  const constants: number[] = [];
  const fromVariables: { name: string; otherwise: unknown }[] = [];
  for (const name of rule.slicing) {
    const definition = field.args.find((argument) => argument.name === name);
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
    if (value?.kind === Kind.VARIABLE)
      fromVariables.push({ name: value.name.value, otherwise: definition?.defaultValue });
    else {
      const size = measured(value === undefined ? definition?.defaultValue : literal(value));
      if (size !== null) constants.push(size);
    }
  }
  const fixed = constants.length === 0 ? null : Math.max(...constants);
  if (fromVariables.length === 0) {
    const size = fixed ?? rule.assumed;
    return () => size;
  }
  return (variables) => {
    const sizes = fromVariables
      .map(({ name, otherwise }) => measured(Object.hasOwn(variables, name) ? variables[name] : otherwise))
      .filter((size) => size !== null);
    if (fixed !== null) sizes.push(fixed);
    return sizes.length === 0 ? rule.assumed : Math.max(...sizes);
  };
}

/** A list literal is measured by its length even when it holds variables; a variable in it counts as one item. */
function literal(value: ValueNode): unknown {
  return value.kind === Kind.LIST ? value.values : valueFromASTUntyped(value);
}

function measured(value: unknown): number | null {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.length;
  // One item may stand for a list of one.
  if (typeof value === 'object' || typeof value === 'string') return 1;
  const size = typeof value === 'number' ? value : Number.NaN;
  return size >= 0 ? size : LARGEST_PAGE_SIZE;
}
