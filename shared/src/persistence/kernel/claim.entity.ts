import { Entity } from 'typeorm';
import { CodeColumn, IntegerColumn } from '../columns';

/** A name that transactions lock when there is no row that stands for what they keep from each other. */
@Entity('claim')
export class Claim {
  @CodeColumn(120, { primary: true })
  name!: string;

  /** How often it was claimed. */
  @IntegerColumn()
  times!: number;
}
