import { Directive, Field, ObjectType } from 'type-graphql';
import { assertPence, formatPence, penceToPounds, type Pence } from '../money';
import { SafeIntScalar } from './scalars';

/** A sum of pounds sterling. */
@Directive('@shareable')
@ObjectType({ description: 'A sum of money in pounds sterling, exact to the penny.' })
export class Money {
  @Field(() => SafeIntScalar, { description: 'The sum in whole pence; negative for a credit.' })
  pence!: Pence;

  /** Money of so many whole pence. */
  static of(pence: Pence): Money {
    const money = new Money();
    money.pence = assertPence(pence);
    return money;
  }

  /** Money, or null where there is no figure. */
  static orNull(pence: Pence | null | undefined): Money | null {
    return pence === null || pence === undefined ? null : Money.of(pence);
  }

  @Field(() => String, { description: 'The sum in pounds as a plain decimal with two places: `1234.50`.' })
  pounds(): string {
    return penceToPounds(this.pence);
  }

  @Field(() => String, { description: 'The sum as people read it: `£1,234.50`.' })
  formatted(): string {
    return formatPence(this.pence);
  }
}
