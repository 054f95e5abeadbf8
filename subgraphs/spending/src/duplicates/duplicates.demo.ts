import type { DemoWorld } from '@coop/shared/graphql';
import { addDays, startOfLondonDay } from '@coop/shared/time';
import { writeDemoFile, type DemoSupplier } from '../payments/payment-file.demo';
import { demoSuppliers } from '../payments/payment.demo';
import { LEDGER_FACTS } from '../payments/payment.facts';
import { DuplicateCandidate } from './duplicate-candidate.entity';
import { PLANTED_PAYMENTS, SECOND_RECORD, VERDICT_FACTS } from './duplicates.facts';
import { scanWith } from './scan-duplicates.command';

const OLDHAM = 'E08000004';
const JUDGED_BY = 'demo-auditor';

/** Plants payments made twice, scans the ledgers of all councils, and gives a few verdicts. */
export async function duplicatesDemo({ tx, now, today }: DemoWorld): Promise<void> {
  const known = demoSuppliers(OLDHAM, now);
  const suppliers = new Map<string, DemoSupplier>([...known, [SECOND_RECORD.publishedId, SECOND_RECORD]]);
  await writeDemoFile(tx.manager, {
    council: OLDHAM,
    file: 'oldham-invoices-in-question.csv',
    importedAt: startOfLondonDay(addDays(today, -20)),
    suppliers,
    payments: PLANTED_PAYMENTS.map(({ story: _, daysAgo, ...fact }) => ({
      ...fact,
      paidOn: addDays(today, -daysAgo),
      irrecoverableVatPence: 0,
      department: 'Corporate Services',
      category: 'Supplies and services',
      channel: 'INVOICE' as const,
      merchantCategory: null,
      isCapital: false,
    })),
  });
  const access = {
    reader: tx.manager,
    now,
    write: <Result>(work: (one: typeof tx) => Promise<Result>) => work(tx),
  };
  for (const council of new Set(LEDGER_FACTS.map((ledger) => ledger.council)))
    await scanWith(access, council);
  const candidates = await tx.manager.findBy(DuplicateCandidate, { gssCode: OLDHAM });
  for (const { number, verdict, recoveredPounds, reasons } of VERDICT_FACTS)
    for (const candidate of candidates.filter(({ evidence }) => evidence[0]?.detail.includes(number)))
      await tx.update(
        Object.assign(candidate, {
          ...{ verdict, recoveredPence: recoveredPounds * 100, statementOfReasons: reasons },
          ...{ judgedBy: JUDGED_BY, judgedOn: addDays(today, -5) },
        }),
      );
}
