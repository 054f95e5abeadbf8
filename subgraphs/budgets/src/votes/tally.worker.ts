// The thread in which a vote is counted: see count-ballots.command.ts.
import { answerWith } from '@coop/shared/computing';
import { workOut } from './tally.rules';

answerWith(workOut);
