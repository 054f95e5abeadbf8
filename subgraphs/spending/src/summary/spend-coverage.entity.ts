import { Entity, Index } from 'typeorm';
import { CodeColumn, IntegerColumn } from '@coop/shared/persistence';

/**
 * How completely one import says what has to be published of one month, by channel: how many payments, how many above
 * the line, and in how many of them each field is filled. Visible with its import.
 */
@Entity('spend_coverage', { withoutRowid: true })
@Index(['importRunId'])
export class SpendCoverage {
  @CodeColumn(9, { primary: true })
  gssCode!: string;

  /** `2019-07`. */
  @CodeColumn(7, { primary: true })
  month!: string;

  @CodeColumn(10, { primary: true })
  channel!: string;

  /** True for payments of more than £500, credits by what they give back. */
  @IntegerColumn({ primary: true })
  isOver!: number;

  @CodeColumn(64, { primary: true })
  importRunId!: string;

  @IntegerColumn()
  payments!: number;

  @IntegerColumn()
  withDepartment!: number;

  @IntegerColumn()
  withPurpose!: number;

  @IntegerColumn()
  withCategory!: number;

  @IntegerColumn()
  withVat!: number;

  @IntegerColumn()
  withReference!: number;

  @IntegerColumn()
  withMerchantCategory!: number;
}
