import { Option, type Command } from 'commander';
import { isGssCode, ROLES, type Role } from '@coop/shared/nouns';
import { createLogger } from '@coop/shared/serving';
import { SettingsError } from '@coop/shared/settings';
import { visible } from '@coop/shared/text';
import { systemClock } from '@coop/shared/time';
import { tokensFor } from '../tokens';
import { say, warn } from './say';
import { settingsFrom } from './settings';
import type { Shell } from './shell';

interface TokenChoices {
  readonly as: Role;
  readonly council?: string;
  readonly organisation?: string;
  readonly subject?: string;
  readonly hours: string;
}

/** `coop token`: a token of the built-in issuer, in demo mode only. */
export function tokenCommand(program: Command, shell: Shell): void {
  program
    .command('token')
    .summary('make a token to try things out with (demo mode only)')
    .description(
      'Prints a token of the built-in issuer, for the Authorization header: `Bearer <token>`. A token always ' +
        'holds within a council or an organisation. In production tokens come from your own issuer.',
    )
    .addOption(
      new Option('--as <role>', 'the role that it gives').choices(Object.keys(ROLES)).makeOptionMandatory(),
    )
    .option('--council <gss>', 'GSS code of the council, such as E08000004 for Oldham')
    .option('--organisation <id>', 'id of the organisation, where the role is held within one')
    .option('--subject <name>', 'whom it is for; demo-<role> unless told')
    .option('--hours <hours>', 'how long it holds', '12')
    .action(async (choices: TokenChoices) => {
      const settings = settingsFrom(shell);
      const { issuer } = await tokensFor(settings, systemClock, createLogger({ level: 'silent' }));
      if (!issuer)
        throw new SettingsError('The built-in issuer is for demo mode; ask your own issuer for a token.');
      if (issuer.isNewKey)
        warn(
          `A new key was made in ${visible(settings.dataFolder)}: a server that is started on this folder (COOP_DATA) takes the token, one that runs on another folder does not.`,
        );
      const { as: role, council, organisation } = choices;
      if (!council && !organisation)
        throw new SettingsError(
          'A token needs --council or --organisation: a role is always held within one.',
        );
      if (council !== undefined && !isGssCode(council))
        throw new SettingsError('--council takes a GSS code, such as E08000004.');
      const hours = Number(choices.hours);
      if (!(hours > 0 && hours <= 8784))
        throw new SettingsError('--hours takes a number up to 8784 (a year).');
      const subject = choices.subject ?? `demo-${role}`;
      say(
        await issuer.issue({
          subject,
          role,
          council: council ?? null,
          organisation: organisation ?? null,
          hours,
        }),
      );
    });
}
