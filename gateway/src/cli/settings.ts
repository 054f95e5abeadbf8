import { readSettings, type Settings } from '@coop/shared/settings';
import { ROOT } from '../house';
import { warn } from './say';
import type { Shell } from './shell';

const known = new WeakMap<Shell, Settings>();

/**
 * The settings of this graph out of the environment; what is odd but allowed is said once on standard error.
 * @throws SettingsError
 */
export function settingsFrom(shell: Shell): Settings {
  const before = known.get(shell);
  if (before) return before;
  const settings = readSettings(shell.env, {
    root: ROOT,
    subgraphs: shell.subgraphs.map(({ name }) => name),
  });
  for (const line of settings.warnings) warn(`Note: ${line}`);
  known.set(shell, settings);
  return settings;
}
