import type { QueryRunner } from 'typeorm';
import { column, createTable, Migration } from '@coop/shared/persistence';

class CreatePowerUse1700000300201 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'power_use',
      [
        column.id(),
        column.code('council_gss_code', 9),
        column.text('title', 300),
        column.code('power', 40),
        column.day('used_on'),
        column.text('barrier_removed', 'long'),
        column.pence('saving_claimed_pence', { nullable: true }),
        column.flag('is_commercial'),
        column.flag('through_company'),
        column.ref('decision_id', { nullable: true }),
        column.flag('illustrative'),
        column.version(),
      ],
      {
        indices: [
          ['council_gss_code', 'used_on', 'id'],
          ['power', 'used_on', 'id'],
          ['used_on', 'id'],
        ],
      },
    );
  }
}

/** The table of powers as used. */
export const powerUseMigrations = [CreatePowerUse1700000300201] as const;
