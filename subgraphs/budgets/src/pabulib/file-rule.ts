import type { RuleName } from '../allocation/allocate';
import { metaValue, type PabulibFile } from './pabulib-file';

/** How a rule that a file names stands to the rules that there are. */
export interface FileRule {
  /** The file's own word for it; null when it gives none. */
  readonly word: string | null;
  /** The rule here that it means or comes next to; null when there is none. */
  readonly rule: RuleName | null;
  /** What is not the same, in a sentence; null when it is the same rule. */
  readonly caveat: string | null;
}

const SAME: Readonly<Record<string, RuleName>> = {
  greedy: 'greedy',
  'greedy-threshold': 'greedy-threshold',
  'greedy-no-skip': 'greedy-no-skip',
  equalshares: 'equal-shares',
  'equalshares/add1': 'equal-shares-add1',
};

const NEAR: Readonly<Record<string, readonly [rule: RuleName, caveat: string]>> = {
  'greedy-custom': [
    'greedy-no-skip',
    "The city's own rule also pays for the first project that does not fit, from a reserve that the file does not hold; greedy-no-skip is used, which stops there.",
  ],
  'greedy-exclusive': [
    'greedy',
    'Which projects exclude each other is not in the file; greedy is used, which funds both.',
  ],
  'equalshares/add1-comparison': [
    'equal-shares-add1',
    'The comparison with the greedy outcome that may follow is not made; equal-shares-add1 is used.',
  ],
};

/** The file format's word for a rule. */
export function ruleWord(rule: RuleName): string {
  const [word] = Object.entries(SAME).find(([, known]) => known === rule) ?? [];
  if (word === undefined) throw new Error(`Files have no word for the rule ${rule}.`);
  return word;
}

/** What a file's own rule means here. */
export function ruleOfFile(file: PabulibFile): FileRule {
  const word = metaValue(file, 'rule')?.toLowerCase() ?? null;
  if (word === null || word === 'unknown')
    return { word, rule: null, caveat: 'The file does not say by which rule it was decided.' };
  const same = Object.hasOwn(SAME, word) ? SAME[word] : undefined;
  if (same) return { word, rule: same, caveat: null };
  const near = Object.hasOwn(NEAR, word) ? NEAR[word] : undefined;
  if (near) return { word, rule: near[0], caveat: near[1] };
  return { word, rule: null, caveat: `The file names the rule ${word}, which cannot be reproduced here.` };
}
