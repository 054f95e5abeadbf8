import { download } from './download';
import type { Result } from './use-result';

/** Something that can be done with an answer: one button under it. */
export interface ResultAction {
  readonly label: string;
  /** Whether it makes sense for this answer; left out otherwise. */
  readonly suits: (result: Result) => boolean;
  readonly run: (result: Result) => void;
}

/** The buttons under an answer, in their order. A new way to take results away is one entry here. */
export const RESULT_ACTIONS: readonly ResultAction[] = [
  {
    label: 'Download JSON',
    suits: ({ answer }) => answer.data != null,
    run: ({ name, answer }) =>
      download({ name: `${name}.json`, type: 'application/json', text: JSON.stringify(answer, null, 2) }),
  },
];
