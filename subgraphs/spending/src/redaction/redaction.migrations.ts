import type { QueryRunner } from 'typeorm';
import { column, createTable, Migration } from '@coop/shared/persistence';

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

/** The tables of names that are not to be shown. */
export const redactionMigrations = [
  CreateNameRedaction1700000400003,
  CreateRedactedWords1700000400005,
  CreateNameSweep1700000400006,
] as const;
