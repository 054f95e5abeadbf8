import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn } from '@coop/shared/persistence';

/** The id of a record that was merged into another, which it answers with. */
@Entity('organisation_former_id')
@Index(['organisationId'])
export class OrganisationFormerId {
  @IdColumn()
  id!: string;

  /** The record that stands. */
  @RefColumn()
  organisationId!: string;

  @InstantColumn()
  mergedAt!: Date;
}
