import { basename } from 'node:path';
import { askForCouncils } from '../graph';
import type { FileOutcome, Importer, ImportJob } from './importer';

/**
 * Runs an importer, for every door that files come in by. Files for a council that the directory does not know are
 * refused before anything of them is read; where it cannot be asked, the import goes on and says so.
 */
export async function runImport(importer: Importer, job: ImportJob): Promise<FileOutcome[]> {
  const { graph, token = null, requestId = 'import', options, files } = job;
  if (!graph) return importer.run(job);
  const { refusal, remark } = await askForCouncils(graph, options['council'], { token, requestId });
  if (refusal !== null) return files.map((file) => refused(file, refusal));
  const outcomes = await importer.run(job);
  if (remark === null) return outcomes;
  return outcomes.map((outcome) => ({ ...outcome, remarks: [remark, ...outcome.remarks] }));
}

const refused = (file: string, reason: string): FileOutcome => ({
  file: basename(file),
  sha256: '',
  ...{ rows: 0, imported: 0, alreadyThere: 0, rejected: 0 },
  refused: reason,
  remarks: [],
});
