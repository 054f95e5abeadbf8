import type { QueryRunner } from 'typeorm';
import { column, createTable, Migration } from '@coop/shared/persistence';

class CreateSpendCell1700000300001 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'spend_cell',
      [
        column.code('gss_code', 9, { primary: true }),
        column.code('month', 7, { primary: true }),
        column.code('import_run_id', 64, { primary: true }),
        column.integer('cell', { primary: true }),
        column.code('department_key', 12),
        column.code('purpose_key', 12),
        column.code('category_key', 12),
        column.ref('supplier_id'),
        column.code('channel', 10),
        column.integer('payments'),
        column.integer('gross_payments'),
        column.pence('pence'),
      ],
      {
        byKey: true,
        indices: [
          ['gss_code', 'supplier_id', 'month'],
          ['gss_code', 'department_key', 'month'],
          ['gss_code', 'purpose_key', 'month'],
          ['gss_code', 'category_key', 'month'],
          ['import_run_id'],
        ],
      },
    );
  }
}

class CreateSpendTotal1700000300002 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'spend_total',
      [
        column.code('gss_code', 9, { primary: true }),
        column.code('dimension', 10, { primary: true }),
        column.code('month', 7, { primary: true }),
        column.ref('label_key', { primary: true }),
        column.code('channel', 10, { primary: true }),
        column.code('import_run_id', 64, { primary: true }),
        column.text('label', 255),
        column.integer('payments'),
        column.integer('gross_payments'),
        column.pence('pence'),
      ],
      {
        byKey: true,
        indices: [['gss_code', 'dimension', 'label_key', 'month'], ['import_run_id']],
      },
    );
  }
}

class CreateSpendCoverage1700000300003 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'spend_coverage',
      [
        column.code('gss_code', 9, { primary: true }),
        column.code('month', 7, { primary: true }),
        column.code('channel', 10, { primary: true }),
        column.integer('is_over', { primary: true }),
        column.code('import_run_id', 64, { primary: true }),
        column.integer('payments'),
        column.integer('with_department'),
        column.integer('with_purpose'),
        column.integer('with_category'),
        column.integer('with_vat'),
        column.integer('with_reference'),
        column.integer('with_merchant_category'),
      ],
      { byKey: true, indices: [['import_run_id']] },
    );
  }
}

/** The kept roll-ups. */
export const summaryMigrations = [
  CreateSpendCell1700000300001,
  CreateSpendTotal1700000300002,
  CreateSpendCoverage1700000300003,
] as const;
