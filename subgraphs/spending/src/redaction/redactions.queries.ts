import { In, type EntityManager } from 'typeorm';
import { keyedCode, textSort } from '@coop/shared/persistence';
import { hasLegalForm, withoutCutQuotation, withoutNames, type HiddenNames } from './names-in-texts';
import { NameRedaction, RedactedWords } from './redaction.entity';

/** What a council has been asked not to show. */
export interface Redactions {
  /** The name to be shown for a redacted one, null for any other. */
  shownFor(name: string): string | null;
  /** A text without the redacted names in it; cut to a length, if told, since what stands for a name may be longer. */
  clean(text: string, longest?: number): string;
  /** What is said of a row, without the names, and without a quotation that may hold half of one. */
  cleanMessage(message: string): string;
}

const MOST_KNOWN = 50_000;

/** What stands where a name was redacted. */
const REDACTED_NAME = 'Name redacted at request';

/** The code under which a redacted name of a council is kept: alike whatever its case, accents and spaces. */
export function nameCodeOf(key: string, gssCode: string, name: string): string {
  return keyedCode(key, `name ${gssCode} ${textSort(name)}`);
}

/** The code under which words of a redacted name are kept: alike whatever their order, case and accents. */
export const wordsCodeOf = (key: string, gssCode: string, core: string): string =>
  keyedCode(key, `words ${gssCode} ${core}`);

/** What is shown for a redacted name: a mark tells one person from another and says nothing of either. */
export const redactedNameOf = (code: string): string =>
  `${REDACTED_NAME} (${code
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 6)
    .toUpperCase()})`;

/** The names that a council does not show; null where there are none, as nearly everywhere. Two statements. */
export async function redactionsOf(
  manager: EntityManager,
  gssCode: string,
  key: string,
): Promise<Redactions | null> {
  const codes = await redactedCodes(manager, gssCode);
  const rows = await manager.find(RedactedWords, { where: { gssCode: In([gssCode]) } });
  if (codes.size === 0 && rows.length === 0) return null;
  const wordCodes = new Set(rows.map(({ wordsCode }) => wordsCode));
  const hidden: HiddenNames = {
    sizes: [...new Set(rows.map(({ words }) => words))].sort((a, b) => b - a),
    has: remembered((core) => wordCodes.has(wordsCodeOf(key, gssCode, core))),
  };
  const spelled = remembered((name) => {
    const code = nameCodeOf(key, gssCode, name);
    // Told apart by a mark of their own, so that two people do not become one supplier.
    return codes.has(code) ? redactedNameOf(code) : null;
  });
  const clean = remembered((text) => withoutNames(text, hidden, REDACTED_NAME));
  return {
    shownFor: (name) =>
      spelled(name) ??
      (hasLegalForm(name) || clean(name) === name ? null : redactedNameOf(nameCodeOf(key, gssCode, name))),
    clean: (text, longest = Infinity) => {
      const shown = clean(text);
      return shown === text || shown.length <= longest ? shown : [...shown].slice(0, longest).join('');
    },
    cleanMessage: (message) => clean(withoutCutQuotation(message)),
  };
}

/** The codes of all names of a council that are redacted. There are few: people ask one by one. */
async function redactedCodes(manager: EntityManager, gssCode: string): Promise<ReadonlySet<string>> {
  const rows = await manager.find(NameRedaction, {
    where: { gssCode: In([gssCode]) },
    select: { nameCode: true },
  });
  return new Set(rows.map(({ nameCode }) => nameCode));
}

/** Files say the same few things on every row: what was worked out for a text is kept for a while. */
function remembered<Value>(work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    if (known.has(text)) return known.get(text) as Value;
    const value = work(text);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, value);
    return value;
  };
}
