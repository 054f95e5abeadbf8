import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsIdText } from './input-checks';
import { MutationInput } from './payload';
import { SafeIntScalar } from './scalars';

/** What the input of every change to something that is there already carries. */
@InputType()
export abstract class ChangeInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The id of what is to be changed.' })
  id!: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  @Field(() => SafeIntScalar, {
    nullable: true,
    description:
      'The `version` that the decision rests on: when somebody has changed the thing since, the answer is a `Conflict`. Left out, nothing is compared.',
  })
  expectedVersion?: number | null;
}
