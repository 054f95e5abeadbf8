import { SingleBar } from 'cli-progress';

/** Shows how far a long reading has come. */
export interface Progress {
  /** So many bytes have been read, and so many rows. */
  update(bytes: number, rows: number): void;
  /** Ends it, with one line of summary. */
  done(summary: string): void;
}

/** Where progress is shown: a terminal, or anything that lines can be written to. */
export type ProgressOutput = Pick<NodeJS.WritableStream, 'write'> & { readonly isTTY?: boolean };

/**
 * A bar on a terminal; elsewhere nothing but the summary, so that a log holds one plain line.
 * @param total bytes to come, null where that is not known (then there is no bar either)
 */
export function showProgress(output: ProgressOutput, label: string, total: number | null): Progress {
  const summarise = (summary: string) => void output.write(`${label}: ${summary}\n`);
  if (!output.isTTY || total === null) return { update: () => undefined, done: summarise };
  const bar = new SingleBar({
    stream: output as NodeJS.WriteStream,
    format: `${label} [{bar}] {percentage}% · {rows} rows · {eta_formatted} left`,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 50,
  });
  bar.start(total, 0, { rows: 0 });
  return {
    update: (bytes, rows) => bar.update(Math.min(bytes, total), { rows: rows.toLocaleString('en-GB') }),
    done(summary) {
      bar.stop();
      summarise(summary);
    },
  };
}
