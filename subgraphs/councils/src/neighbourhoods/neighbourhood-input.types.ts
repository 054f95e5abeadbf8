import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, Length, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IsDay, IsIdText, LocalDateScalar, MutationInput, Nested, payloadType } from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { Neighbourhood } from './neighbourhood.entity';

const NO_NAME = { message: 'A name has 1 to 200 characters.' };
const NO_PART = { message: 'A part of a ward is told in 1 to 200 characters.' };
const NO_CODE = { message: 'Give the code of a council.' };
const PARTS = 'The wards, or parts of wards, that make it up: 1 to 100 of them.';
const COUNCILS =
  'Codes of further councils that it lies in, where it crosses a boundary and they agreed on it; at most 10.';

/** A ward of a neighbourhood, or a part of one. */
@InputType({ description: 'A ward that belongs to a neighbourhood, or the part of it that does.' })
export class NeighbourhoodPartInput {
  @Field(() => ID, { description: 'Code of the ward: `E05000725`.' })
  @IsString({ message: 'Give the code of a ward.' })
  @Length(1, 20, { message: 'Give the code of a ward.' })
  ward!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Which part of it, in words; leave it out for the whole ward.',
  })
  @IsOptional()
  @IsString(NO_PART)
  @Length(1, 200, NO_PART)
  part?: string | null;
}

/** A new neighbourhood. */
@InputType({ description: 'A new neighbourhood.' })
export class NeighbourhoodDefineInput extends MutationInput {
  @Field(() => ID, { description: 'Code of the council that keeps it on record: your own.' })
  @IsString(NO_CODE)
  @Length(1, 20, NO_CODE)
  council!: string;

  @Field(() => String, { description: 'What its people call it, at most 200 characters.' })
  @IsString(NO_NAME)
  @Length(1, 200, NO_NAME)
  name!: string;

  @Field(() => LocalDateScalar, { description: 'First day on which it is drawn so.' })
  @IsDay()
  from!: LocalDate;

  @Field(() => [NeighbourhoodPartInput], { description: PARTS })
  @IsArray({ message: 'Give a list of wards.' })
  @ArrayMaxSize(100, { message: 'At most 100 wards or parts of wards.' })
  @Nested(() => NeighbourhoodPartInput, { each: true })
  parts!: NeighbourhoodPartInput[];

  @Field(() => [ID], { nullable: true, description: COUNCILS })
  @IsOptional()
  @IsArray({ message: 'Give a list of councils.' })
  @ArrayMaxSize(10, { message: 'At most 10 further councils.' })
  @IsString({ each: true, ...NO_CODE })
  @Length(1, 20, { each: true, ...NO_CODE })
  councils?: string[] | null;
}

/** A change of a neighbourhood. */
@InputType()
abstract class NeighbourhoodChangeInput extends MutationInput {
  @Field(() => ID, { description: 'Id of the neighbourhood.' })
  @IsIdText()
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that you have seen; a Conflict when somebody else was faster.',
  })
  @IsOptional()
  @IsInt({ message: 'A version is a whole number.' })
  @Min(1, { message: 'A version is at least 1.' })
  expectedVersion?: number | null;
}

/** A neighbourhood drawn anew. */
@InputType({
  description:
    'A neighbourhood drawn anew: a new one takes the place of the old, which keeps its wards for old figures.',
})
export class NeighbourhoodRedefineInput extends NeighbourhoodChangeInput {
  @Field(() => LocalDateScalar, { description: 'First day on which it is drawn anew.' })
  @IsDay()
  from!: LocalDate;

  @Field(() => String, { nullable: true, description: 'Its new name; the old one when left out.' })
  @IsOptional()
  @IsString(NO_NAME)
  @Length(1, 200, NO_NAME)
  name?: string | null;

  @Field(() => [NeighbourhoodPartInput], { description: PARTS })
  @IsArray({ message: 'Give a list of wards.' })
  @ArrayMaxSize(100, { message: 'At most 100 wards or parts of wards.' })
  @Nested(() => NeighbourhoodPartInput, { each: true })
  parts!: NeighbourhoodPartInput[];

  @Field(() => [ID], { nullable: true, description: COUNCILS })
  @IsOptional()
  @IsArray({ message: 'Give a list of councils.' })
  @ArrayMaxSize(10, { message: 'At most 10 further councils.' })
  @IsString({ each: true, ...NO_CODE })
  @Length(1, 20, { each: true, ...NO_CODE })
  councils?: string[] | null;
}

/** A neighbourhood that is given up or goes over to another. */
@InputType({ description: 'A neighbourhood that is given up, or in whose place another one stands.' })
export class NeighbourhoodSupersedeInput extends NeighbourhoodChangeInput {
  @Field(() => LocalDateScalar, { description: 'First day on which it is no longer in use.' })
  @IsDay()
  on!: LocalDate;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the neighbourhood that takes its place; leave it out when it is given up.',
  })
  @IsOptional()
  @IsIdText()
  byId?: string | null;
}

/** What `neighbourhoodDefine` answers. */
export const NeighbourhoodDefinePayload = payloadType(
  'NeighbourhoodDefinePayload',
  'neighbourhood',
  Neighbourhood,
);
/** What `neighbourhoodRedefine` answers: the new one. */
export const NeighbourhoodRedefinePayload = payloadType(
  'NeighbourhoodRedefinePayload',
  'neighbourhood',
  Neighbourhood,
);
/** What `neighbourhoodSupersede` answers: the one that is no longer in use. */
export const NeighbourhoodSupersedePayload = payloadType(
  'NeighbourhoodSupersedePayload',
  'neighbourhood',
  Neighbourhood,
);
