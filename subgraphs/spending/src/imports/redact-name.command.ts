import { In, Like } from 'typeorm';
import { defineCommand, done, type Command, type Tx } from '@coop/shared/commands';
import { bulkInsert, textSort } from '@coop/shared/persistence';
import { problem, refuse } from '@coop/shared/problems';
import { keepPayments } from '../access';
import { isUnnamed } from '../duplicates/supplier-families.rules';
import { Payment } from '../payments/payment.entity';
import { Supplier } from '../suppliers/supplier.entity';
import { visibleSuppliers } from '../suppliers/supplier.queries';
import { coresOf, hasLegalForm, withoutNames, type NameCore } from './names-in-texts';
import { namesPaid, redactRecord } from './redacted-record.command';
import { isSpelledLike, nameCodeOf } from './redacted-codes.queries';
import { wordsCodeOf } from './redactions.queries';
import { ensureSecret } from './secret.command';
import { claimImports, whileLoading } from './set-aside.command';
import { NameRedaction, RedactedWords } from './spend-import.entity';
import { SupplierNameRedactInput } from './spend-import.types';
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
    const own = [supplier.name, ...(await namesPaid(tx, gssCode, id))];
    const cores = own.filter((name) => !isUnnamed(name)).flatMap(coresOf);
    if (isNamed(statementOfReasons, cores))
      return refuse(
        problem.invalidInput('Say why without the name: this is kept for auditors.', {
          path: ['statementOfReasons'],
        }),
      );
    const names = new Set(own.filter((name) => !isUnnamed(name)).map(textSort));
    // The same person under a record of another number may be spelled in other ways there.
    for (const one of await recordsNamed(tx, gssCode, names))
      for (const name of await namesPaid(tx, gssCode, one.id))
        if (own.some((known) => isSpelledLike(known, name))) names.add(textSort(name));
    // Nor does a record beside it go on naming them: `J Example`, `Jane Example t/a Example Gardens`.
    for (const one of await recordsWith(tx, gssCode, cores))
      if (!hasLegalForm(one.name) && isNamed(one.name, cores)) names.add(textSort(one.name));
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
    const alike = await recordsNamed(tx, gssCode, names);
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

/** Whether a text names somebody, as far as their words go. */
function isNamed(text: string, cores: readonly NameCore[]): boolean {
  const known = new Set(cores.map(({ core }) => core));
  const sizes = [...new Set(cores.map(({ words }) => words))];
  return withoutNames(text, { sizes, has: (core) => known.has(core) }, '') !== text;
}

/** The records of a council that have a word of some names: those that may have the whole name. */
async function recordsWith(
  { manager }: Tx,
  gssCode: string,
  cores: readonly NameCore[],
): Promise<Supplier[]> {
  const longest = new Set(
    cores.map(({ core }) =>
      core.split(' ').reduce((one, other) => (other.length > one.length ? other : one)),
    ),
  );
  const found: Supplier[] = [];
  for (const word of longest)
    found.push(
      ...(await manager.find(Supplier, {
        where: { gssCode, nameSort: Like(`%${word}%`), isRedacted: false },
        select: { id: true, name: true },
      })),
    );
  return found;
}

/** The records of a council that have one of some names. */
function recordsNamed({ manager }: Tx, gssCode: string, names: ReadonlySet<string>): Promise<Supplier[]> {
  return manager.find(Supplier, {
    where: { gssCode, nameSort: In([...names]) },
    select: { id: true },
    order: { id: 'ASC' },
  });
}
