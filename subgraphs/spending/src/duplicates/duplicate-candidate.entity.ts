import { Field, ID, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar, SafeIntScalar } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  JsonColumn,
  PenceColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { DuplicateTier, DuplicateVerdict } from './duplicates.enums';

/** A piece of evidence as it is kept. */
export interface KeptEvidence {
  readonly kind: string;
  readonly detail: string;
}

/**
 * A document that seems to pay again what an earlier one has paid. Not public, no node, and no reference leads to it:
 * a wrong public accusation is a harm. A scan writes what it found; what a person made of it stays.
 */
@Entity('duplicate_candidate')
@Index(['gssCode', 'documentKey'], { unique: true })
@Index(['gssCode', 'supplierId'])
@Index(['gssCode', 'isCurrent', 'atRiskPence', 'id'])
@Index(['gssCode', 'isCurrent', 'paidOn', 'id'])
@Index(['gssCode', 'isCurrent', 'priority', 'id'])
@ObjectType({
  description:
    'Payments that seem to pay again what earlier ones have paid, with the evidence: a question, not an answer. For finance officers and auditors of the council alone.',
})
export class DuplicateCandidate {
  @Field(() => ID, { description: 'Its id, `duplicate_…`.' })
  @IdColumn()
  id!: string;

  /** The council that paid. */
  @CodeColumn(9)
  gssCode!: string;

  /** Hash of the later document's content, by which a scan recognises it, whichever import brought it. */
  @CodeColumn(26)
  documentKey!: string;

  /** The supplier record of the later document. */
  @RefColumn()
  supplierId!: string;

  @Field(() => DuplicateTier, { description: 'How strong the evidence is.' })
  @CodeColumn(10)
  tier!: DuplicateTier;

  @Field(() => LocalDateScalar, { description: 'The day of the later payment.' })
  @DayColumn()
  paidOn!: LocalDate;

  /** What would have been paid once too often. */
  @PenceColumn()
  atRiskPence!: number;

  /** By what candidates are sorted, see `priorityOf`. Below `WEAK_BELOW` nothing but being alike speaks for it. */
  @PenceColumn({ default: 0 })
  priority!: number;

  @JsonColumn()
  evidence!: readonly KeptEvidence[];

  /** Ids of the earlier documents' lines. */
  @JsonColumn()
  originalLines!: readonly string[];

  /** Ids of the later document's lines. */
  @JsonColumn()
  suspectLines!: readonly string[];

  @Field(() => LocalDateScalar, { description: 'The day of the scan that found it first.' })
  @DayColumn()
  foundOn!: LocalDate;

  @Field(() => Boolean, {
    description:
      'False where the last scan found it no more, as after a credit or a corrected file; kept for its verdict.',
  })
  @FlagColumn()
  isCurrent!: boolean;

  @Field(() => DuplicateVerdict, { description: 'What a person made of it; OPEN before anybody did.' })
  @CodeColumn(16)
  verdict!: DuplicateVerdict;

  @PenceColumn({ nullable: true })
  recoveredPence!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the verdict rests on; null before there is one.',
  })
  @TextColumn('long', { nullable: true })
  statementOfReasons!: string | null;

  /** The issuer's id of whoever judged it last. Never shown. */
  @TextColumn(200, { nullable: true })
  judgedBy!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of the verdict; null before it.' })
  @DayColumn({ nullable: true })
  judgedOn!: LocalDate | null;

  @Field(() => SafeIntScalar, { description: 'Counts its changes; hand it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}
