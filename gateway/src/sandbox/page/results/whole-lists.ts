import type { ListPath } from '../../results';
import { createTabStore } from './tab-store';

/** A list that was fetched to its end, in place of the page that the answer held. */
export interface WholeList {
  /** The answer that it completes, as text: with another answer it is out of date. */
  readonly text: string;
  readonly path: ListPath;
  /** The data of the answer, with all rows that came. */
  readonly data: unknown;
  readonly complete: boolean;
  /** Why it is not complete; empty when it is. */
  readonly why: string;
}

/** The list of each tab that was fetched whole. */
export const wholeLists = createTabStore<WholeList>();
