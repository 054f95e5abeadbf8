import { Field, ID, InputType } from 'type-graphql';
import { connectionType } from '@coop/shared/graphql';
import { Supplier } from './supplier.entity';
import { SupplierMatchState, SupplierSector } from './supplier.enums';

/** A page of suppliers. */
export const SupplierConnection = connectionType(Supplier, 'Supplier', 'suppliers');

/** Which suppliers to list; everything that is said must hold. */
@InputType({ description: 'Which suppliers to list; everything that is said must hold.' })
export class SupplierFilter {
  @Field(() => SupplierSector, { nullable: true, description: 'Of this sector.' })
  sector?: SupplierSector | null;

  @Field(() => SupplierMatchState, {
    nullable: true,
    description: 'Whose match to the directory stands so: AMBIGUOUS for those that a person has to look at.',
  })
  matchState?: SupplierMatchState | null;

  @Field(() => Boolean, { nullable: true, description: 'True for those known to be small or medium-sized.' })
  isSme?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'True for those known to be local.' })
  isLocal?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Whose name begins so, whatever the case and accents.',
  })
  nameBegins?: string | null;

  @Field(() => ID, { nullable: true, description: 'That are this organisation of the directory.' })
  organisation?: string | null;
}
