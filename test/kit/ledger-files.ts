import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { bulkWrite } from '@coop/shared/commands';
import type { Exporter } from '@coop/shared/exporting';
import type { FileOutcome, ImportJob, Importer } from '@coop/shared/importing';
import { Account } from './ledger';

/** Reads lines of `name,pence` below a header; anything else is refused whole. */
async function readAccounts(job: ImportJob, file: string): Promise<FileOutcome> {
  const text = await readFile(file, 'utf8');
  const [header, ...lines] = text.trim().split('\n');
  const rows = lines.map((line) => line.split(','));
  const read: FileOutcome = {
    file,
    sha256: createHash('sha256').update(text).digest('hex'),
    rows: rows.length,
    imported: 0,
    alreadyThere: 0,
    rejected: 0,
    refused: null,
    remarks: [],
  };
  if (header !== 'name,pence') return { ...read, rows: 0, refused: 'The first line is not name,pence.' };
  const good = rows.filter(([, pence]) => /^\d+$/.test(pence ?? ''));
  const council = String(job.options['council']);
  const context = {
    actor: job.actor,
    now: job.clock.now(),
    requestId: `import-${basename(file)}`.slice(0, 60),
    database: job.database,
  };
  const imported = await bulkWrite(context, { name: 'accountsImport' }, async (tx) => {
    const there = new Set((await tx.manager.findBy(Account, { council })).map(({ name }) => name));
    const fresh = good.filter(([name = '']) => !there.has(name));
    for (const [index, [name = '', pence]] of fresh.entries()) {
      await tx.insert(Account, {
        id: tx.newId('account'),
        council,
        name,
        nameSort: name.toLowerCase(),
        balance: Number(pence),
        openedAt: tx.now,
      });
      job.progress(file, (index + 1) / fresh.length);
    }
    await tx.record({ council, subject: basename(file), changes: { imported: fresh.length } });
    return fresh.length;
  });
  const rejected = rows.length - good.length;
  const remarks = rows.flatMap(([name, pence], index) =>
    /^\d+$/.test(pence ?? '') ? [] : [`Line ${index + 2}: ${name} has no amount.`],
  );
  return { ...read, imported, alreadyThere: good.length - imported, rejected, remarks };
}

/** `coop import accounts FILE… --council GSS`. */
export const accountsImporter: Importer = {
  name: 'accounts',
  summary: 'Accounts, one a line: name,pence.',
  options: [{ flags: '--council <gss>', description: 'whose accounts they are', required: true }],
  async run(job) {
    const outcomes: FileOutcome[] = [];
    for (const file of job.files) outcomes.push(await readAccounts(job, file));
    return outcomes;
  },
};

/** `coop export accounts`. */
export const accountsExporter: Exporter = {
  name: 'accounts',
  summary: 'Every account with its balance.',
  formats: ['csv', 'json'],
  options: [{ flags: '--council <gss>', description: 'only those of one council' }],
  async *run({ database, format, options }) {
    const council = options['council'];
    const where = typeof council === 'string' ? { council } : {};
    if (format === 'csv') yield 'name,pence\n';
    for (const { name, balance } of await database.reader.find(Account, {
      where,
      order: { nameSort: 'ASC' },
    }))
      yield format === 'csv' ? `${name},${balance}\n` : `${JSON.stringify({ name, pence: balance })}\n`;
  },
};
