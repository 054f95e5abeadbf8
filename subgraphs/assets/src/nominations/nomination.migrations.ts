import type { QueryRunner } from 'typeorm';
import { column, createTable, Migration } from '@coop/shared/persistence';
import { GROUP_COLUMNS } from '../groups/group.migrations';

class CreateNomination1700000200001 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'nomination',
      [
        column.id(),
        ...GROUP_COLUMNS,
        column.code('gss_code', 9),
        column.ref('asset_id'),
        column.text('land_description', 'long'),
        column.text('statement_of_reasons', 'long'),
        column.text('owners_and_occupiers', 'long', { nullable: true }),
        column.day('received_on'),
        column.day('decision_due_by'),
        column.code('state', 32),
        column.day('decided_on', { nullable: true }),
        column.text('decided_by', 200, { nullable: true }),
        column.text('decision_reasons', 'long', { nullable: true }),
        column.json('findings', { nullable: true }),
        column.code('limb', 32, { nullable: true }),
        column.flag('is_late'),
        column.instant('created_at'),
        column.flag('illustrative'),
        column.version(),
      ],
      {
        indices: [
          ['asset_id', 'received_on', 'id'],
          ['gss_code', 'received_on', 'id'],
          ['gss_code', 'decision_due_by', 'id'],
          ['gss_code', 'state', 'received_on', 'id'],
          ['gss_code', 'state', 'decision_due_by', 'id'],
          ['received_on', 'id'],
          ['decision_due_by', 'id'],
          ['state', 'received_on', 'id'],
          ['state', 'decision_due_by', 'id'],
        ],
      },
    );
  }
}

class CreateListing1700000200002 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'listing',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('asset_id'),
        column.ref('nomination_id'),
        column.day('listed_on'),
        column.day('expires_on'),
        column.day('removed_on', { nullable: true }),
        column.code('removal_ground', 32, { nullable: true }),
        column.text('removal_reasons', 'long', { nullable: true }),
        column.day('notice_given_on', { nullable: true }),
        column.json('took_part'),
        column.instant('created_at'),
        column.flag('illustrative'),
        column.version(),
      ],
      {
        indices: [
          ['asset_id', 'listed_on'],
          ['nomination_id'],
          ['gss_code', 'listed_on', 'id'],
          ['gss_code', 'expires_on', 'id'],
          ['listed_on', 'id'],
          ['expires_on', 'id'],
        ],
      },
    );
  }
}

class CreateListingReview1700000200003 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'listing_review',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('listing_id'),
        column.ref('asset_id'),
        column.code('state', 32),
        column.day('requested_on'),
        column.day('decision_due_by'),
        column.day('allowed_until', { nullable: true }),
        column.day('agreed_until', { nullable: true }),
        column.flag('hearing_requested'),
        column.day('hearing_held_on', { nullable: true }),
        column.day('decided_on', { nullable: true }),
        column.text('decided_by', 200, { nullable: true }),
        column.text('statement_of_reasons', 'long', { nullable: true }),
        column.day('decision_sent_on', { nullable: true }),
        column.day('appeal_due_by', { nullable: true }),
        column.day('appeal_received_on', { nullable: true }),
        column.flag('appeal_is_late', { nullable: true }),
        column.day('appeal_concluded_on', { nullable: true }),
        column.text('submitted_by', 200),
        column.instant('created_at'),
        column.flag('illustrative'),
        column.version(),
      ],
      {
        indices: [
          ['listing_id', 'requested_on', 'id'],
          ['gss_code', 'state', 'decision_due_by', 'id'],
        ],
      },
    );
  }
}

/** The tables of nominations, of the list, and of reviews. */
export const nominationMigrations = [
  CreateNomination1700000200001,
  CreateListing1700000200002,
  CreateListingReview1700000200003,
] as const;
