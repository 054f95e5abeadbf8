import type { Role } from '../nouns/roles';
import type { Actor } from './actor';

/**
 * True for somebody who acts in one of these roles, wherever: within whichever council or organisation. Rights that
 * concern what one council keeps ask `inCouncil`.
 */
export const holds = (actor: Actor, roles: readonly Role[]): boolean =>
  actor.role !== null && roles.includes(actor.role);

/**
 * True for somebody who acts in one of these roles within that council. The same role within another council, or
 * within an organisation alone, is none here.
 * @param gssCode the council that keeps what the right is about
 */
export const inCouncil = (actor: Actor, gssCode: string, roles: readonly Role[]): boolean =>
  holds(actor, roles) && actor.council === gssCode;
