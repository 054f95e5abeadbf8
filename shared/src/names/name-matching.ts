import { legalFormsConflict, nameReadings, type NameForm, type NamePart } from './name-form';
import { canBeMisspelled, isOneEdit, type IndexedName, type NameIndex } from './name-index';
import { DISTINGUISHING_WORDS, SHORT_WORDS } from './name-words';

/** How a name was matched. */
export type NameMatchMethod =
  /** The normal forms are the same. */
  | 'NORMAL_FORM'
  /** They are the same but for spaces: `home care` and `homecare`. */
  | 'SPACING'
  /** One reading of the name (before *trading as*, outside brackets …) has the same normal form. */
  | 'PART_OF_NAME'
  /** The words that count are the same: one misspelled, or a word that says little missing. */
  | 'WORDS';

/** A registered name that a name could be. */
export interface NameCandidate {
  /** The organisation's key. */
  readonly key: string;
  /** The registered name that was met. */
  readonly name: string;
  /** From 0 to 1: how alike they are; 1 for the same normal form. Comparable within one register only. */
  readonly score: number;
  readonly method: NameMatchMethod;
}

/** What became of a name. Candidates are for a person to choose from, best first. */
export type NameMatch =
  | ({ readonly outcome: 'MATCHED' } & NameCandidate)
  | { readonly outcome: 'AMBIGUOUS'; readonly candidates: readonly NameCandidate[] }
  | { readonly outcome: 'NONE'; readonly candidates: readonly NameCandidate[] };

/** The knobs of matching by words. The defaults were chosen on one half of a real ledger and checked on the other. */
export interface MatchingSettings {
  /** A match by words needs at least this score. */
  readonly leastScore: number;
  /** The best candidate leads the next by at least this much, else the name is ambiguous. */
  readonly leastLead: number;
  /** Candidates shown to a person reach at least this score. */
  readonly leastSuggestion: number;
}

/** The settings used unless others are given. */
const MATCHING_SETTINGS: MatchingSettings = {
  leastScore: 0.88,
  leastLead: 0.04,
  leastSuggestion: 0.6,
};

const PART_SCORES: Readonly<Record<NamePart, number>> = {
  WHOLE: 1,
  UP_TO_LEGAL_FORM: 0.99,
  BEFORE_TRADING_AS: 0.98,
  OUTSIDE_BRACKETS: 0.95,
  BEFORE_DASH: 0.94,
  // Who trades as somebody is named before it; a body that bears the trading name is a suggestion only.
  TRADING_NAME: 0.85,
  INSIDE_BRACKETS: 0.92,
};
const SPACING_SCORE = 0.985;

/**
 * Finds the organisation that a name means, or says that it cannot be told. Never guesses between two: names of
 * the same form that several organisations bear are ambiguous unless the stated legal form decides.
 */
export function matchName(
  index: NameIndex,
  name: string,
  settings: MatchingSettings = MATCHING_SETTINGS,
): NameMatch {
  const readings = nameReadings(name);
  const stated = readings[0]?.form;
  if (!stated) return { outcome: 'NONE', candidates: [] };
  const best = new Map<string, NameCandidate & { sameLegalForm: boolean }>();
  const offer = (entry: IndexedName, score: number, method: NameMatchMethod) => {
    const known = best.get(entry.key);
    if (known && known.score >= score) return;
    const sameLegalForm = stated.legalForm !== null && stated.legalForm === entry.form.legalForm;
    best.set(entry.key, { key: entry.key, name: entry.name, score, method, sameLegalForm });
  };
  for (const { part, form } of readings)
    for (const entry of index.alike(form)) {
      if (legalFormsConflict(form.legalForm, entry.form.legalForm)) continue;
      const spaced = entry.form.text === form.text;
      const method = part !== 'WHOLE' ? 'PART_OF_NAME' : spaced ? 'NORMAL_FORM' : 'SPACING';
      offer(entry, PART_SCORES[part] * (spaced ? 1 : SPACING_SCORE), method);
    }
  if (best.size === 0)
    for (const { part, form } of readings.filter(
      (one) => PART_SCORES[one.part] >= PART_SCORES.BEFORE_TRADING_AS,
    ))
      for (const entry of index.near(form)) {
        const score = wordScore(index, form, entry.form) * PART_SCORES[part];
        if (score >= settings.leastSuggestion) offer(entry, round(score), 'WORDS');
      }
  const ranked = [...best.values()].sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  return verdict(ranked, settings);
}

function verdict(
  ranked: readonly (NameCandidate & { sameLegalForm: boolean })[],
  settings: MatchingSettings,
): NameMatch {
  const candidates = ranked.slice(0, 5).map(({ sameLegalForm: _, ...candidate }) => candidate);
  const first = candidates[0];
  if (!first || first.score < settings.leastScore) return { outcome: 'NONE', candidates };
  const close = ranked.filter((one) => first.score - one.score < settings.leastLead);
  if (close.length === 1) return { outcome: 'MATCHED', ...first };
  const decided = close.filter((one) => one.sameLegalForm && one.score === first.score);
  if (decided.length === 1) {
    const { sameLegalForm: _, ...candidate } = decided[0]!;
    return { outcome: 'MATCHED', ...candidate };
  }
  return { outcome: 'AMBIGUOUS', candidates };
}

const round = (score: number) => Math.round(score * 1000) / 1000;

/**
 * How alike two normal forms are by their words: twice the weight of the words that meet, over the weight of
 * all. A word misspelled by one letter meets at a discount, once in a name. 0 when the names are of different
 * bodies whatever else is alike: other figures, other initials, another legal form, or a word such as *North*
 * or *Holdings* in one of them only.
 */
function wordScore(index: Pick<NameIndex, 'weight'>, one: NameForm, other: NameForm): number {
  if (legalFormsConflict(one.legalForm, other.legalForm)) return 0;
  const left = counted(one.tokens);
  const right = counted(other.tokens);
  let met = 0;
  let all = 0;
  for (const token of [...one.tokens, ...other.tokens]) all += index.weight(token);
  const onlyLeft: string[] = [];
  for (const [token, count] of left) {
    const both = Math.min(count, right.get(token) ?? 0);
    met += 2 * both * index.weight(token);
    for (let rest = both; rest < count; rest += 1) onlyLeft.push(token);
    right.set(token, (right.get(token) ?? 0) - both);
  }
  const onlyRight = [...right].flatMap(([token, count]) => Array<string>(count).fill(token));
  const misspelled = oneMisspelling(onlyLeft, onlyRight);
  if (misspelled) {
    const [a, b] = misspelled;
    // A name of one word alone is too little to stand a misspelling.
    if (one.tokens.length < 2 || other.tokens.length < 2) return 0;
    met += (1 - 1 / Math.max(a.length, b.length)) * (index.weight(a) + index.weight(b));
    remove(onlyLeft, a);
    remove(onlyRight, b);
  }
  if ([...onlyLeft, ...onlyRight].some(tellsApart)) return 0;
  return all === 0 ? 0 : met / all;
}

function counted(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

function oneMisspelling(left: readonly string[], right: readonly string[]): [string, string] | null {
  for (const a of left)
    if (canBeMisspelled(a)) for (const b of right) if (canBeMisspelled(b) && isOneEdit(a, b)) return [a, b];
  return null;
}

function remove(list: string[], token: string): void {
  list.splice(list.indexOf(token), 1);
}

/** Figures, initials and words such as *North*: two names that differ in one are names of two bodies. */
function tellsApart(token: string): boolean {
  if (/\p{N}/u.test(token) || DISTINGUISHING_WORDS.has(token)) return true;
  return token.length <= 2 && !SHORT_WORDS.has(token);
}
