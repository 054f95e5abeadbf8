/** What a column of a payments file can mean. */
export interface MeaningSpec {
  /** What stands in such a column, for people. */
  readonly description: string;
  /** Headers that say so, the surest first; case, punctuation and small misspellings do not matter. */
  readonly names: readonly string[];
}
