import type { DemoWorld } from '@coop/shared/graphql';
import { COMMITMENT_FACTS } from '../demo/co-operative.facts';
import { CoOperativeCommitment } from './commitment.entity';

/** Commitments of the demo world. */
export async function coOperativeDemo({ tx }: DemoWorld): Promise<void> {
  for (const { council, since, until, madeBy, group, approaches, illustrative } of COMMITMENT_FACTS)
    await tx.insert(CoOperativeCommitment, {
      id: tx.newId('commitment'),
      councilGssCode: council,
      since,
      endedOn: until,
      madeBy,
      group,
      approaches: [...approaches],
      illustrative,
    });
}
