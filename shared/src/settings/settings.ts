import { resolve } from 'node:path';
import { type Environment, Reader } from './reader';
import { SettingsError } from './settings-error';

/** Where a subgraph's rows are kept. */
export type DatabaseLocation =
  /** One file for each subgraph: `<folder>/<name>.sqlite`. */
  | { readonly kind: 'sqlite'; readonly folder: string }
  /** `mysql://…/base`: the subgraph's own database is `base_<name>`; or, given for one subgraph, exactly this. */
  | { readonly kind: 'mysql'; readonly url: string; readonly exact: boolean };

/** Whose tokens are taken. */
export interface TokenSettings {
  /** Address of the issuer's public keys; null in demo mode, where the built-in issuer signs. */
  readonly jwksUri: string | null;
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly TokenAlgorithmName[];
}

/** How often one caller may ask. */
export interface RateSettings {
  /** Requests a minute for each client address. */
  readonly perAddress: number;
  /** Requests a minute for each bearer of a token, from whatever address. */
  readonly perToken: number;
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
const ALGORITHMS = ['ES256', 'EdDSA', 'RS256'] as const;
export type TokenAlgorithmName = (typeof ALGORITHMS)[number];

/** Everything that the environment decides, read once at the start. */
export interface Settings {
  /** `demo`: demo world and built-in issuer. `production`: tokens of a configured issuer only. */
  readonly mode: 'demo' | 'production';
  /** Address to listen at. */
  readonly host: string;
  /** The gateway's port; subgraphs take the ones after it. 0: any free port, for each. */
  readonly port: number;
  /** Absolute path of the folder that holds the embedded databases and the demo issuer's key. */
  readonly dataFolder: string;
  /** Where each subgraph keeps its rows, by the subgraph's name. */
  readonly databases: Readonly<Record<string, DatabaseLocation>>;
  readonly tokens: TokenSettings;
  /** Origins whose pages may call; none by default, `['*']` for all. */
  readonly corsOrigins: readonly string[];
  /** Subgraphs of ours that run elsewhere: name → GraphQL address. */
  readonly remotes: Readonly<Record<string, string>>;
  /** Subgraphs of others that join the graph: name → GraphQL address. */
  readonly partners: Readonly<Record<string, string>>;
  /** null: no rate limit. */
  readonly rates: RateSettings | null;
  /** Addresses of the proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  readonly logLevel: LogLevel;
  /** What is allowed but worth saying at the start, one line each. */
  readonly warnings: readonly string[];
}

export interface SettingsContext {
  /** The project's root, absolute: `COOP_DATA` and its default are under it. */
  readonly root: string;
  /** Names of all subgraphs of ours, in the order of their ports. */
  readonly subgraphs: readonly string[];
}

const DEMO_ISSUER = 'https://demo.coop-graph.invalid';
const DEMO_AUDIENCE = 'coop-graph';
const PARTNER_NAME = /^[a-z][a-z0-9_-]{0,39}$/;

/**
 * Reads the settings out of environment variables. Pure: touches neither files nor network.
 * An empty variable counts as absent.
 * @throws SettingsError naming the variable, what it holds (never a secret) and what is expected
 */
export function readSettings(env: Environment, { root, subgraphs }: SettingsContext): Settings {
  const variable = (name: string, suffix: string) =>
    `COOP_${name.toUpperCase().replace(/-/g, '_')}_${suffix}`;
  const remoteVariable = (name: string) => `COOP_REMOTE_${name.toUpperCase().replace(/-/g, '_')}`;
  const read = new Reader(env, [
    ...['PORT', 'LOG_LEVEL', 'DATABASE_URL', 'COOP_DATA', 'COOP_HOST', 'COOP_MODE', 'COOP_CORS_ORIGINS'],
    ...['COOP_PARTNERS', 'COOP_RATE_PER_ADDRESS', 'COOP_RATE_PER_TOKEN', 'COOP_TRUSTED_PROXIES'],
    ...['COOP_JWKS_URL', 'COOP_TOKEN_ISSUER', 'COOP_TOKEN_AUDIENCE', 'COOP_TOKEN_ALGORITHMS'],
    ...subgraphs.flatMap((name) => [variable(name, 'DATABASE_URL'), remoteVariable(name)]),
  ]);
  read.refuseMisspelt();
  read.refuseUnknown(/^COOP_REMOTE_(.+)$/, 'subgraph', subgraphs);
  read.refuseUnknown(/^COOP_(.+)_DATABASE_URL$/, 'subgraph', subgraphs);

  const mode = read.choice(
    'COOP_MODE',
    ['demo', 'production'],
    read.text('COOP_JWKS_URL') ? 'production' : 'demo',
  );
  const host = read.hostName('COOP_HOST', '127.0.0.1');
  const port = read.whole('PORT', 4000, 0, 65_535);
  if (port !== 0 && port + subgraphs.length > 65_535)
    throw new SettingsError(
      `PORT is ${port}, but the ${subgraphs.length} ports after it are needed too: expected at most ${65_535 - subgraphs.length}.`,
    );
  const dataFolder = resolve(root, read.text('COOP_DATA') ?? '.coop');

  const common = read.mysqlUrl('DATABASE_URL');
  const databases = Object.fromEntries(
    subgraphs.map((name): [string, DatabaseLocation] => {
      const own = read.mysqlUrl(variable(name, 'DATABASE_URL'));
      if (own !== null) return [name, { kind: 'mysql', url: own, exact: true }];
      if (common !== null) return [name, { kind: 'mysql', url: common, exact: false }];
      return [name, { kind: 'sqlite', folder: dataFolder }];
    }),
  );

  const remotes: Record<string, string> = {};
  for (const name of subgraphs) {
    const address = read.httpUrl(remoteVariable(name));
    if (address !== null) remotes[name] = address;
  }
  const partners = partnersOf(read, subgraphs);
  const trustedProxies = read.list('COOP_TRUSTED_PROXIES');
  for (const proxy of trustedProxies) read.address('COOP_TRUSTED_PROXIES', proxy);
  const tokens = tokensOf(read, mode);
  const corsOrigins = read
    .list('COOP_CORS_ORIGINS')
    .map((origin) => read.origin('COOP_CORS_ORIGINS', origin));
  const warnings: string[] = [];
  if (mode === 'demo' && !isLoopback(host))
    warnings.push(
      `COOP_HOST is ${host} in demo mode: whoever reaches this machine can sign in as anybody. Set COOP_MODE=production for anything but a trial.`,
    );
  if (mode === 'production' && corsOrigins.includes('*'))
    warnings.push('COOP_CORS_ORIGINS is *: pages of every origin may call this graph.');

  return {
    mode,
    host,
    port,
    dataFolder,
    databases,
    tokens,
    corsOrigins,
    remotes,
    partners,
    rates: ratesOf(read),
    trustedProxies,
    logLevel: read.choice('LOG_LEVEL', LOG_LEVELS, 'info'),
    warnings,
  };
}

function tokensOf(read: Reader, mode: Settings['mode']): TokenSettings {
  const jwksUri = read.httpUrl('COOP_JWKS_URL');
  const issuer = read.text('COOP_TOKEN_ISSUER');
  const audience = read.text('COOP_TOKEN_AUDIENCE');
  const algorithms = read.choices('COOP_TOKEN_ALGORITHMS', ALGORITHMS, ['ES256']);
  if (mode === 'demo') {
    if (jwksUri !== null)
      throw new SettingsError(
        'COOP_JWKS_URL is set, but COOP_MODE is demo, where the built-in issuer signs: unset one of the two.',
      );
    return {
      jwksUri,
      issuer: issuer ?? DEMO_ISSUER,
      audience: audience ?? DEMO_AUDIENCE,
      algorithms: ['ES256'],
    };
  }
  if (jwksUri === null)
    throw new SettingsError(
      "COOP_JWKS_URL is not set: in production mode it must be the address of the token issuer's public keys, https://….",
    );
  if (new URL(jwksUri).protocol !== 'https:' && !isLoopback(new URL(jwksUri).hostname))
    throw new SettingsError(
      'COOP_JWKS_URL begins with http://: keys fetched without TLS could be exchanged on the way; expected https://….',
    );
  if (issuer === null)
    throw new SettingsError(
      "COOP_TOKEN_ISSUER is not set: in production mode it must be the 'iss' of the tokens.",
    );
  if (audience === null)
    throw new SettingsError(
      "COOP_TOKEN_AUDIENCE is not set: in production mode it must be the 'aud' of the tokens.",
    );
  return { jwksUri, issuer, audience, algorithms };
}

function partnersOf(read: Reader, subgraphs: readonly string[]): Record<string, string> {
  const partners: Record<string, string> = {};
  for (const entry of read.list('COOP_PARTNERS')) {
    const [, name, address] = /^([^=]*)=(.*)$/.exec(entry) ?? [];
    if (name === undefined || address === undefined)
      throw new SettingsError(
        `COOP_PARTNERS holds '${entry}': expected name=http://…/graphql, separated by commas.`,
      );
    if (!PARTNER_NAME.test(name))
      throw new SettingsError(
        `COOP_PARTNERS holds the name '${name}': expected a small letter followed by small letters, digits, - or _.`,
      );
    if (subgraphs.includes(name) || Object.hasOwn(partners, name))
      throw new SettingsError(
        `COOP_PARTNERS holds the name '${name}', which is already taken: choose another.`,
      );
    partners[name] = read.checkedHttpUrl('COOP_PARTNERS', address.trim());
  }
  return partners;
}

function ratesOf(read: Reader): RateSettings | null {
  const perAddress = read.wholeOrOff('COOP_RATE_PER_ADDRESS', 3_000);
  const perToken = read.wholeOrOff('COOP_RATE_PER_TOKEN', 6_000);
  if (perAddress === null && perToken === null) return null;
  return { perAddress: perAddress ?? Infinity, perToken: perToken ?? Infinity };
}

/** True for an address, or a name, that only programs of this machine can reach. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host);
