import type { DemoWorld } from '@coop/shared/graphql';
import { fixedId } from '@coop/shared/ids';
import { addDays, addMonths, addYears, startOfLondonDay, type LocalDate } from '@coop/shared/time';
import { writeDemoFile } from '../payments/payment-file.demo';
import { supplierId } from '../suppliers/supplier-row.queries';
import { FraudCase } from './fraud-case.entity';
import { FraudFigures } from './fraud-figures.entity';
import { CASE_FACT, FIGURES_FACTS, SPLIT_FACTS, SPLIT_SUPPLIER } from './fraud.facts';
import { replaceIndicators, workOut } from './run-indicators.command';

const OLDHAM = 'E08000004';

/** The 1 April on which the financial year of a day begins. */
const yearOf = (day: LocalDate): LocalDate => `${addMonths(day, -3).slice(0, 4)}-04-01`;

/** Plants payments close under a limit, works the indicators out, opens a case, and publishes figures. */
export async function fraudDemo({ tx, today }: DemoWorld): Promise<void> {
  await writeDemoFile(tx.manager, {
    council: OLDHAM,
    file: 'oldham-orders-in-question.csv',
    importedAt: startOfLondonDay(addDays(today, -10)),
    suppliers: new Map([[SPLIT_SUPPLIER.publishedId, SPLIT_SUPPLIER]]),
    payments: SPLIT_FACTS.map(([daysAgo, pounds], index) => ({
      ...{
        supplier: SPLIT_SUPPLIER.publishedId,
        paidOn: addDays(today, -daysAgo),
        amountPence: pounds * 100,
      },
      ...{ irrecoverableVatPence: 0, department: 'Economy and Place', purpose: 'Site clearance' },
      ...{
        category: 'Works: Construction, Repair and Maintenance',
        reference: `OL-EX${810_000 + index * 37}`,
      },
      ...{ invoiceNumber: `ESS-${4400 + index * 3}`, channel: 'INVOICE' as const, merchantCategory: null },
      isCapital: false,
    })),
  });
  await replaceIndicators(tx, OLDHAM, await workOut(tx.manager, OLDHAM, today), today);
  const { title, allegation, source, suspectedPounds } = CASE_FACT;
  await tx.insert(FraudCase, {
    ...{ id: fixedId('fraudcase', 'oldham'), gssCode: OLDHAM, title, allegation, source, illustrative: true },
    ...{
      supplierId: supplierId({ gssCode: OLDHAM, ...SPLIT_SUPPLIER }),
      suspectedPence: suspectedPounds * 100,
    },
    ...{ state: 'UNDER_INVESTIGATION', openedBy: 'demo-auditor', openedOn: addDays(today, -9) },
    investigatedBy: 'demo-auditor-2',
  });
  const pence = (pounds: number | null) => (pounds === null ? null : pounds * 100);
  for (const { yearsBack, spentPounds, detectedPounds, recoveredPounds, ...figures } of FIGURES_FACTS)
    await tx.insert(FraudFigures, {
      ...{ id: fixedId('fraudfigures', `oldham ${yearsBack}`), gssCode: OLDHAM, ...figures },
      ...{ yearFrom: addYears(yearOf(today), -yearsBack), spentPence: spentPounds * 100 },
      ...{ detectedPence: pence(detectedPounds), recoveredPence: pence(recoveredPounds) },
      ...{ publishedOn: addDays(today, -30), illustrative: true },
    });
}
