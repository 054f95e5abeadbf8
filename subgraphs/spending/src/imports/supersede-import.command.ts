import { defineCommand, done, type Command } from '@coop/shared/commands';
import { ImportRun } from '@coop/shared/persistence';
import { problem, refuse } from '@coop/shared/problems';
import { keepPayments } from '../access';
import { cleanUpLater } from './clean-up-later.command';
import { KIND } from './kind';
import { claimImports, setAside, whileLoading } from './set-aside.command';
import { asideProblems, notComplete } from './set-aside.rules';
import { SpendImportSupersedeInput } from './spend-import.types';

const supersede = defineCommand<SpendImportSupersedeInput>({
  name: 'spendImportSupersede',
  input: SpendImportSupersedeInput,
  async handle(tx, { id, supersededById }) {
    const found = await tx.manager.findOneBy(ImportRun, { id });
    if (found) await claimImports(tx, found.council);
    const runs = await tx.lockMany(ImportRun, [id, supersededById]);
    const old = runs.find((run) => run.id === id && run.kind === KIND);
    const standing = runs.find((run) => run.id === supersededById && run.kind === KIND);
    if (!old) return refuse(problem.notFound('There is no such import.', { path: ['id'] }));
    const denied = tx.demand(keepPayments, { gssCode: old.council });
    if (denied.length > 0) return refuse(...denied);
    const path = ['supersededById'];
    if (standing?.council !== old.council)
      return refuse(problem.notFound('The council has no such import.', { path }));
    if (id === supersededById)
      return refuse(problem.invalidInput('An import cannot stand in its own place.', { path }));
    const isLoading = (await whileLoading(tx, old.council)).length > 0;
    const problems = asideProblems({ state: old.state, isLoading });
    if (problems.length > 0) return refuse(...problems);
    if (standing.state !== 'COMPLETE') return refuse(notComplete(standing.state, path));
    await setAside(tx, { run: id, gssCode: old.council, supersededBy: supersededById });
    const changes = { file: old.file, rows: old.rows, supersededBy: supersededById };
    return done({ council: old.council, subject: id, changes, receipt: old.imported });
  },
});

/** Lets one import of payments stand in the place of another. */
export const supersedeImport: Command<SpendImportSupersedeInput> = {
  name: supersede.name,
  async run(context, input) {
    const result = await supersede.run(context, input);
    if (result.ok) await cleanUpLater(context, result.subject, Number(result.receipt));
    return result;
  },
};
