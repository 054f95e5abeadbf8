import { Entity, Index } from 'typeorm';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  PenceColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import type { LedgerAccountKind, LedgerPostingKind, ResourceForm } from './ledger.enums';

/** An account of a fund with its kept balance. What the graph shows of it is worked out in the queries. */
@Entity('ledger_account')
@Index(['fundId', 'kind', 'form', 'owner'], { unique: true })
@Index(['gssCode', 'fundId'])
export class LedgerAccount {
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  /** The community budget or ward budget whose ledger it is part of. */
  @RefColumn()
  fundId!: string;

  @CodeColumn(16)
  kind!: LedgerAccountKind;

  @CodeColumn(16)
  form!: ResourceForm;

  /** Id of the partner or allocation whose account it is; '' where the fund has only one of it. */
  @RefColumn()
  owner!: string;

  /** Sum of its entries, debits positive; written in the transaction of every posting. */
  @PenceColumn()
  balancePence!: number;

  @VersionColumn()
  version!: number;
}

/** A posting: two or more entries that add up to nothing. Never changed, never deleted. */
@Entity('ledger_posting')
@Index(['fundId', 'number'], { unique: true })
@Index(['fundId', 'postedOn'])
@Index(['gssCode', 'postedOn'])
@Index(['subjectId', 'number'])
@Index(['reverses'], { unique: true })
export class LedgerPosting {
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  @RefColumn()
  fundId!: string;

  /** Its place in the fund's book, from 1 without gaps. */
  @IntegerColumn()
  number!: number;

  @CodeColumn(16)
  kind!: LedgerPostingKind;

  @CodeColumn(16)
  form!: ResourceForm;

  @DayColumn()
  postedOn!: LocalDate;

  @InstantColumn()
  recordedAt!: Date;

  /** Sum of its debits. */
  @PenceColumn()
  amountPence!: number;

  @TextColumn(500)
  narrative!: string;

  /** Id of the contribution, allocation or commitment that it is of; '' for a journal. */
  @RefColumn()
  subjectId!: string;

  /** Id of the posting that it turns round; no two turn the same one round. */
  @RefColumn({ nullable: true })
  reverses!: string | null;

  @FlagColumn()
  illustrative!: boolean;
}

/** One line of a posting. */
@Entity('ledger_entry')
@Index(['postingId', 'position'])
@Index(['accountId', 'postedOn'])
@Index(['fundId', 'postedOn'])
@Index(['gssCode', 'postedOn'])
export class LedgerEntry {
  /** The posting's id and the position together. */
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  @RefColumn()
  fundId!: string;

  @RefColumn()
  postingId!: string;

  @IntegerColumn()
  position!: number;

  @RefColumn()
  accountId!: string;

  /** The posting's day, repeated so that a balance as of a day is one index range. */
  @DayColumn()
  postedOn!: LocalDate;

  /** A debit is positive, a credit negative. */
  @PenceColumn()
  amountPence!: number;
}

/** An account's balance as a period was closed. */
export interface ClosingBalance {
  readonly accountId: string;
  readonly balancePence: number;
}

/** A closed period of a fund's book. */
@Entity('ledger_period')
@Index(['fundId', 'untilOn'], { unique: true })
@Index(['gssCode', 'untilOn'])
export class LedgerPeriod {
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  @RefColumn()
  fundId!: string;

  @DayColumn()
  fromOn!: LocalDate;

  @DayColumn()
  untilOn!: LocalDate;

  @InstantColumn()
  closedAt!: Date;

  /** Number of the last posting up to its last day; later numbers belong to later days or corrections. */
  @IntegerColumn()
  postingCount!: number;

  /** The balances on its last day, kept so that anybody can see that they still are what they were. */
  @JsonColumn()
  closing!: ClosingBalance[];
}
