import type { QueryRunner } from 'typeorm';
import { addColumns, column, createIndex, createTable, Migration } from '@coop/shared/persistence';

class CreateDuplicateCandidate1700000500001 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'duplicate_candidate',
      [
        column.id(),
        column.code('gss_code', 9),
        column.code('document_key', 26),
        column.ref('supplier_id'),
        column.code('tier', 10),
        column.day('paid_on'),
        column.pence('at_risk_pence'),
        column.json('evidence'),
        column.json('original_lines'),
        column.json('suspect_lines'),
        column.day('found_on'),
        column.flag('is_current'),
        column.code('verdict', 16),
        column.pence('recovered_pence', { nullable: true }),
        column.text('statement_of_reasons', 'long', { nullable: true }),
        column.text('judged_by', 200, { nullable: true }),
        column.day('judged_on', { nullable: true }),
        column.version(),
      ],
      {
        indices: [
          { columns: ['gss_code', 'document_key'], unique: true },
          ['gss_code', 'supplier_id'],
          ['gss_code', 'is_current', 'at_risk_pence', 'id'],
          ['gss_code', 'is_current', 'paid_on', 'id'],
        ],
      },
    );
  }
}

class CreateDuplicateSource1700000500002 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'duplicate_source',
      [
        column.code('run_id', 64, { primary: true }),
        column.code('gss_code', 9),
        column.integer('lines'),
        column.integer('numbered'),
        column.code('reference_kind', 10),
        column.json('batch_numbers'),
        column.json('suppliers'),
        column.instant('scanned_at'),
      ],
      { indices: [['gss_code']] },
    );
  }
}

class SortDuplicatesByStrength1700000500003 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'duplicate_candidate', [column.pence('priority', { default: 0 })]);
    // Which of them are weak, the next full search tells.
    await runner.query(
      `UPDATE duplicate_candidate SET priority = at_risk_pence + 100000000000000 *
         (CASE tier WHEN 'STRONG' THEN 3 WHEN 'LIKELY' THEN 2 ELSE 1 END) WHERE priority = 0`,
    );
    await createIndex(runner, 'duplicate_candidate', ['gss_code', 'is_current', 'priority', 'id']);
  }
}

/** The tables of the search for duplicates. */
export const duplicateMigrations = [
  CreateDuplicateCandidate1700000500001,
  CreateDuplicateSource1700000500002,
  SortDuplicatesByStrength1700000500003,
] as const;
