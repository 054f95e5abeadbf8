import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Option, type Command } from 'commander';
import { runExport, UnknownCouncil, type Exporter } from '@coop/shared/exporting';
import { SettingsError } from '@coop/shared/settings';
import { visible } from '@coop/shared/text';
import { systemClock } from '@coop/shared/time';
import { addOptions, exportKinds, sentence, type FileKind } from './file-kinds';
import { warn } from './say';
import type { Shell } from './shell';
import { asUserError } from './user-error';
import { withDirectory } from './with-directory';
import { subgraphNamed, withSubgraph } from './with-subgraph';

/** Exit code when a table is asked for of a council that the directory does not know. */
const NO_SUCH_COUNCIL = 2;

/** `coop export assets --format csv`: a command for each table that the subgraphs publish. */
export function exportCommand(program: Command, shell: Shell): void {
  const group = program
    .command('export')
    .summary('write a published table')
    .description(
      'Writes a table that a subgraph publishes to a file or to standard output, also beside a running server. ' +
        'A file is written whole or not at all. Exit code 2: there is no such council.',
    );
  for (const kind of exportKinds(shell.subgraphs)) addKind(group, shell, kind);
}

function addKind(group: Command, shell: Shell, { subgraph, handler }: FileKind<Exporter>): void {
  const [usual] = handler.formats;
  const command = group
    .command(handler.name)
    .summary(handler.summary)
    .description(`${sentence(handler.summary)} Comes from the subgraph ${subgraph}.`)
    .addOption(new Option('--format <format>', 'of the file').choices(handler.formats).default(usual))
    .option('-o, --output <file>', 'the file to write; standard output unless told');
  addOptions(command, handler.options);
  command.action(async (options: Record<string, string | boolean | undefined>) => {
    const { format, output } = options;
    const writing = withDirectory(shell, (graph) =>
      withSubgraph(shell, subgraphNamed(shell, subgraph), async ({ database }) => {
        const job = { database, clock: systemClock, format: String(format), options, graph, onRemark: warn };
        const text = plainly(() => runExport(handler, job));
        if (typeof output === 'string') await writeWhole(output, text);
        else await writeOut(text);
      }),
    );
    await writing.catch((error: unknown) => {
      if (!(error instanceof UnknownCouncil)) throw error;
      warn(visible(error.message));
      process.exitCode = NO_SUCH_COUNCIL;
    });
  });
}

/**
 * The same text; where an option asks for what there is not, in one line instead of a stack.
 * @throws SettingsError
 */
async function* plainly(run: () => AsyncIterable<string>): AsyncIterable<string> {
  try {
    yield* run();
  } catch (error) {
    throw asUserError(error);
  }
}

/** Writes to standard output; a reader that has seen enough (`| head`) ends it without complaint. */
async function writeOut(text: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(text), process.stdout, { end: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}

/**
 * Writes beside the file and puts it in place when it is complete: whoever reads it never meets half of it.
 * @throws SettingsError when the folder is not there or may not be written to
 */
async function writeWhole(file: string, text: AsyncIterable<string>): Promise<void> {
  const draft = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  try {
    await pipeline(Readable.from(text), createWriteStream(draft, { flags: 'wx' }));
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new SettingsError(`${file}: there is no such folder.`);
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      throw new SettingsError(`${file}: this user may not write there.`);
    if (code === 'EISDIR' || code === 'ENOTDIR') throw new SettingsError(`${file} is not a file.`);
    if (code === 'ENOSPC') throw new SettingsError(`${file}: the disk is full.`);
    throw error;
  }
  warn(`Written: ${visible(file)}`);
}
