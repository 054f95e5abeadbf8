import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import type { FileOutcome, Importer } from '@coop/shared/importing';
import { SettingsError } from '@coop/shared/settings';
import { systemClock } from '@coop/shared/time';
import { commandLineActor } from './command-line-actor';
import { councilNames } from './council-names';
import { addOptions, importKinds, sentence, type FileKind } from './file-kinds';
import { fileProgress } from './progress';
import { say, warn } from './say';
import type { Shell } from './shell';
import { subgraphNamed, withSubgraph } from './with-subgraph';

/** Exit code when a file was refused whole: nothing of it was imported. */
export const REFUSED = 2;

/** Remarks shown for one file on the terminal; with `--json` all of them, on standard error. */
const SHOWN_REMARKS = 20;

/** `coop import areas FILE…`: a command for each kind of file that the subgraphs can read. */
export function importCommand(program: Command, shell: Shell): void {
  const group = program
    .command('import')
    .summary('read files into a subgraph')
    .description(
      'Reads published files into the database of a subgraph, each whole or not at all, also beside a running ' +
        'server. What was imported before is found again and not doubled. Exit code 2: a file was refused whole.',
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
      const outcomes = await withSubgraph(shell, subgraphNamed(shell, subgraph), ({ database }) =>
        handler
          .run({
            database,
            clock: systemClock,
            actor: commandLineActor(),
            files: files.map((file) => resolve(file)),
            options,
            progress: (file, share) => progress.update(basename(file), share),
            namesOfCouncil: (gssCode) => councilNames(shell, gssCode),
          })
          .finally(() => progress.end()),
      );
      for (const outcome of outcomes)
        if (options['json']) tellJson(outcome);
        else tell(outcome);
      if (outcomes.some(({ refused }) => refused !== null)) process.exitCode = REFUSED;
    });
}

/** @throws SettingsError naming the first file that cannot be read, before anything is imported */
async function mustBeReadable(files: readonly string[]): Promise<void> {
  for (const file of files)
    await access(file, constants.R_OK).catch((error: NodeJS.ErrnoException) => {
      const why = error.code === 'ENOENT' ? 'there is no such file' : 'this user may not read it';
      throw new SettingsError(`${file}: ${why}. Nothing was imported.`);
    });
}

/** One line of JSON for the file, for programs. */
function tellJson({
  file,
  sha256,
  rows,
  imported,
  alreadyThere,
  rejected,
  refused,
  remarks,
}: FileOutcome): void {
  say(JSON.stringify({ file, sha256, rows, imported, alreadyThere, rejected, refused }));
  for (const remark of remarks) warn(`${basename(file)}: ${remark}`);
}

/** One line for the file, and one for each remark on it. */
function tell(outcome: FileOutcome): void {
  const name = basename(outcome.file);
  if (outcome.refused === null) say(`${name}: ${countsOf(outcome)}.`);
  else warn(`${name}: refused. ${outcome.refused}`);
  for (const remark of outcome.remarks.slice(0, SHOWN_REMARKS)) say(`  ${remark}`);
  const more = outcome.remarks.length - SHOWN_REMARKS;
  if (more > 0) say(`  … and ${more} more; --json shows all on standard error.`);
}

function countsOf({ rows, imported, alreadyThere, rejected }: FileOutcome): string {
  const number = (count: number) => count.toLocaleString('en-GB');
  return `${number(rows)} rows: ${number(imported)} imported, ${number(alreadyThere)} already there, ${number(rejected)} rejected`;
}
