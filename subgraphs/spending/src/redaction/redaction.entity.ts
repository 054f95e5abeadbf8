import { Entity } from 'typeorm';
import { CodeColumn, InstantColumn, IntegerColumn, TextColumn } from '@coop/shared/persistence';

/** A name that is not to be shown, as a keyed hash: whoever has the table cannot read names out of it. */
@Entity('name_redaction', { withoutRowid: true })
export class NameRedaction {
  @CodeColumn(9, { primary: true })
  gssCode!: string;

  @CodeColumn(32, { primary: true })
  nameCode!: string;

  @InstantColumn()
  redactedAt!: Date;

  /** Why, without the name. */
  @TextColumn(1000)
  reason!: string;
}

/** By what a redacted name is recognised within texts, as a keyed hash of its words. */
@Entity('redacted_words', { withoutRowid: true })
export class RedactedWords {
  @CodeColumn(9, { primary: true })
  gssCode!: string;

  @CodeColumn(32, { primary: true })
  wordsCode!: string;

  /** How many words. */
  @IntegerColumn()
  words!: number;
}

/** That the texts of a council are being searched for redacted names, and how far that is; gone when it is done. */
@Entity('name_sweep', { withoutRowid: true })
export class NameSweep {
  @CodeColumn(9, { primary: true })
  gssCode!: string;

  /** The texts that are being searched. */
  @CodeColumn(20)
  part!: string;

  /** The last row that was searched; empty before the first. */
  @CodeColumn(100)
  after!: string;
}
