import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import { runImport, type FileOutcome, type Importer } from '@coop/shared/importing';
import { SettingsError } from '@coop/shared/settings';
import { visible } from '@coop/shared/text';
import { systemClock } from '@coop/shared/time';
import { commandLineActor } from './command-line-actor';
import { addOptions, importKinds, sentence, type FileKind } from './file-kinds';
import { fileProgress } from './progress';
import { say, warn } from './say';
import type { Shell } from './shell';
import { withDirectory } from './with-directory';
import { asUserError } from './user-error';
import { subgraphNamed, withSubgraph } from './with-subgraph';

/** Exit code when nothing of a file could be taken: it was refused whole, or each of its rows was rejected. */
export const REFUSED = 2;

/** Remarks shown for one file on the terminal; with `--json` all of them, on standard error. */
const SHOWN_REMARKS = 20;

/** Columns named on the terminal that nothing reads; with `--json` all of them. */
const SHOWN_COLUMNS = 12;

/** `coop import areas FILE…`: a command for each kind of file that the subgraphs can read. */
export function importCommand(program: Command, shell: Shell): void {
  const group = program
    .command('import')
    .summary('read files into a subgraph')
    .description(
      'Reads published files into the database of a subgraph, each whole or not at all, also beside a running ' +
        'server. What was imported before is found again and not doubled. Exit code 2: nothing of a file could be taken, since it was refused ' +
        'whole or each of its rows was rejected.',
    );
  for (const kind of importKinds(shell.subgraphs)) addKind(group, shell, kind);
}

function addKind(group: Command, shell: Shell, { subgraph, handler }: FileKind<Importer>): void {
  const command = group
    .command(handler.name)
    .argument('<file...>', 'the files, read in this order')
    .summary(handler.summary)
    .description(`${sentence(handler.summary)} Goes into the subgraph ${subgraph}.`);
  addOptions(command, handler.options);
  command
    .option('--json', 'print what became of the files as JSON, a line for each; remarks go to standard error')
    .action(async (files: string[], options: Record<string, string | boolean | undefined>) => {
      await mustBeReadable(files);
      const progress = fileProgress(process.stderr);
      const runs = new Map<string, string>();
      const outcomes = await withDirectory(shell, (graph) =>
        withSubgraph(shell, subgraphNamed(shell, subgraph), ({ database }) =>
          runImport(handler, {
            database,
            clock: systemClock,
            actor: commandLineActor(),
            files: files.map((file) => resolve(file)),
            options,
            progress: (file, share) => progress.update(shownName(file), share),
            onBegin: (file, run) => runs.set(basename(file), run),
            graph,
            token: null,
          })
            .catch((error: unknown) => {
              throw asUserError(error);
            })
            .finally(() => progress.end()),
        ),
      );
      for (const outcome of outcomes)
        if (options['json']) tellJson(outcome, runs.get(basename(outcome.file)));
        else tell(outcome, runs.get(basename(outcome.file)));
      if (outcomes.some((outcome) => outcome.refused !== null || isAllRejected(outcome)))
        process.exitCode = REFUSED;
    });
}

/** @throws SettingsError naming the first file that cannot be read, before anything is imported */
async function mustBeReadable(files: readonly string[]): Promise<void> {
  for (const file of files)
    await access(file, constants.R_OK).catch((error: NodeJS.ErrnoException) => {
      const why = error.code === 'ENOENT' ? 'there is no such file' : 'this user may not read it';
      throw new SettingsError(`${visible(file)}: ${why}. Nothing was imported.`);
    });
}

/** The file's name without folders, on one line: it may be anything. */
const shownName = (file: string) => visible(basename(file));

/** It has rows, and not one could be taken. */
const isAllRejected = ({ rows, rejected }: FileOutcome) => rows > 0 && rejected === rows;

const ALL_REJECTED =
  'every row was rejected, so nothing was imported. Is it the right file for this command?';

/** One line of JSON for the file, for programs. */
function tellJson(outcome: FileOutcome, run: string | undefined): void {
  const { file, sha256, rows, imported, alreadyThere, rejected, refused, remarks, unused } = outcome;
  say(JSON.stringify({ file, sha256, rows, imported, alreadyThere, rejected, refused, unused, import: run }));
  if (isAllRejected(outcome)) warn(`${shownName(file)}: ${ALL_REJECTED}`);
  for (const remark of remarks) warn(`${shownName(file)}: ${visible(remark)}`);
}

/** One line for the file, and one for each remark on it. */
function tell(outcome: FileOutcome, run: string | undefined): void {
  const name = shownName(outcome.file);
  if (outcome.refused === null)
    say(`${name}: ${countsOf(outcome)}.${run === undefined ? '' : ` It is ${run}.`}`);
  // Most reasons begin with the file's name themselves.
  else if (outcome.refused.startsWith(basename(outcome.file))) warn(visible(outcome.refused));
  else warn(`${name}: refused. ${visible(outcome.refused)}`);
  if (isAllRejected(outcome)) warn(`${name}: ${ALL_REJECTED}`);
  if (outcome.unused?.length) say(`  ${unusedLine(outcome.unused)}`);
  for (const remark of outcome.remarks.slice(0, SHOWN_REMARKS)) say(`  ${visible(remark)}`);
  const more = outcome.remarks.length - SHOWN_REMARKS;
  if (more > 0) say(`  … and ${more} more; --json shows all on standard error.`);
}

/** Which columns nothing reads: each may be one whose header is merely not recognised. */
function unusedLine(unused: readonly string[]): string {
  const shown = unused.slice(0, SHOWN_COLUMNS).map((header) => `“${visible(header)}”`);
  const more = unused.length > SHOWN_COLUMNS ? ` and ${unused.length - SHOWN_COLUMNS} more` : '';
  return `Columns that nothing reads: ${shown.join(', ')}${more}.`;
}

function countsOf({ rows, imported, alreadyThere, rejected }: FileOutcome): string {
  const number = (count: number) => count.toLocaleString('en-GB');
  return `${number(rows)} rows: ${number(imported)} imported, ${number(alreadyThere)} already there, ${number(rejected)} rejected`;
}
