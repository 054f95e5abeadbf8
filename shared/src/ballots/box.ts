import { In, type FindOperator } from 'typeorm';

/** What ballots are cast in: a vote, a poll. Its owner says when it opens and closes. */
export interface Box {
  /** Id of whatever the ballots are cast in. */
  readonly box: string;
  /** GSS code of the council whose it is. */
  readonly council: string;
}

/** The columns by which rows of a box are found, and nothing else of what was given. */
export const ofBox = ({ box, council }: Box): Box => ({ box, council });

/** The condition of being in one of several boxes; it begins with the council, as the indices do. */
export function inBoxes(boxes: readonly Box[]): { council: FindOperator<string>; box: FindOperator<string> } {
  return {
    council: In([...new Set(boxes.map(({ council }) => council))]),
    box: In(boxes.map(({ box }) => box)),
  };
}
