import { Field, Float, Int, ObjectType } from 'type-graphql';
import { LocalDateScalar, RuleType } from '@coop/shared/graphql';
import type { Rule } from '@coop/shared/problems';
import type { LocalDate } from '@coop/shared/time';

/** How far one field is filled. */
@ObjectType({ description: 'How far a field that has to be published is filled.' })
export class FieldCompleteness {
  @Field(() => String, { description: 'The field, by the words of the Code.' })
  field!: string;

  @Field(() => Float, {
    description: 'Share of the rows that have it, from 0 to 1; 0 where the column is absent.',
  })
  share!: number;
}

/** A month that was published late. */
@ObjectType({ description: 'A month that was published after the last day on which it had to be.' })
export class LateMonth {
  @Field(() => String, { description: 'The month: `2019-07`.' })
  month!: string;

  @Field(() => LocalDateScalar, { description: 'The last day on which it had to be published.' })
  dueBy!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The day on which it came here first.' })
  importedOn!: LocalDate;
}

/** How completely a council has published one thing. */
@ObjectType({
  description:
    'How completely a council has published what the Transparency Code asks, as far as its files were imported here. A council may have published what nobody has imported.',
})
export class TransparencyReport {
  @Field(() => [String], { description: 'Months of which there are rows, `2019-07`, in order.' })
  monthsPublished!: readonly string[];

  @Field(() => [String], {
    description:
      'Months between the first that was published and the last that is due, of which there is nothing; for grants those of financial years without any.',
  })
  monthsMissing!: readonly string[];

  @Field(() => [LateMonth], { description: 'Months that came later than they had to.' })
  monthsLate!: readonly LateMonth[];

  @Field(() => Int, { description: 'How many rows there are.' })
  rowCount!: number;

  @Field(() => [FieldCompleteness], { description: 'How far each field that has to be published is filled.' })
  fieldCompleteness!: readonly FieldCompleteness[];

  @Field(() => [String], { description: 'Fields that no row has: columns that are absent.' })
  fieldsAbsent!: readonly string[];

  @Field(() => RuleType, { description: 'Where the Code asks for it.' })
  rule!: Rule;
}
