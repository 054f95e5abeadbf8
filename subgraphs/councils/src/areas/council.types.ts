import { Field, InputType } from 'type-graphql';
import { connectionType, LocalDateScalar } from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { Council } from './council.entity';
import { CouncilKind, Nation } from './council.enums';
import { Ward } from './ward.entity';

/** A page of councils. */
export const CouncilConnection = connectionType(Council, 'Council', 'councils');

/** A page of wards. */
export const WardConnection = connectionType(Ward, 'Ward', 'wards');

/** Which councils to list; everything that is said must hold. */
@InputType({ description: 'Which councils to list; everything that is said must hold.' })
export class CouncilFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True for councils with a standing co-operative commitment, false for those without.',
  })
  isCoOperative?: boolean | null;

  @Field(() => CouncilKind, { nullable: true, description: 'Only authorities of this kind.' })
  kind?: CouncilKind | null;

  @Field(() => Nation, { nullable: true, description: 'Only in this nation.' })
  nation?: Nation | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only in this English region, as it is named: `North West`.',
  })
  region?: string | null;

  @Field(() => String, { nullable: true, description: 'Only names that begin with this, whatever the case.' })
  nameStartsWith?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Only councils that existed on this day; an unknown first or last day counts as open.',
  })
  on?: LocalDate | null;
}
