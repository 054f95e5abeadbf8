import type { EntityManager } from 'typeorm';
import { visibleImports } from '@coop/shared/importing';
import { Grant } from './grant.entity';

const AT_ONCE = 1_000;

/** The grants of a council in the order of their identifiers, read page by page. */
export async function* grantsToExport(reader: EntityManager, gssCode: string): AsyncGenerator<Grant> {
  for (let after = ''; ;) {
    const rows = await reader
      .createQueryBuilder(Grant, 'award')
      .where('award.gssCode = :gssCode AND award.identifier > :after', { gssCode, after })
      .andWhere(visibleImports('award'))
      .orderBy('award.identifier', 'ASC')
      .limit(AT_ONCE)
      .getMany();
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return;
    after = last.identifier;
  }
}
