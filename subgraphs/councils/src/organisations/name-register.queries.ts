import { In, IsNull, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { safeNumber } from '@coop/shared/persistence';
import { nameForm, type IndexedName } from '@coop/shared/names';
import { Organisation } from './organisation.entity';
import { OrganisationName } from './organisation-name.entity';
import { OrganisationSpelling, OrganisationWord } from './organisation-word.entity';
import { visible } from './organisation.queries';

/** A name as the database holds it. */
interface StoredName {
  readonly key: string;
  readonly name: string;
}

const indexed = ({ key, name }: StoredName): IndexedName => ({ key, name, form: nameForm(name) });

/** The names, own and other, of organisations that stand, where a column is in a list. Two statements. */
async function namesWhere(
  reader: EntityManager,
  by: 'nameCompact' | 'organisation',
  values: readonly string[],
): Promise<IndexedName[]> {
  if (values.length === 0) return [];
  const own = reader
    .createQueryBuilder(Organisation, 'organisation')
    .select('organisation.id', 'key')
    .addSelect('organisation.name', 'name')
    .where(by === 'nameCompact' ? { nameCompact: In([...values]) } : { id: In([...values]) })
    .andWhere({ mergedInto: IsNull() });
  const other: SelectQueryBuilder<OrganisationName> = reader
    .createQueryBuilder(OrganisationName, 'other')
    .innerJoin(Organisation, 'organisation', 'organisation.id = other.organisationId')
    .select('other.organisationId', 'key')
    .addSelect('other.name', 'name')
    .where(
      by === 'nameCompact' ? 'other.nameCompact IN (:...values)' : 'other.organisationId IN (:...values)',
      { values },
    )
    .andWhere('organisation.mergedInto IS NULL');
  const rows = [
    ...(await visible(own, 'organisation').getRawMany<StoredName>()),
    ...(await visible(visible(other, 'organisation'), 'other').getRawMany<StoredName>()),
  ];
  return rows.map(indexed);
}

/** The registered names with one of these normal forms without spaces. */
export const namesAlike = (reader: EntityManager, compacts: readonly string[]): Promise<IndexedName[]> =>
  namesWhere(reader, 'nameCompact', compacts);

/** All names of these organisations. */
export const namesOf = (reader: EntityManager, ids: readonly string[]): Promise<IndexedName[]> =>
  namesWhere(reader, 'organisation', ids);

/** In how many organisations' names each word stands; words that stand in none are left out. One statement. */
export async function wordCounts(
  reader: EntityManager,
  words: readonly string[],
): Promise<Map<string, number>> {
  if (words.length === 0) return new Map();
  const rows = await reader
    .createQueryBuilder(OrganisationWord, 'word')
    .select('word.word', 'word')
    .addSelect('COUNT(*)', 'count')
    .where({ word: In([...words]) })
    .groupBy('word.word')
    .getRawMany<{ word: string; count: string | number }>();
  return new Map(rows.map(({ word, count }) => [word, safeNumber(count)]));
}

/** The known words with one of these skeletons. One statement. */
export async function wordsBySkeleton(
  reader: EntityManager,
  skeletons: readonly string[],
): Promise<{ readonly word: string; readonly skeleton: string }[]> {
  if (skeletons.length === 0) return [];
  return reader.findBy(OrganisationSpelling, { skeleton: In([...skeletons]) });
}

/** The organisations in whose names one of these words stands. One statement. */
export async function holdersOf(reader: EntityManager, words: readonly string[]): Promise<string[]> {
  if (words.length === 0) return [];
  const rows = await reader
    .createQueryBuilder(OrganisationWord, 'word')
    .select('DISTINCT word.organisationId', 'id')
    .where({ word: In([...words]) })
    .getRawMany<{ id: string }>();
  return rows.map(({ id }) => id);
}

/** How many organisations there are, roughly: those of imports under way count too. One statement. */
export async function directorySize(reader: EntityManager): Promise<number> {
  return reader.createQueryBuilder(Organisation, 'organisation').getCount();
}
