import { Directive, Field, Float, InterfaceType, ObjectType } from 'type-graphql';
import type { Problem, Rule } from '../problems';
import { RuleType } from './rule.type';
import { DateTimeScalar, SafeIntScalar } from './scalars';

/** The interface that every kind of problem implements. */
@InterfaceType('Problem', {
  autoRegisterImplementations: false,
  description: 'Why a mutation was refused. When there is one, nothing was written.',
})
export abstract class ProblemType {
  @Field(() => String, { description: 'What is wrong, in one sentence, and what to do about it.' })
  message!: string;

  @Field(() => [String], {
    nullable: true,
    description: "Path of the input field that it is about, from the input's root.",
  })
  path!: readonly string[] | null;

  @Field(() => RuleType, { nullable: true, description: 'The law or policy behind the refusal.' })
  rule!: Rule | null;
}

/** A value cannot be taken as it stands. */
@Directive('@shareable')
@ObjectType('InvalidInput', {
  implements: ProblemType,
  description: 'A value of the input cannot be taken as it stands.',
})
export class InvalidInputType extends ProblemType {}

/** What the input names does not exist. */
@Directive('@shareable')
@ObjectType('NotFound', {
  implements: ProblemType,
  description: 'What the input names does not exist, or not for this caller.',
})
export class NotFoundType extends ProblemType {}

/** The caller may not do this. */
@Directive('@shareable')
@ObjectType('NotAllowed', { implements: ProblemType, description: 'The caller may not do this.' })
export class NotAllowedType extends ProblemType {
  @Field(() => String, { description: 'Who may: `an officer of the council`.' })
  needs!: string;
}

/** The thing is in a state in which this cannot be done. */
@Directive('@shareable')
@ObjectType('WrongState', {
  implements: ProblemType,
  description: 'The thing is in a state in which this cannot be done.',
})
export class WrongStateType extends ProblemType {
  @Field(() => String, { description: 'The state that it is in.' })
  state!: string;

  @Field(() => [String], { description: 'The states in which this can be done.' })
  allowed!: readonly string[];
}

/** It can be done, but later. */
@Directive('@shareable')
@ObjectType('TooEarly', { implements: ProblemType, description: 'It can be done, but not yet.' })
export class TooEarlyType extends ProblemType {
  @Field(() => DateTimeScalar, { description: 'The first instant at which it can be done.' })
  earliest!: Date;
}

/** It could have been done before. */
@Directive('@shareable')
@ObjectType('TooLate', {
  implements: ProblemType,
  description: 'It could be done until a deadline now past.',
})
export class TooLateType extends ProblemType {
  @Field(() => DateTimeScalar, { description: 'The last instant at which it could be done.' })
  deadline!: Date;
}

/** More was asked for than may be given. */
@Directive('@shareable')
@ObjectType('LimitExceeded', {
  implements: ProblemType,
  description: 'More was asked for than may be given; the message names the unit.',
})
export class LimitExceededType extends ProblemType {
  @Field(() => Float, { description: 'The most that may be given.' })
  limit!: number;

  @Field(() => Float, { description: 'What was asked for.' })
  requested!: number;
}

/** A condition is not fulfilled. */
@Directive('@shareable')
@ObjectType('Ineligible', {
  implements: ProblemType,
  description: 'The person, body or thing does not fulfil a condition that no other input could mend.',
})
export class IneligibleType extends ProblemType {}

/** Somebody else was faster. */
@Directive('@shareable')
@ObjectType('Conflict', {
  implements: ProblemType,
  description: 'The row has changed since the version that the caller had seen: read it again.',
})
export class ConflictType extends ProblemType {
  @Field(() => SafeIntScalar, { description: 'The version that it has now.' })
  currentVersion!: number;
}

const KINDS: Readonly<Record<Problem['kind'], new () => ProblemType>> = {
  InvalidInput: InvalidInputType,
  NotFound: NotFoundType,
  NotAllowed: NotAllowedType,
  WrongState: WrongStateType,
  TooEarly: TooEarlyType,
  TooLate: TooLateType,
  LimitExceeded: LimitExceededType,
  Ineligible: IneligibleType,
  Conflict: ConflictType,
};

/** Every kind of problem: each subgraph lists them, since nothing refers to them by name. */
export const PROBLEM_TYPES = Object.values(KINDS);

/** A problem as the instance of its GraphQL type. */
export function toProblem({ kind, ...facts }: Problem): ProblemType {
  return Object.assign(new KINDS[kind](), { path: null, rule: null }, facts);
}
