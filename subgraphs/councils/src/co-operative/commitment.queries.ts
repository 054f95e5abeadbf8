import { In, IsNull } from 'typeorm';
import { defineLoader, inOrder, rowById, type ReferenceResolver } from '@coop/shared/graphql';
import { CoOperativeCommitment } from './commitment.entity';
import { commitmentState } from './commitments.rules';
import { GovernanceChange } from './governance-change.entity';

/** A commitment by id. */
export const commitmentById = rowById(CoOperativeCommitment);

/** A change of governance by id. */
export const governanceChangeById = rowById(GovernanceChange);

const idOf = ({ id }: Readonly<Record<string, unknown>>): string => (typeof id === 'string' ? id : '');

/** How references to commitments and changes of governance are resolved. */
export const coOperativeReferences: Readonly<Record<string, ReferenceResolver>> = {
  CoOperativeCommitment: (reference, context) => commitmentById.load(context, idOf(reference)),
  GovernanceChange: (reference, context) => governanceChangeById.load(context, idOf(reference)),
};

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

/** All commitments made on a council, those of groups and those that ended too, in the order of entry. */
export const commitmentsOnCouncil = defineLoader<string, CoOperativeCommitment[]>(
  async (codes, { database }) => {
    const rows = await database.reader.find(CoOperativeCommitment, {
      where: { councilGssCode: In([...codes]) },
      order: { id: 'ASC' },
    });
    return codes.map((code) => rows.filter((row) => row.councilGssCode === code));
  },
);

/** A council's changes of governance, the latest first. */
export const governanceChangesOf = defineLoader<string, GovernanceChange[]>(async (codes, { database }) => {
  const rows = await database.reader.find(GovernanceChange, {
    where: { councilGssCode: In([...codes]) },
    order: { resolvedOn: 'DESC', id: 'DESC' },
  });
  return codes.map((code) => rows.filter((row) => row.councilGssCode === code));
});

/** How a commitment stands. */
export const stateOfCommitment = (commitment: CoOperativeCommitment) => commitmentState(commitment);
