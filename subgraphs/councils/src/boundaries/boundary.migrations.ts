import type { QueryRunner } from 'typeorm';
import { column, createTable, Migration } from '@coop/shared/persistence';

class CreateAreaBoundary1700000120001 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'area_boundary',
      [
        column.code('gss_code', 9, { primary: true }),
        column.text('coordinates', 'long'),
        column.code('sha256', 64),
        column.integer('position_count'),
        column.real('west'),
        column.real('south'),
        column.real('east'),
        column.real('north'),
        column.instant('loaded_at'),
      ],
      { indices: [['south', 'north', 'west', 'east']] },
    );
  }
}

/** The table of the shapes of areas. */
export const boundaryMigrations = [CreateAreaBoundary1700000120001] as const;
