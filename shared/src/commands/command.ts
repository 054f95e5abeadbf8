import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Actor, Right } from '../access';
import type { Database } from '../persistence';
import type { Problem, Refused } from '../problems';
import type { LocalDate } from '../time';
import type { JsonValue } from './canonical-json';

/** What a command runs in: who asks, when, and on which database. */
export interface CommandContext {
  readonly actor: Actor;
  /** The one instant of the request. */
  readonly now: Date;
  readonly requestId: string;
  readonly database: Database;
  /** Where what goes wrong behind the answer is told; a request's own log. */
  readonly log?: { error(facts: object, message: string): void };
}

/** What came of a command: the id of what it wrote, or why nothing was: every fault of its input, else every reason of the rules. */
export type CommandResult =
  | { readonly ok: true; readonly subject: string; readonly receipt?: JsonValue }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** One verb that writes. */
export interface Command<Input extends object> {
  /** The mutation's name, and the action in the audit trail. */
  readonly name: string;
  /**
   * Runs it, in one transaction.
   * @throws GraphQLError UNAUTHENTICATED when the actor is anonymous and the command does not admit anybody
   * @throws DatabaseBusyError when the database stays busy; nothing was written then
   */
  run(context: CommandContext, input: Input): Promise<CommandResult>;
}

/** What the audit trail is told about something that was done. */
export interface AuditFacts {
  /** GSS code of the council in whose trail it stands; null when it belongs to none. */
  readonly council: string | null;
  /** Id of what it was done to. */
  readonly subject: string;
  /** What changed, by name. Readable by auditors for ever: nothing secret, no more of a person than needed. */
  readonly changes?: Readonly<Record<string, JsonValue | undefined>>;
}

/** The accepting half of a command's answer. */
export interface Done extends AuditFacts {
  readonly ok: true;
  /** Facts that the answer needs and no row holds; kept under the idempotency key and given again. */
  readonly receipt?: JsonValue;
}

/** Says that a command was carried out. */
export function done(facts: Omit<Done, 'ok'>): Done {
  return { ok: true, ...facts };
}

/** What the work inside a write transaction can use. */
export interface Tx {
  /** The transaction's own manager, for queries that see what it has written. */
  readonly manager: EntityManager;
  readonly actor: Actor;
  readonly now: Date;
  /** The day it is in London. */
  readonly today: LocalDate;
  readonly requestId: string;
  /** Reads a row and keeps everybody else from writing it until the end of the transaction. */
  lock<Row extends ObjectLiteral>(entity: EntityTarget<Row>, id: string): Promise<Row | null>;
  /** Locks several rows in the order of their ids, so that two commands never wait for each other. */
  lockMany<Row extends ObjectLiteral>(entity: EntityTarget<Row>, ids: readonly string[]): Promise<Row[]>;
  /**
   * Waits for every other transaction that has claimed the same name, and keeps it until the end. For what no row stands
   * for, such as that nothing begins meanwhile. Claimed before any row is locked, so that two never wait for each other.
   * @param name short and plain: `import spending E08000004`
   */
  claim(name: string): Promise<void>;
  /** Inserts a row, version 1. */
  insert<Row extends ObjectLiteral>(entity: EntityTarget<Row>, row: Partial<Row>): Promise<Row>;
  /** Inserts many rows by multi-row statements. */
  insertMany<Row extends ObjectLiteral>(
    entity: EntityTarget<Row>,
    rows: readonly Partial<Row>[],
  ): Promise<void>;
  /** Writes a row that was read in this transaction, and counts its version up. */
  update<Row extends ObjectLiteral>(row: Row): Promise<Row>;
  /** Deletes a row that was read in this transaction. */
  remove<Row extends ObjectLiteral>(row: Row): Promise<void>;
  /** A new typed id. */
  newId(prefix: string): string;
  /** Nothing when the actor has the right over the subject, otherwise `NotAllowed`. */
  demand<Subject>(right: Right<Subject>, subject: Subject): Problem[];
}

/** What a command's work answers. */
export type Outcome = Done | Refused;
