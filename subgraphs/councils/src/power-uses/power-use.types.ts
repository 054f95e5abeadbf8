import { Field, ID, InputType } from 'type-graphql';
import { connectionType, graphqlEnum } from '@coop/shared/graphql';
import { CouncilPower } from '../decisions/decision.enums';
import { PowerUse } from './power-use.entity';

/** A page of powers as used. */
export const PowerUseConnection = connectionType(PowerUse, 'PowerUse', 'powers as used');

/** Orders of powers as used. */
export const PowerUseOrder = graphqlEnum('PowerUseOrder', 'The order of a list of powers as used.', {
  NEWEST: 'Those used last come first.',
  OLDEST: 'Those used first come first.',
});
export type PowerUseOrder = keyof typeof PowerUseOrder;

/** Which powers as used to list; everything that is said must hold. */
@InputType({ description: 'Which powers as used to list; everything that is said must hold.' })
export class PowerUseFilter {
  @Field(() => ID, { nullable: true, description: 'Code of a council: only what it used.' })
  council?: string | null;

  @Field(() => CouncilPower, { nullable: true, description: 'Only uses of this power.' })
  power?: CouncilPower | null;
}
