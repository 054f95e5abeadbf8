import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer, type RequestContext } from '@coop/shared/graphql';
import { closePeriod } from './close-period.command';
import { correctPosting } from './correct-posting.command';
import { postJournal } from './post-journal.command';
import { JournalPostInput, PostingCorrectInput, PeriodCloseInput } from './ledger-inputs.types';
import { JournalPostPayload, PostingCorrectPayload, PeriodClosePayload } from './ledger-payloads.types';
import { periodById, postingById } from './ledger.queries';

/** What is done to a budget's book by hand. */
@Resolver()
export class BookMutations {
  @Mutation(() => JournalPostPayload, {
    description:
      'Moves money between allocations and what is available, or spending from one allocation to another: for the treasurer. The lines have to balance.',
  })
  journalPost(
    @Arg('input', () => JournalPostInput, { description: 'In which book, which lines, and why.' })
    input: JournalPostInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, postJournal, input, 'posting', postingById);
  }

  @Mutation(() => PostingCorrectPayload, {
    description:
      'Turns an earlier posting round, that of a closed period too, on a day that is open: for the treasurer. The answer is the posting that corrects.',
  })
  postingCorrect(
    @Arg('input', () => PostingCorrectInput, { description: 'Which posting, and what was wrong.' })
    input: PostingCorrectInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, correctPosting, input, 'posting', postingById);
  }

  @Mutation(() => PeriodClosePayload, {
    description:
      'Closes the accounts up to a day that is over: for the treasurer. Nothing can be posted to those days any longer.',
  })
  periodClose(
    @Arg('input', () => PeriodCloseInput, { description: 'Of which budget, and up to which day.' })
    input: PeriodCloseInput,
    @Ctx() context: RequestContext,
  ) {
    return answer(context, closePeriod, input, 'period', periodById);
  }
}
