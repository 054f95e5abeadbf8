import { SettingsError } from './settings-error';

/** Where the databases are: one SQLite file for each subgraph in a folder, or one MySQL database for each. */
export type Location =
  | { readonly kind: 'sqlite'; readonly folder: string }
  /**
   * `mysql://user:password@host:port/prefix`; the database of the subgraph `assets` is `prefix_assets`, or with
   * `exact` just what the address names.
   */
  | { readonly kind: 'mysql'; readonly url: string; readonly exact?: boolean };

/** What is needed to reach one MySQL or MariaDB database. */
export interface MysqlAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/**
 * Reads `mysql://user:password@host:port/prefix`.
 * @throws SettingsError when the text is no such address; the password is never repeated.
 */
export function mysqlAddress(url: string, name: string, exact = false): MysqlAddress {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw new SettingsError('The database address is not a URL; it should look like mysql://user@host/coop.');
  }
  const prefix = decodeURIComponent(parsed.pathname.slice(1));
  if (!['mysql:', 'mariadb:'].includes(parsed.protocol) || !/^\w{1,40}$/.test(prefix))
    throw new SettingsError('The database address should look like mysql://user:password@host:3306/coop.');
  return {
    host: parsed.hostname,
    port: parsed.port ? Number(parsed.port) : 3306,
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database: exact ? prefix : `${prefix}_${name}`,
  };
}
