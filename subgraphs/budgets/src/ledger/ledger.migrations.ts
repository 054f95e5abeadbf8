import type { QueryRunner } from 'typeorm';
import { addColumns, column, createTable, Migration } from '@coop/shared/persistence';

class CreateLedgerAccount1700000300001 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'ledger_account',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('fund_id'),
        column.code('kind', 16),
        column.code('form', 16),
        column.ref('owner'),
        column.pence('balance_pence'),
        column.version(),
      ],
      {
        indices: [{ columns: ['fund_id', 'kind', 'form', 'owner'], unique: true }, ['gss_code', 'fund_id']],
      },
    );
  }
}

class CreateLedgerPosting1700000300002 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'ledger_posting',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('fund_id'),
        column.integer('number'),
        column.code('kind', 16),
        column.code('form', 16),
        column.day('posted_on'),
        column.instant('recorded_at'),
        column.pence('amount_pence'),
        column.text('narrative', 500),
        column.ref('subject_id'),
        column.ref('reverses', { nullable: true }),
        column.flag('illustrative'),
      ],
      {
        indices: [
          { columns: ['fund_id', 'number'], unique: true },
          ['fund_id', 'posted_on'],
          ['gss_code', 'posted_on'],
          ['subject_id', 'number'],
          { columns: ['reverses'], unique: true },
        ],
      },
    );
  }
}

class CreateLedgerEntry1700000300003 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'ledger_entry',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('fund_id'),
        column.ref('posting_id'),
        column.integer('position'),
        column.ref('account_id'),
        column.day('posted_on'),
        column.pence('amount_pence'),
      ],
      {
        indices: [
          ['posting_id', 'position'],
          ['account_id', 'posted_on'],
          ['fund_id', 'posted_on'],
          ['gss_code', 'posted_on'],
        ],
      },
    );
  }
}

class CreateLedgerPeriod1700000300004 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'ledger_period',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('fund_id'),
        column.day('from_on'),
        column.day('until_on'),
        column.instant('closed_at'),
        column.integer('posting_count'),
        column.json('closing'),
      ],
      {
        indices: [{ columns: ['fund_id', 'until_on'], unique: true }, ['gss_code', 'until_on']],
      },
    );
  }
}

class CreateContribution1700000300005 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'contribution',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('fund_id'),
        column.ref('partner_id'),
        column.code('form', 16),
        column.code('state', 16),
        column.text('description', 500),
        column.day('pledged_on'),
        column.pence('pledged_pence'),
        column.real('hours', { nullable: true }),
        column.pence('hourly_rate_pence', { nullable: true }),
        column.pence('received_pence'),
        column.pence('returned_pence'),
        column.flag('illustrative'),
        column.version(),
      ],
      {
        indices: [
          ['fund_id', 'pledged_on'],
          ['gss_code', 'pledged_on'],
          ['partner_id', 'pledged_on'],
        ],
      },
    );
  }
}

class CreateAllocation1700000300006 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'allocation',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('fund_id'),
        column.code('form', 16),
        column.text('purpose', 300),
        column.ref('priority_id', { nullable: true }),
        column.ref('service_id', { nullable: true }),
        column.day('allocated_on'),
        column.flag('illustrative'),
      ],
      {
        indices: [
          ['fund_id', 'allocated_on'],
          ['gss_code', 'allocated_on'],
        ],
      },
    );
  }
}

class CreateCommitment1700000300007 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'commitment',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('fund_id'),
        column.ref('allocation_id'),
        column.code('state', 16),
        column.text('purpose', 500),
        column.text('payee_name', 300),
        column.text('payee_name_sort', 191),
        column.ref('payee_organisation_id', { nullable: true }),
        column.text('payee_account', 200),
        column.flag('payee_is_person'),
        column.pence('amount_pence'),
        column.pence('paid_pence'),
        column.pence('released_pence'),
        column.integer('approvals_needed'),
        column.day('requested_on'),
        column.text('requested_by', 200),
        column.flag('illustrative'),
        column.version(),
      ],
      {
        indices: [
          ['fund_id', 'requested_on'],
          ['fund_id', 'state', 'requested_on'],
          ['gss_code', 'requested_on'],
          ['allocation_id', 'requested_on'],
        ],
      },
    );
  }
}

class CreateCommitmentVerdict1700000300008 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'commitment_verdict',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('commitment_id'),
        column.ref('member_id'),
        column.code('member_key', 43),
        column.text('member_name', 300),
        column.code('verdict', 16),
        column.text('statement_of_reasons', 'long', { nullable: true }),
        column.day('given_on'),
      ],
      {
        indices: [
          { columns: ['commitment_id', 'member_id'], unique: true },
          { columns: ['commitment_id', 'member_key'], unique: true },
          ['gss_code', 'given_on'],
        ],
      },
    );
  }
}

class CreatePanelMember1700000300009 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'panel_member',
      [
        column.id(),
        column.code('gss_code', 9),
        column.ref('fund_id'),
        column.text('account', 191),
        column.text('name', 300),
        column.text('name_sort', 191),
        column.ref('organisation_id', { nullable: true }),
      ],
      { indices: [{ columns: ['fund_id', 'account'], unique: true }, ['gss_code', 'fund_id']] },
    );
  }
}

class AddRequestedByPersonToCommitment1700000300010 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'commitment', [column.code('requested_by_person', 43, { default: '' })]);
  }
}

/** The tables of the ledger. */
export const ledgerMigrations = [
  CreateLedgerAccount1700000300001,
  CreateLedgerPosting1700000300002,
  CreateLedgerEntry1700000300003,
  CreateLedgerPeriod1700000300004,
  CreateContribution1700000300005,
  CreateAllocation1700000300006,
  CreateCommitment1700000300007,
  CreateCommitmentVerdict1700000300008,
  CreatePanelMember1700000300009,
  AddRequestedByPersonToCommitment1700000300010,
] as const;
