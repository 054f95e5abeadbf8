import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType, IsIdText, IsText, MutationInput, payloadType } from '@coop/shared/graphql';
import { ImportProblemSeverity, SpendImportState } from './spend-import.enums';

/** What a column of an imported file was taken for. */
@ObjectType({ description: 'What a column of an imported file was taken for.' })
export class SpendImportColumn {
  @Field(() => String, { nullable: true, description: 'The sheet, in a workbook; null in a file of text.' })
  sheet!: string | null;

  @Field(() => String, { description: 'Its header; `column 3` where it has none.' })
  header!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it was taken for, such as `amountNet`; null for a column that was not used.',
  })
  meaning!: string | null;

  @Field(() => String, { description: 'Why: by its name, by its values, or by a mapping.' })
  why!: string;
}

/** A row of a file that was not imported, or not as it stood. */
@ObjectType({ description: 'A row of a file that was not imported, or not quite as it stood, and why.' })
export class SpendImportProblem {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Int, {
    description: 'Number of the row as a spreadsheet shows it: the first of the file is 1.',
  })
  row!: number;

  @Field(() => String, { nullable: true, description: 'Header of the column; null for the row as a whole.' })
  column!: string | null;

  @Field(() => ImportProblemSeverity, { description: 'Whether the row was rejected.' })
  severity!: ImportProblemSeverity;

  @Field(() => String, {
    description:
      'The reason, a sentence. What stood in the cell is quoted for officers, auditors and administrators of the council alone.',
  })
  message!: string;
}

/** A page of problems of an import. */
export const SpendImportProblemConnection = connectionType(
  SpendImportProblem,
  'SpendImportProblem',
  'problems of an import',
);

/** What the viewer may do with an import. */
@ObjectType({ description: 'What the viewer may do with an import as it stands now.' })
export class SpendImportViewerCan {
  @Field(() => Boolean, { description: 'Take it back (`spendImportWithdraw`).' })
  withdraw!: boolean;

  @Field(() => Boolean, { description: 'Let another one stand in its place (`spendImportSupersede`).' })
  supersede!: boolean;
}

/** An import of published payments. */
@ObjectType({
  description:
    'A file of published payments as it was read: every row was imported, was there already, or was rejected. Open data.',
})
export class SpendImport {
  @Field(() => ID, { description: 'Its id, `import_…`; the command line takes it as `--supersedes`.' })
  id!: string;

  gssCode!: string;

  @Field(() => SpendImportState, { description: 'Where it stands.' })
  state!: SpendImportState;

  @Field(() => Float, { description: 'How far the file has been read, from 0 to 1.' })
  progress!: number;

  @Field(() => String, {
    description: 'Name of the file, as whoever sent it called it. Published: it names no person.',
  })
  file!: string;

  @Field(() => String, { description: 'SHA-256 of the file, hexadecimal; empty until it has been read.' })
  sha256!: string;

  @Field(() => Int, { description: 'Rows of data: imported, already there and rejected together.' })
  rows!: number;

  @Field(() => Int, { description: 'Rows that became payments.' })
  imported!: number;

  @Field(() => Int, { description: 'Rows that an earlier import had brought already.' })
  alreadyThere!: number;

  @Field(() => Int, { description: 'Rows that are no payments, each with its reason among the `problems`.' })
  rejected!: number;

  @Field(() => Date, { description: 'When it began.' })
  startedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was complete; null before.' })
  completedAt!: Date | null;

  @Field(() => [SpendImportColumn], { description: 'What its columns were taken for, in their order.' })
  columns!: readonly SpendImportColumn[];

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the import in whose place it stands; null for none.',
  })
  supersedes!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the import that stands in its place; null for none.',
  })
  supersededBy!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was taken back; null where it was not.' })
  withdrawnAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it was taken back, in the words of whoever did; null where it was not. Published: it names no person.',
  })
  withdrawnBecause!: string | null;

  @Field(() => Boolean, { description: 'True when it is made up for demonstration.' })
  illustrative!: boolean;
}

/** A page of imports. */
export const SpendImportConnection = connectionType(SpendImport, 'SpendImport', 'imports of payments');

/** Which imports to list. */
@InputType({ description: 'Which imports to list.' })
export class SpendImportFilter {
  @Field(() => SpendImportState, { nullable: true, description: 'Only in this state.' })
  state?: SpendImportState | null;
}

/** Taking an import back. */
@InputType({ description: 'Takes an import back: its payments are shown no more.' })
export class SpendImportWithdrawInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The id of the import, `import_…`.' })
  id!: string;

  @IsText(1000)
  @Field(() => String, { description: 'Why. Published: name no person in it.' })
  statementOfReasons!: string;
}

/** Letting one import stand in the place of another. */
@InputType({
  description: 'Lets a complete import stand in the place of an earlier one, as of a corrected file.',
})
export class SpendImportSupersedeInput extends MutationInput {
  @IsIdText()
  @Field(() => ID, { description: 'The id of the import that is no longer to stand.' })
  id!: string;

  @IsIdText()
  @Field(() => ID, {
    description: 'The id of the import that is to stand in its place, of the same council.',
  })
  supersededById!: string;
}

/** What `spendImportWithdraw` answers. */
export const SpendImportWithdrawPayload = payloadType(
  'SpendImportWithdrawPayload',
  'spendImport',
  SpendImport,
);
/** What `spendImportSupersede` answers. */
export const SpendImportSupersedePayload = payloadType(
  'SpendImportSupersedePayload',
  'spendImport',
  SpendImport,
);
