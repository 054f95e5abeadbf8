import type { Logger as OrmLogger } from 'typeorm';

/** The part of a structured logger that the databases use. */
export interface DatabaseLog {
  info(facts: object, message?: string): void;
  warn(facts: object, message?: string): void;
}

/** Counts the statements of a database, transaction control apart; both data sources write to it. */
export class StatementLog implements OrmLogger {
  count = 0;

  constructor(private readonly sink: DatabaseLog | undefined) {}

  logQuery(statement: string): void {
    if (!/^(START TRANSACTION|COMMIT|ROLLBACK|SET )/.test(statement)) this.count += 1;
  }

  /** Failures are answered or logged by whoever asked; parameters may hold people's data. */
  logQueryError(): void {}

  logQuerySlow(): void {}

  logSchemaBuild(): void {}

  logMigration(message: string): void {
    this.sink?.info({}, message);
  }

  log(level: 'log' | 'info' | 'warn', message: unknown): void {
    if (level === 'warn') this.sink?.warn({}, String(message));
  }
}
