import type { QueryRunner } from 'typeorm';
import { addColumns, column, createTable, Migration } from '@coop/shared/persistence';

class CreateCommunityBudget1700000100001 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'community_budget',
      [
        column.id(),
        column.code('gss_code', 9),
        column.text('name', 300),
        column.text('name_sort', 191),
        column.code('kind', 32),
        column.ref('neighbourhood_id', { nullable: true }),
        column.code('lead_kind', 32),
        column.text('lead_name', 300),
        column.ref('lead_organisation_id', { nullable: true }),
        column.flag('is_pilot'),
        column.day('announced_on', { nullable: true }),
        column.text('description', 'long'),
        column.integer('approvals_needed'),
        column.flag('illustrative'),
        column.version(),
      ],
      {
        indices: [
          ['gss_code', 'name_sort'],
          ['name_sort'],
          ['kind', 'name_sort'],
          ['neighbourhood_id', 'name_sort'],
        ],
      },
    );
  }
}

class CreateCommunityBudgetCouncil1700000100002 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'community_budget_council',
      [
        column.id(),
        column.code('council_gss_code', 9),
        column.ref('budget_id'),
        column.text('name_sort', 191),
        column.code('kind', 32),
      ],
      {
        indices: [
          ['council_gss_code', 'name_sort', 'id'],
          ['council_gss_code', 'kind', 'name_sort', 'id'],
          ['budget_id'],
        ],
      },
    );
  }
}

class CreateCommunityBudgetPartner1700000100003 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'community_budget_partner',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('budget_id'),
        column.integer('position'),
        column.text('name', 300),
        column.ref('organisation_id', { nullable: true }),
      ],
      {
        indices: [
          ['gss_code', 'budget_id', 'position'],
          ['budget_id', 'position'],
          ['organisation_id', 'budget_id'],
        ],
      },
    );
  }
}

class CreateCommunityBudgetPriority1700000100004 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'community_budget_priority',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('budget_id'),
        column.integer('rank'),
        column.text('theme', 200),
      ],
      {
        indices: [
          ['gss_code', 'budget_id', 'rank'],
          ['budget_id', 'rank'],
        ],
      },
    );
  }
}

class AddStateToCommunityBudget1700000100005 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'community_budget', [
      column.code('state', 16, { default: 'OPEN' }),
      column.flag('lead_is_illustrative', { default: 0 }),
      column.day('opened_on', { nullable: true }),
      column.day('closed_on', { nullable: true }),
      column.text('statement_of_reasons', 'long', { nullable: true }),
      column.text('balance_statement', 'long', { nullable: true }),
    ]);
  }
}

class AddStateToCommunityBudgetPartner1700000100006 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'community_budget_partner', [
      column.code('state', 16, { default: 'JOINED' }),
      column.day('joined_on', { nullable: true }),
      column.text('agreed_by', 300, { nullable: true }),
      column.day('left_on', { nullable: true }),
      column.text('statement_of_reasons', 'long', { nullable: true }),
      column.text('balance_statement', 'long', { nullable: true }),
      column.flag('illustrative', { default: 0 }),
      column.integer('version', { default: 1 }),
    ]);
  }
}

class CreateCommunityBudgetDuty1700000100007 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'community_budget_duty',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('budget_id'),
        column.integer('position'),
        column.code('duty', 16),
        column.text('name', 300),
        column.ref('partner_id', { nullable: true }),
        column.text('statement', 'long'),
      ],
      {
        indices: [
          ['gss_code', 'budget_id', 'position'],
          ['budget_id', 'position'],
        ],
      },
    );
  }
}

/** The tables of community budgets. */
export const communityBudgetMigrations = [
  CreateCommunityBudget1700000100001,
  CreateCommunityBudgetCouncil1700000100002,
  CreateCommunityBudgetPartner1700000100003,
  CreateCommunityBudgetPriority1700000100004,
  AddStateToCommunityBudget1700000100005,
  AddStateToCommunityBudgetPartner1700000100006,
  CreateCommunityBudgetDuty1700000100007,
] as const;
