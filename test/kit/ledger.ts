import { defineCommand, done } from '@coop/shared/commands';
import {
  CodeColumn,
  column,
  createTable,
  DayColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  Migration,
  PenceColumn,
  RealColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import { problem, refuse } from '@coop/shared/problems';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Entity, Index, type QueryRunner } from 'typeorm';

/** An account of an imagined ledger: a row with every kind of column, for the kernel's own tests. */
@Entity('account')
@Index(['council', 'nameSort', 'id'])
@Index(['nameSort', 'id'])
@Index(['openedAt', 'id'])
@Index(['balance', 'id'])
export class Account {
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  council!: string;

  @TextColumn(200)
  name!: string;

  @TextColumn(191)
  nameSort!: string;

  @PenceColumn()
  balance!: number;

  @InstantColumn()
  openedAt!: Date;

  @DayColumn({ nullable: true })
  reviewOn!: string | null;

  @IntegerColumn({ default: 0 })
  moves!: number;

  @RealColumn({ nullable: true })
  share!: number | null;

  @FlagColumn({ default: false })
  closed!: boolean;

  @JsonColumn({ nullable: true })
  facts!: unknown;

  @TextColumn('long', { nullable: true })
  notes!: string | null;

  @RefColumn({ nullable: true })
  parentId!: string | null;

  @VersionColumn()
  version!: number;
}

/** Creates the table of `Account`. */
export class Accounts1760000000000 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'account',
      [
        column.id(),
        column.code('council', 9),
        column.text('name', 200),
        column.text('name_sort', 191),
        column.pence('balance'),
        column.instant('opened_at'),
        column.day('review_on', { nullable: true }),
        column.integer('moves', { default: 0 }),
        column.real('share', { nullable: true }),
        column.flag('closed', { default: false }),
        column.json('facts', { nullable: true }),
        column.text('notes', 'long', { nullable: true }),
        column.ref('parent_id', { nullable: true }),
        column.version(),
      ],
      {
        indices: [
          ['council', 'name_sort', 'id'],
          ['name_sort', 'id'],
          ['opened_at', 'id'],
          ['balance', 'id'],
        ],
      },
    );
  }
}

/** What the ledger's database is made of. */
export const LEDGER = { entities: [Account], migrations: [Accounts1760000000000] };

/** Opens an account. */
export class AccountOpenInput {
  @IsString()
  @MaxLength(200)
  name!: string;

  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  pence!: number;

  @IsOptional()
  @IsString()
  idempotencyKey?: string;
}

/** The command of `AccountOpenInput`. */
export const accountOpen = defineCommand<AccountOpenInput>({
  name: 'accountOpen',
  input: AccountOpenInput,
  async handle(tx, input) {
    const account = await tx.insert(Account, {
      id: tx.newId('account'),
      council: tx.actor.council ?? '',
      name: input.name,
      nameSort: input.name.toLowerCase(),
      balance: input.pence,
      openedAt: tx.now,
    });
    return done({ council: account.council, subject: account.id, changes: { pence: input.pence } });
  },
});

/** Moves pence between two accounts, locking them in the order given: the wrong way, on purpose, if `unsorted`. */
export interface AccountMoveInput {
  from: string;
  to: string;
  pence: number;
  unsorted?: boolean;
  idempotencyKey?: string;
}

/** The command of `AccountMoveInput`. */
export const accountMove = defineCommand<AccountMoveInput>({
  name: 'accountMove',
  async handle(tx, { from, to, pence, unsorted }) {
    const rows = unsorted
      ? [await tx.lock(Account, from), await tx.lock(Account, to)]
      : await tx.lockMany(Account, [from, to]);
    const source = rows.find((row) => row?.id === from);
    const target = rows.find((row) => row?.id === to);
    if (!source || !target) return refuse(problem.notFound('There is no such account.'));
    source.balance -= pence;
    target.balance += pence;
    source.moves += 1;
    await tx.update(source);
    await tx.update(target);
    if (source.balance < 0)
      return refuse(problem.limitExceeded('Too little money.', source.balance + pence, pence));
    return done({
      council: source.council,
      subject: from,
      changes: { to, pence },
      receipt: { left: source.balance },
    });
  },
});
