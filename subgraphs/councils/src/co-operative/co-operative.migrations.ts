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

class CreateGovernanceChange1700000300401 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'governance_change',
      [
        column.id(),
        column.code('council_gss_code', 9),
        column.code('former', 40, { nullable: true }),
        column.code('wanted', 40),
        column.day('resolved_on'),
        column.flag('approved_by_referendum'),
      ],
      { indices: [['council_gss_code', 'resolved_on']] },
    );
  }
}

/** Tables of co-operative commitments and of changes of governance. */
export const coOperativeMigrations = [
  CreateCoOperativeCommitment1700000150001,
  CreateGovernanceChange1700000300401,
] as const;
