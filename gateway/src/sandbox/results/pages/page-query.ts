import {
  GraphQLError,
  Kind,
  parse,
  print,
  visit,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type ValueNode,
} from 'graphql';
import { isOpened, partsOf, type ListPath } from '../table';
import { connectionPath } from './extent';
import { narrowed } from './narrow';

/** An operation as it was sent. */
export interface Request {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** An operation that asks for one page of one connection, whichever page its variables say. */
export interface PageQuery {
  readonly query: string;
  /** Rows to a page as the operation asked; null where it did not say. */
  readonly askedSize: number | null;
  /** The variables of a page: the operation's own, the cursor after which it begins, and its size. */
  variables(after: string | null, size: number): Record<string, unknown>;
}

/** The name under which a page says whether there is a next one; no operation has it already. */
export const PAGE_INFO = 'sandboxPage';
const AFTER = 'sandboxAfter';
const FIRST = 'sandboxFirst';
const PAGING_ARGUMENTS = new Set(['first', 'after', 'last', 'before']);

/**
 * From an operation whose answer holds a page of a connection, the operation that asks for any page of it and for
 * nothing else. Its filter and order stay.
 * @returns null when there is no such operation: the list is plain or stands within a row of another list, what
 * was sent is no query, or its text has no such field
 */
export function pageQuery(request: Request, path: ListPath): PageQuery | null {
  const connection = connectionPath(path);
  if (connection === null || isOpened(path)) return null;
  const document = parsed(request.query);
  const operation = document && operationOf(document, request.operationName);
  if (!document || operation?.operation !== 'query') return null;
  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((definition) => [definition.name.value, definition]),
  );
  let asked: ValueNode | undefined;
  const selections = narrowed(operation.selectionSet, partsOf(connection), fragments, (field) => {
    asked ??= field.arguments?.find(({ name }) => name.value === 'first' || name.value === 'last')?.value;
    return paged(field);
  });
  if (selections.length === 0) return null;
  const narrow = { ...operation, selectionSet: { ...operation.selectionSet, selections } };
  const given = request.variables ?? {};
  return {
    query: print(withItsOwn(narrow, fragments)),
    askedSize: sizeOf(asked, given),
    variables: (after, size) => ({ ...given, [AFTER]: after, [FIRST]: size }),
  };
}

function parsed(query: string): DocumentNode | null {
  try {
    return parse(query, { noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

function operationOf({ definitions }: DocumentNode, name: string | null | undefined) {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return name ? operations.find((operation) => operation.name?.value === name) : operations[0];
}

/** The connection's field, asking for the page that the variables say and for what comes after it. */
function paged(field: FieldNode): FieldNode {
  const own = (field.arguments ?? []).filter(({ name }) => !PAGING_ARGUMENTS.has(name.value));
  const [info] = fieldsOf(`${PAGE_INFO}: pageInfo { hasNextPage endCursor }`);
  const { selectionSet } = field;
  if (!info || !selectionSet) return field;
  return {
    ...field,
    arguments: [...own, ...argumentsOf(`first: $${FIRST}, after: $${AFTER}`)],
    selectionSet: { ...selectionSet, selections: [...selectionSet.selections, info] },
  };
}

/** The operation with only the fragments and variables that it still uses, and with those of the page. */
function withItsOwn(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): DocumentNode {
  const variables = new Set<string>();
  const used = new Set<FragmentDefinitionNode>();
  const look = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      // A definition alone uses nothing.
      VariableDefinition: () => false,
      Variable: ({ name }) => void variables.add(name.value),
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment || used.has(fragment)) return;
        used.add(fragment);
        look(fragment);
      },
    });
  };
  look(operation);
  const kept = operation.variableDefinitions?.filter(({ variable }) => variables.has(variable.name.value));
  const added = operationOf(parse(`query ($${FIRST}: Int, $${AFTER}: String) { a }`), null);
  const variableDefinitions = [...(kept ?? []), ...(added?.variableDefinitions ?? [])];
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, variableDefinitions }, ...used] };
}

function sizeOf(value: ValueNode | undefined, variables: Readonly<Record<string, unknown>>): number | null {
  const size =
    value?.kind === Kind.VARIABLE
      ? variables[value.name.value]
      : value?.kind === Kind.INT
        ? Number(value.value)
        : null;
  return typeof size === 'number' && Number.isInteger(size) && size > 0 ? size : null;
}

function fieldsOf(text: string): readonly FieldNode[] {
  const selections = operationOf(parse(`{ ${text} }`), null)?.selectionSet.selections ?? [];
  return selections.filter((selection) => selection.kind === Kind.FIELD);
}

function argumentsOf(text: string): readonly ArgumentNode[] {
  return fieldsOf(`a(${text})`)[0]?.arguments ?? [];
}
