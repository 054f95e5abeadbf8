import fc from 'fast-check';
import { readSettings, SettingsError } from '.';

const context = { root: '/project', subgraphs: ['councils', 'assets', 'mutuals'] };
const read = (env: Record<string, string | undefined> = {}) => readSettings(env, context);
const PRODUCTION = {
  COOP_MODE: 'production',
  COOP_JWKS_URL: 'https://login.example.org/keys',
  COOP_TOKEN_ISSUER: 'https://login.example.org',
  COOP_TOKEN_AUDIENCE: 'coop',
};

function refusal(env: Record<string, string>): string {
  try {
    read(env);
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    expect((error as Error).message).not.toMatch(/[\r\n]/);
    return (error as Error).message;
  }
  throw new Error(`Accepted: ${JSON.stringify(env)}`);
}

test('with nothing set it is a demo on this machine alone, its rows in a folder of the project', () => {
  expect(read()).toMatchObject({
    mode: 'demo',
    host: '127.0.0.1',
    port: 4000,
    dataFolder: '/project/.coop',
    databases: { assets: { kind: 'sqlite', folder: '/project/.coop' } },
    tokens: { jwksUri: null, algorithms: ['ES256'] },
    corsOrigins: [],
    remotes: {},
    partners: {},
    trustedProxies: [],
    logLevel: 'info',
    warnings: [],
  });
});

test('an empty variable counts as absent', () => {
  const names = [
    'PORT',
    'COOP_MODE',
    'DATABASE_URL',
    'COOP_JWKS_URL',
    'COOP_PARTNERS',
    'LOG_LEVEL',
    'COOP_HOST',
  ];
  expect(read(Object.fromEntries(names.map((name) => [name, ' '])))).toEqual(read());
});

test('one address serves every subgraph, and a subgraph can have its own', () => {
  const { databases } = read({
    DATABASE_URL: 'mysql://coop:secret@db/coop',
    COOP_ASSETS_DATABASE_URL: 'mysql://assets:secret@other:3307/register',
  });
  expect(databases).toEqual({
    councils: { kind: 'mysql', url: 'mysql://coop:secret@db/coop', exact: false },
    assets: { kind: 'mysql', url: 'mysql://assets:secret@other:3307/register', exact: true },
    mutuals: { kind: 'mysql', url: 'mysql://coop:secret@db/coop', exact: false },
  });
});

test('subgraphs elsewhere and partners are read as names with addresses', () => {
  const settings = read({
    COOP_REMOTE_ASSETS: 'http://assets.internal:4001/graphql',
    COOP_PARTNERS: 'parking=https://parking.example.org/graphql, library=http://localhost:5000/',
  });
  expect(settings.remotes).toEqual({ assets: 'http://assets.internal:4001/graphql' });
  expect(settings.partners).toEqual({
    parking: 'https://parking.example.org/graphql',
    library: 'http://localhost:5000/',
  });
});

test('an issuer configured means production unless it is said otherwise', () => {
  const { COOP_MODE: _, ...rest } = PRODUCTION;
  expect(read(rest)).toMatchObject({ mode: 'production', tokens: { issuer: 'https://login.example.org' } });
});

test('rates can be set and switched off', () => {
  expect(read({ COOP_RATE_PER_ADDRESS: '60', COOP_RATE_PER_TOKEN: 'off' }).rates).toEqual({
    perAddress: 60,
    perToken: Infinity,
  });
  expect(read({ COOP_RATE_PER_ADDRESS: 'off', COOP_RATE_PER_TOKEN: 'off' }).rates).toBeNull();
});

test('a demo that others can reach, and pages of every origin, are worth a warning', () => {
  expect(read({ COOP_HOST: '0.0.0.0' }).warnings.join()).toContain('COOP_HOST');
  expect(read({ COOP_HOST: '::1' }).warnings).toEqual([]);
  expect(read({ ...PRODUCTION, COOP_CORS_ORIGINS: '*' }).warnings.join()).toContain('COOP_CORS_ORIGINS');
});

test.each<[string, Record<string, string>]>([
  ['PORT', { PORT: 'x' }],
  ['PORT', { PORT: '65536' }],
  ['PORT', { PORT: '-1' }],
  ['PORT', { PORT: '4e3' }],
  ['PORT', { PORT: '65534' }],
  ['COOP_HOST', { COOP_HOST: 'http://localhost:4000' }],
  ['COOP_MODE', { COOP_MODE: 'Production' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ['DATABASE_URL', { DATABASE_URL: 'postgres://db/coop' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://db' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://coop:100%@db/coop' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://co%zzop@db/coop' }],
  ['COOP_ASSETS_DATABASE_URL', { COOP_ASSETS_DATABASE_URL: 'assets.sqlite' }],
  ['COOP_CORS_ORIGINS', { COOP_CORS_ORIGINS: 'example.org' }],
  ['COOP_CORS_ORIGINS', { COOP_CORS_ORIGINS: 'https://example.org/app' }],
  ['COOP_CORS_ORIGINS', { COOP_CORS_ORIGINS: 'null' }],
  ['COOP_REMOTE_ASSETS', { COOP_REMOTE_ASSETS: 'assets:4001' }],
  ['COOP_REMOTE_ASSETS', { COOP_REMOTE_ASSETS: 'http://user:secret@assets/graphql' }],
  ['COOP_REMOTE_PARKS', { COOP_REMOTE_PARKS: 'http://parks/graphql' }],
  ['COOP_PARKS_DATABASE_URL', { COOP_PARKS_DATABASE_URL: 'mysql://db/parks' }],
  ['COOP_PARTNERS', { COOP_PARTNERS: 'parking' }],
  ['COOP_PARTNERS', { COOP_PARTNERS: 'assets=http://assets/graphql' }],
  ['COOP_PARTNERS', { COOP_PARTNERS: 'a=http://a/,a=http://b/' }],
  ['COOP_PARTNERS', { COOP_PARTNERS: 'Ünïcode=http://a/' }],
  ['COOP_PARTNERS', { COOP_PARTNERS: 'a=ftp://a/' }],
  ['COOP_TRUSTED_PROXIES', { COOP_TRUSTED_PROXIES: '10.0.0.0/33' }],
  ['COOP_TRUSTED_PROXIES', { COOP_TRUSTED_PROXIES: 'proxy' }],
  ['COOP_RATE_PER_ADDRESS', { COOP_RATE_PER_ADDRESS: '0' }],
  ['COOP_JWKS_URL', { COOP_MODE: 'production' }],
  ['COOP_JWKS_URL', { ...PRODUCTION, COOP_MODE: 'demo' }],
  ['COOP_JWKS_URL', { ...PRODUCTION, COOP_JWKS_URL: 'http://login.example.org/keys' }],
  ['COOP_TOKEN_ISSUER', { ...PRODUCTION, COOP_TOKEN_ISSUER: '' }],
  ['COOP_TOKEN_AUDIENCE', { ...PRODUCTION, COOP_TOKEN_AUDIENCE: '' }],
  ['COOP_TOKEN_ALGORITHMS', { ...PRODUCTION, COOP_TOKEN_ALGORITHMS: 'HS256' }],
  ['COOP_TOKEN_ALGORITHMS', { ...PRODUCTION, COOP_TOKEN_ALGORITHMS: 'none' }],
])('%s: one line names it and says what is expected: %j', (variable, env) => {
  const message = refusal(env);
  expect(message.startsWith(variable)).toBe(true);
  expect(message).toMatch(/expected|must be|: unset|: choose/);
});

test('a misspelt variable is refused and the one that is meant is named', () => {
  expect(refusal({ COOP_MOD: 'production' })).toBe('COOP_MOD is not a setting: is COOP_MODE meant?');
  expect(refusal({ COOP_JWKS_URI: 'https://x' })).toContain('COOP_JWKS_URL');
  expect(read({ COOP_TEST_MYSQL_URL: 'mysql://x/y', COOP_SOMETHING_ELSE: '1' })).toEqual(read());
});

test('no password gets into an error', () => {
  expect(refusal({ DATABASE_URL: 'mysql://coop:pa55word@db:x/coop' })).not.toContain('pa55word');
  expect(refusal({ COOP_REMOTE_ASSETS: 'http://user:pa55word@assets/' })).not.toContain('pa55word');
});

test('whatever a variable holds, the answer is settings or one line', () => {
  const names = [
    'PORT',
    'COOP_HOST',
    'COOP_MODE',
    'DATABASE_URL',
    'COOP_CORS_ORIGINS',
    'COOP_PARTNERS',
    'COOP_JWKS_URL',
    'COOP_TRUSTED_PROXIES',
    'COOP_REMOTE_ASSETS',
    'LOG_LEVEL',
    'COOP_RATE_PER_TOKEN',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl()),
      (name, value) => {
        try {
          read({ [name]: value });
        } catch (error) {
          expect(error).toBeInstanceOf(SettingsError);
          expect((error as Error).message).not.toMatch(/[\r\n]/);
        }
      },
    ),
    { numRuns: 1_000 },
  );
});
