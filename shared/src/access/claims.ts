// Files of the room, not its index: that one builds GraphQL types.
import { isGssCode } from '../nouns/gss';
import { isRole, ROLES } from '../nouns/roles';
import { AccessError } from './access-error';
import type { Actor } from './actor';

const ORGANISATION_ID = /^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$/;
// Control and format characters could forge a line in a log or hide text on a screen.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

const refuse = (what: string): never => {
  throw new AccessError(
    `The token is refused: ${what}. Ask the issuer for one with the claims that this graph needs.`,
  );
};

function text(claims: Readonly<Record<string, unknown>>, claim: string, maximum: number): string | null {
  const value = claims[claim];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string' || value.trim() === '' || value.length > maximum || UNPRINTABLE.test(value))
    return refuse(`its claim '${claim}' is not a text of 1 to ${maximum} printable characters`);
  return value;
}

/**
 * The actor that a token's claims name. Strict: what is unknown or malformed is refused, never guessed at.
 * Claims: `sub`, `role`, at least one of `council` (GSS code) and `organisation`, and if given `name`.
 * @throws AccessError
 */
export function actorOf(claims: Readonly<Record<string, unknown>>): Actor {
  const subject = text(claims, 'sub', 200) ?? refuse("it has no claim 'sub'");
  const role = claims.role;
  if (!isRole(role)) return refuse(`its claim 'role' must be one of ${Object.keys(ROLES).join(', ')}`);
  const council = text(claims, 'council', 9);
  if (council !== null && !isGssCode(council))
    return refuse("its claim 'council' is not a GSS code such as E08000004");
  const organisation = text(claims, 'organisation', 100);
  if (organisation !== null && !ORGANISATION_ID.test(organisation))
    return refuse("its claim 'organisation' is not the id of an organisation");
  if (council === null && organisation === null)
    return refuse("it has neither a claim 'council' nor a claim 'organisation'");
  return Object.freeze({
    kind: 'token',
    subject,
    role,
    council,
    organisation,
    name: text(claims, 'name', 200),
  });
}
