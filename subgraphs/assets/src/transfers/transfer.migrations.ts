import type { QueryRunner } from 'typeorm';
import { column, createTable, Migration } from '@coop/shared/persistence';

class CreateTransfer1700000400001 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'transfer',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('asset_id'),
        column.text('recipient_name', 300),
        column.ref('recipient_organisation_id', { nullable: true }),
        column.text('submitted_by', 200),
        column.code('state', 32),
        column.day('enquired_on'),
        column.text('purpose', 'long', { nullable: true }),
        column.text('business_case_text', 'long', { nullable: true }),
        column.text('statement_of_reasons', 'long', { nullable: true }),
        column.text('heads_of_terms', 'long', { nullable: true }),
        column.day('decided_on', { nullable: true }),
        column.pence('unrestricted_value_pence', { nullable: true }),
        column.pence('consideration_pence', { nullable: true }),
        column.pence('undervalue_pence', { nullable: true }),
        column.code('undervalue_basis', 32, { nullable: true }),
        column.code('held_under', 32, { nullable: true }),
        column.json('wellbeing'),
        column.text('wellbeing_case', 'long', { nullable: true }),
        column.day('consent_given_on', { nullable: true }),
        column.text('consent_reference', 200, { nullable: true }),
        column.code('interest', 32, { nullable: true }),
        column.integer('lease_years', { nullable: true }),
        column.pence('rent_pence', { nullable: true }),
        column.flag('is_open_space', { nullable: true }),
        column.day('open_space_advertised_on', { nullable: true }),
        column.day('completed_on', { nullable: true }),
        column.day('ended_on', { nullable: true }),
        column.day('next_review_due_by'),
        column.flag('illustrative'),
        column.version(),
      ],
      {
        indices: [
          ['asset_id', 'enquired_on'],
          ['gss_code', 'enquired_on'],
          ['gss_code', 'state', 'enquired_on'],
          ['gss_code', 'next_review_due_by'],
          ['enquired_on'],
          ['next_review_due_by'],
          ['recipient_organisation_id', 'enquired_on'],
        ],
      },
    );
  }
}

class CreateTransferReview1700000400002 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'transfer_review',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('transfer_id'),
        column.integer('year'),
        column.code('kind', 32),
        column.day('reviewed_on'),
        column.text('findings', 'long'),
        column.flag('is_late'),
      ],
      { indices: [{ columns: ['transfer_id', 'year'], unique: true }] },
    );
  }
}

/** The tables of transfers. */
export const transferMigrations = [CreateTransfer1700000400001, CreateTransferReview1700000400002] as const;
