import { Entity, Index } from 'typeorm';
import { CodeColumn, IntegerColumn, PenceColumn, RefColumn, TextColumn } from '@coop/shared/persistence';

/** By what the totals of a month are kept: one row for each value of it. */
export type SpendDimension = 'ALL' | 'DEPARTMENT' | 'PURPOSE' | 'CATEGORY' | 'SUPPLIER';

/**
 * What one import says of one month by one thing alone: in all, by department, by purpose, by category, by supplier;
 * each by channel. Few rows, lying in the order in which they are read. Visible with its import, as a `SpendCell` is.
 */
@Entity('spend_total', { withoutRowid: true })
@Index(['gssCode', 'dimension', 'labelKey', 'month'])
@Index(['importRunId'])
export class SpendTotal {
  @CodeColumn(9, { primary: true })
  gssCode!: string;

  @CodeColumn(10, { primary: true })
  dimension!: SpendDimension;

  /** `2019-07`. */
  @CodeColumn(7, { primary: true })
  month!: string;

  /** Key of the department, purpose or category; id of the supplier; '' for none and for ALL. */
  @RefColumn({ primary: true })
  labelKey!: string;

  @CodeColumn(10, { primary: true })
  channel!: string;

  @CodeColumn(64, { primary: true })
  importRunId!: string;

  /** The department, purpose or category as the payments spell it; '' for a supplier, none and ALL. */
  @TextColumn(255)
  label!: string;

  @IntegerColumn()
  payments!: number;

  @IntegerColumn()
  grossPayments!: number;

  @PenceColumn()
  pence!: number;
}
