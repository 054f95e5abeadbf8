import { Entity, Index } from 'typeorm';
import { CodeColumn, FlagColumn, JsonColumn, RefColumn } from '../persistence';

/**
 * A ballot in its box. Its key is the hash of a secret that only the voter has, and rows lie in the order of the key
 * (no row number of the database's own): no instant, no actor, no version, nothing of the roll.
 */
@Entity('ballot', { withoutRowid: true })
@Index(['council', 'box'])
export class Ballot {
  /** The receipt's mark, 64 hexadecimal digits. */
  @CodeColumn(64, { primary: true })
  id!: string;

  @CodeColumn(9)
  council!: string;

  @RefColumn()
  box!: string;

  /** What it says, while the box is open; null when it was withdrawn, and for every ballot once the box is closed. */
  @JsonColumn({ nullable: true })
  content!: unknown;

  /** True once the box is closed and what it said was counted. */
  @FlagColumn()
  isCounted!: boolean;
}

/**
 * What a ballot said, once the box is closed: under a new random key, so that nothing leads back to the receipt.
 * All of a box are written in one transaction, in the order of the new keys.
 */
@Entity('counted_ballot', { withoutRowid: true })
@Index(['council', 'box'])
export class CountedBallot {
  /** 32 random hexadecimal digits. */
  @CodeColumn(32, { primary: true })
  id!: string;

  @CodeColumn(9)
  council!: string;

  @RefColumn()
  box!: string;

  @JsonColumn()
  content!: unknown;
}
