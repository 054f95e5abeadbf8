import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { ChangeInput, IsIdText, IsText, MutationInput, SafeIntScalar } from '@coop/shared/graphql';
import { DuplicateTier, DuplicateVerdict } from './duplicates.enums';

const STATEMENT = 10_000;
/** £100,000,000,000: more than any council pays. */
const MOST_PENCE = 10_000_000_000_000;

/** What a person makes of a possible duplicate. */
@InputType({
  description: 'What a person makes of a possible duplicate. Not published; kept through every scan.',
})
export class DuplicateJudgeInput extends ChangeInput {
  @IsIn(Object.keys(DuplicateVerdict))
  @Field(() => DuplicateVerdict, { description: 'What it is; OPEN is no verdict.' })
  verdict!: DuplicateVerdict;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_PENCE)
  @Field(() => SafeIntScalar, {
    nullable: true,
    description:
      'What has come back so far, in pence: 0 to the amount at risk, and only for a DUPLICATE. Left out: nothing.',
  })
  recoveredPence?: number | null;

  @IsText(STATEMENT)
  @Field(() => String, { description: 'What the verdict rests on.' })
  statementOfReasons!: string;
}

/** A scan at the wish of a person. */
@InputType({ description: "Has a council's payments searched for such as were made twice." })
export class DuplicateScanInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'GSS code of the council.' })
  council!: string;

  @IsOptional()
  @IsBoolean()
  @Field(() => Boolean, {
    nullable: true,
    description:
      'True to look at everything anew; otherwise only where imports came or went since the last scan. The answer is the same.',
  })
  isFull?: boolean | null;
}

/** Which possible duplicates to list. */
@InputType({ description: 'Which possible duplicates to list; everything that is said must hold.' })
export class DuplicateCandidateFilter {
  @Field(() => DuplicateTier, { nullable: true, description: 'Only with evidence of this strength.' })
  tier?: DuplicateTier | null;

  @Field(() => DuplicateVerdict, { nullable: true, description: 'Only with this verdict.' })
  verdict?: DuplicateVerdict | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those for which nothing but being alike speaks, or, when false, only the others.',
  })
  isWeak?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'False for those that the last scan found no more, kept for their verdict; unless told, those that stand.',
  })
  isCurrent?: boolean | null;
}
