import { createHash } from 'node:crypto';
import type { Role } from '../nouns/roles';

/** Who asks, as far as a verified token tells. */
export interface Actor {
  /** `token`: a verified token stands behind it. `anonymous`: none was sent; open data only. */
  readonly kind: 'anonymous' | 'token';
  /** The issuer's own id of the person or system; '' when anonymous. */
  readonly subject: string;
  readonly role: Role | null;
  /** GSS code of the council within which the role holds; null when it holds within an organisation only. */
  readonly council: string | null;
  /** Id of the organisation within which the role holds; null when it holds within a council only. */
  readonly organisation: string | null;
  /** A name to show, where the issuer gave one. */
  readonly name: string | null;
}

/** Nobody in particular. */
export const ANONYMOUS: Actor = Object.freeze({
  kind: 'anonymous',
  subject: '',
  role: null,
  council: null,
  organisation: null,
  name: null,
});

/**
 * A short text that stands for somebody in one capacity: the same person within another council or organisation
 * has another. It does not tell the issuer's id of the person. 43 characters.
 */
export function actorKey({
  subject,
  council,
  organisation,
}: Pick<Actor, 'subject' | 'council' | 'organisation'>): string {
  return createHash('sha256')
    .update(JSON.stringify([subject, council, organisation]))
    .digest('base64url');
}
