import type { Command } from 'commander';
import { verifyAudit, type AuditReport } from '@coop/shared/commands';
import { builtSubgraphs } from '../host';
import { say, warn } from './say';
import { settingsFrom } from './settings';
import { namesOf, type Shell } from './shell';
import { subgraphNamed, withSubgraph } from './with-subgraph';

/** `coop audit verify`: recomputes the hash-chained trails. */
export function auditCommand(program: Command, shell: Shell): void {
  const audit = program.command('audit').description('The audit trails: who wrote what, and when.');
  audit
    .command('verify')
    .argument('[subgraph]', `one of ${namesOf(shell)}; all unless told`)
    .summary('recompute every trail and name what was tampered with')
    .description(
      'Recomputes the audit trail of each council, row by row, also beside a running server. The first changed, ' +
        'missing, reordered, truncated or added row of each trail is named, and the exit code is then 1.',
    )
    .option('--json', 'print the reports as JSON, with the end of each trail')
    .action(async (name: string | undefined, { json }: { json?: boolean }) => {
      const reports: Record<string, AuditReport> = {};
      const { remotes } = settingsFrom(shell);
      for (const built of name === undefined
        ? builtSubgraphs(shell.subgraphs)
        : [subgraphNamed(shell, name)]) {
        if (name === undefined && remotes[built.name] !== undefined) {
          warn(`Note: ${built.name} runs elsewhere; verify its trails there.`);
          continue;
        }
        // Only looked at: nothing is loaded into a database that is still empty.
        reports[built.name] = await withSubgraph(shell, built, ({ database }) => verifyAudit(database), {
          demo: false,
        });
      }
      if (json) say(JSON.stringify(reports, null, 2));
      else for (const [subgraph, report] of Object.entries(reports)) tell(subgraph, report);
      if (Object.values(reports).some(({ ok }) => !ok)) process.exitCode = 1;
    });
}

function tell(subgraph: string, { ok, entries, trails, faults }: AuditReport): void {
  const count = (number: number, word: string) =>
    `${number.toLocaleString('en-GB')} ${number === 1 ? word.replace(/ies$/, 'y').replace(/s$/, '') : word}`;
  const extent = `${count(entries, 'entries')} in ${count(trails.length, 'trails')}`;
  say(`${subgraph}: ${extent}, ${ok ? 'intact' : `${count(faults.length, 'trails')} tampered with`}.`);
  for (const { council, sequence, kind, message } of faults)
    say(`  ${council === '' ? 'no council' : council}, row ${sequence}: ${kind}. ${message}`);
}
