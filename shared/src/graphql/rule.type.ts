import { Directive, Field, ObjectType } from 'type-graphql';
import type { Rule } from '../problems';

/** The law or policy behind an answer. */
@Directive('@shareable')
@ObjectType('Rule', { description: "The law, or the council's own policy, that stands behind an answer." })
export class RuleType implements Rule {
  @Field(() => String, { description: 'Name of the act, regulation or policy: `Localism Act 2011`.' })
  title!: string;

  @Field(() => String, { description: 'The place in it: `s. 95(6)`.' })
  section!: string;

  @Field(() => String, { nullable: true, description: 'Where it can be read, when it is published.' })
  url!: string | null;
}

/** A reason that a machine worked out. */
@Directive('@shareable')
@ObjectType({ description: 'A reason that was worked out by a rule, with the law behind it.' })
export class Reason {
  @Field(() => String, { description: 'The reason in one sentence.' })
  message!: string;

  @Field(() => RuleType, { nullable: true, description: 'The law or policy that it rests on.' })
  rule!: Rule | null;
}
