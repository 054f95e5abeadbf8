import { Entity } from 'typeorm';
import { CodeColumn, RefColumn, TextColumn } from '@coop/shared/persistence';

/**
 * That a word stands in one of an organisation's names: the index of search and of name matching. A row is a hint
 * only, and nothing deletes one: names are never forgotten, and the word of a record that was merged, or that a broken
 * import took with it, leads to nothing that is shown.
 */
@Entity('organisation_word', { withoutRowid: true })
export class OrganisationWord {
  @TextColumn(40, { primary: true })
  word!: string;

  @RefColumn({ primary: true })
  organisationId!: string;
}

/** A word of some name by what is alike in most misspellings of it. */
@Entity('organisation_spelling', { withoutRowid: true })
export class OrganisationSpelling {
  /** First letter and consonants; see `skeletonOf`. */
  @CodeColumn(20, { primary: true })
  skeleton!: string;

  @TextColumn(40, { primary: true })
  word!: string;
}
