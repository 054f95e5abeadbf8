import { Entity } from 'typeorm';
import { CodeColumn, InstantColumn, IntegerColumn, RefColumn, TextColumn } from '../columns';

/** One thing that was done, chained to the one before it by hash; never changed, never deleted. */
@Entity('audit_entry')
export class AuditEntry {
  /** GSS code of the council whose trail this is; empty for what belongs to no council. */
  @CodeColumn(9, { primary: true })
  council!: string;

  /** Position in the council's trail, from 1, without gaps. */
  @IntegerColumn({ primary: true })
  sequence!: number;

  @InstantColumn()
  at!: Date;

  /** Subject of the actor's token. */
  @TextColumn(255)
  actor!: string;

  @CodeColumn(40)
  role!: string;

  /** The mutation's name. */
  @CodeColumn(100)
  action!: string;

  /** Id of what it was done to. */
  @RefColumn()
  subject!: string;

  @CodeColumn(100)
  requestId!: string;

  /** What changed, as canonical JSON; kept as text, since the hash is over these very bytes. */
  @TextColumn('long')
  changes!: string;

  /** SHA-256 of the entry before, 64 hexadecimal digits; empty for the first. */
  @CodeColumn(64)
  previousHash!: string;

  @CodeColumn(64)
  hash!: string;
}

/** The end of a council's trail, kept apart from it: entries cut off the end are missed here. */
@Entity('audit_tail')
export class AuditTail {
  @CodeColumn(9, { primary: true })
  council!: string;

  @IntegerColumn()
  sequence!: number;

  @CodeColumn(64)
  hash!: string;
}
