import type { QueryRunner } from 'typeorm';
import { column, createTable, Migration } from '@coop/shared/persistence';

class CreateCoOperativeCommitment1700000150001 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'co_operative_commitment',
      [
        column.id(),
        column.code('council_gss_code', 9),
        column.day('since', { nullable: true }),
        column.day('ended_on', { nullable: true }),
        column.code('made_by', 40),
        column.text('group', 200, { nullable: true }),
        column.json('approaches'),
        column.flag('illustrative'),
        column.version(),
      ],
      { indices: [['council_gss_code', 'ended_on']] },
    );
  }
}

/** The table of co-operative commitments. */
export const coOperativeMigrations = [CreateCoOperativeCommitment1700000150001] as const;
