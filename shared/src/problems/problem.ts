import type { Rule } from './rule';

interface Common {
  /** One sentence for the person who asked: what is wrong and, where there is one, what to do about it. */
  readonly message: string;
  /** Path of the input field, from the input's root: `['nominator', 'kind']`. */
  readonly path?: readonly string[];
  /** The law or policy behind the refusal. */
  readonly rule?: Rule;
}

/** A value of the input cannot be taken as it stands. */
export interface InvalidInput extends Common {
  readonly kind: 'InvalidInput';
}
/** What the input names does not exist, or not for this caller. */
export interface NotFound extends Common {
  readonly kind: 'NotFound';
}
/** The caller may not do this; `needs` says which right would be enough. */
export interface NotAllowed extends Common {
  readonly kind: 'NotAllowed';
  readonly needs: string;
}
/** The thing is in a state in which this cannot be done; `allowed` lists the states in which it can. */
export interface WrongState extends Common {
  readonly kind: 'WrongState';
  readonly state: string;
  readonly allowed: readonly string[];
}
/** It can be done, but not before `earliest`. */
export interface TooEarly extends Common {
  readonly kind: 'TooEarly';
  readonly earliest: Date;
}
/** It could have been done until `deadline`. */
export interface TooLate extends Common {
  readonly kind: 'TooLate';
  readonly deadline: Date;
}
/** More was asked for than may be given. Both figures are in the unit that the message names. */
export interface LimitExceeded extends Common {
  readonly kind: 'LimitExceeded';
  readonly limit: number;
  readonly requested: number;
}
/** The person, body or thing does not fulfil a condition that no other input could mend. */
export interface Ineligible extends Common {
  readonly kind: 'Ineligible';
}
/** Somebody else was faster: the row has changed since the version that the caller had seen. */
export interface Conflict extends Common {
  readonly kind: 'Conflict';
  readonly currentVersion: number;
}

/** Why something was not done. A small closed set of kinds, each carrying its facts. */
export type Problem =
  | InvalidInput
  | NotFound
  | NotAllowed
  | WrongState
  | TooEarly
  | TooLate
  | LimitExceeded
  | Ineligible
  | Conflict;

/** What every kind of problem may carry beside its facts. */
export interface ProblemDetails {
  path?: readonly string[];
  rule?: Rule;
}

/** One constructor for each kind of problem: `problem.tooLate('…', deadline, { rule })`. */
export const problem = {
  invalidInput: (message: string, details: ProblemDetails = {}): InvalidInput => ({
    kind: 'InvalidInput',
    message,
    ...details,
  }),
  notFound: (message: string, details: ProblemDetails = {}): NotFound => ({
    kind: 'NotFound',
    message,
    ...details,
  }),
  notAllowed: (message: string, needs: string, details: ProblemDetails = {}): NotAllowed => ({
    kind: 'NotAllowed',
    message,
    needs,
    ...details,
  }),
  wrongState: (
    message: string,
    state: string,
    allowed: readonly string[],
    details: ProblemDetails = {},
  ): WrongState => ({ kind: 'WrongState', message, state, allowed, ...details }),
  tooEarly: (message: string, earliest: Date, details: ProblemDetails = {}): TooEarly => ({
    kind: 'TooEarly',
    message,
    earliest,
    ...details,
  }),
  tooLate: (message: string, deadline: Date, details: ProblemDetails = {}): TooLate => ({
    kind: 'TooLate',
    message,
    deadline,
    ...details,
  }),
  limitExceeded: (
    message: string,
    limit: number,
    requested: number,
    details: ProblemDetails = {},
  ): LimitExceeded => ({ kind: 'LimitExceeded', message, limit, requested, ...details }),
  ineligible: (message: string, details: ProblemDetails = {}): Ineligible => ({
    kind: 'Ineligible',
    message,
    ...details,
  }),
  conflict: (message: string, currentVersion: number, details: ProblemDetails = {}): Conflict => ({
    kind: 'Conflict',
    message,
    currentVersion,
    ...details,
  }),
};
