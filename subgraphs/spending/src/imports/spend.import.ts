import {
  contextOf,
  TableRefused,
  type FileOption,
  type FileOutcome,
  type Importer,
  type ImportJob,
} from '@coop/shared/importing';
import { isGssCode } from '@coop/shared/nouns';
import { SettingsError } from '@coop/shared/persistence';
import { londonDate } from '@coop/shared/time';
import { keepPayments } from '../access';
import { duplicatePolicies } from '../duplicates/duplicates.law';
import { LoadedSources } from '../duplicates/loaded-sources';
import { scanDuplicates } from '../duplicates/scan-duplicates.command';
import { matchSuppliers } from '../suppliers/match-suppliers.command';
import { importSpend, type SpendImportOptions } from './import-spend.import';
import { mappingOf, readMapping } from './read-mapping.import';
import type { ColumnMapping } from './recognise-columns.import';

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
    const { council, columns, columnsJson, supersedes, dryRun } = job.options;
    if (!isGssCode(council)) throw new SettingsError('--council takes a GSS code, such as E08000004.');
    if (typeof supersedes === 'string' && job.files.length > 1)
      throw new SettingsError('--supersedes takes one file: one import stands in the place of one.');
    const loaded = new LoadedSources(
      duplicatePolicies.require(londonDate(job.clock.now())).value.batchSuppliers,
    );
    const options: SpendImportOptions = {
      council,
      onWritten: (run, payments) => loaded.add(run, payments),
      councilNames: await namesOf(job, council),
      mapping: await mappingFrom(columns, columnsJson),
      supersedes: typeof supersedes === 'string' ? supersedes : null,
      isTrial: dryRun === true,
    };
    const outcomes: FileOutcome[] = [];
    for (const file of job.files) outcomes.push(await runFile(job, file, options));
    const brought =
      options.isTrial !== true &&
      outcomes.some(
        ({ imported, refused }) => imported > 0 || (refused === null && options.supersedes !== null),
      );
    if (!brought) return outcomes;
    // Whatever came may have been paid twice: one search for all files, only where they touch.
    const { added, standing } = await scanDuplicates(contextOf(job), council, { loaded });
    const number = (count: number) => count.toLocaleString('en-GB');
    const remark =
      `Searched for payments made twice: ${number(added)} possible duplicate${added === 1 ? '' : 's'} more, ` +
      `${number(standing)} in all (council.duplicateCandidates).`;
    return withMatches(job, council, withRemark(outcomes, remark));
  },
  upload: { right: keepPayments, options: ['supersedes', 'dryRun', 'columnsJson'] },
};

/** The mapping in a file, or, where it came over HTTP, in the request itself. @throws SettingsError when it is none */
async function mappingFrom(path: unknown, json: unknown): Promise<ColumnMapping> {
  try {
    if (typeof json === 'string') return mappingOf('columnsJson', json);
    return typeof path === 'string' ? await readMapping(path) : new Map();
  } catch (error) {
    throw error instanceof TableRefused ? new SettingsError(error.message) : error;
  }
}

/** Says something of all files together, beside what is said of the last one. */
const withRemark = (outcomes: readonly FileOutcome[], remark: string): FileOutcome[] =>
  outcomes.map((outcome, at) =>
    at === outcomes.length - 1 ? { ...outcome, remarks: [remark, ...outcome.remarks] } : outcome,
  );

/** What the council is called, as the graph tells; nothing where it does not. */
async function namesOf(
  { graph, token = null, requestId = 'import' }: ImportJob,
  gssCode: string,
): Promise<readonly string[]> {
  const query = 'query ($gssCode: ID!) { council(gssCode: $gssCode) { name } }';
  const answer = await graph
    ?.ask<{ council: { name: string } | null }>(query, { gssCode }, { token, requestId })
    .catch(() => null);
  return answer?.council ? [answer.council.name] : [];
}

/** Looks new suppliers up in the directory; where that does not answer, it is said, and can be done later. */
async function withMatches(
  job: ImportJob,
  council: string,
  outcomes: readonly FileOutcome[],
): Promise<FileOutcome[]> {
  const { graph, token = null } = job;
  if (!graph) return [...outcomes];
  try {
    await matchSuppliers({ ...contextOf(job), graph, token }, council);
    return [...outcomes];
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'SUBGRAPH_UNAVAILABLE') throw error;
    const remark = 'The directory did not answer: who its new suppliers are can be looked up later.';
    return outcomes.map((outcome) => ({ ...outcome, remarks: [...outcome.remarks, remark] }));
  }
}

function runFile(job: ImportJob, file: string, options: SpendImportOptions): Promise<FileOutcome> {
  return importSpend(contextOf(job), file, {
    ...options,
    onProgress: (share) => job.progress(file, share),
    onBegin: (run) => job.onBegin?.(file, run),
  });
}
