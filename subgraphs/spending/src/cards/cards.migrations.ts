import type { QueryRunner } from 'typeorm';
import { column, createTable, Migration } from '@coop/shared/persistence';

class CreateCard1700000600001 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'card',
      [
        column.id(),
        column.code('gss_code', 9),
        column.text('label', 100),
        column.text('label_sort', 191),
        column.text('cardholder', 200),
        column.version(),
      ],
      { indices: [['gss_code', 'label_sort', 'id']] },
    );
  }
}

class CreateCardLimit1700000600002 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'card_limit',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('card_id'),
        column.day('from_on'),
        column.day('until_on', { nullable: true }),
        column.pence('transaction_pence'),
        column.pence('month_pence'),
        column.version(),
      ],
      { indices: [['card_id', 'from_on'], ['gss_code']] },
    );
  }
}

class CreateCardPolicy1700000600003 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'card_policy',
      [
        column.id(),
        column.code('gss_code', 9),
        column.day('from_on'),
        column.day('until_on', { nullable: true }),
        column.text('title', 200),
        column.text('section', 100),
        column.text('url', 1000, { nullable: true }),
        column.pence('transaction_pence'),
        column.pence('month_pence'),
        column.integer('receipt_days'),
        column.json('blocked_categories'),
        column.flag('no_weekends'),
        column.integer('split_days'),
        column.flag('illustrative'),
        column.version(),
      ],
      { indices: [['gss_code', 'from_on']] },
    );
  }
}

class CreateCardTransaction1700000600004 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'card_transaction',
      [
        column.id(),
        column.code('gss_code', 9),
        column.code('import_run_id', 64),
        column.text('transaction_key', 100),
        column.text('reference', 100),
        column.ref('card_id'),
        column.text('card_label', 100),
        column.text('cardholder', 200),
        column.text('approver', 200, { nullable: true }),
        column.day('receipt_on', { nullable: true }),
        column.day('purchased_on', { nullable: true }),
        column.pence('amount_pence', { nullable: true }),
        column.text('merchant', 255, { nullable: true }),
        column.text('merchant_category', 255, { nullable: true }),
        column.version(),
      ],
      { indices: [['gss_code', 'transaction_key'], ['import_run_id'], ['card_id']] },
    );
  }
}

class CreateCardBreach1700000600005 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'card_breach',
      [
        column.id(),
        column.code('gss_code', 9),
        column.code('breach_key', 26),
        column.code('kind', 32),
        column.ref('card_id', { nullable: true }),
        column.day('bought_on'),
        column.pence('amount_pence'),
        column.real('figure', { nullable: true }),
        column.real('fence', { nullable: true }),
        column.json('rule'),
        column.json('payment_ids'),
        column.json('transaction_ids'),
        column.day('found_on'),
        column.flag('is_current'),
        column.code('state', 16),
        column.text('explanation', 'long', { nullable: true }),
        column.text('explained_by', 200, { nullable: true }),
        column.text('statement_of_reasons', 'long', { nullable: true }),
        column.day('decided_on', { nullable: true }),
        column.pence('recovered_pence', { nullable: true }),
        column.version(),
      ],
      {
        indices: [
          { columns: ['gss_code', 'breach_key'], unique: true },
          ['gss_code', 'is_current', 'bought_on', 'id'],
          ['gss_code', 'is_current', 'amount_pence', 'id'],
        ],
      },
    );
  }
}

/** The tables of card controls. */
export const cardMigrations = [
  CreateCard1700000600001,
  CreateCardLimit1700000600002,
  CreateCardPolicy1700000600003,
  CreateCardTransaction1700000600004,
  CreateCardBreach1700000600005,
] as const;
