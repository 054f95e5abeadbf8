import type { QueryRunner } from 'typeorm';
import { addColumns, column, createTable, Migration } from '@coop/shared/persistence';

class CreateVote1700000700001 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'vote',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('community_budget_id', { nullable: true }),
        column.text('title', 300),
        column.text('title_sort', 191),
        column.text('description', 'long'),
        column.code('state', 32),
        column.code('ballot_kind', 32),
        column.code('rule', 32),
        column.pence('budget_pence'),
        column.integer('most_choices', { nullable: true }),
        column.integer('points', { nullable: true }),
        column.integer('least_support', { nullable: true }),
        column.json('wards'),
        column.integer('minimum_age'),
        column.day('age_on'),
        column.day('started_on'),
        column.instant('opens_at', { nullable: true }),
        column.instant('closes_at', { nullable: true }),
        column.instant('tallied_at', { nullable: true }),
        column.integer('ballots_counted', { nullable: true }),
        column.pence('spent_pence', { nullable: true }),
        column.text('statement_of_reasons', 'long', { nullable: true }),
        column.flag('illustrative'),
        column.version(),
      ],
      {
        indices: [
          ['gss_code', 'started_on'],
          ['gss_code', 'title_sort'],
          ['gss_code', 'state', 'closes_at'],
          ['community_budget_id', 'started_on'],
          ['community_budget_id', 'title_sort'],
          ['started_on'],
          ['title_sort'],
        ],
      },
    );
  }
}

class CreateVoteProject1700000700002 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'vote_project',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('vote_id'),
        column.text('name', 300),
        column.text('description', 'long'),
        column.pence('cost_pence'),
        column.code('state', 32),
        column.integer('number'),
        column.text('proposed_by', 255),
        column.day('proposed_on'),
        column.day('assessed_on', { nullable: true }),
        column.text('statement_of_reasons', 'long', { nullable: true }),
        column.integer('funded_order', { nullable: true }),
        column.integer('support', { nullable: true }),
        column.integer('votes', { nullable: true }),
        column.text('explanation', 'long', { nullable: true }),
        column.text('progress_note', 'long', { nullable: true }),
        column.day('progress_on', { nullable: true }),
        column.flag('illustrative'),
        column.version(),
      ],
      {
        indices: [
          ['gss_code', 'vote_id', 'number'],
          ['vote_id', 'number'],
          ['vote_id', 'cost_pence'],
        ],
      },
    );
  }
}

class AddVotersAddedWhileOpenToVote1700000700003 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'vote', [column.integer('voters_added_while_open', { nullable: true })]);
  }
}

/** The tables of votes and their projects; those of rolls and ballots come from shared/ballots. */
export const voteMigrations = [
  CreateVote1700000700001,
  CreateVoteProject1700000700002,
  AddVotersAddedWhileOpenToVote1700000700003,
] as const;
