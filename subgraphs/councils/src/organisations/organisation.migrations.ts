import type { QueryRunner } from 'typeorm';
import { column, createTable, Migration } from '@coop/shared/persistence';

class CreateOrganisation1700000200001 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'organisation',
      [
        column.id(),
        column.code('org_id', 140, { nullable: true }),
        column.text('name', 255),
        column.text('name_sort', 191),
        column.text('name_compact', 191),
        column.code('kind', 40),
        column.flag('declared_vcse', { nullable: true }),
        column.flag('is_vcse', { nullable: true }),
        column.flag('declared_sme', { nullable: true }),
        column.flag('is_sme', { nullable: true }),
        column.code('standing', 20),
        column.code('council_gss_code', 9, { nullable: true }),
        column.code('local_authority_gss_code', 9, { nullable: true }),
        column.code('postcode', 10, { nullable: true }),
        column.ref('merged_into', { nullable: true }),
        column.flag('illustrative'),
        column.ref('import_run_id'),
        column.version(),
      ],
      {
        indices: [
          ['name_sort', 'id'],
          ['is_vcse', 'name_sort', 'id'],
          ['is_sme', 'name_sort', 'id'],
          ['kind', 'name_sort', 'id'],
          ['council_gss_code', 'name_sort', 'id'],
          ['local_authority_gss_code'],
          ['name_compact'],
          ['import_run_id'],
        ],
      },
    );
  }
}

class CreateOrganisationIdentifier1700000200002 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'organisation_identifier',
      [
        column.id(),
        column.ref('organisation_id'),
        column.code('scheme', 12),
        column.code('number', 120),
        column.integer('position'),
        column.text('name_sort', 191),
        column.text('registered_name', 255, { nullable: true }),
        column.text('status', 80, { nullable: true }),
        column.code('standing', 20),
        column.day('registered_on', { nullable: true }),
        column.day('ended_on', { nullable: true }),
        column.ref('import_run_id'),
      ],
      {
        indices: [['organisation_id'], ['scheme', 'position', 'name_sort', 'id'], ['import_run_id']],
      },
    );
  }
}

class CreateOrganisationName1700000200003 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'organisation_name',
      [
        column.id(),
        column.ref('organisation_id'),
        column.text('name', 255),
        column.text('name_compact', 191),
        column.code('kind', 20),
        column.ref('import_run_id'),
      ],
      { indices: [['organisation_id'], ['name_compact'], ['import_run_id']] },
    );
  }
}

class CreateOrganisationWord1700000200004 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    const word = column.text('word', 40, { primary: true });
    const organisation = column.ref('organisation_id', { primary: true });
    await createTable(runner, 'organisation_word', [word, organisation], { byKey: true });
    const skeleton = column.code('skeleton', 20, { primary: true });
    await createTable(runner, 'organisation_spelling', [skeleton, word], { byKey: true });
  }
}

class CreateOrganisationFormerId1700000200005 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    const columns = [column.id(), column.ref('organisation_id'), column.instant('merged_at')];
    await createTable(runner, 'organisation_former_id', columns, { indices: [['organisation_id']] });
  }
}

/** The tables of organisations, their numbers, their names, the words of those, and their former ids. */
export const organisationMigrations = [
  CreateOrganisation1700000200001,
  CreateOrganisationIdentifier1700000200002,
  CreateOrganisationName1700000200003,
  CreateOrganisationWord1700000200004,
  CreateOrganisationFormerId1700000200005,
] as const;
