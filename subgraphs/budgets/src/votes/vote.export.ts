import type { Exporter } from '@coop/shared/exporting';
import { londonDate } from '@coop/shared/time';
import { writePabulib } from '../pabulib/write-pabulib';
import { arePublished, contentsOf } from './ballot.queries';
import { publishedFile } from './published-file';
import { Vote } from './vote.entity';
import { projectsOnPaper } from './ballot-paper.queries';

const dayOf = (instant: Date | null): string | null => (instant === null ? null : londonDate(instant));

/**
 * `coop export vote --vote ID`: a tallied vote as a `.pb` file with all of its ballots, from which anybody counts it
 * again: `coop tally FILE`.
 */
export const voteExporter: Exporter = {
  name: 'vote',
  summary: 'a tallied vote with all of its ballots, from which anybody can count it again',
  formats: ['pb'],
  readers: 'everybody',
  options: [{ flags: '--vote <id>', description: 'id of the vote, such as vote_01J…', required: true }],
  async *run({ database: { reader }, options }) {
    const vote = await reader.findOneBy(Vote, { id: String(options['vote']) });
    if (!vote) throw new RangeError('--vote takes the id of a vote that there is.');
    if (vote.talliedAt === null)
      throw new RangeError('This vote is not tallied yet: ballots are published after that.');
    if (!arePublished(vote))
      throw new RangeError(
        'So few ballots were cast that a neighbour might tell whose is whose: they are not published one by one.',
      );
    const { opensAt, closesAt } = vote;
    const projects = (await projectsOnPaper(reader, vote.id)).map(
      ({ number, name, costPence, votes, support, fundedOrder }) => ({
        ...{ number, name, costPence, votes: votes ?? 0, support: support ?? 0 },
        isFunded: fundedOrder !== null,
      }),
    );
    const told = { ...vote, opened: dayOf(opensAt), closed: dayOf(closesAt) };
    yield writePabulib(publishedFile(told, projects, await contentsOf(reader, vote)));
  },
};
