import { Entity, Index } from 'typeorm';
import { CodeColumn, RefColumn, TextColumn } from '@coop/shared/persistence';

/** That a word stands in one of an organisation's names: the index of search and of name matching. */
@Entity('organisation_word')
@Index(['organisationId'])
@Index(['skeleton', 'word'])
export class OrganisationWord {
  @TextColumn(40, { primary: true })
  word!: string;

  @RefColumn({ primary: true })
  organisationId!: string;

  /** What is alike in most misspellings of the word; empty where none are looked for. */
  @CodeColumn(20)
  skeleton!: string;
}
