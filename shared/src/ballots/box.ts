/** What ballots are cast in: a vote, a poll. Its owner says when it opens and closes. */
export interface Box {
  /** Id of whatever the ballots are cast in. */
  readonly box: string;
  /** GSS code of the council whose it is. */
  readonly council: string;
}

/** The columns by which rows of a box are found, and nothing else of what was given. */
export const ofBox = ({ box, council }: Box): Box => ({ box, council });
