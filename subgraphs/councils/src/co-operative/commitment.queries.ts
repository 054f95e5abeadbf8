import { In, IsNull } from 'typeorm';
import { defineLoader, inOrder } from '@coop/shared/graphql';
import { CoOperativeCommitment } from './commitment.entity';

/** The standing commitment of a council, by the council's code. */
export const commitmentOfCouncil = defineLoader<string, CoOperativeCommitment>(async (codes, { database }) =>
  inOrder(
    codes,
    await database.reader.findBy(CoOperativeCommitment, {
      councilGssCode: In([...codes]),
      endedOn: IsNull(),
    }),
    (row) => row.councilGssCode,
  ),
);
