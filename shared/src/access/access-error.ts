/** A token was sent and cannot be taken. Its message says what to do next and never holds the token. */
export class AccessError extends Error {
  /** The code that a GraphQL answer carries for it. */
  readonly code = 'UNAUTHENTICATED';

  constructor(message: string) {
    super(message);
    this.name = 'AccessError';
  }
}
