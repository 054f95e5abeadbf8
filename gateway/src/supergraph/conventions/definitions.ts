import {
  type ConstDirectiveNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeNode,
  type UnionTypeDefinitionNode,
} from 'graphql';
import type { Service } from '../compose';

/** A type as one subgraph defines it. */
export interface Definition {
  readonly subgraph: string;
  readonly name: string;
  readonly node:
    | ObjectTypeDefinitionNode
    | InterfaceTypeDefinitionNode
    | InputObjectTypeDefinitionNode
    | EnumTypeDefinitionNode
    | UnionTypeDefinitionNode;
  /** The fields of an object or interface; empty for any other type. */
  readonly fields: readonly FieldDefinitionNode[];
  /** True for an entity of another subgraph that is only referred to here. */
  readonly isStub: boolean;
}

const TYPES = {
  ObjectTypeExtension: Kind.OBJECT_TYPE_DEFINITION,
  InterfaceTypeExtension: Kind.INTERFACE_TYPE_DEFINITION,
  InputObjectTypeExtension: Kind.INPUT_OBJECT_TYPE_DEFINITION,
  EnumTypeExtension: Kind.ENUM_TYPE_DEFINITION,
  UnionTypeExtension: Kind.UNION_TYPE_DEFINITION,
} as const;
const DEFINED: ReadonlySet<string> = new Set(Object.values(TYPES));

/** Every type that the subgraphs define, federation's own left out; an extension counts as a definition. */
export function definitionsOf(services: readonly Service[]): Definition[] {
  return services.flatMap(({ name: subgraph, sdl }) =>
    parse(sdl, { noLocation: true }).definitions.flatMap((parsed) => {
      const kind = TYPES[parsed.kind as keyof typeof TYPES] ?? parsed.kind;
      if (!DEFINED.has(kind)) return [];
      const node = { ...parsed, kind } as Definition['node'];
      const name = node.name.value;
      if (name.startsWith('_') || name.includes('__')) return [];
      const fields =
        'fields' in node && node.kind !== Kind.INPUT_OBJECT_TYPE_DEFINITION ? (node.fields ?? []) : [];
      return [{ subgraph, name, node, fields, isStub: isStub(node) }];
    }),
  );
}

/** The directives of one name on a node. */
export function directivesOf(
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): ConstDirectiveNode[] {
  return (node.directives ?? []).filter((directive) => directive.name.value === name);
}

/** The name at the core of a type: `Asset` of `[Asset!]!`. */
export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

/** Root types are everybody's. */
export const ROOTS: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

/** The words of a name: `nomination` and `decide` of `nominationDecide`. */
export function wordsOf(name: string): string[] {
  return (name.match(/[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])/g) ?? []).map((word) => word.toLowerCase());
}

/** A stub has keys, and none of them can be resolved here. */
function isStub(node: Definition['node']): boolean {
  const keys = directivesOf(node, 'key');
  return keys.length > 0 && keys.every((key) => argumentOf(key, 'resolvable') === false);
}

function argumentOf(directive: ConstDirectiveNode, name: string): unknown {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value && 'value' in value ? value.value : undefined;
}
