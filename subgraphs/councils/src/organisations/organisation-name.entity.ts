import { Entity, Index } from 'typeorm';
import { CodeColumn, IdColumn, RefColumn, TextColumn } from '@coop/shared/persistence';
import type { OtherNameKind } from './organisation.enums';

/** A name of an organisation beside its own. */
@Entity('organisation_name')
@Index(['organisationId'])
@Index(['nameCompact'])
@Index(['importRunId'])
export class OrganisationName {
  @IdColumn()
  id!: string;

  @RefColumn()
  organisationId!: string;

  @TextColumn(255)
  name!: string;

  /** Its normal form without spaces, by which names are matched. */
  @TextColumn(191)
  nameCompact!: string;

  @CodeColumn(20)
  kind!: OtherNameKind;

  /** The import that brought it; empty for one that a person gave. */
  @RefColumn()
  importRunId!: string;
}
