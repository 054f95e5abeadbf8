import { Entity, Index } from 'typeorm';
import { CodeColumn, IdColumn, JsonColumn, RefColumn, TextColumn } from '../persistence';

/** A paper that was taken out of its envelope: two people enter it, and it counts when they agree. */
@Entity('paper_ballot')
@Index(['council', 'box', 'number'], { unique: true })
export class PaperBallot {
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  council!: string;

  @RefColumn()
  box!: string;

  /** The number written on the paper when its envelope was opened; nothing that leads to the voter. */
  @TextColumn(40)
  number!: string;

  @CodeColumn(10)
  state!: 'ENTERED' | 'AGREED';

  /** What the first person read on it; null as soon as the second has agreed. */
  @JsonColumn({ nullable: true })
  content!: unknown;

  /** Subject of the first person's token. */
  @TextColumn(255)
  enteredBy!: string;

  /** Subject of the second person's token. */
  @TextColumn(255, { nullable: true })
  agreedBy!: string | null;
}
