import { Field, ID, InterfaceType, ObjectType } from 'type-graphql';

/** What every official area has. */
@InterfaceType({
  autoRegisterImplementations: false,
  description: 'An official area with a code of the Government Statistical Service: a council or a ward.',
})
export abstract class Area {
  @Field(() => ID, { description: 'Code of the Government Statistical Service: `E08000004`.' })
  gssCode!: string;

  @Field(() => String, { description: 'Its official name.' })
  name!: string;
}

/** Everything that an area follows, by code. */
@ObjectType({
  description:
    'Everything that an area follows, directly or through others, by code: whose figures may be counted as its own, and whose may not.',
})
export class PredecessorCodes {
  @Field(() => [ID], {
    description: 'Areas that went over to it whole, nearest first: their figures are its own.',
  })
  whole!: readonly string[];

  @Field(() => [ID], {
    description:
      'Areas that were divided, of which only a part came to it: their figures cannot be said to be its own.',
  })
  partly!: readonly string[];
}
