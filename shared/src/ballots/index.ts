import { Ballot, CountedBallot } from './ballot.entity';
import { PaperBallot } from './paper-ballot.entity';
import { RollEntry } from './roll-entry.entity';

export { ballotMigrations } from './ballots.migrations';
export type { Box } from './box';
export { boxOfReceipt, castBallot, rewriteBallot, standingOf, type BallotStanding } from './cast';
export { closeBox, discardBox } from './close';
export { countBallots, countedBallots, countedPage, markPage } from './counted';
export { pileOf, type Pile } from './pile';
export { leavingNothing, wiping } from './wipe';
export { countPapersWaiting, discardPaper, enterPaper, papersWaiting, type EnteredPaper } from './paper';
export {
  addToRoll,
  countRolls,
  entryOfCode,
  entryOfVoter,
  issueCodes,
  markVoted,
  replaceCode,
  tellsOfVoter,
  voterForm,
  type IssuedCode,
  type RollCount,
} from './roll';
export { codeHash, markOf, newReceipt } from './secrets';
export { Ballot, CountedBallot, PaperBallot, RollEntry };

/** Entities of rolls and ballots, for the databases that have them. */
export const BALLOT_ENTITIES = [RollEntry, Ballot, CountedBallot, PaperBallot] as const;
