import type { CommandContext } from '../../commands';
import { newId } from '../../ids';
import { isGssCode } from '../../nouns';
import { SettingsError } from '../../settings';
import type { FileOption, Importer, ImportJob } from '../importer';
import type { ColumnSpecs } from '../reading';
import { importTable } from './import-table';
import type { ImportedRow, TableImport } from './table-import';

const COUNCIL: FileOption = {
  flags: '--council <gss>',
  description: 'GSS code of the council whose rows these are',
  required: true,
};

const TRIAL: FileOption = {
  flags: '--dry-run',
  description: 'only say what would be imported and what would be rejected',
};

/** The command-line importer of one kind of table: the files one by one, each whole or not at all. */
export function importerOf<const Columns extends ColumnSpecs, Row extends ImportedRow>(
  definition: TableImport<Columns, Row>,
  summary: string,
): Importer {
  return {
    name: definition.kind,
    summary,
    options: definition.scope ? [COUNCIL, TRIAL] : [TRIAL],
    async run(job) {
      const context = contextOf(job);
      const { council, dryRun } = job.options;
      if (definition.scope && !isGssCode(council))
        throw new SettingsError('--council takes a GSS code, such as E08000004.');
      const outcomes = [];
      for (const file of job.files)
        outcomes.push(
          await importTable(context, definition, file, {
            council: definition.scope && typeof council === 'string' ? council : null,
            isTrial: dryRun === true,
            onProgress: (bytes, _rows, total) => job.progress(file, total ? Math.min(1, bytes / total) : 0),
          }),
        );
      return outcomes;
    },
  };
}

function contextOf({ actor, clock, database }: ImportJob): CommandContext {
  const now = clock.now();
  return { actor, now, requestId: newId('job', now), database };
}
