import { problem, type Problem } from '../problems';
import type { Actor } from './actor';

/** A named predicate: who may do one thing to a subject. */
export interface Right<Subject> {
  /** The verb: `decide nomination`. */
  readonly name: string;
  /** Whom it needs, as in 'only … may do this': `an officer of the council`. */
  readonly needs: string;
  allows(actor: Actor, subject: Subject): boolean;
}

/** Defines a right. `allows` must not throw and must not look anything up. */
export function right<Subject>(
  name: string,
  needs: string,
  allows: (actor: Actor, subject: Subject) => boolean,
): Right<Subject> {
  return Object.freeze({ name, needs, allows });
}

/** Nothing when the actor has the right, else the one problem `NotAllowed` that says who would have it. */
export function demand<Subject>(wanted: Right<Subject>, actor: Actor, subject: Subject): Problem[] {
  if (wanted.allows(actor, subject)) return [];
  const signIn = actor.kind === 'anonymous' ? ' Sign in first.' : '';
  return [problem.notAllowed(`Only ${wanted.needs} may do this.${signIn}`, wanted.needs)];
}

/** What a viewer may do, right by right: the answer behind a `viewerCan` field. */
export function viewerCan<Subject, Name extends string>(
  rights: Readonly<Record<Name, Right<Subject>>>,
  actor: Actor,
  subject: Subject,
): Record<Name, boolean> {
  const names = Object.keys(rights) as Name[];
  return Object.fromEntries(names.map((name) => [name, rights[name].allows(actor, subject)])) as Record<
    Name,
    boolean
  >;
}
