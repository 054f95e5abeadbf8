import type { QueryRunner } from 'typeorm';
import { column, createTable, Migration } from '@coop/shared/persistence';

class CreateDecision1700000300101 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'decision',
      [
        column.id(),
        column.code('council_gss_code', 9),
        column.day('taken_on'),
        column.code('decided_by', 30),
        column.flag('is_executive'),
        column.flag('is_key_decision'),
        column.code('delegation', 20, { nullable: true }),
        column.text('decision', 'long'),
        column.text('statement_of_reasons', 'long', { nullable: true }),
        column.text('alternatives_rejected', 'long', { nullable: true }),
        column.flag('no_alternatives'),
        column.code('power', 40, { nullable: true }),
        column.text('power_detail', 1000, { nullable: true }),
        column.json('conflicts_declared'),
        column.json('rule', { nullable: true }),
        column.code('publicity', 20),
        column.code('exempt_ground', 30, { nullable: true }),
        column.ref('corrects', { nullable: true }),
        column.ref('corrected_by', { nullable: true }),
        column.text('correction_reason', 2000, { nullable: true }),
        column.instant('recorded_at'),
        column.flag('illustrative'),
        column.version(),
      ],
      {
        indices: [
          ['council_gss_code', 'taken_on', 'id'],
          ['taken_on', 'id'],
          { columns: ['corrects'], unique: true },
        ],
      },
    );
  }
}

class CreateDecisionParticipant1700000300102 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'decision_participant',
      [
        column.id(),
        column.ref('decision_id'),
        column.ref('councillor_id'),
        column.integer('position'),
        column.text('name', 200),
        column.flag('has_pecuniary_interest'),
        column.flag('discussed'),
        column.flag('voted'),
        column.flag('had_shown_view'),
        column.ref('dispensation_id', { nullable: true }),
      ],
      { indices: [['decision_id', 'position']] },
    );
  }
}

/** Tables of decisions and who took part in them. */
export const decisionMigrations = [
  CreateDecision1700000300101,
  CreateDecisionParticipant1700000300102,
] as const;
