import { Field, ID, ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import { LocalDateScalar } from '@coop/shared/graphql';
import {
  CodeColumn,
  DayColumn,
  IdColumn,
  PenceColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';

/**
 * The detail of a purchase by card that no published file has: who bought, who approved, when the receipt came. Day,
 * amount and merchant are those of the published payment with the same reference, unless the file says them too.
 */
@Entity('card_transaction')
@Index(['gssCode', 'transactionKey'])
@Index(['importRunId'])
@Index(['cardId'])
@ObjectType({
  description:
    'The detail of a purchase by card: who bought, who approved, when the receipt came. For finance officers and auditors of the council alone.',
})
export class CardTransaction {
  @Field(() => ID, { description: 'Its id, `cardtransaction_…`.' })
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  gssCode!: string;

  /** The import that brought it; '' where none did. */
  @CodeColumn(64)
  importRunId!: string;

  /** The reference in its normal form: by this it meets the published payment. */
  @TextColumn(100)
  transactionKey!: string;

  @Field(() => String, { description: "The council's number of the transaction." })
  @TextColumn(100)
  reference!: string;

  @RefColumn()
  cardId!: string;

  /** What tells the card from others, as the file has it; of a long number the last four digits. */
  @TextColumn(100)
  cardLabel!: string;

  @Field(() => String, { description: 'Who made the purchase.' })
  @TextColumn(200)
  cardholder!: string;

  @Field(() => String, { nullable: true, description: 'Who approved it; null where nobody is named.' })
  @TextColumn(200, { nullable: true })
  approver!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which the receipt came; null where none has.',
  })
  @DayColumn({ nullable: true })
  receiptOn!: LocalDate | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day of the purchase, where the file says it.',
  })
  @DayColumn({ nullable: true })
  purchasedOn!: LocalDate | null;

  @PenceColumn({ nullable: true })
  amountPence!: number | null;

  @Field(() => String, { nullable: true, description: 'The merchant, where the file says it.' })
  @TextColumn(255, { nullable: true })
  merchant!: string | null;

  @Field(() => String, { nullable: true, description: 'What the merchant sells, where the file says it.' })
  @TextColumn(255, { nullable: true })
  merchantCategory!: string | null;

  @VersionColumn()
  version!: number;
}
