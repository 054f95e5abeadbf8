import { Entity, Index } from 'typeorm';
import { CodeColumn, IntegerColumn, PenceColumn, RefColumn } from '@coop/shared/persistence';

/**
 * What one import says of one month, summed up as finely as anybody can ask: by department, purpose, category,
 * supplier and channel together. Belongs to its import and is visible with it, so a total over visible imports is
 * always the total of their payments: completing an import changes no sum. When one is set aside, payments that pass
 * to another import take their months there along, summed up anew.
 */
@Entity('spend_cell', { withoutRowid: true })
@Index(['gssCode', 'supplierId', 'month'])
@Index(['gssCode', 'departmentKey', 'month'])
@Index(['gssCode', 'purposeKey', 'month'])
@Index(['gssCode', 'categoryKey', 'month'])
@Index(['importRunId'])
export class SpendCell {
  @CodeColumn(9, { primary: true })
  gssCode!: string;

  /** `2019-07`. */
  @CodeColumn(7, { primary: true })
  month!: string;

  @CodeColumn(64, { primary: true })
  importRunId!: string;

  /** Counts the cells of the import and month from 1. */
  @IntegerColumn({ primary: true })
  cell!: number;

  @CodeColumn(12)
  departmentKey!: string;

  @CodeColumn(12)
  purposeKey!: string;

  @CodeColumn(12)
  categoryKey!: string;

  @RefColumn()
  supplierId!: string;

  @CodeColumn(10)
  channel!: string;

  /** How many payments. */
  @IntegerColumn()
  payments!: number;

  /** How many of them are gross amounts. */
  @IntegerColumn()
  grossPayments!: number;

  @PenceColumn()
  pence!: number;
}
