import { Field, Float, Int, ObjectType } from 'type-graphql';
import { connectionType, payloadType, ProblemType, WHY_REFUSED } from '@coop/shared/graphql';
import { DuplicateCandidate } from './duplicate-candidate.entity';
import { DuplicateComputability, DuplicateEvidenceKind, DuplicateTier } from './duplicates.enums';

/** A page of candidates. */
export const DuplicateCandidateConnection = connectionType(
  DuplicateCandidate,
  'DuplicateCandidate',
  'possible duplicates',
);

/** One thing that speaks for a payment made twice. */
@ObjectType({ description: 'One thing that speaks for a payment made twice.' })
export class DuplicateEvidence {
  @Field(() => DuplicateEvidenceKind, { description: 'What it is about.' })
  kind!: DuplicateEvidenceKind;

  @Field(() => String, { description: 'In words, with the figures.' })
  detail!: string;
}

/** What the search for duplicates came to in one tier. */
@ObjectType({
  description:
    'What the search for payments made twice came to in one tier of evidence. For finance officers and auditors of the council.',
})
export class DuplicateTierSummary {
  @Field(() => DuplicateTier, { description: 'The tier.' })
  tier!: DuplicateTier;

  @Field(() => DuplicateComputability, {
    description: 'Whether what the tier rests on is in the published files.',
  })
  computability!: DuplicateComputability;

  @Field(() => [String], {
    description: 'Why it could not be computed for some or all of the files, with the first of them by name.',
  })
  reasons!: readonly string[];

  @Field(() => Int, { description: 'Lines of spend in all files.' })
  lineCount!: number;

  @Field(() => Int, { description: 'Lines of spend in the files that allow the tier to be looked for.' })
  computedLineCount!: number;

  @Field(() => Int, { description: 'Candidates that the last scan found.' })
  candidateCount!: number;

  @Field(() => Int, { description: 'Those of them that nobody has judged yet.' })
  openCount!: number;

  @Field(() => Int, { description: 'Candidates that people have judged for good, of earlier scans too.' })
  judgedCount!: number;

  @Field(() => Int, { description: 'Those of them that were paid twice.' })
  duplicateCount!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Which share of the judged ones was paid twice, from 0 to 1: how far the tier is to be trusted. Null before the first verdict.',
  })
  measuredPrecision!: number | null;

  @Field(() => Int, {
    description:
      'Candidates for which nothing but being alike speaks (`isWeak`), among the `candidateCount`.',
  })
  weakCount!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Which share of the judged weak ones was paid twice, from 0 to 1. Null before the first verdict.',
  })
  weakMeasuredPrecision!: number | null;

  /** Shown as `atRisk`. */
  atRiskPence!: number;

  /** Shown as `recovered`. */
  recoveredPence!: number;
}

/** What the viewer may do with a candidate. */
@ObjectType({ description: 'What the viewer may do with a possible duplicate.' })
export class DuplicateCandidateViewerCan {
  @Field(() => Boolean, { description: 'Say what it is (`duplicateJudge`).' })
  judge!: boolean;
}

/** What `duplicateJudge` answers. */
export const DuplicateJudgePayload = payloadType('DuplicateJudgePayload', 'candidate', DuplicateCandidate);

/** What a scan did. */
@ObjectType({ description: 'What a search for payments made twice did.' })
export class DuplicateScanReport {
  @Field(() => Int, { description: 'Imports that had come or gone since the last search.' })
  changedImports!: number;

  @Field(() => Int, { description: 'Supplier records whose documents were compared.' })
  suppliers!: number;

  @Field(() => Int, { description: 'Lines of spend that were looked at.' })
  lines!: number;

  @Field(() => Int, {
    description:
      'Possible duplicates among those suppliers. 0 where nothing had changed since the last search, as right after an import, which searches by itself: see `standing`.',
  })
  found!: number;

  @Field(() => Int, { description: 'Those of them that no earlier search had found.' })
  added!: number;

  @Field(() => Int, {
    description: 'Possible duplicates of the council that stand now, whichever search found them.',
  })
  standing!: number;
}

/** What `duplicateScan` answers. */
@ObjectType({ description: 'What `duplicateScan` answers.' })
export class DuplicateScanPayload {
  @Field(() => DuplicateScanReport, {
    nullable: true,
    description: 'What was done; null when there are problems.',
  })
  report!: DuplicateScanReport | null;

  @Field(() => [ProblemType], {
    description: WHY_REFUSED,
  })
  problems!: readonly ProblemType[];
}
