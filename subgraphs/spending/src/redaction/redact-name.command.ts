import { defineCommand, done, type Command } from '@coop/shared/commands';
import { bulkInsert, textSort } from '@coop/shared/persistence';
import { problem, refuse } from '@coop/shared/problems';
import { keepPayments } from '../access';
import { isUnnamed } from '../duplicates/supplier-families.rules';
import { claimImports, whileLoading } from '../imports/set-aside.command';
import { ensureSecret } from '../imports/spending-key.command';
import { Payment } from '../payments/payment.entity';
import { Supplier } from '../suppliers/supplier.entity';
import { visibleSuppliers } from '../suppliers/supplier.queries';
import { coresOf, hasLegalForm } from './names-in-texts';
import { isNamed, namesPaid, recordsNamed, spellingsOf } from './person-names.queries';
import { redactRecord } from './redact-record.command';
import { NameRedaction, RedactedWords } from './redaction.entity';
import { SupplierNameRedactInput } from './redaction.types';
import { nameCodeOf, wordsCodeOf } from './redactions.queries';
import { beginSweep, sweepNames } from './sweep-names.command';

const redact = defineCommand<SupplierNameRedactInput>({
  name: 'supplierNameRedact',
  input: SupplierNameRedactInput,
  async handle(tx, { supplierId: id, statementOfReasons }) {
    const found = await tx.manager.findOneBy(Supplier, { id });
    if (found) await claimImports(tx, found.gssCode);
    const supplier = await tx.lock(Supplier, id);
    if (!supplier || !(await visibleSuppliers(tx.manager).andWhere({ id }).getExists()))
      return refuse(problem.notFound('There is no such supplier.', { path: ['supplierId'] }));
    const { gssCode } = supplier;
    const denied = tx.demand(keepPayments, { gssCode });
    if (denied.length > 0) return refuse(...denied);
    if (supplier.isRedacted)
      return refuse(
        problem.wrongState('The name is redacted already.', 'REDACTED', ['PUBLISHED'], {
          path: ['supplierId'],
        }),
      );
    if (hasLegalForm(supplier.name) && !isSaidToBePerson(supplier))
      return refuse(
        problem.ineligible(
          "It has a legal form in its name, so it is a company's or another body's, and no personal data. If it stands for a person all the same, put the record into the sector INDIVIDUAL first (supplierSetFacts).",
          { path: ['supplierId'] },
        ),
      );
    const loading = await whileLoading(tx, gssCode);
    if (loading.length > 0) return refuse(...loading);
    const own = [supplier.name, ...(await namesPaid(tx.manager, gssCode, id))];
    const named = own.filter((name) => !isUnnamed(name));
    const cores = named.flatMap(coresOf);
    if (isNamed(statementOfReasons, cores))
      return refuse(
        problem.invalidInput('Say why without the name: this is kept for auditors.', {
          path: ['statementOfReasons'],
        }),
      );
    const names = await spellingsOf(tx.manager, gssCode, { own, named: named.map(textSort), cores });
    const key = await ensureSecret(tx.manager);
    const redactions = [...names].map((name) => ({
      gssCode,
      nameCode: nameCodeOf(key, gssCode, name),
      redactedAt: tx.now,
      reason: statementOfReasons,
    }));
    await bulkInsert(tx.manager, NameRedaction, redactions, { unlessThere: true });
    const words = cores.map(({ core, words: count }) => ({
      gssCode,
      wordsCode: wordsCodeOf(key, gssCode, core),
      words: count,
    }));
    await bulkInsert(tx.manager, RedactedWords, words, { unlessThere: true });
    await beginSweep(tx, gssCode);
    const alike = await recordsNamed(tx.manager, gssCode, names);
    const records = await tx.lockMany(Supplier, [...new Set([id, ...alike.map((one) => one.id)])]);
    let subject = id;
    for (const record of records) {
      const kept = await redactRecord(tx, key, record, names);
      if (record.id === id) subject = kept;
    }
    // How many, never whom: the trail is read by auditors for ever.
    const payments = await tx.manager.countBy(Payment, { gssCode });
    return done({
      council: gssCode,
      subject,
      changes: { records: records.length, statementOfReasons },
      receipt: { gssCode, payments },
    });
  },
});

/** Payments of a council whose texts are searched within the request. */
const SOON = 20_000;

/**
 * Takes a person's name out of the payments of a council: where they were paid at once, and out of whatever its files
 * say in words by a search of all of them, behind the answer where there are many. What is kept is a keyed hash of the
 * name and of its words, by which every later import knows it and leaves it out.
 */
export const redactName: Command<SupplierNameRedactInput> = {
  name: redact.name,
  async run(context, input) {
    const result = await redact.run(context, input);
    if (!result.ok) return result;
    const { gssCode, payments } = result.receipt as { gssCode: string; payments: number };
    // The name is taken out of the payments already: the search goes on at the next start or import where it fails.
    const sweeping = sweepNames(context, gssCode).catch((error: unknown) =>
      context.log?.error({ err: error, gssCode }, 'The search of texts for a redacted name broke off.'),
    );
    if (payments <= SOON) await sweeping;
    return result;
  },
};

/** Whether an officer or administrator of the council has said that the record is of an individual. */
const isSaidToBePerson = ({ sector, sectorSource }: Supplier): boolean =>
  sector === 'INDIVIDUAL' && sectorSource === 'PERSON';
