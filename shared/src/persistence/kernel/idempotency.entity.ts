import { Entity, Index } from 'typeorm';
import { CodeColumn, InstantColumn, JsonColumn, RefColumn } from '../columns';

/** A command that was answered under a key of the caller's choice, so that the same call is answered alike. */
@Entity('idempotency_key')
@Index(['at'])
export class IdempotencyKey {
  /** SHA-256 over the actor and the key. */
  @CodeColumn(64, { primary: true })
  id!: string;

  /** SHA-256 over the command's name and its input. */
  @CodeColumn(64)
  inputHash!: string;

  @RefColumn()
  subject!: string;

  @JsonColumn({ nullable: true })
  receipt!: unknown;

  @InstantColumn()
  at!: Date;
}
