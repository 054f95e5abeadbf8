import { Entity, Index } from 'typeorm';
import { CodeColumn, TextColumn } from '@coop/shared/persistence';

/**
 * That a ward lies in a council. Almost always one row for a ward; the official table puts one code under two
 * districts, and a ward outlives the council that it lay in.
 */
@Entity('ward_membership')
@Index(['councilGssCode', 'nameSort', 'id'])
@Index(['wardGssCode'])
export class WardMembership {
  /** Both codes, `E08000004:E05000725`, so that a second import finds the same row. */
  @CodeColumn(19, { primary: true })
  id!: string;

  @CodeColumn(9)
  councilGssCode!: string;

  @CodeColumn(9)
  wardGssCode!: string;

  /** The ward's name in its normal form, repeated here so that a council's wards are one index range. */
  @TextColumn(191)
  nameSort!: string;
}
