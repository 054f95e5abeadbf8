import { tellsOfVoter } from '@coop/shared/ballots';
import { bulkWrite, type Command, type CommandContext } from '@coop/shared/commands';
import { Vote } from './vote.entity';

/**
 * A command whose refusal can tell an officer that a voter has voted: each such answer is put on the audit trail of the
 * council, with who asked and in which vote, and not of whom. Refusals are otherwise written nowhere.
 */
export function tellingOfVoter<Input extends { readonly voteId: string }>(
  command: Command<Input>,
): Command<Input> & { readonly untold: Command<Input> } {
  return {
    name: command.name,
    /** The command alone, which writes nothing when it refuses. */
    untold: command,
    async run(context, input) {
      const result = await command.run(context, input);
      if (!result.ok && tellsOfVoter(result.problems)) await recordTold(context, command.name, input.voteId);
      return result;
    },
  };
}

async function recordTold(context: CommandContext, name: string, voteId: string): Promise<void> {
  await bulkWrite(context, { name }, async (tx) => {
    const vote = await tx.manager.findOneBy(Vote, { id: voteId });
    if (vote) await tx.record({ council: vote.gssCode, subject: voteId, changes: { told: 'HAS_VOTED' } });
  });
}
