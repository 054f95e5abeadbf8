import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Min,
} from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Nested } from '@coop/shared/commands';
import { MutationInput, payloadType } from '@coop/shared/graphql';
import { Organisation } from './organisation.entity';
import { OrganisationKind } from './organisation.enums';

const KINDS = Object.keys(OrganisationKind);
const NO_NAME = { message: 'A name has 1 to 255 characters.' };
const NO_KIND = { message: 'This is no kind of organisation.' };
const YES_OR_NO = { message: 'Say true or false.' };
const NO_ID = { message: 'This is no id.' };
const VERSION = 'The version that you have seen; a Conflict when somebody else was faster.';

/** A number of an organisation in a register. */
@InputType({ description: 'A number of an organisation in a register.' })
export class OrganisationIdentifierInput {
  @Field(() => String, { description: 'Code of the register in the org-id list: `GB-COH`.' })
  @IsString({ message: 'Give the code of a register.' })
  @Length(1, 30, { message: 'Give the code of a register.' })
  scheme!: string;

  @Field(() => ID, { description: 'The number, as people write it: `1234567` is read as `01234567`.' })
  @IsString({ message: 'Give a number.' })
  @Length(1, 200, { message: 'Give a number.' })
  id!: string;
}

/** What is put on record about a new organisation. */
@InputType({ description: 'A new organisation.' })
export class OrganisationRegisterInput extends MutationInput {
  @Field(() => String, { description: 'Its name, at most 255 characters.' })
  @IsString(NO_NAME)
  @Length(1, 255, NO_NAME)
  name!: string;

  @Field(() => OrganisationKind, { description: 'What kind of body it is.' })
  @IsIn(KINDS, NO_KIND)
  kind!: OrganisationKind;

  @Field(() => [OrganisationIdentifierInput], {
    nullable: true,
    description: 'Its numbers in public registers, at most 20.',
  })
  @IsOptional()
  @IsArray({ message: 'Give a list of numbers.' })
  @ArrayMaxSize(20, { message: 'At most 20 numbers.' })
  @IsObject({ each: true, message: 'Give a register and a number.' })
  @Nested(() => OrganisationIdentifierInput, { each: true })
  identifiers?: OrganisationIdentifierInput[] | null;

  @Field(() => [String], { nullable: true, description: 'Other names that it goes by, at most 20.' })
  @IsOptional()
  @IsArray({ message: 'Give a list of names.' })
  @ArrayMaxSize(20, { message: 'At most 20 other names.' })
  @IsString({ each: true, ...NO_NAME })
  @Length(1, 255, { each: true, ...NO_NAME })
  otherNames?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it is VCSE by its objects, where its kind does not decide; leave out what you do not know.',
  })
  @IsOptional()
  @IsBoolean(YES_OR_NO)
  declaredVcse?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is an SME (Procurement Act 2023, s. 123(1)); leave out what you do not know.',
  })
  @IsOptional()
  @IsBoolean(YES_OR_NO)
  declaredSme?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Code of the council in whose area it is registered or mainly works.',
  })
  @IsOptional()
  @IsString({ message: 'Give the code of a council.' })
  council?: string | null;

  @Field(() => String, { nullable: true, description: 'Postcode of its public address: `OL1 1AA`.' })
  @IsOptional()
  @IsString({ message: 'Give a postcode.' })
  postcode?: string | null;
}

/** What is changed of an organisation. */
@InputType({
  description: 'What to change of an organisation: what is left out stays, null takes back what was known.',
})
export class OrganisationUpdateInput extends MutationInput {
  @Field(() => ID, { description: 'Its id.' })
  @IsString(NO_ID)
  id!: string;

  @Field(() => Int, { nullable: true, description: VERSION })
  @IsOptional()
  @IsInt({ message: 'A version is a whole number.' })
  @Min(1, { message: 'A version is at least 1.' })
  expectedVersion?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its new name, at most 255 characters; the old one stays among its other names.',
  })
  @IsOptional()
  @IsString(NO_NAME)
  @Length(1, 255, NO_NAME)
  name?: string | null;

  @Field(() => OrganisationKind, { nullable: true, description: 'What kind of body it is.' })
  @IsOptional()
  @IsIn(KINDS, NO_KIND)
  kind?: OrganisationKind | null;

  @Field(() => [String], { nullable: true, description: 'Further names that it goes by, at most 20.' })
  @IsOptional()
  @IsArray({ message: 'Give a list of names.' })
  @ArrayMaxSize(20, { message: 'At most 20 names.' })
  @IsString({ each: true, ...NO_NAME })
  @Length(1, 255, { each: true, ...NO_NAME })
  addOtherNames?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is VCSE by its objects.' })
  @IsOptional()
  @IsBoolean(YES_OR_NO)
  declaredVcse?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is an SME.' })
  @IsOptional()
  @IsBoolean(YES_OR_NO)
  declaredSme?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Code of the council in whose area it is.' })
  @IsOptional()
  @IsString({ message: 'Give the code of a council.' })
  council?: string | null;

  @Field(() => String, { nullable: true, description: 'Postcode of its public address.' })
  @IsOptional()
  @IsString({ message: 'Give a postcode.' })
  postcode?: string | null;
}

/** A number that an organisation turns out to have. */
@InputType({ description: 'A number in a register that an organisation turns out to have.' })
export class OrganisationIdentifierAddInput extends MutationInput {
  @Field(() => ID, { description: 'Id of the organisation.' })
  @IsString(NO_ID)
  id!: string;

  @Field(() => Int, { nullable: true, description: VERSION })
  @IsOptional()
  @IsInt({ message: 'A version is a whole number.' })
  @Min(1, { message: 'A version is at least 1.' })
  expectedVersion?: number | null;

  @Field(() => OrganisationIdentifierInput, { description: 'The number.' })
  @IsObject({ message: 'Give a register and a number.' })
  @Nested(() => OrganisationIdentifierInput)
  identifier!: OrganisationIdentifierInput;
}

/** Two records of one body. */
@InputType({
  description:
    'Two records of one body. The absorbed one’s id, numbers and names go over to the survivor; it cannot be undone.',
})
export class OrganisationMergeInput extends MutationInput {
  @Field(() => ID, { description: 'Id of the record that stays.' })
  @IsString(NO_ID)
  survivorId!: string;

  @Field(() => ID, { description: 'Id of the record that goes; it answers with the survivor from then on.' })
  @IsString(NO_ID)
  absorbedId!: string;

  @Field(() => OrganisationKind, {
    nullable: true,
    description: 'Which kind it is, where the records disagree.',
  })
  @IsOptional()
  @IsIn(KINDS, NO_KIND)
  kind?: OrganisationKind | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is VCSE, where the records disagree.' })
  @IsOptional()
  @IsBoolean(YES_OR_NO)
  isVcse?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is an SME, where the records disagree.' })
  @IsOptional()
  @IsBoolean(YES_OR_NO)
  isSme?: boolean | null;
}

/** What `organisationRegister` answers. */
export const OrganisationRegisterPayload = payloadType(
  'OrganisationRegisterPayload',
  'organisation',
  Organisation,
);
/** What `organisationUpdate` answers. */
export const OrganisationUpdatePayload = payloadType(
  'OrganisationUpdatePayload',
  'organisation',
  Organisation,
);
/** What `organisationIdentifierAdd` answers. */
export const OrganisationIdentifierAddPayload = payloadType(
  'OrganisationIdentifierAddPayload',
  'organisation',
  Organisation,
);
/** What `organisationMerge` answers. */
export const OrganisationMergePayload = payloadType('OrganisationMergePayload', 'organisation', Organisation);
