import type { QueryRunner } from 'typeorm';
import { column, createTable, Migration } from '@coop/shared/persistence';

class CreateSpendImport1700000400001 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'spend_import',
      [
        column.id(),
        column.code('gss_code', 9),
        column.real('progress'),
        column.json('columns'),
        column.ref('superseded_by', { nullable: true }),
        column.ref('supersedes', { nullable: true }),
        column.instant('withdrawn_at', { nullable: true }),
        column.text('withdrawn_because', 1000, { nullable: true }),
        column.flag('illustrative'),
      ],
      { indices: [['gss_code', 'id']] },
    );
  }
}

class CreatePaymentSighting1700000400002 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'payment_sighting',
      [
        column.code('import_run_id', 64, { primary: true }),
        column.code('payment_id', 64, { primary: true }),
        column.integer('file_row'),
      ],
      { indices: [['payment_id']], byKey: true },
    );
  }
}

class CreateSpendingKey1700000400004 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'spending_key', [column.id(), column.code('secret', 64)]);
  }
}

/** The tables of imports of payments. */
export const importMigrations = [
  CreateSpendImport1700000400001,
  CreatePaymentSighting1700000400002,
  CreateSpendingKey1700000400004,
] as const;
