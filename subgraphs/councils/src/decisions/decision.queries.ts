import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import {
  defineLoader,
  definePageLoader,
  inOrder,
  rowsByParent,
  type ReferenceResolver,
} from '@coop/shared/graphql';
import {
  keysetPage,
  keysetPagesByParent,
  type Ordering,
  type Page,
  type PageArgs,
} from '@coop/shared/persistence';
import { DecisionParticipant } from './decision-participant.entity';
import { Decision } from './decision.entity';
import type { DecisionOrder } from './decision.enums';
import type { CouncilDecisionFilter, DecisionFilter } from './decision.types';
import { checkParticipation, type ParticipationFacts } from './participation.rules';
import { isShownTo, readsWithheldOf, type Reader } from './publicity.rules';

/** A decision by id; null for one that is withheld from whoever asks. */
export const decisionById = defineLoader<string, Decision>(async (ids, { database, actor }) => {
  const rows = await database.reader.findBy(Decision, { id: In([...ids]) });
  return inOrder(
    ids,
    rows.filter((row) => isShownTo(row, actor)),
    (row) => row.id,
  );
});

/** Resolves references to decisions, with the same care for withheld ones. */
export const decisionOfReference: ReferenceResolver = ({ id }, context) =>
  decisionById.load(context, typeof id === 'string' ? id : '');

/** Who took part in a decision, in the order of the record. */
export const participantsOf = rowsByParent(DecisionParticipant, 'decisionId', { position: 'ASC' });

/** What is to be said of those who took part: views shown before, and the law that lets them. */
export function participationNotes(
  { councilGssCode, takenOn, decidedBy }: Decision,
  participants: readonly DecisionParticipant[],
): ParticipationFacts['notes'] {
  // The record was accepted: interests and dispensations are not weighed anew.
  const settled = participants.map((one) => ({
    ...one,
    councillor: one.councillorId,
    hasPecuniaryInterest: false,
  }));
  const decision = checkParticipation({ council: councilGssCode, takenOn, decidedBy }, settled, []);
  return decision.ok ? decision.notes : [];
}

const ORDERINGS: Readonly<Record<DecisionOrder, Ordering>> = {
  NEWEST: { name: 'NEWEST', column: 'decision.takenOn', direction: 'DESC' },
  OLDEST: { name: 'OLDEST', column: 'decision.takenOn', direction: 'ASC' },
};

function narrow(
  query: SelectQueryBuilder<Decision>,
  filter: DecisionFilter,
  reader: Reader,
): SelectQueryBuilder<Decision> {
  const own = readsWithheldOf(reader);
  if (own === null) query.andWhere("decision.publicity = 'PUBLIC'");
  else query.andWhere("(decision.publicity = 'PUBLIC' OR decision.councilGssCode = :own)", { own });
  if (!filter.includeCorrected) query.andWhere('decision.correctedBy IS NULL');
  const { council, decidedBy, power, isKeyDecision, takenFrom, takenUntil } = filter;
  if (council) query.andWhere('decision.councilGssCode = :council', { council });
  if (decidedBy) query.andWhere('decision.decidedBy = :decidedBy', { decidedBy });
  if (power) query.andWhere('decision.power = :power', { power });
  if (typeof isKeyDecision === 'boolean')
    query.andWhere('decision.isKeyDecision = :isKeyDecision', { isKeyDecision });
  if (takenFrom) query.andWhere('decision.takenOn >= :takenFrom', { takenFrom });
  if (takenUntil) query.andWhere('decision.takenOn <= :takenUntil', { takenUntil });
  return query;
}

/** A page of the decisions that a reader may see. */
export function decisionPage(
  manager: EntityManager,
  args: PageArgs,
  filter: DecisionFilter,
  order: DecisionOrder,
  reader: Reader,
): Promise<Page<Decision>> {
  const query = narrow(manager.createQueryBuilder(Decision, 'decision'), filter, reader);
  return keysetPage({ query, alias: 'decision', ordering: ORDERINGS[order], args });
}

/** Arguments of a council's list of decisions. */
export interface DecisionArgs extends PageArgs {
  readonly filter: CouncilDecisionFilter;
  readonly order: DecisionOrder;
}

/** A page of each council's decisions that the viewer may see. */
export const decisionsOfCouncil = definePageLoader<Decision, DecisionArgs>(
  (councils, { filter, order, ...args }, { database, actor }) =>
    keysetPagesByParent({
      query: narrow(database.reader.createQueryBuilder(Decision, 'decision'), filter, actor),
      alias: 'decision',
      parentColumn: 'decision.councilGssCode',
      parents: [...councils],
      ordering: ORDERINGS[order],
      args,
    }),
);
