import { In, type EntityManager } from 'typeorm';
import { inChunks, safeNumber } from '@coop/shared/persistence';
import { visiblePayments } from '../payments/payment.queries';
import { Payment } from '../payments/payment.entity';
import { SpendTotal } from '../summary/spend-total.entity';
import { Supplier } from '../suppliers/supplier.entity';
import { isUnnamed, type SupplierRecord } from './supplier-families.rules';
import type { SpendLine } from './tiers';

/** Cards and wages have controls of their own, and a journal moves no money. */
const SEARCHED = ['INVOICE', 'GRANT', 'OTHER'];
const AT_ONCE = 5000;
const PARAMETERS = 500;

/** A line of spend and the import that brought it. */
export interface ImportedLine extends SpendLine {
  readonly importRunId: string;
}

interface RawLine {
  readonly id: string;
  readonly supplier: string;
  readonly invoice_number: string | null;
  readonly reference: string | null;
  readonly amount: string | number;
  readonly paid_on: string;
  readonly department: string;
  readonly purpose: string;
  readonly category: string;
  readonly run: string;
}

const selectLine = (manager: EntityManager) =>
  visiblePayments(manager)
    .select('payment.id', 'id')
    .addSelect('payment.supplierId', 'supplier')
    .addSelect('payment.invoiceNumber', 'invoice_number')
    .addSelect('payment.reference', 'reference')
    .addSelect('payment.amountPence', 'amount')
    .addSelect('payment.paidOn', 'paid_on')
    .addSelect('payment.departmentKey', 'department')
    .addSelect('payment.purposeKey', 'purpose')
    .addSelect('payment.categoryKey', 'category')
    .addSelect('payment.importRunId', 'run');

const lineOf = (raw: RawLine): ImportedLine => ({
  id: raw.id,
  supplier: raw.supplier,
  invoiceNumber: raw.invoice_number,
  reference: raw.reference,
  amountPence: safeNumber(raw.amount),
  paidOn: raw.paid_on,
  coding: `${raw.department} ${raw.purpose} ${raw.category}`,
  importRunId: raw.run,
});

/** All lines of an import, whatever their channel, in bunches by day: what its file is like shows in all of them. */
export async function* linesOfImport(
  reader: EntityManager,
  importRunId: string,
): AsyncGenerator<readonly ImportedLine[]> {
  let last: { day: string; id: string } | null = null;
  for (;;) {
    const query = selectLine(reader)
      .andWhere('payment.importRunId = :importRunId', { importRunId })
      .orderBy('payment.paidOn')
      .addOrderBy('payment.id')
      .limit(AT_ONCE);
    if (last) query.andWhere('payment.paidOn >= :day AND (payment.paidOn > :day OR payment.id > :id)', last);
    const raw = await query.getRawMany<RawLine>();
    const end = raw.at(-1);
    if (!end) return;
    yield raw.map(lineOf);
    if (raw.length < AT_ONCE) return;
    last = { day: end.paid_on, id: end.id };
  }
}

/** The lines of some supplier records that can have been paid twice. */
export async function linesOfSuppliers(
  manager: EntityManager,
  gssCode: string,
  suppliers: readonly string[],
): Promise<ImportedLine[]> {
  const raw = await inChunks(suppliers, PARAMETERS, (ids) =>
    selectLine(manager)
      .andWhere('payment.gssCode = :gssCode AND payment.supplierId IN (:...ids)', { gssCode, ids })
      .andWhere('payment.channel IN (:...channels)', { channels: SEARCHED })
      .getRawMany<RawLine>(),
  );
  return raw.map(lineOf);
}

/** How many payments the imports of a council have, out of the sums that are kept of each: no payment is read. */
export async function linesOfImports(
  reader: EntityManager,
  gssCode: string,
  runs: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map(runs.map((run) => [run, 0]));
  const rows = await inChunks(runs, PARAMETERS, (ids) =>
    reader
      .createQueryBuilder(SpendTotal, 'total')
      .select('total.importRunId', 'run')
      .addSelect('SUM(total.payments)', 'count')
      .where({ gssCode, dimension: 'ALL', importRunId: In([...ids]) })
      .groupBy('total.importRunId')
      .getRawMany<{ run: string; count: string | number }>(),
  );
  for (const { run, count } of rows) counts.set(run, safeNumber(count));
  return counts;
}

/** How many payments supplier records of a council have, all or those named: by the index of suppliers alone. */
export async function lineCounts(
  reader: EntityManager,
  gssCode: string,
  suppliers: readonly string[] | null = null,
): Promise<ReadonlyMap<string, number>> {
  const counted = (ids: readonly string[] | null) =>
    reader
      .createQueryBuilder(Payment, 'payment')
      .select('payment.supplierId', 'supplier')
      .addSelect('COUNT(*)', 'count')
      .where({ gssCode, ...(ids === null ? {} : { supplierId: In([...ids]) }) })
      .groupBy('payment.supplierId')
      .getRawMany<{ supplier: string; count: string | number }>();
  const rows = await (suppliers === null ? counted(null) : inChunks(suppliers, PARAMETERS, counted));
  return new Map(rows.map(({ supplier, count }) => [supplier, safeNumber(count)]));
}

/** The ids of all records that a council has of suppliers. */
export async function supplierIds(manager: EntityManager, gssCode: string): Promise<ReadonlySet<string>> {
  const rows = await manager.find(Supplier, { where: { gssCode }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}

/** The records of a council's suppliers who are named. */
export async function namedSuppliers(reader: EntityManager, gssCode: string): Promise<SupplierRecord[]> {
  const rows = await reader.find(Supplier, {
    where: { gssCode, isRedacted: false },
    select: {
      id: true,
      name: true,
      nameKey: true,
      companyNumber: true,
      charityNumber: true,
      vatNumber: true,
    },
  });
  return rows
    .filter(({ name }) => !isUnnamed(name))
    .map(({ id, name, nameKey, companyNumber, charityNumber, vatNumber }) => ({
      id,
      name,
      nameKey,
      numbers: [
        ...(companyNumber === null ? [] : [`company ${companyNumber}`]),
        ...(charityNumber === null ? [] : [`charity ${charityNumber}`]),
        ...(vatNumber === null ? [] : [`VAT ${vatNumber}`]),
      ],
    }));
}
