import { Entity, Index } from 'typeorm';
import { CodeColumn, InstantColumn, IntegerColumn, JsonColumn } from '@coop/shared/persistence';

/** An import that the search for duplicates has looked at: what its file is like, and whose documents it touched. */
@Entity('duplicate_source')
@Index(['gssCode'])
export class DuplicateSource {
  /** The import. */
  @CodeColumn(64, { primary: true })
  runId!: string;

  @CodeColumn(9)
  gssCode!: string;

  @IntegerColumn()
  lines!: number;

  /** Lines with an invoice number. */
  @IntegerColumn()
  numbered!: number;

  /** What its references stand for. */
  @CodeColumn(10)
  referenceKind!: string;

  /** What stands in its column of invoice numbers and is the number of a batch. */
  @JsonColumn()
  batchNumbers!: readonly string[];

  /** The supplier records that it has payments of: they are looked at again when it is withdrawn. */
  @JsonColumn()
  suppliers!: readonly string[];

  @InstantColumn()
  scannedAt!: Date;
}
