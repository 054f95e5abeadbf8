import { Field, InputType, ObjectType, type ClassType } from 'type-graphql';
import { ProblemType } from './problem.types';

/** What every mutation's input may carry. */
@InputType()
export abstract class MutationInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Any text of your choice, at most 100 characters; where the answer is a secret, a random UUID. The same key sent again by the same caller returns the first answer and does nothing twice.',
  })
  idempotencyKey?: string | null;
}

/** What `problems` says of itself in the schema, in every answer to a mutation. */
export const WHY_REFUSED =
  'Why it was refused; empty when it was done. Faults of the input come first, all of them; once it has none, all reasons of the rules.';

/** What every mutation answers: the thing under a name of its own, and the problems. */
export interface Payload {
  problems: readonly ProblemType[];
}

/**
 * The answer type of a mutation: the thing, null when there are problems, and the problems.
 * @param name the GraphQL name, `NominationDecidePayload`
 * @param field the name of the thing in it, `nomination`
 * @param item the GraphQL type of the thing
 */
export function payloadType<Item extends object>(
  name: string,
  field: string,
  item: ClassType<Item>,
): ClassType<Payload> {
  @ObjectType(name, {
    description: `What \`${name.replace(/Payload$/, '')}\` answers.`.replace(
      /`(.)/,
      (_, c: string) => '`' + c.toLowerCase(),
    ),
  })
  class ItemPayload implements Payload {
    @Field(() => [ProblemType], {
      description: WHY_REFUSED,
    })
    problems!: readonly ProblemType[];
  }
  Field(() => item, { nullable: true, description: 'What was written; null when there are problems.' })(
    ItemPayload.prototype,
    field,
  );
  return ItemPayload;
}
