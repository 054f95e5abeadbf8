import type { QueryRunner } from 'typeorm';
import { column, createTable, Migration } from '@coop/shared/persistence';

class CreateAsset1700000100001 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'asset',
      [
        column.id(),
        column.code('gss_code', 9),
        column.code('state', 32),
        column.text('reference', 100, { nullable: true }),
        column.text('reference_sort', 191),
        column.code('uprn', 12, { nullable: true }),
        column.text('name', 300),
        column.text('name_sort', 191),
        column.text('street_number', 100, { nullable: true }),
        column.text('street_name', 300, { nullable: true }),
        column.text('post_town', 100, { nullable: true }),
        column.code('postcode', 8, { nullable: true }),
        column.code('tenure', 32),
        column.code('tenure_detail', 32),
        column.text('tenure_note', 1000, { nullable: true }),
        column.code('holding_type', 32),
        column.code('holding_purpose', 32),
        column.real('building_size_square_metres', { nullable: true }),
        column.real('land_area_square_metres', { nullable: true }),
        column.text('why_unoccupied', 1000, { nullable: true }),
        column.day('effective_on', { nullable: true }),
        column.code('placed_by', 8, { nullable: true }),
        column.real('easting', { nullable: true }),
        column.real('northing', { nullable: true }),
        column.real('latitude', { nullable: true }),
        column.real('longitude', { nullable: true }),
        column.integer('cell', { nullable: true }),
        column.code('ward_gss_code', 9, { nullable: true }),
        column.text('steward_name', 300, { nullable: true }),
        column.ref('steward_organisation_id', { nullable: true }),
        column.code('steward_responsibility', 32, { nullable: true }),
        column.day('steward_lease_until', { nullable: true }),
        column.pence('steward_rent_pence', { nullable: true }),
        column.code('listed_on', 10),
        column.code('listed_until', 10),
        column.day('retired_on', { nullable: true }),
        column.code('retirement_reason', 32, { nullable: true }),
        column.text('retirement_statement', 2000, { nullable: true }),
        column.text('words', 1000),
        column.code('import_run_id', 64),
        column.flag('illustrative'),
        column.version(),
      ],
      {
        indices: [
          ['gss_code', 'state', 'name_sort', 'id', 'tenure'],
          ['gss_code', 'state', 'id', 'tenure'],
          { columns: ['gss_code', 'reference_sort'], unique: true },
          ['gss_code', 'listed_until'],
          ['ward_gss_code'],
          ['cell'],
          ['import_run_id'],
        ],
      },
    );
  }
}

class CreateAssetWord1700000100002 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'asset_word', [
      column.code('word', 40, { primary: true }),
      column.code('gss_code', 9, { primary: true }),
      column.code('first_id', 64, { primary: true }),
      column.code('last_id', 64),
    ]);
  }
}

/** The tables of the register. */
export const assetMigrations = [CreateAsset1700000100001, CreateAssetWord1700000100002] as const;
