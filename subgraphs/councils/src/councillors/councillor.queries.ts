import { type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { definePageLoader, rowById, type ReferenceResolver } from '@coop/shared/graphql';
import {
  keysetPage,
  keysetPagesByParent,
  type Ordering,
  type Page,
  type PageArgs,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { CouncillorInterest } from './councillor-interest.entity';
import { Councillor } from './councillor.entity';
import type { CouncillorOrder } from './councillor.enums';
import type { CouncillorFilter } from './councillor.types';
import { Dispensation } from './dispensation.entity';
import type { DispensationState } from './dispensation.lifecycle';
import { dispensationStateOn, type Dispensation as Granted } from './dispensations.rules';

/** A councillor by id. */
export const councillorById = rowById(Councillor);

/** A dispensation by id. */
export const dispensationById = rowById(Dispensation);

/** A registered interest by id. */
export const interestById = rowById(CouncillorInterest);

const idOf = ({ id }: Readonly<Record<string, unknown>>): string => (typeof id === 'string' ? id : '');

/** How references to councillors and what is kept of them are resolved. */
export const councillorReferences: Readonly<Record<string, ReferenceResolver>> = {
  Councillor: (reference, context) => councillorById.load(context, idOf(reference)),
  Dispensation: (reference, context) => dispensationById.load(context, idOf(reference)),
  CouncillorInterest: (reference, context) => interestById.load(context, idOf(reference)),
};

const ORDERINGS: Readonly<Record<CouncillorOrder, Ordering>> = {
  NAME: { name: 'NAME', column: 'councillor.nameSort', direction: 'ASC' },
  NEWEST: { name: 'NEWEST', column: 'councillor.fromOn', direction: 'DESC' },
};

function narrow(
  query: SelectQueryBuilder<Councillor>,
  { council, ward, on }: CouncillorFilter,
): SelectQueryBuilder<Councillor> {
  if (council) query.andWhere('councillor.councilGssCode = :council', { council });
  if (ward) query.andWhere('councillor.wardGssCode = :ward', { ward });
  if (on)
    query
      .andWhere('councillor.fromOn <= :on', { on })
      .andWhere('(councillor.untilOn IS NULL OR councillor.untilOn >= :on)', { on });
  return query;
}

/** A page of councillors. */
export function councillorPage(
  reader: EntityManager,
  args: PageArgs,
  filter: CouncillorFilter,
  order: CouncillorOrder,
): Promise<Page<Councillor>> {
  const query = narrow(reader.createQueryBuilder(Councillor, 'councillor'), filter);
  return keysetPage({ query, alias: 'councillor', ordering: ORDERINGS[order], args });
}

/** A page of each council's councillors by name; with a day, those in office then. */
export const councillorsOfCouncil = definePageLoader<
  Councillor,
  PageArgs & { readonly on?: LocalDate | null }
>((councils, { on, ...args }, { database }) =>
  keysetPagesByParent({
    query: narrow(database.reader.createQueryBuilder(Councillor, 'councillor'), { on: on ?? null }),
    alias: 'councillor',
    parentColumn: 'councillor.councilGssCode',
    parents: [...councils],
    ordering: ORDERINGS.NAME,
    args,
  }),
);

const BY_START: Ordering = { name: 'NEWEST', column: 'dispensation.fromOn', direction: 'DESC' };

const dispensationPages = (parentColumn: string) =>
  definePageLoader<Dispensation, PageArgs>((parents, args, { database }) =>
    keysetPagesByParent({
      query: database.reader.createQueryBuilder(Dispensation, 'dispensation'),
      alias: 'dispensation',
      parentColumn,
      parents: [...parents],
      ordering: BY_START,
      args,
    }),
  );

/** A page of the dispensations of each councillor, the latest first. */
export const dispensationsOfCouncillor = dispensationPages('dispensation.councillorId');

/** A page of the dispensations that each council granted, the latest first. */
export const dispensationsOfCouncil = dispensationPages('dispensation.councilGssCode');

/** A page of the registered interests of each councillor, the latest first. */
export const interestsOfCouncillor = definePageLoader<CouncillorInterest, PageArgs>(
  (councillors, args, { database }) =>
    keysetPagesByParent({
      query: database.reader.createQueryBuilder(CouncillorInterest, 'interest'),
      alias: 'interest',
      parentColumn: 'interest.councillorId',
      parents: [...councillors],
      ordering: { name: 'NEWEST', column: 'interest.heldFrom', direction: 'DESC' },
      args,
    }),
);

/** A dispensation as the rules see it. */
export const granted = (row: Dispensation): Granted => ({
  id: row.id,
  council: row.councilGssCode,
  councillor: row.councillorId,
  matter: row.matter,
  restrictions: row.restrictions,
  from: row.fromOn,
  until: row.untilOn,
  withdrawnOn: row.withdrawnOn,
});

/** How a dispensation stands on a day. */
export const stateOfDispensation = (row: Dispensation, day: LocalDate): DispensationState =>
  dispensationStateOn(granted(row), day);
