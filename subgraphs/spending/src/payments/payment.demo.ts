import type { DemoWorld } from '@coop/shared/graphql';
import { fixedId } from '@coop/shared/ids';
import { addDays, addMonths, startOfLondonDay, type LocalDate } from '@coop/shared/time';
import { paymentsOfLine, type DemoPayment } from './demo-ledger';
import { writeDemoFile, type DemoSupplier } from './payment-file.demo';
import {
  LEDGER_FACTS,
  RECENT_MONTHS,
  SUPPLIER_FACTS,
  type LedgerFact,
  type SupplierFact,
} from './payment.facts';

/** The suppliers of the demo world as a council knows them, by their published numbers. */
export function demoSuppliers(council: string, now: Date): Map<string, DemoSupplier> {
  return new Map(SUPPLIER_FACTS.map((fact) => [fact.publishedId, supplierOf(fact, council, now)]));
}

function supplierOf(fact: SupplierFact, council: string, now: Date): DemoSupplier {
  const { publishedId, name, organisation, orgId, sector, isSme, area } = fact;
  const isKnown = organisation !== null;
  return {
    publishedId,
    name,
    matchState: isKnown ? 'MATCHED' : 'OPEN',
    organisationId: isKnown ? fixedId('organisation', organisation) : null,
    matchMethod: isKnown ? 'NORMAL_FORM' : null,
    matchScore: isKnown ? 1 : null,
    orgId,
    factsReadAt: isKnown ? now : null,
    sector,
    sectorSource: sector === 'UNKNOWN' ? 'NONE' : isKnown ? 'DIRECTORY' : 'PERSON',
    isSme,
    smeSource: isSme === null ? 'NONE' : isKnown ? 'DIRECTORY' : 'PERSON',
    isLocal: area === null ? (isKnown ? false : null) : area === council,
    localSource: area === null && !isKnown ? 'NONE' : isKnown ? 'DIRECTORY' : 'PERSON',
    factsEvidence: isKnown || sector === 'UNKNOWN' ? null : 'Made up, as is the supplier.',
    isRedacted: sector === 'INDIVIDUAL',
  };
}

const firstOfMonth = (day: LocalDate): LocalDate => `${day.slice(0, 7)}-01`;

function paymentsIn(ledger: LedgerFact, months: readonly LocalDate[], until: LocalDate): DemoPayment[] {
  const facts = SUPPLIER_FACTS.filter(({ publishedId }) => ledger.suppliers.includes(publishedId));
  const payments = months.flatMap((month) => {
    const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
    return facts.flatMap(({ publishedId, lines }) =>
      lines.flatMap((line) => paymentsOfLine(publishedId, line, month, number)),
    );
  });
  return payments
    .filter(({ paidOn }) => paidOn < until)
    .map((payment) => ({
      ...payment,
      reference: `${ledger.file.slice(0, 2).toUpperCase()}-${payment.reference}`,
      amountPence: Math.round(payment.amountPence * ledger.scale),
    }))
    .sort((a, b) => (a.paidOn < b.paidOn ? -1 : a.paidOn > b.paidOn ? 1 : 0));
}

const QUARTERS = ['01', '04', '07', '10'] as const;

/**
 * The payments of the demo world: the whole of 2019 for Oldham in four files, and for every council the months before
 * the day of loading, a file for each. Rows that show what duplicates, cards and indicators look like are planted by
 * those features, each in files of its own.
 */
export async function paymentsDemo({ tx, now, today }: DemoWorld): Promise<void> {
  const [oldham] = LEDGER_FACTS;
  if (!oldham) return;
  for (const [index, quarter] of QUARTERS.entries()) {
    const first = `2019-${quarter}-01`;
    const payments = paymentsIn(
      oldham,
      [0, 1, 2].map((by) => addMonths(first, by)),
      addMonths(first, 3),
    );
    await writeDemoFile(tx.manager, {
      council: oldham.council,
      file: `oldham-2019-q${index + 1}.csv`,
      importedAt: startOfLondonDay(addMonths(first, 4)),
      suppliers: demoSuppliers(oldham.council, now),
      payments,
    });
  }
  for (const ledger of LEDGER_FACTS)
    for (let back = RECENT_MONTHS; back >= 1; back -= 1) {
      if (ledger.missing.includes(back)) continue;
      const month = firstOfMonth(addMonths(firstOfMonth(today), -back));
      await writeDemoFile(tx.manager, {
        council: ledger.council,
        file: `${ledger.file}-${month.slice(0, 7)}.csv`,
        importedAt: startOfLondonDay(addDays(addMonths(month, 1), back === 4 ? 75 : 20)),
        suppliers: demoSuppliers(ledger.council, now),
        payments: paymentsIn(ledger, [month], addMonths(month, 1)),
        ...(back % 5 === 1
          ? { rejected: { row: 9, column: 'Amount', message: 'This is no amount of money. (“see note”)' } }
          : {}),
      });
    }
}
