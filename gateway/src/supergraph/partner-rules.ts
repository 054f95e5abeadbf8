import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLSchema,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
} from 'graphql';
import { publicTypes } from '../node/public-types';
import { apiSchemaOf } from './api-schema';
import type { Service } from './compose';
import type { ComposeProblem } from './compose-error';
import { changedTexts } from './texts';

/**
 * What a partner's subgraph would change of ours: a partner may add types, root fields and fields of
 * our entities, and nothing else. Read from the supergraph itself, so that no renamed directive hides it.
 * @param own the supergraph of our own subgraphs
 * @param withPartner the supergraph that includes the partner
 */
export function partnerProblems(own: string, withPartner: string, partner: Service): ComposeProblem[] {
  const before = apiSchemaOf(own);
  const after = apiSchemaOf(withPartner);
  return [
    ...changedApi(before, after),
    ...changedTexts(before, after).map((coordinate) => ({
      code: 'PARTNER_CHANGES_TEXT',
      message: `The description or deprecation of ${coordinate} would change.`,
      fix: 'Leave descriptions and @deprecated out of what belongs to the graph already.',
    })),
    ...claims(own, withPartner, partner.name),
    ...publicTypes([partner])
      .filter(({ typename }) => before.getType(typename))
      .map(({ typename }) => ({
        code: 'PARTNER_CLAIMS_NODE',
        message: `${typename} is not the partner's to find by id.`,
        fix: `Take @nodeId off ${typename}.`,
      })),
  ].map((problem) => ({ ...problem, subgraphs: [partner.name] }));
}

type Finding = Omit<ComposeProblem, 'subgraphs'>;

function changedApi(before: GraphQLSchema, after: GraphQLSchema): Finding[] {
  return [...findBreakingChanges(before, after), ...findDangerousChanges(before, after)].map(
    ({ type, description }) => ({
      code: 'PARTNER_CHANGES_API',
      message: `${description} (${type})`,
      fix: 'Give types of your own other names, and leave those of the graph as they are.',
    }),
  );
}

type Fielded = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/**
 * Fields of ours that the partner would answer as well, or instead. Of a value type without a key none can be: a field
 * that only the partner had would leave our own answers unsatisfiable, which composition refuses.
 */
function claims(own: string, withPartner: string, partner: string): Finding[] {
  const graph = graphEnumValue(withPartner, partner);
  const after = fieldedTypes(withPartner);
  return [...fieldedTypes(own)].flatMap(([name, ours]) => {
    const merged = after.get(name);
    const joins = joinsOf(merged, 'join__type').filter((join) => text(join, 'graph') === graph);
    if (!merged || joins.length === 0) return [];
    const keys = [...new Set(joins.flatMap((join) => text(join, 'key') ?? []))];
    const isRoot = ['Query', 'Mutation', 'Subscription'].includes(name);
    const isValueType = !isRoot && !joinsOf(ours, 'join__type').some((join) => text(join, 'key'));
    const found: Finding[] = [];
    if (joins.some((join) => text(join, 'isInterfaceObject') === 'true')) {
      found.push({
        code: 'PARTNER_CLAIMS_INTERFACE',
        message: `${name} would get fields in all its types at once, by @interfaceObject.`,
        fix: 'Add the fields to the single types that they belong to.',
      });
    }
    if (keys.length > (isValueType ? 0 : 1)) {
      found.push({
        code: 'PARTNER_CLAIMS_KEYS',
        message: `${name} would be answered by the partner, by its key ${keys.join(' or ')}.`,
        fix: isValueType
          ? `${name} is a value type: take the @key off, or make a type of your own.`
          : `Give ${name} the one @key that is used.`,
      });
    }
    if (isValueType) return found;
    const keyFields = new Set(keys.flatMap((key) => key.match(/\w+/g) ?? []));
    const ourFields = new Set((ours.fields ?? []).map((field) => field.name.value));
    for (const field of merged.fields ?? []) {
      const known = ourFields.has(field.name.value) && !keyFields.has(field.name.value);
      if (!known || !answers(field, graph)) continue;
      found.push({
        code: 'PARTNER_CLAIMS_FIELD',
        message: `${name}.${field.name.value} belongs to the graph already.`,
        fix: 'Take the field out, or mark it @external where a @requires needs it.',
      });
    }
    return found;
  });
}

/** True when the partner answers the field: named for it, or nobody is, which means everybody. */
function answers(field: FieldDefinitionNode, graph: string): boolean {
  const joins = joinsOf(field, 'join__field');
  return (
    joins.length === 0 ||
    joins.some((join) => text(join, 'graph') === graph && text(join, 'external') !== 'true')
  );
}

function fieldedTypes(supergraph: string): Map<string, Fielded> {
  const types = parse(supergraph, { noLocation: true }).definitions.filter(
    (node): node is Fielded =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );
  return new Map(types.map((type) => [type.name.value, type]));
}

/** The subgraph's name in the supergraph's directives. */
function graphEnumValue(supergraph: string, subgraph: string): string {
  for (const node of parse(supergraph, { noLocation: true }).definitions) {
    if (node.kind !== Kind.ENUM_TYPE_DEFINITION || node.name.value !== 'join__Graph') continue;
    const value = node.values?.find((one) =>
      joinsOf(one, 'join__graph').some((join) => text(join, 'name') === subgraph),
    );
    if (value) return value.name.value;
  }
  throw new RangeError(`The supergraph has no subgraph ${subgraph}`);
}

function joinsOf(
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | undefined,
  name: string,
): ConstDirectiveNode[] {
  return (node?.directives ?? []).filter((directive) => directive.name.value === name);
}

function text(directive: ConstDirectiveNode, name: string): string | null {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value && 'value' in value ? String(value.value) : null;
}
