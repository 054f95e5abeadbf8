import { isIP } from 'node:net';
import { SettingsError } from './settings-error';

/** Environment variables, as the process was given them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads single variables, each with its own form. An error names the variable and what is expected. */
export class Reader {
  constructor(
    private readonly env: Environment,
    private readonly known: readonly string[],
  ) {}

  /** The trimmed text, null when absent or empty. */
  text(name: string): string | null {
    return this.env[name]?.trim() || null;
  }

  list(name: string): string[] {
    return (this.text(name) ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }

  choice<Value extends string>(name: string, values: readonly Value[], fallback: Value): Value {
    const text = this.text(name);
    if (text === null) return fallback;
    return values.find((value) => value === text) ?? this.wrong(name, text, `one of ${values.join(', ')}`);
  }

  choices<Value extends string>(name: string, values: readonly Value[], fallback: readonly Value[]): Value[] {
    const texts = this.list(name);
    if (texts.length === 0) return [...fallback];
    return texts.map(
      (text) =>
        values.find((value) => value === text) ?? this.wrong(name, text, `some of ${values.join(', ')}`),
    );
  }

  whole(name: string, fallback: number, least: number, most: number): number {
    const text = this.text(name);
    if (text === null) return fallback;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (!(value >= least && value <= most)) this.wrong(name, text, `a whole number from ${least} to ${most}`);
    return value;
  }

  /** A whole number of at least one, or null for the word `off`. */
  wholeOrOff(name: string, fallback: number): number | null {
    const text = this.text(name);
    if (text === 'off') return null;
    const value = text === null ? fallback : /^\d{1,9}$/.test(text) ? Number(text) : 0;
    if (value < 1) this.wrong(name, text ?? '', "a whole number from 1 to 999999999, or 'off'");
    return value;
  }

  hostName(name: string, fallback: string): string {
    const text = this.text(name);
    if (text === null) return fallback;
    if (isIP(text) === 0 && !/^[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?$/.test(text))
      this.wrong(name, text, 'an address or host name to listen at, without scheme and port');
    return text;
  }

  /** A single address or a range such as 10.0.0.0/8. */
  address(name: string, text: string): void {
    const [address = '', bits, ...rest] = text.split('/');
    const version = isIP(address);
    const most = version === 4 ? 32 : 128;
    const rangeIsFine = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
    if (version === 0 || !rangeIsFine || rest.length > 0)
      this.wrong(name, text, 'addresses or ranges such as 10.0.0.0/8, separated by commas');
  }

  httpUrl(name: string): string | null {
    const text = this.text(name);
    return text === null ? null : this.checkedHttpUrl(name, text);
  }

  checkedHttpUrl(name: string, text: string): string {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '')
      return this.wrong(name, text, 'an address that begins with http:// or https://');
    if (url.username !== '' || url.password !== '')
      throw new SettingsError(`${name} holds a user name or password: expected an address without them.`);
    return url.href;
  }

  origin(name: string, text: string): string {
    if (text === '*') return text;
    const url = URL.canParse(text) ? new URL(text) : null;
    if (
      url === null ||
      !/^https?:$/.test(url.protocol) ||
      url.origin !== text.replace(/\/$/, '').toLowerCase()
    )
      return this.wrong(
        name,
        text,
        'origins such as https://example.org, without a path, separated by commas',
      );
    return url.origin;
  }

  /** `mysql://user:password@host[:port]/database`. Its value is never repeated in an error: it holds a password. */
  mysqlUrl(name: string): string | null {
    const text = this.text(name);
    if (text === null) return null;
    const url = URL.canParse(text) ? new URL(text) : null;
    if (
      url === null ||
      url.protocol !== 'mysql:' ||
      url.hostname === '' ||
      !/^\/\w{1,40}$/.test(url.pathname) ||
      !isDecodable(url.username + url.password)
    )
      throw new SettingsError(
        `${name} is not usable: expected mysql://user:password@host:port/database, with a % in a password written %25.`,
      );
    return text;
  }

  /** Refuses a variable that is almost a known one: a misspelt COOP_MODE must not silently mean demo. */
  refuseMisspelt(): void {
    for (const name of Object.keys(this.env)) {
      if (!name.startsWith('COOP_') || this.known.includes(name)) continue;
      const meant = this.known.find((other) => distance(name, other) <= 2);
      if (meant !== undefined) throw new SettingsError(`${name} is not a setting: is ${meant} meant?`);
    }
  }

  /** Refuses variables of a family, such as COOP_REMOTE_…, that name something which does not exist. */
  refuseUnknown(family: RegExp, what: string, names: readonly string[]): void {
    for (const name of Object.keys(this.env)) {
      const named = family.exec(name)?.[1];
      if (named !== undefined && !this.known.includes(name) && this.text(name) !== null)
        throw new SettingsError(
          `${name} is set, but no ${what} is called '${named.toLowerCase()}': expected one of ${names.join(', ')}.`,
        );
    }
  }

  private wrong(name: string, text: string, expected: string): never {
    const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text;
    throw new SettingsError(`${name} is '${shown}': expected ${expected}.`);
  }
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** Levenshtein distance between two short texts. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}
