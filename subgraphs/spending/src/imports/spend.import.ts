import type { CommandContext } from '@coop/shared/commands';
import { newId } from '@coop/shared/ids';
import {
  TableRefused,
  type FileOption,
  type FileOutcome,
  type Importer,
  type ImportJob,
} from '@coop/shared/importing';
import { isGssCode } from '@coop/shared/nouns';
import { SettingsError } from '@coop/shared/persistence';
import { keepPayments } from '../access';
import { scanDuplicates } from '../duplicates/scan-duplicates.command';
import { importSpend, type SpendImportOptions } from './import-spend.import';
import { readMapping } from './read-mapping.import';

const OPTIONS: readonly FileOption[] = [
  {
    flags: '--council <gss>',
    description: 'GSS code of the council whose payments these are',
    required: true,
  },
  {
    flags: '--columns <file>',
    description: 'JSON that says which header means what, where it cannot be told: {"Net Amt": "amountNet"}',
  },
  { flags: '--supersedes <import>', description: 'id of an import in whose place this one is to stand' },
  { flags: '--dry-run', description: 'only say what the columns were taken for, and what would be rejected' },
];

/** `coop import spending FILE… --council GSS`. */
export const spendImporter: Importer = {
  name: 'spending',
  summary: 'Payments of a council, as it published them: CSV or workbooks of any shape.',
  options: OPTIONS,
  async run(job) {
    const { council, columns, supersedes, dryRun } = job.options;
    if (!isGssCode(council)) throw new SettingsError('--council takes a GSS code, such as E08000004.');
    if (typeof supersedes === 'string' && job.files.length > 1)
      throw new SettingsError('--supersedes takes one file: one import stands in the place of one.');
    const options: SpendImportOptions = {
      council,
      councilNames: (await job.namesOfCouncil?.(council)) ?? [],
      mapping: typeof columns === 'string' ? await mappingIn(columns) : new Map(),
      supersedes: typeof supersedes === 'string' ? supersedes : null,
      isTrial: dryRun === true,
    };
    const outcomes: FileOutcome[] = [];
    for (const file of job.files) outcomes.push(await runFile(job, file, options));
    // Whatever came or went may have been paid twice: one search for all files, only where they touch.
    if (!dryRun) await scanDuplicates(contextOf(job), council);
    return outcomes;
  },
  upload: { right: keepPayments },
};

async function mappingIn(path: string) {
  return readMapping(path).catch((error: unknown) => {
    throw error instanceof TableRefused ? new SettingsError(error.message) : error;
  });
}

function contextOf({ actor, clock, database }: ImportJob): CommandContext {
  const now = clock.now();
  return { actor, now, requestId: newId('job', now), database };
}

function runFile(job: ImportJob, file: string, options: SpendImportOptions): Promise<FileOutcome> {
  return importSpend(contextOf(job), file, {
    ...options,
    onProgress: (share) => job.progress(file, share),
    onBegin: (run) => job.onBegin?.(file, run),
  });
}
