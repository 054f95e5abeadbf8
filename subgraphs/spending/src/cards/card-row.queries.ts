import { contentCode, textSort } from '@coop/shared/persistence';
import type { Card } from './card.entity';

/** The id of a council's card, always the same for the same label: nobody need look it up. */
export const cardId = (gssCode: string, label: string): string =>
  `card_${contentCode(`${gssCode} ${textSort(label)}`, 26)}`;

/** A new record of a card. */
export function newCard(gssCode: string, label: string, cardholder: string): Omit<Card, 'version'> {
  return { id: cardId(gssCode, label), gssCode, label, labelSort: textSort(label), cardholder };
}
