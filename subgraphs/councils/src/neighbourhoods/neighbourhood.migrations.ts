import type { QueryRunner } from 'typeorm';
import { column, createTable, Migration } from '@coop/shared/persistence';

class CreateNeighbourhood1700000130001 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'neighbourhood',
      [
        column.id(),
        column.code('council_gss_code', 9),
        column.text('name', 200),
        column.text('name_sort', 191),
        column.code('state', 20),
        column.day('valid_from', { nullable: true }),
        column.day('valid_until', { nullable: true }),
        column.ref('superseded_by_id', { nullable: true }),
        column.flag('illustrative'),
        column.version(),
      ],
      { indices: [['state', 'name_sort', 'id'], ['name_sort', 'id'], ['superseded_by_id']] },
    );
  }
}

class CreateNeighbourhoodPart1700000130002 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'neighbourhood_part',
      [
        column.id(),
        column.ref('neighbourhood_id'),
        column.code('ward_gss_code', 9),
        column.text('part', 200, { nullable: true }),
        column.integer('position'),
      ],
      { indices: [['neighbourhood_id', 'position'], ['ward_gss_code']] },
    );
  }
}

class CreateNeighbourhoodCouncil1700000130003 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'neighbourhood_council',
      [
        column.id(),
        column.code('council_gss_code', 9),
        column.ref('neighbourhood_id'),
        column.text('name_sort', 191),
        column.code('state', 20),
      ],
      {
        indices: [
          ['council_gss_code', 'state', 'name_sort', 'id'],
          ['council_gss_code', 'name_sort', 'id'],
          ['neighbourhood_id'],
        ],
      },
    );
  }
}

/** The tables of the neighbourhoods. */
export const neighbourhoodMigrations = [
  CreateNeighbourhood1700000130001,
  CreateNeighbourhoodPart1700000130002,
  CreateNeighbourhoodCouncil1700000130003,
] as const;
