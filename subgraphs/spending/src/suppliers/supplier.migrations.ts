import type { QueryRunner } from 'typeorm';
import { column, createTable, Migration } from '@coop/shared/persistence';

class CreateSupplier1700000200001 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'supplier',
      [
        column.id(),
        column.code('gss_code', 9),
        column.text('published_id', 100, { nullable: true }),
        column.text('name', 255),
        column.text('name_sort', 191),
        column.text('name_key', 191),
        column.code('company_number', 20, { nullable: true }),
        column.code('charity_number', 20, { nullable: true }),
        column.code('vat_number', 20, { nullable: true }),
        column.code('match_state', 12),
        column.ref('organisation_id', { nullable: true }),
        column.code('match_method', 12, { nullable: true }),
        column.real('match_score', { nullable: true }),
        column.code('org_id', 140, { nullable: true }),
        column.instant('facts_read_at', { nullable: true }),
        column.code('sector', 12),
        column.code('sector_source', 10),
        column.flag('is_sme', { nullable: true }),
        column.code('sme_source', 10),
        column.flag('is_local', { nullable: true }),
        column.code('local_source', 10),
        column.text('facts_evidence', 1000, { nullable: true }),
        column.flag('is_redacted'),
        column.flag('illustrative'),
        column.version(),
      ],
      {
        indices: [
          ['gss_code', 'name_sort', 'id'],
          ['gss_code', 'sector', 'name_sort', 'id'],
          ['gss_code', 'match_state', 'name_sort', 'id'],
          ['gss_code', 'name_key'],
          ['organisation_id'],
        ],
      },
    );
  }
}

/** The table of suppliers. */
export const supplierMigrations = [CreateSupplier1700000200001] as const;
