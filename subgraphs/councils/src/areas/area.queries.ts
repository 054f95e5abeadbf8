import { In, type EntityManager } from 'typeorm';
import { defineLoader, definePageLoader, inOrder, mapPage, type RequestContext } from '@coop/shared/graphql';
import {
  keysetPage,
  keysetPagesByParent,
  textSort,
  type Ordering,
  type Page,
  type PageArgs,
} from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { CoOperativeCommitment } from '../co-operative/commitment.entity';
import { AreaChange } from './area-change.entity';
import type { CouncilFilter } from './council.types';
import { Council } from './council.entity';
import { WardMembership } from './ward-membership.entity';
import { Ward } from './ward.entity';

/** A council by its code. */
export const councilByCode = defineLoader<string, Council>(async (codes, { database }) =>
  inOrder(codes, await database.reader.findBy(Council, { gssCode: In([...codes]) }), (row) => row.gssCode),
);

/** A ward by its code. */
export const wardByCode = defineLoader<string, Ward>(async (codes, { database }) =>
  inOrder(codes, await database.reader.findBy(Ward, { gssCode: In([...codes]) }), (row) => row.gssCode),
);

/** The council, or else the ward, with a code. */
export async function areaByCode(context: RequestContext, code: string): Promise<Council | Ward | null> {
  return (await councilByCode.load(context, code)) ?? (await wardByCode.load(context, code));
}

/** What followed an area, in the order of the codes. */
export const changesFrom = defineLoader<string, AreaChange[]>(async (codes, { database }) => {
  const rows = await database.reader.find(AreaChange, {
    where: { formerGssCode: In([...codes]) },
    order: { successorGssCode: 'ASC' },
  });
  return codes.map((code) => rows.filter((row) => row.formerGssCode === code));
});

/** What an area followed, in the order of the codes. */
export const changesTo = defineLoader<string, AreaChange[]>(async (codes, { database }) => {
  const rows = await database.reader.find(AreaChange, {
    where: { successorGssCode: In([...codes]) },
    order: { formerGssCode: 'ASC' },
  });
  return codes.map((code) => rows.filter((row) => row.successorGssCode === code));
});

/** The councils in which a ward lies or lay. */
export const councilsOfWard = defineLoader<string, Council[]>(async (codes, context) => {
  const rows = await context.database.reader.find(WardMembership, {
    where: { wardGssCode: In([...codes]) },
    order: { councilGssCode: 'ASC' },
  });
  await councilByCode.loadMany(context, [...new Set(rows.map((row) => row.councilGssCode))]);
  return Promise.all(
    codes.map(async (code) => {
      const mine = rows.filter((row) => row.wardGssCode === code).map((row) => row.councilGssCode);
      return (await councilByCode.loadMany(context, mine)).filter((council) => council !== null);
    }),
  );
});

const byName = (alias: string): Ordering => ({ name: 'NAME', column: `${alias}.nameSort`, direction: 'ASC' });

/** Arguments of a list of wards. */
export interface WardArgs extends PageArgs {
  /** Only wards that are known to have existed on that day. */
  readonly on?: LocalDate | null;
}

/** A page of each council's wards by name. */
export const wardsOfCouncil = definePageLoader<Ward, WardArgs>(async (councils, { on, ...args }, context) => {
  const query = context.database.reader.createQueryBuilder(WardMembership, 'membership');
  if (on) {
    query
      .innerJoin(Ward, 'ward', 'ward.gssCode = membership.wardGssCode')
      .andWhere('(ward.validFrom IS NULL OR ward.validFrom <= :on)', { on })
      .andWhere('(ward.validUntil IS NULL OR ward.validUntil >= :on)', { on });
  }
  const pages = await keysetPagesByParent({
    query,
    alias: 'membership',
    parentColumn: 'membership.councilGssCode',
    parents: [...councils],
    ordering: byName('membership'),
    args,
  });
  // One load for the wards of all pages together.
  const all = [...pages.values()].flatMap((page) => page.nodes.map((row) => row.wardGssCode));
  await wardByCode.loadMany(context, all);
  const shown = await Promise.all(
    [...pages].map(async ([council, page]): Promise<[string, Page<Ward>]> => [
      council,
      await mapPage(page, (rows) =>
        wardByCode.loadMany(
          context,
          rows.map((row) => row.wardGssCode),
        ),
      ),
    ]),
  );
  return new Map(shown);
});

/** A page of councils by name. */
export function councilPage(
  reader: EntityManager,
  args: PageArgs,
  filter: CouncilFilter,
): Promise<Page<Council>> {
  const query = reader.createQueryBuilder(Council, 'council');
  if (filter.kind) query.andWhere('council.kind = :kind', { kind: filter.kind });
  if (filter.nation) query.andWhere('council.nation = :nation', { nation: filter.nation });
  if (filter.region) query.andWhere('council.region = :region', { region: filter.region });
  if (filter.nameStartsWith)
    query.andWhere('council.nameSort >= :prefix AND council.nameSort < :beyond', {
      prefix: textSort(filter.nameStartsWith),
      beyond: `${textSort(filter.nameStartsWith)}\u{10FFFF}`,
    });
  if (filter.on) {
    query
      .andWhere('(council.validFrom IS NULL OR council.validFrom <= :on)', { on: filter.on })
      .andWhere('(council.validUntil IS NULL OR council.validUntil >= :on)', { on: filter.on });
  }
  if (typeof filter.isCoOperative === 'boolean') {
    const commitment = query
      .subQuery()
      .select('1')
      .from(CoOperativeCommitment, 'commitment')
      .where("commitment.madeBy = 'COUNCIL' AND commitment.councilGssCode = council.gssCode")
      .andWhere('commitment.endedOn IS NULL')
      .getQuery();
    query.andWhere(`${filter.isCoOperative ? '' : 'NOT '}EXISTS ${commitment}`);
  }
  return keysetPage({ query, alias: 'council', ordering: byName('council'), args });
}
