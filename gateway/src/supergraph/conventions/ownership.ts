import { type FieldDefinitionNode, Kind } from 'graphql';
import { type Definition, definitionsOf, namedType, ROOTS } from './definitions';
import type { Conventions, Finding } from './conventions';
import type { Service } from '../compose';

/** Who owns each type: the subgraph that defines it, and for a shared noun the one that is agreed. */
export function ownersOf(definitions: readonly Definition[], conventions: Conventions): Map<string, string> {
  const owners = new Map<string, string>();
  for (const { name, subgraph, isStub } of definitions) {
    const ownable = !isStub && !ROOTS.has(name) && !conventions.valueTypes.includes(name);
    if (ownable && !owners.has(name)) owners.set(name, subgraph);
  }
  for (const [name, owner] of Object.entries(conventions.sharedNouns)) {
    if (definitions.some((one) => one.name === name)) owners.set(name, owner);
  }
  return owners;
}

/** A type, input or enum that two subgraphs define merges silently, or is cut to what they have in common. */
export function oneOwner(services: readonly Service[], conventions: Conventions): Finding[] {
  const definitions = definitionsOf(services);
  const owners = ownersOf(definitions, conventions);
  return definitions
    .filter(({ name, isStub }) => !isStub && !ROOTS.has(name) && !conventions.valueTypes.includes(name))
    .filter(({ name, subgraph }) => owners.get(name) !== subgraph && !(name in conventions.sharedNouns))
    .map(({ name, subgraph }) => ({
      rule: 'one-owner',
      subgraph,
      coordinate: name,
      message: `${name} belongs to ${owners.get(name) ?? ''}; rename it, make it a stub (resolvable: false), or list it as a value type.`,
    }));
}

/** Only the owner of a type emits its connection and its edge. */
export function ownersConnections(services: readonly Service[], conventions: Conventions): Finding[] {
  const definitions = definitionsOf(services);
  const owners = ownersOf(definitions, conventions);
  return definitions.flatMap(({ name, subgraph, fields }) => {
    if (!/(Connection|Edge)$/.test(name)) return [];
    const row = fields.find((field) => ['nodes', 'node'].includes(field.name.value));
    const item = row && namedType(row.type);
    const owner = item && owners.get(item);
    if (!owner || owner === subgraph) return [];
    const message = `${item} belongs to ${owner}, which alone pages it: make rows of your own that name it and refer to it.`;
    return [{ rule: 'owners-connection', subgraph, coordinate: name, message }];
  });
}

/**
 * A field that needs another subgraph is nullable, and so is a field that is contributed to another's entity: a non-null
 * one takes its whole parent away when its subgraph is. Key fields are the reference itself.
 */
export function nullableAcross(services: readonly Service[], conventions: Conventions): Finding[] {
  const definitions = definitionsOf(services);
  const owners = ownersOf(definitions, conventions);
  return definitions.flatMap(({ name, subgraph, node, fields, isStub }) => {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    const contributed = !isStub && !ROOTS.has(name) && owners.has(name) && owners.get(name) !== subgraph;
    return fields
      .filter((field) => field.type.kind === Kind.NON_NULL_TYPE)
      .filter((field) => (contributed && !isKey(node, field)) || isForeign(field, subgraph, owners))
      .map((field) => ({
        rule: 'nullable-across',
        subgraph,
        coordinate: `${name}.${field.name.value}`,
        message: contributed
          ? `It is contributed to ${name} of ${owners.get(name)}: make it nullable.`
          : `${namedType(field.type)} is another subgraph's: make it nullable, and a list one of rows of your own.`,
      }));
  });
}

function isForeign(
  field: FieldDefinitionNode,
  subgraph: string,
  owners: ReadonlyMap<string, string>,
): boolean {
  const owner = owners.get(namedType(field.type));
  return owner !== undefined && owner !== subgraph;
}

function isKey(node: Definition['node'], field: FieldDefinitionNode): boolean {
  return (node.directives ?? []).some(
    ({ name, arguments: given }) =>
      name.value === 'key' &&
      given?.some(
        ({ name: argument, value }) =>
          argument.value === 'fields' &&
          value.kind === Kind.STRING &&
          value.value.split(/\W+/).includes(field.name.value),
      ),
  );
}
