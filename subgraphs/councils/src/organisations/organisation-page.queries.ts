import { In, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { definePageLoader, mapPage } from '@coop/shared/graphql';
import {
  keysetPage,
  keysetPagesByParent,
  textSort,
  type Ordering,
  type Page,
  type PageArgs,
} from '@coop/shared/persistence';
import { Organisation } from './organisation.entity';
import type { OrganisationOrder } from './organisation.enums';
import { OrganisationIdentifier } from './organisation-identifier.entity';
import { visible } from './organisation.queries';
import type { OrganisationFilter } from './organisation.types';
import { OrganisationWord } from './organisation-word.entity';
import { wordsSought, type WordSought } from './search-words.rules';

const ordering = (alias: string, order: OrganisationOrder): Ordering => ({
  name: 'NAME',
  column: `${alias}.nameSort`,
  direction: order === 'NAME' ? 'ASC' : 'DESC',
});

/** So many words of a search are looked for. */
const MOST_WORDS = 8;

/** A page of organisations in the order of their names. */
export function organisationPage(
  reader: EntityManager,
  args: PageArgs,
  filter: OrganisationFilter,
  order: OrganisationOrder,
): Promise<Page<Organisation>> {
  if (filter.identifierScheme) return pageOfRegister(reader, args, filter, filter.identifierScheme, order);
  const query = reader.createQueryBuilder(Organisation, 'organisation');
  narrow(query, filter);
  return keysetPage({ query, alias: 'organisation', ordering: ordering('organisation', order), args });
}

/** The bodies in one register: read along the register's own index, which is in the order of names too. */
async function pageOfRegister(
  reader: EntityManager,
  args: PageArgs,
  filter: OrganisationFilter,
  scheme: string,
  order: OrganisationOrder,
): Promise<Page<Organisation>> {
  const query = reader
    .createQueryBuilder(OrganisationIdentifier, 'identifier')
    .innerJoin(Organisation, 'organisation', 'organisation.id = identifier.organisationId')
    // A body with two numbers in a register is listed by its first.
    .where('identifier.scheme = :scheme AND identifier.position = 0', {
      scheme: scheme.trim().toUpperCase().slice(0, 12),
    });
  narrow(visible(query, 'identifier'), filter);
  const page = await keysetPage({
    query,
    alias: 'identifier',
    ordering: ordering('identifier', order),
    args,
  });
  return mapPage(page, async (rows) => {
    if (rows.length === 0) return [];
    const ids = rows.map((row) => row.organisationId);
    const found = await reader.findBy(Organisation, { id: In(ids) });
    return ids.map((id) => found.find((row) => row.id === id) ?? null);
  });
}

/** Adds the conditions of a filter to a query over `organisation`. */
function narrow<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  filter: OrganisationFilter,
): SelectQueryBuilder<Row> {
  visible(query, 'organisation').andWhere('organisation.mergedInto IS NULL');
  const { isVcse, isSme, kind, council, name } = filter;
  if (typeof isVcse === 'boolean') query.andWhere('organisation.isVcse = :isVcse', { isVcse });
  if (typeof isSme === 'boolean') query.andWhere('organisation.isSme = :isSme', { isSme });
  if (kind) query.andWhere('organisation.kind = :kind', { kind });
  if (council) query.andWhere('organisation.councilGssCode = :council', { council });
  if (name && name.trim() !== '') search(query, name);
  return query;
}

function search<Row extends ObjectLiteral>(query: SelectQueryBuilder<Row>, text: string): void {
  const sought = wordsSought(text.slice(0, 300)).slice(0, MOST_WORDS);
  if (sought.length === 0) {
    // Nothing but signs: then only names that begin with them.
    const start = textSort(text);
    query.andWhere('organisation.nameSort >= :start AND organisation.nameSort < :beyond', {
      start,
      beyond: `${start}\u{10FFFF}`,
    });
    return;
  }
  for (const [index, word] of sought.entries()) {
    const { condition, parameters } = wordCondition(`word${index}`, word);
    const holders = query
      .subQuery()
      .select(`word${index}.organisationId`)
      .from(OrganisationWord, `word${index}`)
      .where(condition)
      .getQuery();
    query.andWhere(`organisation.id IN ${holders}`, parameters);
  }
}

function wordCondition(alias: string, { exact, prefix }: WordSought) {
  const range = `${alias}.word >= :${alias}From AND ${alias}.word < :${alias}Beyond`;
  return {
    condition:
      prefix === null
        ? `${alias}.word IN (:...${alias}Exact)`
        : `(${alias}.word IN (:...${alias}Exact) OR (${range}))`,
    parameters: {
      [`${alias}Exact`]: exact,
      ...(prefix === null ? {} : { [`${alias}From`]: prefix, [`${alias}Beyond`]: `${prefix}\u{10FFFF}` }),
    },
  };
}

/** A page of the organisations in each council's area, by name. */
export const organisationsOfCouncil = definePageLoader<Organisation, PageArgs>(
  (councils, args, { database }) => {
    const query = database.reader.createQueryBuilder(Organisation, 'organisation');
    return keysetPagesByParent({
      query: narrow(query, {}),
      alias: 'organisation',
      parentColumn: 'organisation.councilGssCode',
      parents: [...councils],
      ordering: ordering('organisation', 'NAME'),
      args,
    });
  },
);
