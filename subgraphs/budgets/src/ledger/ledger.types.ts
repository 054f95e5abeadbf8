import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar, LocalDateScalar, Money, Node, NodeId } from '@coop/shared/graphql';
import type { LocalDate } from '@coop/shared/time';
import { Organisation } from '../stubs';
import { LedgerAccountKind, LedgerPostingKind, ResourceForm } from './ledger.enums';
import { CommunityPool } from './pool.types';

/** An account with its balance. */
@ObjectType('FundAccount', { description: 'An account of the ledger with its balance.' })
export class LedgerAccountType {
  @Field(() => ID, { description: 'Its id, `account_…`.' })
  id!: string;

  @Field(() => LedgerAccountKind, { description: 'What it stands for.' })
  kind!: LedgerAccountKind;

  @Field(() => ResourceForm, { description: 'In which form.' })
  form!: ResourceForm;

  /** Id of the partner or allocation. */
  owner!: string;

  @Field(() => Money, {
    description: 'Its balance, never less than nothing. Contributions are credits, all others debits.',
  })
  balance!: Money;
}

/** A line of a posting. */
@ObjectType({ description: 'A line of a posting: an account with a debit or a credit.' })
export class LedgerLine {
  @Field(() => LedgerAccountType, { description: 'The account, with its balance as it is now.' })
  account!: LedgerAccountType;

  @Field(() => Money, { nullable: true, description: 'The debit; null for a credit.' })
  debit!: Money | null;

  @Field(() => Money, { nullable: true, description: 'The credit; null for a debit.' })
  credit!: Money | null;
}

/** A posting. */
@NodeId('posting')
@ObjectType('LedgerPosting', {
  implements: [Node],
  description: 'A posting: two or more lines whose debits equal their credits. It is never changed. Public.',
})
export class LedgerPostingType {
  id!: string;

  @Field(() => Int, { description: "Its number in the budget's book, from 1 without gaps." })
  number!: number;

  @Field(() => LedgerPostingKind, { description: 'Why it was posted.' })
  kind!: LedgerPostingKind;

  @Field(() => ResourceForm, { description: 'In which form.' })
  form!: ResourceForm;

  @Field(() => LocalDateScalar, { description: 'The day that it counts for.' })
  postedOn!: LocalDate;

  @Field(() => DateTimeScalar, { description: 'When it was entered.' })
  recordedAt!: Date;

  @Field(() => String, { description: 'What it is of, in words.' })
  narrative!: string;

  @Field(() => Boolean, { description: 'True when it is made up for demonstration.' })
  illustrative!: boolean;
}

/** A closed period. */
@ObjectType('LedgerPeriod', {
  description: 'A closed period of a budget’s accounts: nothing can be posted to its days any longer.',
})
export class LedgerPeriodType {
  @Field(() => ID, { description: 'Its id, `period_…`.' })
  id!: string;

  @Field(() => LocalDateScalar, { description: 'Its first day.' })
  fromOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Its last day.' })
  untilOn!: LocalDate;

  @Field(() => DateTimeScalar, { description: 'When it was closed.' })
  closedAt!: Date;

  @Field(() => Int, { description: 'How many postings there were up to its last day.' })
  postingCount!: number;
}

/** What the accounts come to as of a day. */
@ObjectType({
  description: 'The accounts of a community budget as of the end of a day, worked out of its postings.',
})
export class LedgerStatement {
  /** Id of the budget. */
  fundId!: string;

  @Field(() => LocalDateScalar, { description: 'The day.' })
  on!: LocalDate;

  @Field(() => Boolean, { description: 'True when the day lies in a closed period: the figures are final.' })
  isClosed!: boolean;

  @Field(() => Int, { description: 'How many postings it rests on.' })
  postingCount!: number;

  @Field(() => CommunityPool, { description: 'Where what had been put in was.' })
  pool!: CommunityPool;

  @Field(() => [LedgerAccountType], { description: 'The accounts with what they came to.' })
  accounts!: LedgerAccountType[];
}

/** Whether the book is sound. */
@ObjectType({
  description:
    'What came of recomputing the ledger of a community budget from its postings, at the time of the request.',
})
export class LedgerCheck {
  @Field(() => Boolean, { description: 'True when nothing is wrong.' })
  isSound!: boolean;

  @Field(() => Int, { description: 'How many postings were added up.' })
  postingCount!: number;

  @Field(() => [String], { description: 'What is wrong, a sentence each; empty when nothing is.' })
  faults!: string[];
}

/** Who is to be paid. */
@ObjectType({ description: 'Who is to be paid.' })
export class BudgetPayee {
  @Field(() => String, {
    description: 'The name; `An individual` for a person, unless an officer or auditor of the council asks.',
  })
  name!: string;

  @Field(() => Boolean, { description: 'True for a person.' })
  isPerson!: boolean;

  @Field(() => Organisation, {
    nullable: true,
    description: 'Its entry in the directory; null where it has none, or where the directory is away.',
  })
  organisation!: Organisation | null;
}
