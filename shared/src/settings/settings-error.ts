/**
 * Something outside the program is not as it must be for a start: a variable, a folder, a port, a database.
 * The message is one line for the person who starts it and says which thing it is and what is expected.
 */
export class SettingsError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message.replace(/\s*[\r\n]+\s*/g, ' '), options);
    this.name = 'SettingsError';
  }
}
