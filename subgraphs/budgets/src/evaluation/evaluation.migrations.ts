import type { QueryRunner } from 'typeorm';
import { column, createTable, Migration } from '@coop/shared/persistence';

class CreateEvaluationMeasure1700000600001 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'evaluation_measure',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('fund_id'),
        column.integer('position'),
        column.text('name', 300),
        column.text('unit', 100),
        column.code('direction', 16),
        column.real('baseline'),
        column.day('baseline_on'),
        column.real('target'),
        column.real('outcome', { nullable: true }),
        column.day('measured_on', { nullable: true }),
        column.flag('illustrative'),
        column.version(),
      ],
      {
        indices: [
          ['fund_id', 'position'],
          ['gss_code', 'fund_id'],
        ],
      },
    );
  }
}

class CreateEvaluationCost1700000600002 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'evaluation_cost',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('fund_id'),
        column.pence('cost_before_pence'),
        column.pence('cost_after_pence', { nullable: true }),
        column.text('basis', 'long'),
        column.flag('illustrative'),
        column.version(),
      ],
      { indices: [{ columns: ['fund_id'], unique: true }, ['gss_code', 'fund_id']] },
    );
  }
}

/** The tables of the evaluation. */
export const evaluationMigrations = [
  CreateEvaluationMeasure1700000600001,
  CreateEvaluationCost1700000600002,
] as const;
