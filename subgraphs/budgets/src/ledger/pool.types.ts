import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '@coop/shared/graphql';
import { ResourceForm } from './ledger.enums';

/** Where the resources of one form are. */
@ObjectType({
  description:
    'Where what was put in is now. Every pound is in one place: total = available + allocated + committed + spent.',
})
export class CommunityPoolPart {
  @Field(() => ResourceForm, { description: 'In which form it was put in.' })
  form!: ResourceForm;

  @Field(() => Money, { description: 'What has arrived, less what was given back.' })
  total!: Money;

  @Field(() => Money, { description: 'Not yet allocated to anything.' })
  available!: Money;

  @Field(() => Money, { description: 'Set aside for priorities and services, and not yet committed.' })
  allocated!: Money;

  @Field(() => Money, { description: 'Approved for a payee, and not yet paid.' })
  committed!: Money;

  @Field(() => Money, { description: 'Paid out, or used.' })
  spent!: Money;
}

/** What is in a community budget. */
@ObjectType({
  description:
    'What partners have put into a community budget, and where it is now. Every pound is in one place: total = cash + inKind + aligned = available + allocated + committed + spent.',
})
export class CommunityPool {
  @Field(() => Money, { description: 'What has arrived in all forms, less what was given back.' })
  total!: Money;

  @Field(() => Money, { description: 'Of the total: money that was paid into the pool.' })
  cash!: Money;

  @Field(() => Money, { description: 'Of the total: time of staff, rooms and things, at their value.' })
  inKind!: Money;

  @Field(() => Money, {
    description: 'Of the total: money that partners keep and spend themselves as agreed.',
  })
  aligned!: Money;

  @Field(() => Money, {
    description: 'Set aside for priorities and services, and not yet committed; in all forms.',
  })
  allocated!: Money;

  @Field(() => Money, { description: 'Approved for a payee, and not yet paid.' })
  committed!: Money;

  @Field(() => Money, { description: 'Paid out, or used; in all forms.' })
  spent!: Money;

  @Field(() => Money, {
    description: 'Not yet allocated to anything; in all forms. Never less than nothing.',
  })
  available!: Money;

  @Field(() => [CommunityPoolPart], { description: 'The same for each form by itself.' })
  byForm!: CommunityPoolPart[];
}

/** What is not in the ledger yet. */
@ObjectType({ description: 'What shows beside the balance and is not part of it yet.' })
export class CommunityPoolOutlook {
  @Field(() => Money, { description: 'Promised by partners and not yet arrived.' })
  pledged!: Money;

  @Field(() => Money, { description: 'Asked for and not yet approved. It binds nothing.' })
  pending!: Money;

  @Field(() => Int, { description: 'How many requests wait for the panel.' })
  pendingCount!: number;
}
