import type { DataSource, EntityManager } from 'typeorm';

/** What the two kinds of database do differently, behind one face. */
export interface Engine {
  readonly kind: 'sqlite' | 'mysql';
  /** Writes go here, and only inside `transaction`. */
  readonly writer: DataSource;
  /** Connections that can only read. */
  readonly reader: DataSource;
  /** Runs work once in one transaction: commits when it returns, rolls back when it throws. */
  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** Runs work while no other process migrates this database. */
  migrating(work: () => Promise<void>): Promise<void>;
  /** Leaves nothing of what was written over or wiped in a log beside the tables, as far as that can be had. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}
