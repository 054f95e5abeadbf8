import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer, type RequestContext } from '@coop/shared/graphql';
import { closePeriod } from './close-period.command';
import { correctPosting } from './correct-posting.command';
import { postJournal } from './post-journal.command';
import {
  LedgerJournalPostInput,
  LedgerPostingCorrectInput,
  LedgerPeriodCloseInput,
} from './book-inputs.types';
import {
  LedgerJournalPostPayload,
  LedgerPostingCorrectPayload,
  LedgerPeriodClosePayload,
} from './ledger-payloads.types';
import { periodById, postingById } from './ledger.queries';

/** What is done to a budget's book by hand. */
@Resolver()
export class BookMutations {
  @Mutation(() => LedgerJournalPostPayload, {
    description:
      'Moves money between allocations and what is available, or spending from one allocation to another: for the treasurer. The lines have to balance.',
  })
  ledgerJournalPost(
    @Arg('input', () => LedgerJournalPostInput, { description: 'In which book, which lines, and why.' })
    input: LedgerJournalPostInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, postJournal, input, 'posting', postingById);
  }

  @Mutation(() => LedgerPostingCorrectPayload, {
    description:
      'Turns an earlier posting round, that of a closed period too, on a day that is open: for the treasurer. The answer is the posting that corrects.',
  })
  ledgerPostingCorrect(
    @Arg('input', () => LedgerPostingCorrectInput, { description: 'Which posting, and what was wrong.' })
    input: LedgerPostingCorrectInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, correctPosting, input, 'posting', postingById);
  }

  @Mutation(() => LedgerPeriodClosePayload, {
    description:
      'Closes the accounts up to a day that is over: for the treasurer. Nothing can be posted to those days any longer.',
  })
  ledgerPeriodClose(
    @Arg('input', () => LedgerPeriodCloseInput, { description: 'Of which budget, and up to which day.' })
    input: LedgerPeriodCloseInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, closePeriod, input, 'period', periodById);
  }
}
