import { In } from 'typeorm';
import { defineLoader, inOrder } from '@coop/shared/graphql';
import { Asset } from './asset.entity';

/** An asset by its id. */
export const assetById = defineLoader<string, Asset>(async (ids, { database }) =>
  inOrder(ids, await database.reader.findBy(Asset, { id: In([...ids]) }), (row) => row.id),
);
