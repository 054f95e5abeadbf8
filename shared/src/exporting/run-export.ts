import { askForCouncils } from '../graph';
import type { ExportJob, Exporter } from './exporter';

/** A table was asked for of a council that the directory does not know. The message is for whoever asked. */
export class UnknownCouncil extends Error {
  override readonly name = 'UnknownCouncil';
}

/**
 * The text of a table, for every door that tables go out by. Of a council that the directory does not know there is
 * none, rather than an empty one; where the directory cannot be asked, the table is written and `onRemark` is told.
 * @throws UnknownCouncil before the first piece
 * @throws RangeError for options that cannot be
 */
export async function* runExport(exporter: Exporter, job: ExportJob): AsyncGenerator<string, void> {
  const { graph, token = null, requestId = 'export', options, onRemark } = job;
  if (graph) {
    const { refusal, remark } = await askForCouncils(graph, options['council'], { token, requestId });
    if (refusal !== null) throw new UnknownCouncil(refusal);
    if (remark !== null) onRemark?.(remark);
  }
  yield* exporter.run(job);
}
