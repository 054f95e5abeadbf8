import type { QueryRunner } from 'typeorm';
import { column, createTable, Migration } from '@coop/shared/persistence';
import { GROUP_COLUMNS } from '../groups/group.migrations';

class CreateDisposalNotice1700000300001 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'disposal_notice',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('asset_id'),
        column.text('owner_name', 300),
        column.ref('owner_organisation_id', { nullable: true }),
        column.text('submitted_by', 200),
        column.flag('is_by_current_owner'),
        column.day('notice_received_on'),
        column.day('interim_moratorium_ends_on'),
        column.day('full_moratorium_ends_on'),
        column.day('protected_period_ends_on'),
        column.day('runs_until'),
        column.code('disposal_kind', 32),
        column.flag('with_vacant_possession'),
        column.integer('lease_years_at_grant', { nullable: true }),
        column.day('withdrawn_on', { nullable: true }),
        column.day('disposed_on', { nullable: true }),
        column.code('disposed_to', 32, { nullable: true }),
        column.flag('illustrative'),
        column.version(),
      ],
      {
        indices: [
          ['asset_id', 'notice_received_on'],
          ['gss_code', 'notice_received_on'],
          ['gss_code', 'runs_until'],
          ['notice_received_on'],
          ['runs_until'],
        ],
      },
    );
  }
}

class CreateBidRequest1700000300002 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'bid_request',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('notice_id'),
        column.ref('asset_id'),
        ...GROUP_COLUMNS,
        column.day('received_on'),
        column.code('state', 32),
        column.text('statement_of_reasons', 'long', { nullable: true }),
        column.version(),
      ],
      { indices: [['notice_id'], ['asset_id']] },
    );
  }
}

class CreateExemptDisposal1700000300003 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'exempt_disposal',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('asset_id'),
        column.code('ground', 32),
        column.text('evidence', 'long'),
        column.day('agreed_on', { nullable: true }),
        column.day('recorded_on'),
        column.day('ended_on', { nullable: true }),
        column.version(),
      ],
      { indices: [['asset_id']] },
    );
  }
}

class CreateDisposalRecord1700000300004 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'disposal_record',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('asset_id'),
        column.ref('notice_id', { nullable: true }),
        column.ref('exempt_disposal_id', { nullable: true }),
        column.day('disposed_on'),
        column.code('recipient', 32),
        column.code('kind', 32),
        column.code('standing', 32),
        column.flag('listing_removed'),
        column.day('recorded_on'),
      ],
      { indices: [['asset_id', 'disposed_on']] },
    );
  }
}

class CreateCompensationClaim1700000300005 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'compensation_claim',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('asset_id'),
        column.text('claimant', 300),
        column.text('submitted_by', 200),
        column.day('received_on'),
        column.day('loss_began_on'),
        column.day('loss_ended_on'),
        column.pence('amount_pence'),
        column.text('evidence', 'long'),
        column.code('state', 32),
        column.pence('awarded_pence', { nullable: true }),
        column.text('statement_of_reasons', 'long', { nullable: true }),
        column.day('decided_on', { nullable: true }),
        column.version(),
      ],
      { indices: [['gss_code', 'received_on'], ['asset_id']] },
    );
  }
}

/** The tables of disposals. */
export const disposalMigrations = [
  CreateDisposalNotice1700000300001,
  CreateBidRequest1700000300002,
  CreateExemptDisposal1700000300003,
  CreateDisposalRecord1700000300004,
  CreateCompensationClaim1700000300005,
] as const;
