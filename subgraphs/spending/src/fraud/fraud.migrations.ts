import type { QueryRunner } from 'typeorm';
import { column, createTable, Migration } from '@coop/shared/persistence';

class CreateFraudIndicator1700000700001 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'fraud_indicator',
      [
        column.id(),
        column.code('gss_code', 9),
        column.code('kind', 20),
        column.ref('supplier_id'),
        column.real('figure'),
        column.real('fence'),
        column.text('detail', 1000),
        column.json('payment_ids'),
        column.day('computed_on'),
      ],
      { indices: [{ columns: ['gss_code', 'kind', 'supplier_id'], unique: true }] },
    );
  }
}

class CreateFraudIndicatorRun1700000700002 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'fraud_indicator_run', [
      column.code('gss_code', 9, { primary: true }),
      column.code('kind', 20, { primary: true }),
      column.integer('computed'),
      column.integer('not_computable'),
      column.integer('flagged'),
      column.json('reasons'),
      column.day('computed_on'),
    ]);
  }
}

class CreateFraudCase1700000700003 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'fraud_case',
      [
        column.id(),
        column.code('gss_code', 9),
        column.text('title', 300),
        column.text('allegation', 'long'),
        column.code('source', 16),
        column.ref('supplier_id', { nullable: true }),
        column.pence('suspected_pence'),
        column.pence('proven_pence', { nullable: true }),
        column.pence('recovered_pence', { nullable: true }),
        column.code('state', 20),
        column.text('opened_by', 200),
        column.day('opened_on'),
        column.text('investigated_by', 200, { nullable: true }),
        column.text('referred_to', 300, { nullable: true }),
        column.text('findings', 'long', { nullable: true }),
        column.text('closing_reasons', 'long', { nullable: true }),
        column.text('closed_by', 200, { nullable: true }),
        column.day('closed_on', { nullable: true }),
        column.flag('illustrative'),
        column.version(),
      ],
      {
        indices: [
          ['gss_code', 'opened_on', 'id'],
          ['gss_code', 'state', 'opened_on', 'id'],
        ],
      },
    );
  }
}

class CreateFraudFigures1700000700004 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'fraud_figures',
      [
        column.id(),
        column.code('gss_code', 9),
        column.day('year_from'),
        column.integer('powers_used_count'),
        column.integer('investigator_count'),
        column.integer('investigator_fte_hundredths'),
        column.integer('specialist_count'),
        column.integer('specialist_fte_hundredths'),
        column.pence('spent_pence'),
        column.integer('case_count'),
        column.pence('detected_pence', { nullable: true }),
        column.pence('recovered_pence', { nullable: true }),
        column.day('published_on'),
        column.flag('illustrative'),
        column.version(),
      ],
      { indices: [{ columns: ['gss_code', 'year_from'], unique: true }] },
    );
  }
}

/** The tables of indicators, cases and yearly figures. */
export const fraudMigrations = [
  CreateFraudIndicator1700000700001,
  CreateFraudIndicatorRun1700000700002,
  CreateFraudCase1700000700003,
  CreateFraudFigures1700000700004,
] as const;
