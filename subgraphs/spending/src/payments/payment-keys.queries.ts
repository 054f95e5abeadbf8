import { contentCode, textSort } from '@coop/shared/persistence';

/** Files name the same few departments and purposes on every row: their keys are worked out once. */
const MOST_KNOWN = 20_000;
const known = new Map<string, string>();

/**
 * By what a department, purpose or category is grouped within a council: the same for texts that differ in case,
 * accents or spaces only; '' for none. 60 bits, 12 characters.
 */
export function labelKey(text: string | null): string {
  if (text === null || text === '') return '';
  const found = known.get(text);
  if (found !== undefined) return found;
  const key = contentCode(textSort(text), 12);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, key);
  return key;
}

/** The three keys that a payment carries beside its texts. */
export function labelKeys(texts: {
  readonly department: string | null;
  readonly purpose: string | null;
  readonly category: string | null;
}): { departmentKey: string; purposeKey: string; categoryKey: string } {
  return {
    departmentKey: labelKey(texts.department),
    purposeKey: labelKey(texts.purpose),
    categoryKey: labelKey(texts.category),
  };
}
