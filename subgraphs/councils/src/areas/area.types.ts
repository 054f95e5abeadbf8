import { Field, ID, InterfaceType } from 'type-graphql';

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
