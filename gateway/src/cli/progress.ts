import { SingleBar } from 'cli-progress';

/** Where progress is shown: a terminal, or anything that lines can be written to. */
export type ProgressOutput = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** Shows how far the files of an import have been read, one after the other. */
export interface FileProgress {
  /** @param share from 0 to 1 */
  update(file: string, share: number): void;
  /** Takes the bar away, so that lines can follow. */
  end(): void;
}

/** A bar for each file in its turn on a terminal; elsewhere nothing, so that a log holds only whole lines. */
export function fileProgress(output: ProgressOutput): FileProgress {
  if (!output.isTTY) return { update: () => undefined, end: () => undefined };
  let bar: SingleBar | null = null;
  let shown = '';
  const end = () => {
    bar?.stop();
    bar = null;
  };
  return {
    update(file, share) {
      if (file !== shown) {
        end();
        shown = file;
        bar = new SingleBar({
          stream: output as NodeJS.WriteStream,
          format: '{file} [{bar}] {percentage}% · {eta_formatted} left',
          hideCursor: true,
          clearOnComplete: true,
          etaBuffer: 50,
        });
        bar.start(100, 0, { file });
      }
      bar?.update(Math.round(Math.min(Math.max(share, 0), 1) * 100));
    },
    end,
  };
}
