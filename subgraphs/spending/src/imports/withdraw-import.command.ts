import { defineCommand, done, type Command } from '@coop/shared/commands';
import { ImportRun } from '@coop/shared/persistence';
import { problem, refuse } from '@coop/shared/problems';
import { keepPayments } from '../access';
import { cleanUpLater } from './clean-up-later.command';
import { KIND } from './kind';
import { claimImports, setAside, whileLoading } from './set-aside.command';
import { asideProblems } from './set-aside.rules';
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
    const isLoading = (await whileLoading(tx, council)).length > 0;
    const problems = asideProblems({ state: run.state, isLoading });
    if (problems.length > 0) return refuse(...problems);
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
