import { readSettings, type Environment, type Settings } from '@coop/shared/settings';
import { SUBGRAPHS } from '../host';
import { ROOT } from '../house';
import { warn } from './say';

/**
 * The settings of this graph out of the environment; what is odd but allowed is said on standard error.
 * @throws SettingsError
 */
export function settingsFrom(env: Environment): Settings {
  const settings = readSettings(env, { root: ROOT, subgraphs: SUBGRAPHS.map(({ name }) => name) });
  for (const line of settings.warnings) warn(`Note: ${line}`);
  return settings;
}
