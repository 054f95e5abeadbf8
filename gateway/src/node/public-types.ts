import { type ConstDirectiveNode, Kind, parse } from 'graphql';
import { ComposeError } from '../supergraph/compose-error';

/** A type that `node` finds: whose ids begin with this prefix, and which subgraph owns it. */
export interface PublicType {
  readonly prefix: string;
  readonly typename: string;
  readonly subgraph: string;
}

/**
 * Reads from the subgraphs' SDL every type marked `@nodeId(prefix: "asset")`.
 * @throws ComposeError when two types claim one prefix, or a type is claimed twice or has no key `id`
 */
export function publicTypes(
  services: readonly { readonly name: string; readonly sdl: string }[],
): PublicType[] {
  const found = services.flatMap(publicTypesOf);
  const problems = [
    ...found.filter(({ key }) => !key).map(({ type }) => withoutKey(type)),
    ...doubles(
      found.map(({ type }) => type),
      'prefix',
    ),
    ...doubles(
      found.map(({ type }) => type),
      'typename',
    ),
  ];
  if (problems.length > 0) throw new ComposeError(problems);
  return found.map(({ type }) => type).sort((one, other) => (one.typename < other.typename ? -1 : 1));
}

function publicTypesOf({ name, sdl }: { name: string; sdl: string }): { type: PublicType; key: boolean }[] {
  return parse(sdl, { noLocation: true }).definitions.flatMap((node) => {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) return [];
    const directives = node.directives ?? [];
    const nodeId = directives.find((directive) => directive.name.value === 'nodeId');
    const prefix = nodeId && stringArgument(nodeId, 'prefix');
    if (!prefix) return [];
    const key = directives.some((one) => one.name.value === 'key' && stringArgument(one, 'fields') === 'id');
    return [{ type: { prefix, typename: node.name.value, subgraph: name }, key }];
  });
}

function stringArgument(directive: ConstDirectiveNode, name: string): string | null {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value.trim() : null;
}

function withoutKey({ typename, subgraph }: PublicType) {
  return {
    subgraphs: [subgraph],
    code: 'NODE_WITHOUT_KEY',
    message: `${typename} has @nodeId and no @key(fields: "id").`,
    fix: 'Give the type @key(fields: "id") and a reference resolver by id.',
  };
}

function doubles(types: readonly PublicType[], by: 'prefix' | 'typename') {
  const groups = new Map<string, PublicType[]>();
  for (const type of types) groups.set(type[by], [...(groups.get(type[by]) ?? []), type]);
  return [...groups]
    .filter(([, claimants]) => claimants.length > 1)
    .map(([value, claimants]) => ({
      subgraphs: [...new Set(claimants.map(({ subgraph }) => subgraph))],
      code: by === 'prefix' ? 'NODE_PREFIX_TAKEN' : 'NODE_TYPE_TAKEN',
      message:
        by === 'prefix'
          ? `The id prefix "${value}" is claimed by ${claimants.map(({ typename }) => typename).join(' and ')}.`
          : `${value} is marked with @nodeId more than once.`,
      fix:
        by === 'prefix'
          ? 'Give each type a prefix of its own.'
          : 'Mark the type in the subgraph that owns it, alone.',
    }));
}
