import type { QueryRunner } from 'typeorm';
import { addColumns, column, createTable, Migration } from '@coop/shared/persistence';

class CreateWardBudget1700000400001 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'ward_budget',
      [
        column.id(),
        column.code('gss_code', 9),
        column.code('ward_gss_code', 9),
        column.text('councillor_name', 300),
        column.text('councillor_account', 150),
        column.day('from_on'),
        column.day('until_on'),
        column.pence('limit_pence'),
        column.flag('illustrative'),
        column.version(),
      ],
      {
        indices: [
          ['gss_code', 'from_on'],
          ['ward_gss_code', 'from_on'],
          ['from_on'],
          { columns: ['gss_code', 'councillor_account', 'from_on'], unique: true },
        ],
      },
    );
  }
}

class CreateWardAward1700000400002 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'ward_award',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('fund_id'),
        column.code('state', 16),
        column.text('purpose', 500),
        column.text('payee_name', 300),
        column.ref('payee_organisation_id', { nullable: true }),
        column.pence('amount_pence'),
        column.day('proposed_on'),
        column.text('statement_of_reasons', 'long', { nullable: true }),
        column.flag('illustrative'),
        column.version(),
      ],
      {
        indices: [
          ['fund_id', 'proposed_on'],
          ['gss_code', 'proposed_on'],
        ],
      },
    );
  }
}

class AddPayeeIsPersonToWardAward1700000400003 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'ward_award', [column.flag('payee_is_person', { default: 0 })]);
  }
}

/** The tables of ward councillors' budgets. */
export const wardBudgetMigrations = [
  CreateWardBudget1700000400001,
  CreateWardAward1700000400002,
  AddPayeeIsPersonToWardAward1700000400003,
] as const;
