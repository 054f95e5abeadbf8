import type { QueryRunner } from 'typeorm';
import { column, createTable, Migration } from '@coop/shared/persistence';

class CreateCouncillor1700000300001 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'councillor',
      [
        column.id(),
        column.code('council_gss_code', 9),
        column.code('ward_gss_code', 9, { nullable: true }),
        column.text('name', 200),
        column.text('name_sort', 191),
        column.text('role', 200, { nullable: true }),
        column.day('from_on'),
        column.day('until_on', { nullable: true }),
        column.text('account', 191, { nullable: true }),
        column.flag('illustrative'),
        column.version(),
      ],
      {
        indices: [
          ['council_gss_code', 'name_sort', 'id'],
          ['council_gss_code', 'from_on', 'id'],
          ['name_sort', 'id'],
          ['from_on', 'id'],
        ],
      },
    );
  }
}

class CreateDispensation1700000300002 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'dispensation',
      [
        column.id(),
        column.code('council_gss_code', 9),
        column.ref('councillor_id'),
        column.text('matter', 1000),
        column.code('ground', 40),
        column.json('restrictions'),
        column.day('from_on'),
        column.day('until_on'),
        column.day('withdrawn_on', { nullable: true }),
        column.flag('illustrative'),
        column.version(),
      ],
      {
        indices: [
          ['council_gss_code', 'from_on', 'id'],
          ['councillor_id', 'from_on', 'id'],
        ],
      },
    );
  }
}

class CreateCouncillorInterest1700000300003 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'councillor_interest',
      [
        column.id(),
        column.code('council_gss_code', 9),
        column.ref('councillor_id'),
        column.code('kind', 40),
        column.code('holder', 20),
        column.text('details', 2000, { nullable: true }),
        column.flag('is_sensitive'),
        column.day('held_from'),
        column.day('held_until', { nullable: true }),
        column.day('notified_on'),
        column.flag('illustrative'),
        column.version(),
      ],
      { indices: [['councillor_id', 'held_from', 'id']] },
    );
  }
}

/** Tables of councillors, their interests and dispensations. */
export const councillorMigrations = [
  CreateCouncillor1700000300001,
  CreateDispensation1700000300002,
  CreateCouncillorInterest1700000300003,
] as const;
