import type { QueryRunner } from 'typeorm';
import { addColumns, column, createIndex, createTable, Migration } from '@coop/shared/persistence';

class CreateCouncil1700000100001 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'council',
      [
        column.id(),
        column.code('gss_code', 9),
        column.text('name', 200),
        column.text('name_sort', 191),
        column.code('kind', 40),
        column.code('nation', 20),
        column.text('region', 60, { nullable: true }),
        column.code('governance', 40, { nullable: true }),
        column.day('valid_from', { nullable: true }),
        column.day('valid_until', { nullable: true }),
      ],
      {
        indices: [{ columns: ['gss_code'], unique: true }, ['name_sort', 'id'], ['kind', 'name_sort', 'id']],
      },
    );
  }
}

class CreateWard1700000100002 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'ward',
      [
        column.id(),
        column.code('gss_code', 9),
        column.text('name', 200),
        column.text('name_sort', 191),
        column.day('valid_from', { nullable: true }),
        column.day('valid_until', { nullable: true }),
        column.integer('first_seen_year', { nullable: true }),
      ],
      { indices: [{ columns: ['gss_code'], unique: true }, ['name_sort', 'id']] },
    );
  }
}

class CreateWardMembership1700000100003 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'ward_membership',
      [
        column.code('id', 19, { primary: true }),
        column.code('council_gss_code', 9),
        column.code('ward_gss_code', 9),
        column.text('name_sort', 191),
      ],
      { indices: [['council_gss_code', 'name_sort', 'id'], ['ward_gss_code']] },
    );
  }
}

class CreateAreaChange1700000100004 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'area_change',
      [
        column.code('id', 19, { primary: true }),
        column.code('former_gss_code', 9),
        column.code('successor_gss_code', 9),
        column.day('changed_on', { nullable: true }),
        column.code('kind', 20),
        column.code('source', 20),
      ],
      { indices: [['former_gss_code'], ['successor_gss_code']] },
    );
  }
}

class AddNameSources1700000100005 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'council', [
      column.code('name_source', 20, { default: 'RECORD' }),
      column.text('official_name', 200, { nullable: true }),
    ]);
    await addColumns(runner, 'ward', [column.code('name_source', 20, { default: 'RECORD' })]);
    await createIndex(runner, 'council', ['nation', 'name_sort', 'id']);
    await createIndex(runner, 'council', ['region', 'name_sort', 'id']);
  }
}

/** The tables of the official areas. */
export const areaMigrations = [
  CreateCouncil1700000100001,
  CreateWard1700000100002,
  CreateWardMembership1700000100003,
  CreateAreaChange1700000100004,
  AddNameSources1700000100005,
] as const;
