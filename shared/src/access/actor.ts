import type { Role } from '../nouns';

/** Who asks: nobody in particular, or the holder of a token that was verified. */
export interface Actor {
  readonly kind: 'anonymous' | 'token';
  /** Who it is, as the issuer names them; empty when anonymous. */
  readonly subject: string;
  readonly role: Role | null;
  /** GSS code of the council within which the role is held. */
  readonly council: string | null;
  /** Id of the organisation within which the role is held. */
  readonly organisation: string | null;
  /** Name to show; null when the token carries none. */
  readonly name: string | null;
}

/** A caller without a token: may read what is open, and write nothing. */
export const ANONYMOUS: Actor = Object.freeze({
  kind: 'anonymous',
  subject: '',
  role: null,
  council: null,
  organisation: null,
  name: null,
});
