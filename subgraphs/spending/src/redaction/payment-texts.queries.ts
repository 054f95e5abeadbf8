import { labelKeys } from '../payments/payment-keys.queries';
import type { Payment } from '../payments/payment.entity';
import type { Redactions } from './redactions.queries';

/** The columns of a payment in which files say something in words, beside who was paid, with their lengths. */
const TEXTS = {
  department: 255,
  purpose: 255,
  category: 255,
  merchantCategory: 255,
  reference: 100,
  invoiceNumber: 100,
} as const;
type TextName = keyof typeof TEXTS;

/** What a payment says in words. */
export type PaymentTexts = Pick<Payment, TextName>;

/** What of a payment's texts is to be changed, so that they name nobody who is not to be shown; null for nothing. */
export function cleanTexts(payment: PaymentTexts, redactions: Redactions): Partial<Payment> | null {
  const changed: Partial<PaymentTexts> = {};
  for (const [name, longest] of Object.entries(TEXTS) as [TextName, number][]) {
    const text = payment[name];
    if (text === null) continue;
    const shown = redactions.clean(text, longest);
    if (shown !== text) changed[name] = shown;
  }
  if (Object.keys(changed).length === 0) return null;
  const { department, purpose, category } = { ...payment, ...changed };
  return { ...changed, ...labelKeys({ department, purpose, category }) };
}
