import { Field, Float, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { Node, NodeId, SafeIntScalar } from '@coop/shared/graphql';
import {
  CodeColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  RealColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import {
  SupplierFactSource,
  SupplierMatchMethod,
  SupplierMatchState,
  SupplierSector,
} from './supplier.enums';

/**
 * Whom a council pays, as its files name them: a record of one council. Its id follows from the council and the key
 * (`supplierId`), so that an import need not look it up. Records of no visible payment do no harm: no list of
 * spending shows them.
 */
@Entity('supplier')
@Index(['gssCode', 'nameSort', 'id'])
@Index(['gssCode', 'sector', 'nameSort', 'id'])
@Index(['gssCode', 'matchState', 'nameSort', 'id'])
@Index(['gssCode', 'nameKey'])
@Index(['organisationId'])
@NodeId('supplier')
@ObjectType({
  implements: [Node],
  description:
    "Whom a council pays, as its files name them. A record of that one council: the same body has one for each council that pays it, tied together by `organisation`. Open data, but for a person's name that was redacted.",
})
export class Supplier {
  @IdColumn()
  id!: string;

  /** The council whose record it is. */
  @CodeColumn(9)
  gssCode!: string;

  @Field(() => String, {
    nullable: true,
    description: "The council's own number of the supplier; null where its files give none.",
  })
  @TextColumn(100, { nullable: true })
  publishedId!: string | null;

  @Field(() => String, {
    description: 'The name, as it was published first; a word in its place where it was redacted.',
  })
  @TextColumn(255)
  name!: string;

  /** The name in its normal form, to sort by. */
  @TextColumn(191)
  nameSort!: string;

  /** The name without its legal form, case, punctuation and spaces, by which like names are found. */
  @TextColumn(191)
  nameKey!: string;

  /** Company number as a file of the council gives it; null where none does. */
  @CodeColumn(20, { nullable: true })
  companyNumber!: string | null;

  /** Charity number as a file of the council gives it; null where none does. */
  @CodeColumn(20, { nullable: true })
  charityNumber!: string | null;

  /** VAT registration number as a file of the council gives it; null where none does. */
  @CodeColumn(20, { nullable: true })
  vatNumber!: string | null;

  @Field(() => SupplierMatchState, {
    description: 'Where its match to an organisation of the directory stands.',
  })
  @CodeColumn(12)
  matchState!: SupplierMatchState;

  /** The organisation that it is, when MATCHED or CONFIRMED; otherwise null. */
  @RefColumn({ nullable: true })
  organisationId!: string | null;

  @Field(() => SupplierMatchMethod, {
    nullable: true,
    description: 'How it was matched; null where it is not.',
  })
  @CodeColumn(12, { nullable: true })
  matchMethod!: SupplierMatchMethod | null;

  @Field(() => Float, {
    nullable: true,
    description: 'How alike the names are, from 0 to 1; 1 for a match by number or by a person.',
  })
  @RealColumn({ nullable: true })
  matchScore!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Its org-id in the directory, `GB-COH-01234567`, as copied at `factsReadAt`; null where unknown.',
  })
  @CodeColumn(140, { nullable: true })
  orgId!: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When the directory was last asked what kind of body it is; null for never.',
  })
  @InstantColumn({ nullable: true })
  factsReadAt!: Date | null;

  @Field(() => SupplierSector, { description: 'Its sector.' })
  @CodeColumn(12)
  sector!: SupplierSector;

  @Field(() => SupplierFactSource, { description: 'Who says which sector it is in.' })
  @CodeColumn(10)
  sectorSource!: SupplierFactSource;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True for a small or medium-sized enterprise; null where that is not known, never to be read as false.',
  })
  @FlagColumn({ nullable: true })
  isSme!: boolean | null;

  @Field(() => SupplierFactSource, { description: 'Who says whether it is small or medium-sized.' })
  @CodeColumn(10)
  smeSource!: SupplierFactSource;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True where it is registered, or mainly works, in the council's area; null where that is not known.",
  })
  @FlagColumn({ nullable: true })
  isLocal!: boolean | null;

  @Field(() => SupplierFactSource, { description: 'Who says whether it is local.' })
  @CodeColumn(10)
  localSource!: SupplierFactSource;

  @Field(() => String, {
    nullable: true,
    description: 'What the facts that a person set rest on; null where nobody set any.',
  })
  @TextColumn(1000, { nullable: true })
  factsEvidence!: string | null;

  @Field(() => Boolean, {
    description: "True where a person's name was taken out at request; imports keep it out.",
  })
  @FlagColumn()
  isRedacted!: boolean;

  @Field(() => Boolean, { description: 'True when it is made up for demonstration.' })
  @FlagColumn()
  illustrative!: boolean;

  @Field(() => SafeIntScalar, { description: 'Counts its changes; hand it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}
