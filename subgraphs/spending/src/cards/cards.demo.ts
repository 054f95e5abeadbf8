import type { DemoWorld } from '@coop/shared/graphql';
import { fixedId } from '@coop/shared/ids';
import { addDays, addYears, startOfLondonDay } from '@coop/shared/time';
import { writeDemoFile } from '../payments/payment-file.demo';
import { CardBreach } from './card-breach.entity';
import { transactionKey } from './card-label';
import { CardPolicy } from './card-policy.entity';
import { cardId, newCard } from './card-row.queries';
import { CardTransaction } from './card-transaction.entity';
import { Card, CardLimit } from './card.entity';
import { MERCHANT_FACTS, POLICY_FACT, PURCHASE_FACTS } from './cards.facts';
import { checkCards } from './run-card-controls.command';

const OLDHAM = 'E08000004';

/** Plants purchases by card with their detail and a policy, checks them, and has one breach explained. */
export async function cardsDemo({ tx, today }: DemoWorld): Promise<void> {
  const day = (daysAgo: number) => addDays(today, -daysAgo);
  await writeDemoFile(tx.manager, {
    council: OLDHAM,
    file: 'oldham-cards-in-question.csv',
    importedAt: startOfLondonDay(day(2)),
    suppliers: new Map(MERCHANT_FACTS.map((fact) => [fact.publishedId, fact])),
    payments: PURCHASE_FACTS.map(({ reference, supplier, daysAgo, pounds, merchantCategory }) => ({
      ...{
        reference,
        supplier,
        paidOn: day(daysAgo),
        amountPence: Math.round(pounds * 100),
        merchantCategory,
      },
      ...{
        irrecoverableVatPence: 0,
        department: 'Communities and Neighbourhoods',
        purpose: 'Procurement card',
      },
      ...{ category: 'Purchasing cards', invoiceNumber: null, channel: 'CARD' as const, isCapital: false },
    })),
  });
  await tx.insert(CardPolicy, {
    ...{ id: fixedId('cardpolicy', 'oldham'), gssCode: OLDHAM, fromOn: addYears(today, -2), untilOn: null },
    ...{ ...POLICY_FACT, illustrative: true },
  });
  const holders = new Map(PURCHASE_FACTS.map(({ card, cardholder }) => [card, cardholder]));
  for (const [label, cardholder] of holders) await tx.insert(Card, newCard(OLDHAM, label, cardholder));
  const [first] = [...holders.keys()];
  await tx.insert(CardLimit, {
    ...{ id: fixedId('cardlimit', 'oldham'), gssCode: OLDHAM, cardId: cardId(OLDHAM, first!) },
    ...{ fromOn: addYears(today, -1), untilOn: null, transactionPence: 50_000, monthPence: 100_000 },
  });
  await tx.insertMany(
    CardTransaction,
    PURCHASE_FACTS.map(({ reference, daysAgo, card, cardholder, approver, receiptAfter }) => ({
      ...{ id: fixedId('cardtransaction', reference), gssCode: OLDHAM, importRunId: '', reference },
      ...{ transactionKey: transactionKey(reference), cardId: cardId(OLDHAM, card), cardLabel: card },
      ...{ cardholder, approver, receiptOn: receiptAfter === null ? null : day(daysAgo - receiptAfter) },
    })),
  );
  await checkCards(tx, OLDHAM);
  const [late] = await tx.manager.findBy(CardBreach, { gssCode: OLDHAM, kind: 'RECEIPT_LATE' });
  if (late)
    await tx.update(
      Object.assign(late, {
        ...{ state: 'EXPLAINED', explanation: 'The hotel sent its invoice three weeks after the event.' },
        explainedBy: 'demo-officer',
      }),
    );
}
