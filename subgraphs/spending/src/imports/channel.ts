/** A mark of card purchases: `P-CARD JUNE 18`, `GPC`, `Purchasing Card`. Bank charges for credit cards are none. */
export const CARD_MARK =
  /\b(?:p\s?-?\s?card|gpc|(?:procurement|purchas(?:e|ing)|corporate)\s?-?\s?card)s?\b/i;

const YES = /^(?:y|yes|true|1|x)$/i;

/** What a row says of how it was paid. */
export interface ChannelSigns {
  /** The cell of a column that says whether a card was used. */
  readonly card: string;
  readonly transactionType: string;
  readonly reference: string;
  readonly purpose: string;
  readonly merchantCategory: string;
  /** The cell of a column that says whether it was a grant. */
  readonly grant: string;
}

/** How a payment was made, as the enum of payments has it. */
export type Channel = 'INVOICE' | 'CARD' | 'GRANT' | 'PAYROLL' | 'JOURNAL';

/**
 * How a payment was made, by whatever the row says; what says nothing was paid on an invoice.
 * @param isCardFile the file holds card purchases only
 */
export function channelOf(signs: ChannelSigns, isCardFile: boolean): Channel {
  const { card, transactionType, reference, purpose, merchantCategory, grant } = signs;
  if (YES.test(card) || CARD_MARK.test(card)) return 'CARD';
  if (transactionType !== '') {
    if (CARD_MARK.test(transactionType)) return 'CARD';
    if (/\b(?:payroll|wages|salar)/i.test(transactionType)) return 'PAYROLL';
    if (/\bjournals?\b|^(?:jnl|gj|jv)$/i.test(transactionType)) return 'JOURNAL';
    if (/\bgrants?\b/i.test(transactionType)) return 'GRANT';
  }
  if (CARD_MARK.test(reference) || CARD_MARK.test(purpose)) return 'CARD';
  if (isCardFile && card === '') return 'CARD';
  // A merchant category is what the card scheme knows of a shop: no invoice has one.
  if (merchantCategory !== '' && card === '' && transactionType === '') return 'CARD';
  if (YES.test(grant) || /^(?:vcse )?grant\b/i.test(grant)) return 'GRANT';
  return 'INVOICE';
}

/** True for a file whose name says that it holds card purchases: `2022-06-card.csv`, `GPC Q3.xlsx`. */
export const namesCards = (file: string): boolean =>
  /(?:^|[^a-z])(?:p[\s_-]?cards?|gpc|cards?|purchas(?:e|ing)[\s_-]?cards?)(?=[^a-z]|$)/i.test(file);
