import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  getDirectiveValues,
} from 'graphql';

/** Where a failed fetch leaves nothing, as a path inside the subgraph's own answer. */
export type Hole = readonly (string | number)[];

/** At most this many holes are reported for one fetch: as many as the longest page has rows. */
export const MAXIMUM_HOLES = 100;

type Variables = Readonly<Record<string, unknown>>;

/** The operation that a fetch runs; a fetch of the gateway has exactly one. */
export function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new RangeError('A fetch without an operation');
  return operation;
}

/**
 * The paths at which a fetch that failed as a whole leaves holes: each root field of the fetch, or, for a fetch of
 * entities, each field of each entity. The gateway turns `_entities` and an index into the entity's
 * place in the client's answer; an error without such a path would reach the client without any.
 */
export function holesOf(document: DocumentNode, variables: Variables): Hole[] {
  const operation = operationOf(document);
  const walk = new Walk(document, variables);
  const holes: Hole[] = [];
  for (const root of walk.fields(operation.selectionSet, null)) {
    const key = root.alias?.value ?? root.name.value;
    if (root.name.value === '__typename') continue;
    if (root.name.value !== '_entities' || !root.selectionSet) {
      holes.push([key]);
      continue;
    }
    for (const [index, typename] of typenames(variables['representations']).entries()) {
      for (const field of walk.fields(root.selectionSet, typename)) {
        if (field.name.value === '__typename') continue;
        holes.push([key, index, field.alias?.value ?? field.name.value]);
        if (holes.length >= MAXIMUM_HOLES) return holes;
      }
    }
  }
  return holes.slice(0, MAXIMUM_HOLES);
}

function typenames(representations: unknown): (string | null)[] {
  if (!Array.isArray(representations)) return [];
  return representations.map((one: unknown) => {
    const name = (one as { __typename?: unknown } | null)?.__typename;
    return typeof name === 'string' ? name : null;
  });
}

/** Reads selections through fragments, leaving out what `@skip` and `@include` leave out. */
class Walk {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(
    document: DocumentNode,
    private readonly variables: Variables,
  ) {
    this.fragments = new Map(
      document.definitions
        .filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
        .map((node) => [node.name.value, node]),
    );
  }

  /** The fields selected for an object of this type; of fragments on other types none, where it is known. */
  *fields(
    selections: SelectionSetNode,
    typename: string | null,
  ): Generator<SelectionNode & { kind: Kind.FIELD }> {
    for (const node of selections.selections) {
      if (!this.wanted(node)) continue;
      if (node.kind === Kind.FIELD) {
        yield node;
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.fragments.get(node.name.value);
      if (!fragment) continue;
      const condition = fragment.typeCondition?.name.value;
      if (!condition || typename === null || condition === typename) {
        yield* this.fields(fragment.selectionSet, typename);
      }
    }
  }

  private wanted(node: SelectionNode): boolean {
    const variables = { ...this.variables };
    if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false;
  }
}
