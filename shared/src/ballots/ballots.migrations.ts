import type { QueryRunner } from 'typeorm';
import { column, createTable, Migration } from '../persistence';

class CreateBallots1700000050001 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'roll_entry',
      [
        column.id(),
        column.code('council', 9),
        column.ref('box'),
        column.text('voter', 100),
        column.code('code_hash', 64, { nullable: true }),
        column.code('turnout', 10),
      ],
      {
        indices: [
          { columns: ['council', 'box', 'voter'], unique: true },
          { columns: ['council', 'box', 'code_hash'], unique: true },
        ],
      },
    );
    await createTable(
      runner,
      'ballot',
      [
        column.code('id', 64, { primary: true }),
        column.code('council', 9),
        column.ref('box'),
        column.json('content', { nullable: true }),
        column.flag('is_counted'),
      ],
      { indices: [['council', 'box']], byKey: true },
    );
    await createTable(
      runner,
      'counted_ballot',
      [
        column.code('id', 32, { primary: true }),
        column.code('council', 9),
        column.ref('box'),
        column.json('content'),
      ],
      { indices: [['council', 'box']], byKey: true },
    );
    await createTable(
      runner,
      'paper_ballot',
      [
        column.id(),
        column.code('council', 9),
        column.ref('box'),
        column.text('number', 40),
        column.code('state', 10),
        column.json('content', { nullable: true }),
        column.text('entered_by', 255),
        column.text('agreed_by', 255, { nullable: true }),
      ],
      { indices: [{ columns: ['council', 'box', 'number'], unique: true }] },
    );
  }
}

/** The tables of rolls and ballots, for the databases that have them. */
export const ballotMigrations = [CreateBallots1700000050001] as const;
