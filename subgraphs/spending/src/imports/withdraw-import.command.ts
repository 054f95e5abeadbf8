import { defineCommand, done, type Command } from '@coop/shared/commands';
import { ImportRun } from '@coop/shared/persistence';
import { problem, refuse } from '@coop/shared/problems';
import { keepPayments } from '../access';
import { KIND } from './begin-import.command';
import { cleanUpLater } from './clean-up-later.command';
import { claimImports, setAside, whileLoading } from './set-aside.command';
import { SpendImportWithdrawInput } from './spend-import.types';

const withdraw = defineCommand<SpendImportWithdrawInput>({
  name: 'spendImportWithdraw',
  input: SpendImportWithdrawInput,
  async handle(tx, { id, statementOfReasons }) {
    const found = await tx.manager.findOneBy(ImportRun, { id });
    if (found) await claimImports(tx, found.council);
    const run = await tx.lock(ImportRun, id);
    if (run?.kind !== KIND) return refuse(problem.notFound('There is no such import.', { path: ['id'] }));
    const { council } = run;
    const denied = tx.demand(keepPayments, { gssCode: council });
    if (denied.length > 0) return refuse(...denied);
    if (run.state !== 'COMPLETE') return refuse(notComplete(run.state, ['id']));
    const loading = await whileLoading(tx, council);
    if (loading.length > 0) return refuse(...loading);
    await setAside(tx, { run: id, gssCode: council, because: statementOfReasons });
    const changes = { file: run.file, rows: run.rows, statementOfReasons };
    return done({ council, subject: id, changes, receipt: run.imported });
  },
});

/** Takes an import of payments back. */
export const withdrawImport: Command<SpendImportWithdrawInput> = {
  name: withdraw.name,
  async run(context, input) {
    const result = await withdraw.run(context, input);
    if (result.ok) await cleanUpLater(context, result.subject, Number(result.receipt));
    return result;
  },
};

/** The refusal of what only a complete import can be asked. */
export function notComplete(state: ImportRun['state'], path: readonly string[]) {
  return problem.wrongState(
    'The import does not stand: only one that does can be set aside.',
    state,
    ['COMPLETE'],
    { path },
  );
}
