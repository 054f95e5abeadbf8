import type { QueryRunner } from 'typeorm';
import { column, createTable, Migration } from '../migrations';

/** Tables that every database has: the audit trail, idempotency keys, imports. */
export class Kernel1700000000000 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'audit_entry', [
      column.code('council', 9, { primary: true }),
      column.integer('sequence', { primary: true }),
      column.instant('at'),
      column.text('actor', 255),
      column.code('role', 40),
      column.code('action', 100),
      column.ref('subject'),
      column.code('request_id', 100),
      column.text('changes', 'long'),
      column.code('previous_hash', 64),
      column.code('hash', 64),
    ]);
    await createTable(runner, 'audit_tail', [
      column.code('council', 9, { primary: true }),
      column.integer('sequence'),
      column.code('hash', 64),
    ]);
    await createTable(
      runner,
      'idempotency_key',
      [
        column.code('id', 64, { primary: true }),
        column.code('input_hash', 64),
        column.ref('subject'),
        column.json('receipt', { nullable: true }),
        column.instant('at'),
      ],
      { indices: [['at']] },
    );
    await createImportTables(runner);
  }
}

async function createImportTables(runner: QueryRunner): Promise<void> {
  await createTable(
    runner,
    'import_run',
    [
      column.id(),
      column.code('kind', 60),
      column.code('council', 9),
      column.text('file', 255),
      column.code('sha256', 64),
      column.code('state', 20),
      column.integer('rows'),
      column.integer('imported'),
      column.integer('already_there'),
      column.integer('rejected'),
      column.instant('started_at'),
      column.instant('completed_at', { nullable: true }),
      column.instant('lease_until'),
      column.text('actor', 255),
    ],
    { indices: [['state']] },
  );
  await createTable(
    runner,
    'import_problem',
    [
      column.id(),
      column.ref('run'),
      column.integer('line'),
      column.integer('record'),
      column.text('column', 255),
      column.code('severity', 20),
      column.text('message', 1000),
    ],
    { indices: [['run', 'line']] },
  );
  await createTable(
    runner,
    'import_change',
    [column.id(), column.ref('run'), column.ref('target'), column.json('change')],
    { indices: [['run']] },
  );
}

/** Names that transactions lock. */
export class Claims1700000000100 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'claim', [
      column.code('name', 120, { primary: true }),
      column.integer('times'),
    ]);
  }
}
