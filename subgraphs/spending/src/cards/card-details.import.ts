import { bulkWrite } from '@coop/shared/commands';
import {
  contextOf,
  dayCell,
  defineColumns,
  importerOf,
  moneyCell,
  orNothing,
  textOf,
  type Importer,
  type TableImport,
} from '@coop/shared/importing';
import { bulkInsert } from '@coop/shared/persistence';
import { keepPayments } from '../access';
import { sweepPurchases } from '../redaction/sweep-names.command';
import { cardLabel, transactionKey } from './card-label';
import { cardId, newCard } from './card-row.queries';
import { CardTransaction } from './card-transaction.entity';
import { Card } from './card.entity';
import { checkCards } from './run-card-controls.command';

/** The columns of the detail that a card company or a council's own system gives out. */
const CARD_DETAIL_COLUMNS = defineColumns([
  {
    key: 'reference',
    names: [
      'Transaction Number',
      'Transaction Reference',
      'Transaction Id',
      'Transaction No',
      'Reference',
      'TransNo',
    ],
    description: "the council's number of the transaction, as its published payments have it",
    required: true,
    filled: true,
    parse: textOf(100),
  },
  {
    key: 'cardholder',
    names: ['Cardholder', 'Cardholder Name', 'Card Holder', 'Employee', 'Employee Name', 'Purchaser'],
    description: 'who made the purchase',
    required: true,
    filled: true,
    parse: textOf(200),
  },
  {
    key: 'card',
    names: [
      'Card',
      'Card Id',
      'Card Reference',
      'Card Number',
      'Last Four',
      'Last 4 Digits',
      'Account Number',
    ],
    description: 'what tells the card from others; of a long number the last four digits are kept',
    parse: textOf(100),
  },
  {
    key: 'approver',
    names: ['Approver', 'Approver Name', 'Approved By', 'Authoriser', 'Authorised By', 'Line Manager'],
    description: 'who approved it',
    parse: orNothing(textOf(200)),
  },
  {
    key: 'receiptOn',
    names: [
      'Receipt Date',
      'Receipt Day',
      'Receipt Received',
      'Receipt Uploaded',
      'Date Receipt Received',
      'Receipt',
    ],
    description: 'the day on which the receipt came',
    parse: dayCell,
    onProblem: 'keep',
  },
  {
    key: 'purchasedOn',
    names: ['Transaction Date', 'Purchase Date', 'Date'],
    description: 'the day of the purchase',
    parse: dayCell,
  },
  {
    key: 'amount',
    names: ['Amount', 'Net Amount', 'Gross Amount', 'Transaction Amount', 'Value'],
    description: 'what was bought for',
    parse: moneyCell,
  },
  {
    key: 'merchant',
    names: ['Merchant', 'Merchant Name', 'Supplier Name', 'Supplier', 'Beneficiary'],
    description: 'where it was bought',
    parse: textOf(255),
  },
  {
    key: 'merchantCategory',
    names: ['Merchant Category', 'Merchant Category Description', 'MCC Description', 'Category'],
    description: 'what the merchant sells',
    parse: orNothing(textOf(255)),
  },
]);

/** How the detail of card purchases becomes rows of ours: recognised by the reference of the transaction. */
export const cardDetailImport: TableImport<typeof CARD_DETAIL_COLUMNS, CardTransaction> = {
  kind: 'card-details',
  entity: CardTransaction,
  columns: CARD_DETAIL_COLUMNS,
  idPrefix: 'cardtransaction',
  key: 'transactionKey',
  keyName: 'transaction number',
  scope: 'gssCode',
  toRow({ cells }, { council }) {
    const { reference, cardholder, card, approver, receiptOn, purchasedOn, amount, merchant } = cells;
    if (reference === null || cardholder === null)
      return { refused: ['It has no transaction or no cardholder.'] };
    const label = cardLabel(card ?? cardholder).slice(0, 100);
    return {
      gssCode: council,
      transactionKey: transactionKey(reference),
      reference,
      cardId: cardId(council, label),
      cardLabel: label,
      ...{ cardholder, approver, receiptOn, purchasedOn, amountPence: amount, merchant },
      merchantCategory: cells.merchantCategory,
    };
  },
  async follow(manager, rows) {
    const cards = new Map(
      rows.map(({ gssCode, cardId: id, cardLabel: label, cardholder }) => [
        id,
        newCard(gssCode, label, cardholder),
      ]),
    );
    await bulkInsert(manager, Card, [...cards.values()], { unlessThere: true });
  },
};

const reader = importerOf(
  cardDetailImport,
  'Who bought by card, who approved it, and when the receipt came: for the card controls, never published.',
);

/** `coop import card-details FILE --council GSS`: reads the detail, and checks the purchases anew. */
export const cardDetailImporter: Importer = {
  ...reader,
  async run(job) {
    const outcomes = await reader.run(job);
    const { council, dryRun } = job.options;
    if (dryRun || typeof council !== 'string') return outcomes;
    const context = contextOf(job);
    await sweepPurchases(context, council);
    await bulkWrite(context, { name: 'cardControlsRun' }, async (tx) => {
      const changes = { ...(await checkCards(tx, council)) };
      await tx.record({ council, subject: `council_${council}`, changes });
    });
    return outcomes;
  },
  upload: { right: keepPayments, options: ['dryRun'] },
};
