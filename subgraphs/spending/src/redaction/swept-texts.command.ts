import { In, MoreThan, type EntityManager } from 'typeorm';
import type { BulkTx } from '@coop/shared/commands';
import { ImportProblem, ImportRun } from '@coop/shared/persistence';
import { CardTransaction } from '../cards/card-transaction.entity';
import { DuplicateCandidate } from '../duplicates/duplicate-candidate.entity';
import { KIND } from '../imports/kind';
import { SpendImportRecord } from '../imports/spend-import.entity';
import { Payment } from '../payments/payment.entity';
import { rollUpMonth } from '../summary/roll-up-month.command';
import { Supplier } from '../suppliers/supplier.entity';
import { cleanTexts, type PaymentTexts } from './payment-texts.queries';
import type { Redactions } from './redactions.queries';

/** A chunk of rows that were searched. */
export interface SweptChunk {
  /** The last row that was read; null when there are no more. */
  readonly after: string | null;
  /** Writes what is to be changed, inside a transaction; null when nothing is. */
  readonly change: ((tx: BulkTx) => Promise<void>) | null;
}

/** Texts of a council that are searched for names, chunk by chunk. */
type Sweep = (
  reader: EntityManager,
  gssCode: string,
  redactions: Redactions,
  after: string,
  most: number,
) => Promise<SweptChunk>;

type PaymentRow = PaymentTexts & Pick<Payment, 'id' | 'paidOn' | 'supplierName'>;

const payments: Sweep = async (reader, gssCode, redactions, after, most) => {
  const [day = '', id = ''] = after.split(' ');
  const rows: PaymentRow[] = await reader
    .createQueryBuilder(Payment, 'payment')
    .select(
      'id paidOn supplierName department purpose category merchantCategory reference invoiceNumber'
        .split(' ')
        .map((name) => `payment.${name}`),
    )
    .where('payment.gssCode = :gssCode AND payment.paidOn >= :day', { gssCode, day })
    .andWhere('(payment.paidOn > :day OR payment.id > :id)', { day, id })
    .orderBy('payment.paidOn')
    .addOrderBy('payment.id')
    .limit(most)
    .getMany();
  const changes = new Map<string, Partial<Payment>>();
  for (const row of rows) {
    const shown = redactions.shownFor(row.supplierName);
    const texts = cleanTexts(row, redactions);
    if (shown !== null || texts)
      changes.set(row.id, { ...texts, ...(shown === null ? {} : { supplierName: shown }) });
  }
  const last = rows.length < most ? undefined : rows.at(-1);
  return {
    after: last ? `${last.paidOn} ${last.id}` : null,
    change: changes.size === 0 ? null : (tx) => changePayments(tx, gssCode, changes),
  };
};

async function changePayments(
  { manager }: BulkTx,
  gssCode: string,
  changes: ReadonlyMap<string, Partial<Payment>>,
): Promise<void> {
  for (const [id, change] of changes) await manager.update(Payment, { id }, change);
  const list = [...changes.keys()];
  const months = new Map<string, { importRunId: string; month: string }>();
  for (let start = 0; start < list.length; start += 500)
    for (const { importRunId, paidOn } of await manager.find(Payment, {
      where: { id: In(list.slice(start, start + 500)) },
      select: { id: true, importRunId: true, paidOn: true },
    })) {
      const month = paidOn.slice(0, 7);
      months.set(`${importRunId} ${month}`, { importRunId, month });
    }
  for (const { importRunId, month } of months.values())
    await rollUpMonth(manager, { gssCode, importRunId, month });
}

/** The texts of a table with an id: rows are read in the order of their ids. */
function textsOf<Row extends { id: string }>(
  read: (reader: EntityManager, gssCode: string, after: string, most: number) => Promise<Row[]>,
  clean: (row: Row, redactions: Redactions) => object | null,
  write: (manager: EntityManager, id: string, change: object) => Promise<unknown>,
): Sweep {
  return async (reader, gssCode, redactions, after, most) => {
    const rows = await read(reader, gssCode, after, most);
    const changes = rows.flatMap((row) => {
      const change = clean(row, redactions);
      return change ? [{ id: row.id, change }] : [];
    });
    return {
      after: rows.length < most ? null : (rows.at(-1)?.id ?? null),
      change:
        changes.length === 0
          ? null
          : async ({ manager }) => {
              for (const { id, change } of changes) await write(manager, id, change);
            },
    };
  };
}

const changed = <Row extends object>(row: Row, shown: Partial<Row>): Partial<Row> | null =>
  (Object.keys(shown) as (keyof Row)[]).some((name) => row[name] !== shown[name]) ? shown : null;

const orNull = (text: string | null, clean: (text: string) => string): string | null =>
  text === null ? null : clean(text);

/**
 * What the files of a council say in words wherever that is kept, and what is shown to everybody. Not what its staff
 * wrote into registers that only they and its auditors read (verdicts, explanations, fraud cases): such records are
 * kept to make and defend claims, for which a request to be forgotten does not hold (UK GDPR art. 17(3)(e)).
 */
export const SWEPT: Readonly<Record<string, Sweep>> = {
  payments,
  problems: textsOf<ImportProblem>(
    async (reader, council, after, most) => {
      const runs = await reader.find(ImportRun, { where: { kind: KIND, council }, select: { id: true } });
      return reader.find(ImportProblem, {
        where: { run: In(runs.map(({ id }) => id)), id: MoreThan(after) },
        order: { id: 'ASC' },
        take: most,
      });
    },
    (row, redactions) =>
      changed(row, {
        message: redactions.cleanMessage(row.message),
        column: redactions.clean(row.column, 255),
      }),
    (manager, id, change) => manager.update(ImportProblem, { id }, change),
  ),
  imports: textsOf<SpendImportRecord>(
    (reader, gssCode, after, most) =>
      reader.find(SpendImportRecord, {
        where: { gssCode, id: MoreThan(after) },
        order: { id: 'ASC' },
        take: most,
      }),
    (row, { clean }) =>
      changed(row, { withdrawnBecause: orNull(row.withdrawnBecause, (text) => clean(text, 1000)) }),
    (manager, id, change) => manager.update(SpendImportRecord, { id }, change),
  ),
  suppliers: textsOf<Supplier>(
    (reader, gssCode, after, most) =>
      reader.find(Supplier, {
        where: { gssCode, id: MoreThan(after) },
        order: { id: 'ASC' },
        take: most,
      }),
    (row, { clean }) =>
      changed(row, { factsEvidence: orNull(row.factsEvidence, (text) => clean(text, 1000)) }),
    (manager, id, change) => manager.update(Supplier, { id }, change),
  ),
  duplicates: textsOf<DuplicateCandidate>(
    (reader, gssCode, after, most) =>
      reader.find(DuplicateCandidate, {
        where: { gssCode, id: MoreThan(after) },
        order: { id: 'ASC' },
        take: most,
      }),
    ({ evidence }, { clean }) => {
      const shown = evidence.map(({ kind, detail }) => ({ kind, detail: clean(detail) }));
      return evidence.every(({ detail }, at) => detail === shown[at]!.detail) ? null : { evidence: shown };
    },
    (manager, id, change) => manager.update(DuplicateCandidate, { id }, change),
  ),
  purchases: textsOf<CardTransaction>(
    (reader, gssCode, after, most) =>
      reader.find(CardTransaction, {
        where: { gssCode, id: MoreThan(after) },
        order: { id: 'ASC' },
        take: most,
      }),
    (row, { clean, shownFor }) =>
      changed(row, {
        merchant: orNull(row.merchant, (text) => shownFor(text) ?? clean(text, 255)),
        merchantCategory: orNull(row.merchantCategory, (text) => clean(text, 255)),
      }),
    (manager, id, change) => manager.update(CardTransaction, { id }, change),
  ),
};
