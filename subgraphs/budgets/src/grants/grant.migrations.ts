import type { QueryRunner } from 'typeorm';
import { column, createTable, Migration } from '@coop/shared/persistence';

class CreateGrant1700000500001 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    const optional = { nullable: true };
    await createTable(
      runner,
      'grant_award',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('fund_id', optional),
        column.text('identifier', 180),
        column.text('title', 500),
        column.text('description', 'long'),
        column.pence('awarded_pence'),
        column.pence('applied_for_pence', optional),
        column.pence('disbursed_pence', optional),
        column.day('awarded_on'),
        column.day('starts_on', optional),
        column.day('ends_on', optional),
        column.integer('duration_months', optional),
        column.text('recipient_identifier', 180),
        column.text('recipient_name', 300),
        column.text('recipient_charity_number', 40, optional),
        column.text('recipient_company_number', 40, optional),
        column.ref('recipient_organisation_id', optional),
        column.json('recipient_details'),
        column.json('place', optional),
        column.text('funder_identifier', 180),
        column.text('funder_name', 300),
        column.text('department', 300, optional),
        column.text('programme_code', 100, optional),
        column.text('programme_title', 300, optional),
        column.text('programme_url', 500, optional),
        column.flag('from_open_call', optional),
        column.text('related_activity', 500, optional),
        column.text('url', 500, optional),
        column.text('data_source', 500, optional),
        column.instant('modified_at', optional),
        column.ref('import_run_id'),
        column.flag('illustrative'),
        column.version(),
      ],
      {
        indices: [
          { columns: ['gss_code', 'identifier'], unique: true },
          ['gss_code', 'awarded_on'],
          ['awarded_on'],
          ['gss_code', 'programme_code', 'awarded_on'],
          ['recipient_organisation_id', 'awarded_on'],
          ['fund_id', 'awarded_on'],
          ['import_run_id'],
        ],
      },
    );
  }
}

/** The tables of grants. */
export const grantMigrations = [CreateGrant1700000500001] as const;
