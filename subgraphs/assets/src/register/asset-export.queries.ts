import type { EntityManager } from 'typeorm';
import { Asset } from './asset.entity';
import { visibleAssets } from './asset.queries';

const AT_ONCE = 1_000;

/** The assets on a council's register in the order of their references, read page by page. */
export async function* registerOf(reader: EntityManager, gssCode: string): AsyncGenerator<Asset> {
  for (let after = ''; ;) {
    const rows = await visibleAssets(reader)
      .andWhere('asset.gssCode = :gssCode AND asset.referenceSort > :after', { gssCode, after })
      .andWhere(`asset.state = 'HELD'`)
      .orderBy('asset.referenceSort', 'ASC')
      .limit(AT_ONCE)
      .getMany();
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return;
    after = last.referenceSort;
  }
}
