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

class CreateNameRedaction1700000400003 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'name_redaction',
      [
        column.code('gss_code', 9, { primary: true }),
        column.code('name_code', 32, { primary: true }),
        column.instant('redacted_at'),
        column.text('reason', 1000),
      ],
      { byKey: true },
    );
  }
}

class CreateSpendingKey1700000400004 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'spending_key', [column.id(), column.code('secret', 64)]);
  }
}

class CreateRedactedWords1700000400005 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'redacted_words',
      [
        column.code('gss_code', 9, { primary: true }),
        column.code('words_code', 32, { primary: true }),
        column.integer('words'),
      ],
      { byKey: true },
    );
  }
}

class CreateNameSweep1700000400006 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'name_sweep',
      [column.code('gss_code', 9, { primary: true }), column.code('part', 20), column.code('after', 100)],
      { byKey: true },
    );
  }
}

/** The tables of imports of payments. */
export const importMigrations = [
  CreateSpendImport1700000400001,
  CreatePaymentSighting1700000400002,
  CreateNameRedaction1700000400003,
  CreateSpendingKey1700000400004,
  CreateRedactedWords1700000400005,
  CreateNameSweep1700000400006,
] as const;
