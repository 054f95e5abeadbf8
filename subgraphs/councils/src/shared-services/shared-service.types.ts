import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType } from '@coop/shared/graphql';
import { SharedService } from './shared-service.entity';
import { SharedServiceState } from './shared-service.enums';

/** A page of shared services. */
export const SharedServiceConnection = connectionType(SharedService, 'SharedService', 'shared services');

/** Which shared services to list; everything that is said must hold. */
@InputType({ description: 'Which shared services to list; everything that is said must hold.' })
export class SharedServiceFilter {
  @Field(() => ID, { nullable: true, description: 'Code of a council: only those in which it is a partner.' })
  partner?: string | null;

  @Field(() => ID, { nullable: true, description: 'Code of a council: only those that it leads.' })
  lead?: string | null;

  @Field(() => SharedServiceState, { nullable: true, description: 'Only those in this state.' })
  state?: SharedServiceState | null;
}

/** What the viewer may do with a shared service. */
@ObjectType({ description: 'What the viewer may do with a shared service now.' })
export class SharedServiceViewerCan {
  @Field(() => Boolean, { description: 'Start it: `sharedServiceStart`.' })
  start!: boolean;

  @Field(() => Boolean, { description: 'Say what it costs now: `sharedServiceUpdateCost`.' })
  updateCost!: boolean;

  @Field(() => Boolean, { description: 'End it, or give it up: `sharedServiceEnd`.' })
  end!: boolean;
}
