import { Field, InputType, ObjectType } from 'type-graphql';
import { connectionType } from '@coop/shared/graphql';
import { Neighbourhood } from './neighbourhood.entity';

/** A page of neighbourhoods. */
export const NeighbourhoodConnection = connectionType(Neighbourhood, 'Neighbourhood', 'neighbourhoods');

/** What the viewer may do with a neighbourhood. */
@ObjectType({ description: 'What the viewer may do with a neighbourhood.' })
export class NeighbourhoodViewerCan {
  @Field(() => Boolean, { description: 'Draw it anew: `neighbourhoodRedefine`.' })
  redefine!: boolean;

  @Field(() => Boolean, { description: 'Give it up or say what took its place: `neighbourhoodSupersede`.' })
  supersede!: boolean;
}

/** Which neighbourhoods to list; everything that is said must hold. */
@InputType({ description: 'Which neighbourhoods to list; everything that is said must hold.' })
export class NeighbourhoodFilter {
  @Field(() => String, { nullable: true, description: 'Only names that begin with this, whatever the case.' })
  nameStartsWith?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for those no longer in use as well; they are left out unless told.',
  })
  includeSuperseded?: boolean | null;
}
