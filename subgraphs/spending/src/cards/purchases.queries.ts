import type { EntityManager } from 'typeorm';
import { visibleImports } from '@coop/shared/importing';
import { safeNumber } from '@coop/shared/persistence';
import { visiblePayments } from '../payments/payment.queries';
import type { Purchase } from './card-controls.rules';
import { transactionKey } from './card-label';
import { CardTransaction } from './card-transaction.entity';

/** A purchase, and the rows that it was put together of. */
export interface KnownPurchase extends Purchase {
  readonly paymentIds: readonly string[];
  readonly transactionId: string | null;
}

interface RawPayment {
  readonly id: string;
  readonly reference: string | null;
  readonly day: string;
  readonly amount: string | number;
  readonly merchant: string;
  readonly category: string | null;
}

interface Draft {
  day: string;
  amountPence: number;
  merchant: string;
  category: string | null;
  paymentIds: string[];
}

/**
 * All purchases by card of a council: the published card payments, their lines put together by reference, each with
 * its detail where one was imported; and details that say day and amount themselves.
 */
export async function purchasesOf(manager: EntityManager, gssCode: string): Promise<KnownPurchase[]> {
  const payments = await visiblePayments(manager)
    .select('payment.id', 'id')
    .addSelect('payment.reference', 'reference')
    .addSelect('payment.paidOn', 'day')
    .addSelect('payment.amountPence', 'amount')
    .addSelect('payment.supplierName', 'merchant')
    .addSelect('payment.merchantCategory', 'category')
    .andWhere('payment.gssCode = :gssCode AND payment.channel = :card', { gssCode, card: 'CARD' })
    .orderBy('payment.paidOn')
    .addOrderBy('payment.id')
    .getRawMany<RawPayment>();
  const details = await manager
    .createQueryBuilder(CardTransaction, 'detail')
    .where(visibleImports('detail'))
    .andWhere('detail.gssCode = :gssCode', { gssCode })
    .getMany();
  const drafts = new Map<string, Draft>();
  for (const { id, reference, day, amount, merchant, category } of payments) {
    // What has no reference of its own cannot meet its detail, and no other line.
    const key = reference === null ? id : `${transactionKey(reference)} ${day}`;
    const draft = drafts.get(key);
    if (draft) {
      draft.amountPence += safeNumber(amount);
      draft.paymentIds.push(id);
    } else drafts.set(key, { day, amountPence: safeNumber(amount), merchant, category, paymentIds: [id] });
  }
  const byKey = new Map(details.map((detail) => [detail.transactionKey, detail]));
  const met = new Set<string>();
  const purchases: KnownPurchase[] = [];
  for (const [key, draft] of drafts) {
    const detail = byKey.get(key.split(' ')[0]!) ?? null;
    if (detail) met.add(detail.id);
    purchases.push({ key, ...draft, transactionId: detail?.id ?? null, detail: detail && detailOf(detail) });
  }
  for (const detail of details) {
    const { id, purchasedOn, amountPence, merchant, merchantCategory } = detail;
    if (met.has(id) || purchasedOn === null || amountPence === null) continue;
    purchases.push({
      ...{ key: `${detail.transactionKey} ${purchasedOn}`, day: purchasedOn, amountPence },
      ...{ merchant: merchant ?? '', category: merchantCategory, paymentIds: [], transactionId: id },
      detail: detailOf(detail),
    });
  }
  return purchases;
}

const detailOf = ({ cardId, cardholder, approver, receiptOn }: CardTransaction) => ({
  card: cardId,
  cardholder,
  approver,
  receiptOn,
});
