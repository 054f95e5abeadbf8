import { In, IsNull } from 'typeorm';
import { defineLoader, inOrder } from '@coop/shared/graphql';
import { CoOperativeCommitment } from './commitment.entity';

/** The council's own standing commitment, by the council's code; a group's makes no council co-operative. */
export const commitmentOfCouncil = defineLoader<string, CoOperativeCommitment>(async (codes, { database }) =>
  inOrder(
    codes,
    await database.reader.findBy(CoOperativeCommitment, {
      councilGssCode: In([...codes]),
      madeBy: 'COUNCIL',
      endedOn: IsNull(),
    }),
    (row) => row.councilGssCode,
  ),
);
