import type { QueryRunner } from 'typeorm';
import { column, createTable, Migration } from '@coop/shared/persistence';

class CreatePayment1700000100001 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'payment',
      [
        column.id(),
        column.code('gss_code', 9),
        column.code('import_run_id', 64),
        column.integer('file_row'),
        column.day('paid_on'),
        column.ref('supplier_id'),
        column.text('supplier_name', 255),
        column.pence('amount_pence'),
        column.code('basis', 5),
        column.pence('irrecoverable_vat_pence', { nullable: true }),
        column.text('department', 255, { nullable: true }),
        column.code('department_key', 12),
        column.text('purpose', 255, { nullable: true }),
        column.code('purpose_key', 12),
        column.text('category', 255, { nullable: true }),
        column.code('category_key', 12),
        column.text('reference', 100, { nullable: true }),
        column.text('invoice_number', 100, { nullable: true }),
        column.code('channel', 10),
        column.flag('is_capital', { nullable: true }),
        column.text('merchant_category', 255, { nullable: true }),
        column.code('identity_key', 32),
        column.flag('illustrative'),
        column.version(),
      ],
      {
        indices: [
          ['gss_code', 'paid_on', 'id'],
          ['gss_code', 'amount_pence', 'id'],
          ['gss_code', 'supplier_id', 'paid_on', 'id'],
          ['gss_code', 'identity_key'],
          ['import_run_id', 'paid_on'],
        ],
      },
    );
  }
}

/** The table of payments. */
export const paymentMigrations = [CreatePayment1700000100001] as const;
