import type { EntityManager } from 'typeorm';
import { formatPence } from '@coop/shared/money';
import { safeNumber } from '@coop/shared/persistence';

/** A fault of a ledger: which fund, and what is wrong in one sentence. */
export interface LedgerFault {
  readonly fundId: string;
  readonly message: string;
}

type Row = Readonly<Record<string, string | number | null>>;

interface Invariant {
  /** Rows that break it, each with the fund's id as `fund`. `:funds` is put in where the funds are narrowed. */
  readonly statement: (where: (column: string) => string) => string;
  readonly say: (row: Row) => string;
}

const pounds = (value: string | number | null | undefined): string => formatPence(safeNumber(value ?? 0));

/** What must hold of every ledger at any time, as SQL over the live tables; the same text on both databases. */
const INVARIANTS: readonly Invariant[] = [
  {
    statement: (where) =>
      `SELECT p.fund_id AS fund, p.id AS id, COALESCE(SUM(e.amount_pence), 0) AS total, COUNT(e.id) AS line_count
       FROM ledger_posting p LEFT JOIN ledger_entry e ON e.posting_id = p.id
       ${where('p.fund_id')} GROUP BY p.fund_id, p.id
       HAVING COALESCE(SUM(e.amount_pence), 0) <> 0 OR COUNT(e.id) < 2`,
    say: ({ id, total }) => `Posting ${id} does not balance: it is off by ${pounds(total)}.`,
  },
  {
    statement: (where) =>
      `SELECT p.fund_id AS fund, p.id AS id, p.amount_pence AS amount,
              SUM(CASE WHEN e.amount_pence > 0 THEN e.amount_pence ELSE 0 END) AS debits
       FROM ledger_posting p JOIN ledger_entry e ON e.posting_id = p.id
       ${where('p.fund_id')} GROUP BY p.fund_id, p.id, p.amount_pence
       HAVING SUM(CASE WHEN e.amount_pence > 0 THEN e.amount_pence ELSE 0 END) <> p.amount_pence`,
    say: ({ id, amount, debits }) =>
      `Posting ${id} says ${pounds(amount)}, and its debits come to ${pounds(debits)}.`,
  },
  {
    statement: (where) =>
      `SELECT a.fund_id AS fund, a.id AS id, a.balance_pence AS kept, COALESCE(SUM(e.amount_pence), 0) AS total
       FROM ledger_account a LEFT JOIN ledger_entry e ON e.account_id = a.id
       ${where('a.fund_id')} GROUP BY a.fund_id, a.id, a.balance_pence
       HAVING COALESCE(SUM(e.amount_pence), 0) <> a.balance_pence`,
    say: ({ id, kept, total }) =>
      `Account ${id} keeps ${pounds(kept)}, and its entries come to ${pounds(total)}.`,
  },
  {
    statement: (where) =>
      `SELECT a.fund_id AS fund, a.id AS id, a.kind AS kind, a.balance_pence AS kept FROM ledger_account a
       ${where('a.fund_id')} AND ((a.kind = 'CONTRIBUTED' AND a.balance_pence > 0)
         OR (a.kind <> 'CONTRIBUTED' AND a.balance_pence < 0))`,
    say: ({ id, kind, kept }) => `Account ${id} (${kind}) stands on the wrong side: ${pounds(kept)}.`,
  },
  {
    statement: (where) =>
      `SELECT t.fund AS fund, t.id AS id, t.kind AS kind, t.day AS day, t.kept AS kept FROM (
         SELECT a.fund_id AS fund, a.id AS id, a.kind AS kind, d.day AS day,
                SUM(d.pence) OVER (PARTITION BY a.id ORDER BY d.day) AS kept
         FROM (SELECT e.account_id AS account_id, e.posted_on AS day, SUM(e.amount_pence) AS pence
               FROM ledger_entry e ${where('e.fund_id')} GROUP BY e.account_id, e.posted_on) d
         JOIN ledger_account a ON a.id = d.account_id) t
       WHERE (t.kind = 'CONTRIBUTED' AND t.kept > 0) OR (t.kind <> 'CONTRIBUTED' AND t.kept < 0)`,
    say: ({ id, kind, day, kept }) =>
      `Account ${id} (${kind}) stood on the wrong side at the end of ${day}: ${pounds(kept)}.`,
  },
  {
    statement: (where) =>
      `SELECT e.fund_id AS fund, e.id AS id FROM ledger_entry e
       JOIN ledger_account a ON a.id = e.account_id JOIN ledger_posting p ON p.id = e.posting_id
       ${where('e.fund_id')} AND (a.fund_id <> e.fund_id OR p.fund_id <> e.fund_id OR a.form <> p.form
         OR p.posted_on <> e.posted_on)`,
    say: ({ id }) => `Entry ${id} is not of the fund, form or day of its posting and account.`,
  },
  {
    statement: (where) =>
      `SELECT p.fund_id AS fund, COUNT(*) AS posting_count, MAX(p.number) AS last_number FROM ledger_posting p
       ${where('p.fund_id')} GROUP BY p.fund_id HAVING MAX(p.number) <> COUNT(*)`,
    say: ({ posting_count, last_number }) =>
      `The book has ${posting_count} postings, and the last has the number ${last_number}.`,
  },
  {
    statement: (where) =>
      `SELECT a.fund_id AS fund, a.owner AS id, a.balance_pence AS kept,
              COALESCE(SUM(c.amount_pence - c.paid_pence - c.released_pence), 0) AS total
       FROM ledger_account a LEFT JOIN commitment c
         ON c.allocation_id = a.owner AND c.state IN ('COMMITTED', 'PAID', 'RELEASED')
       ${where('a.fund_id')} AND a.kind = 'COMMITTED' AND SUBSTR(a.owner, 1, 11) = 'allocation_'
       GROUP BY a.fund_id, a.owner, a.balance_pence
       HAVING COALESCE(SUM(c.amount_pence - c.paid_pence - c.released_pence), 0) <> a.balance_pence`,
    say: ({ id, kept, total }) =>
      `Allocation ${id} has ${pounds(kept)} committed, and its commitments come to ${pounds(total)}.`,
  },
  {
    statement: (where) =>
      `SELECT c.fund_id AS fund, c.partner_id AS id, c.form AS form,
              SUM(c.received_pence) AS total, COALESCE(MAX(a.balance_pence), 0) AS kept
       FROM contribution c LEFT JOIN ledger_account a
         ON a.fund_id = c.fund_id AND a.kind = 'CONTRIBUTED' AND a.form = c.form AND a.owner = c.partner_id
       ${where('c.fund_id')} GROUP BY c.fund_id, c.partner_id, c.form
       HAVING SUM(c.received_pence) + COALESCE(MAX(a.balance_pence), 0) <> 0`,
    say: ({ id, form, total }) =>
      `Partner ${id} has contributed ${pounds(total)} (${form}) by its contributions, and another sum by the accounts.`,
  },
];

/**
 * Everything that is wrong with the ledgers, worked out anew from the entries; empty when nothing is.
 * @param funds ids of the funds; every fund when left out
 */
export async function ledgerFaults(
  manager: EntityManager,
  funds?: readonly string[],
): Promise<LedgerFault[]> {
  const where = (column: string) =>
    funds === undefined ? 'WHERE 1 = 1' : `WHERE ${column} IN (${funds.map(() => '?').join(', ') || "''"})`;
  const faults: LedgerFault[] = [];
  for (const { statement, say } of INVARIANTS) {
    const rows: Row[] = await manager.query(statement(where), [...(funds ?? [])]);
    faults.push(...rows.map((row) => ({ fundId: String(row['fund']), message: say(row) })));
  }
  return faults;
}
