import type { QueryRunner } from 'typeorm';
import { column, createTable, Migration } from '@coop/shared/persistence';

class CreateOperationalPlan1700000200001 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'operational_plan',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('fund_id'),
        column.code('state', 16),
        column.text('accountability', 'long'),
        column.day('goes_live_on'),
        column.integer('revision'),
        column.day('drafted_on'),
        column.day('agreed_on', { nullable: true }),
        column.day('went_live_on', { nullable: true }),
        column.day('closed_on', { nullable: true }),
        column.text('statement_of_reasons', 'long', { nullable: true }),
        column.flag('illustrative'),
        column.version(),
      ],
      {
        indices: [
          ['fund_id', 'drafted_on'],
          ['gss_code', 'state', 'goes_live_on'],
        ],
      },
    );
  }
}

class CreatePlanService1700000200002 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'plan_service',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('budget_id'),
        column.ref('plan_id'),
        column.integer('position'),
        column.text('name', 300),
        column.text('description', 'long'),
        column.ref('partner_id', { nullable: true }),
        column.ref('priority_id', { nullable: true }),
      ],
      {
        indices: [
          ['plan_id', 'position'],
          ['gss_code', 'plan_id'],
        ],
      },
    );
  }
}

class CreatePlanResource1700000200003 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'plan_resource',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('budget_id'),
        column.ref('plan_id'),
        column.integer('position'),
        column.code('kind', 16),
        column.text('description', 500),
        column.ref('partner_id', { nullable: true }),
      ],
      {
        indices: [
          ['plan_id', 'position'],
          ['gss_code', 'plan_id'],
        ],
      },
    );
  }
}

class CreatePlanAgreement1700000200004 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'plan_agreement',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('plan_id'),
        column.integer('revision'),
        column.ref('partner_id'),
        column.day('agreed_on'),
        column.text('agreed_by', 300),
      ],
      {
        indices: [{ columns: ['plan_id', 'revision', 'partner_id'], unique: true }, ['gss_code', 'plan_id']],
      },
    );
  }
}

/** The tables of operational plans. */
export const planMigrations = [
  CreateOperationalPlan1700000200001,
  CreatePlanService1700000200002,
  CreatePlanResource1700000200003,
  CreatePlanAgreement1700000200004,
] as const;
