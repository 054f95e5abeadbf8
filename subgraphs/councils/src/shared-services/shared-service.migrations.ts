import type { QueryRunner } from 'typeorm';
import { column, createTable, Migration } from '@coop/shared/persistence';

class CreateSharedService1700000300301 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'shared_service',
      [
        column.id(),
        column.code('council_gss_code', 9),
        column.text('service', 300),
        column.text('name_sort', 191),
        column.code('state', 20),
        column.day('started_on', { nullable: true }),
        column.day('ended_on', { nullable: true }),
        column.pence('baseline_cost_pence'),
        column.pence('present_cost_pence', { nullable: true }),
        column.flag('illustrative'),
        column.version(),
      ],
      {
        indices: [
          ['name_sort', 'id'],
          ['council_gss_code', 'name_sort', 'id'],
          ['state', 'name_sort', 'id'],
        ],
      },
    );
  }
}

class CreateSharedServicePartner1700000300302 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'shared_service_partner',
      [
        column.id(),
        column.ref('shared_service_id'),
        column.code('council_gss_code', 9),
        column.text('name_sort', 191),
        column.integer('weight'),
        column.integer('position'),
      ],
      {
        indices: [
          ['council_gss_code', 'name_sort', 'id'],
          ['shared_service_id', 'position'],
        ],
      },
    );
  }
}

/** Tables of shared services and their partners. */
export const sharedServiceMigrations = [
  CreateSharedService1700000300301,
  CreateSharedServicePartner1700000300302,
] as const;
