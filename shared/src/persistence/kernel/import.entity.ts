import { Entity, Index } from 'typeorm';
import {
  CodeColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
} from '../columns';
import type { ImportRunState } from './import-run.lifecycle';

/** One run of an import. Its rows stay invisible until it is COMPLETE. */
@Entity('import_run')
@Index(['state'])
export class ImportRun {
  @IdColumn()
  id!: string;

  /** What was imported: `assets`, `areas`. */
  @CodeColumn(60)
  kind!: string;

  /** GSS code of the council whose rows they are; empty for a national table. */
  @CodeColumn(9)
  council!: string;

  @TextColumn(255)
  file!: string;

  @CodeColumn(64)
  sha256!: string;

  @CodeColumn(20)
  state!: ImportRunState;

  @IntegerColumn()
  rows!: number;

  @IntegerColumn()
  imported!: number;

  @IntegerColumn()
  alreadyThere!: number;

  @IntegerColumn()
  rejected!: number;

  @InstantColumn()
  startedAt!: Date;

  @InstantColumn({ nullable: true })
  completedAt!: Date | null;

  /** Until then the process that loads is taken to be alive; it moves this on with every chunk. */
  @InstantColumn()
  leaseUntil!: Date;

  @TextColumn(255)
  actor!: string;
}

/** A row of a file that was not imported, or not as it stood, and why. */
@Entity('import_problem')
@Index(['run', 'line'])
export class ImportProblem {
  @IdColumn()
  id!: string;

  @RefColumn()
  run!: string;

  /** Physical line on which the record begins, from 1. */
  @IntegerColumn()
  line!: number;

  /** Number of the record as a spreadsheet shows it: the first of the file, usually the header, is 1. */
  @IntegerColumn()
  record!: number;

  /** Header of the column; empty when it is about the whole row. */
  @TextColumn(255)
  column!: string;

  /** REJECTED: the row was not imported. WARNING: it was, not quite as it stood. */
  @CodeColumn(20)
  severity!: 'REJECTED' | 'WARNING';

  @TextColumn(1000)
  message!: string;
}

/** A change to a row that was there before, kept until its run completes and then applied at once. */
@Entity('import_change')
@Index(['run'])
export class ImportChange {
  @IdColumn()
  id!: string;

  @RefColumn()
  run!: string;

  @RefColumn()
  target!: string;

  @JsonColumn()
  change!: unknown;
}
