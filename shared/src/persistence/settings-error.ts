/** A setting that cannot work, said in one line for the person who starts the program. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}
