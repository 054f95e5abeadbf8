import { Entity, Index } from 'typeorm';
import {
  CodeColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RealColumn,
  RefColumn,
  TextColumn,
} from '@coop/shared/persistence';

/** What a column of an imported file was taken for. */
export interface KeptColumn {
  readonly sheet: string | null;
  readonly header: string;
  readonly meaning: string | null;
  readonly why: string;
}

/** What spending knows of an import beyond the kernel's run of the same id. */
@Entity('spend_import')
@Index(['gssCode', 'id'])
export class SpendImportRecord {
  /** The id of the run, `import_…`. */
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  /** How far the file has been read, from 0 to 1. */
  @RealColumn()
  progress!: number;

  /** The columns as they were understood. */
  @JsonColumn()
  columns!: readonly KeptColumn[];

  /** The import that stands in its place; null for none. */
  @RefColumn({ nullable: true })
  supersededBy!: string | null;

  /** The import in whose place it stands; null for none. */
  @RefColumn({ nullable: true })
  supersedes!: string | null;

  @InstantColumn({ nullable: true })
  withdrawnAt!: Date | null;

  /** Why, in the words of whoever withdrew it. Names no person. */
  @TextColumn(1000, { nullable: true })
  withdrawnBecause!: string | null;

  /** True when it is made up for demonstration. */
  @FlagColumn()
  illustrative!: boolean;
}

/**
 * That an import met a payment which an earlier one had brought. When the earlier one is withdrawn, the payment stays
 * with an import that also vouches for it.
 */
@Entity('payment_sighting', { withoutRowid: true })
@Index(['paymentId'])
export class PaymentSighting {
  @CodeColumn(64, { primary: true })
  importRunId!: string;

  @CodeColumn(64, { primary: true })
  paymentId!: string;

  /** Number of the record in the file of the import that met it. */
  @IntegerColumn()
  fileRow!: number;
}

/** The key with which contents and names are hashed in this database; one row, made when it is first needed. */
@Entity('spending_key')
export class SpendingKey {
  @IdColumn()
  id!: string;

  @CodeColumn(64)
  secret!: string;
}
