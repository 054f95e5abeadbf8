import { Entity, Index } from 'typeorm';
import { CodeColumn, IdColumn, RefColumn, TextColumn } from '../persistence';

/** How a voter has voted, as far as the roll knows. */
export type Turnout = 'NOT_YET' | 'ONLINE' | 'PAPER';

/**
 * A voter on the roll of one box. It holds that they voted and nothing else of it: no instant, no version, nothing
 * of the ballot.
 */
@Entity('roll_entry')
@Index(['council', 'box', 'voter'], { unique: true })
@Index(['council', 'box', 'codeHash'], { unique: true })
export class RollEntry {
  @IdColumn()
  id!: string;

  /** GSS code of the council whose box it is. */
  @CodeColumn(9)
  council!: string;

  /** Id of whatever the ballots are cast in. */
  @RefColumn()
  box!: string;

  /** What tells the voter from all others: a number on the register, or the subject of a token (`voterForm`). Never published. */
  @TextColumn(100)
  voter!: string;

  /** Hash of the voting code that was sent to the voter; null where none was issued. */
  @CodeColumn(64, { nullable: true })
  codeHash!: string | null;

  @CodeColumn(10)
  turnout!: Turnout;
}
