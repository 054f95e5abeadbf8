import { type FieldDefinitionNode, Kind, print } from 'graphql';
import type { Service } from '../compose';
import type { Conventions, Finding } from './conventions';
import { definitionsOf, directivesOf, namedType, wordsOf } from './definitions';

const PAGING = ['first', 'after', 'last', 'before'];

/** A field that answers a connection can be paged from both ends and tells the cost limit how long it may be. */
export function connectionFields(services: readonly Service[]): Finding[] {
  return definitionsOf(services).flatMap(({ name, subgraph, fields }) =>
    fields
      .filter((field) => namedType(field.type).endsWith('Connection'))
      .flatMap((field) => {
        const coordinate = `${name}.${field.name.value}`;
        const given = (field.arguments ?? []).map((argument) => argument.name.value);
        const missing = PAGING.filter((argument) => !given.includes(argument));
        const found: Finding[] = [];
        if (missing.length > 0) {
          const message = `It answers a connection and lacks ${missing.join(', ')}.`;
          found.push({ rule: 'connection-arguments', subgraph, coordinate, message });
        }
        if (!sliced(field)) {
          const message =
            'It answers a connection: declare @listSize with the slicing arguments first and last.';
          found.push({ rule: 'list-size', subgraph, coordinate, message });
        }
        return found;
      }),
  );
}

function sliced(field: FieldDefinitionNode): boolean {
  return directivesOf(field, 'listSize').some(({ arguments: given }) =>
    given?.some(
      ({ name, value }) =>
        name.value === 'slicingArguments' &&
        value.kind === Kind.LIST &&
        ['first', 'last'].every((one) =>
          value.values.some((each) => each.kind === Kind.STRING && each.value === one),
        ),
    ),
  );
}

/**
 * Mutations are noun first, take one `input`, and answer `{ thing, problems }` with a thing that may be null.
 * A noun is a word with which a type's name begins.
 */
export function mutations(services: readonly Service[], conventions: Conventions): Finding[] {
  const definitions = definitionsOf(services);
  const nouns = new Set([
    ...conventions.nouns,
    ...definitions
      .filter(
        ({ name, node }) =>
          node.kind === Kind.OBJECT_TYPE_DEFINITION && !/(Payload|Connection|Edge)$/.test(name),
      )
      .map(({ name }) => wordsOf(name)[0] ?? ''),
  ]);
  return definitions
    .filter(({ name }) => name === 'Mutation')
    .flatMap(({ subgraph, fields }) =>
      fields.flatMap((field) => {
        const mutation = field.name.value;
        const [noun = '', verb] = wordsOf(mutation);
        const pascal = mutation.charAt(0).toUpperCase() + mutation.slice(1);
        const payload = definitions.find(
          (one) => one.name === namedType(field.type) && one.subgraph === subgraph,
        );
        const problems: [rule: string, broken: boolean, message: string][] = [
          [
            'mutation-noun-first',
            !nouns.has(noun) || verb === undefined,
            `Begin with the noun, then the verb; no type begins with "${noun}".`,
          ],
          [
            'mutation-input',
            (field.arguments ?? []).map((one) => `${one.name.value}: ${print(one.type)}`).join() !==
              `input: ${pascal}Input!`,
            `Take one argument, input: ${pascal}Input!.`,
          ],
          [
            'mutation-payload',
            print(field.type) !== `${pascal}Payload!` || !isPayload(payload?.fields ?? []),
            `Answer ${pascal}Payload! with two fields: a nullable thing, and problems: [Problem!]!.`,
          ],
        ];
        return problems
          .filter(([, broken]) => broken)
          .map(([rule, , message]) => ({ rule, subgraph, coordinate: `Mutation.${mutation}`, message }));
      }),
    );
}

function isPayload(fields: readonly FieldDefinitionNode[]): boolean {
  const problems = fields.filter((field) => field.name.value === 'problems');
  const things = fields.filter((field) => field.name.value !== 'problems');
  return (
    problems.length === 1 &&
    problems.every((field) => print(field.type) === '[Problem!]!') &&
    things.length === 1 &&
    things.every((field) => field.type.kind !== Kind.NON_NULL_TYPE)
  );
}

/** The gateway answers a field with arguments wrongly when it has @requires. */
export function requiresWithoutArguments(services: readonly Service[]): Finding[] {
  return definitionsOf(services).flatMap(({ name, subgraph, fields }) =>
    fields
      .filter((field) => directivesOf(field, 'requires').length > 0 && (field.arguments ?? []).length > 0)
      .map((field) => ({
        rule: 'requires-with-arguments',
        subgraph,
        coordinate: `${name}.${field.name.value}`,
        message:
          'It has @requires and arguments, which the gateway answers wrongly: ask over the graph instead.',
      })),
  );
}
