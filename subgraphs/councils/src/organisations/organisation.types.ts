import { Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType } from '@coop/shared/graphql';
import { Organisation } from './organisation.entity';
import { NameMatchMethod, NameMatchOutcome, OrganisationKind } from './organisation.enums';

/** A page of organisations. */
export const OrganisationConnection = connectionType(Organisation, 'Organisation', 'organisations');

/** Which organisations to list; everything that is said must hold. */
@InputType({ description: 'Which organisations to list; everything that is said must hold.' })
export class OrganisationFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True for those known to be VCSE, false for those known not to be.',
  })
  isVcse?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for those known to be SMEs, false for those known not to be.',
  })
  isSme?: boolean | null;

  @Field(() => OrganisationKind, { nullable: true, description: 'Only bodies of this kind.' })
  kind?: OrganisationKind | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only bodies in one of whose names all of these words stand, in any order; the last may be unfinished. Case, accents, punctuation and legal forms do not matter.',
  })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only bodies with a number in this register: `GB-COH`, `GB-CHC`, `GB-MPR` …',
  })
  identifierScheme?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Code of a council: only bodies that are registered, or mainly work, in its area.',
  })
  council?: string | null;
}

/** What the viewer may do with an organisation. */
@ObjectType({ description: 'What the viewer may do with an organisation.' })
export class OrganisationViewerCan {
  @Field(() => Boolean, { description: 'Change its name, area, postcode and size: `organisationUpdate`.' })
  update!: boolean;

  @Field(() => Boolean, { description: 'Also say of which kind it is and whether it is VCSE.' })
  classify!: boolean;

  @Field(() => Boolean, { description: 'Add a number in a register: `organisationIdentifierAdd`.' })
  addIdentifier!: boolean;

  @Field(() => Boolean, { description: 'Merge it with another record: `organisationMerge`.' })
  merge!: boolean;
}

/** An organisation that a name could mean. */
@ObjectType({ description: 'An organisation that a name could mean.' })
export class OrganisationCandidate {
  /** Id of the organisation. */
  key!: string;

  @Field(() => String, {
    description: 'The name of the organisation that was met; it may be another of its names.',
  })
  name!: string;

  @Field(() => Float, {
    description:
      'How alike the names are, from 0 to 1; 1 for the same normal form. Comparable within this directory only.',
  })
  score!: number;

  @Field(() => NameMatchMethod, { description: 'How the names were found to be alike.' })
  method!: NameMatchMethod;
}

/** What became of one name. */
@ObjectType({ description: 'What became of one name that was looked for.' })
export class OrganisationMatch {
  @Field(() => String, { description: 'The name as it was asked.' })
  name!: string;

  @Field(() => NameMatchOutcome, { description: 'Whether one organisation is meant.' })
  outcome!: NameMatchOutcome;

  @Field(() => [OrganisationCandidate], {
    description:
      'Organisations that it could mean, the likeliest first, at most five; the one meant alone where it is surely meant.',
  })
  candidates!: OrganisationCandidate[];
}
