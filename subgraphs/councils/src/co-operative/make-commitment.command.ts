import { defineCommand, done } from '@coop/shared/commands';
import { refuse } from '@coop/shared/problems';
import { keepCommitment } from '../access';
import { councilRowId, noSuchCouncil } from '../areas/council-record.queries';
import { Council } from '../areas/council.entity';
import { CoOperativeCommitmentMakeInput } from './commitment-input.types';
import { CoOperativeCommitment } from './commitment.entity';
import { checkCommitment } from './commitments.rules';

/** Puts on record that a council, or a group on it, committed itself to working co-operatively. */
export const makeCommitment = defineCommand<CoOperativeCommitmentMakeInput>({
  name: 'coOperativeCommitmentMake',
  input: CoOperativeCommitmentMakeInput,
  async handle(tx, { council: councilGssCode, madeBy, group, since, approaches }) {
    const denied = tx.demand(keepCommitment, { councilGssCode, madeBy });
    if (denied.length > 0) return refuse(...denied);
    // The council's row is locked, so that of two at once the second sees the first.
    const council = await tx.lock(Council, councilRowId(councilGssCode));
    if (!council) return refuse(noSuchCouncil(['council']));
    const others = await tx.manager.findBy(CoOperativeCommitment, { councilGssCode });
    const commitment = { madeBy, group: group?.trim() ? group : null, since: since ?? null, approaches };
    const ruling = checkCommitment(
      { ...commitment, until: null },
      others.map((one) => ({ ...one, until: one.endedOn })),
      tx.today,
    );
    if (!ruling.ok) return ruling;
    const { id } = await tx.insert(CoOperativeCommitment, {
      ...commitment,
      id: tx.newId('commitment'),
      councilGssCode,
      endedOn: null,
      illustrative: false,
    });
    return done({ council: councilGssCode, subject: id, changes: { ...commitment, approaches } });
  },
});
