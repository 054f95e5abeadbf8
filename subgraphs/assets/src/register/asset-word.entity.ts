import { Entity } from 'typeorm';
import { CodeColumn } from '@coop/shared/persistence';

/**
 * That a word occurs among the assets of a council whose ids lie between two: the index of the text search. A row for
 * every word of every asset would cost an import more than all the rest; one for every word of some hundred assets
 * costs a third, and the assets of the few ranges that have all the words are then looked at one by one. So a row is
 * only a hint: one that outlives its last asset does no harm, and nothing ever deletes one.
 */
@Entity('asset_word')
export class AssetWord {
  @CodeColumn(40, { primary: true })
  word!: string;

  @CodeColumn(9, { primary: true })
  gssCode!: string;

  /** The first id of the range, and the last; the same for an asset that was registered by hand. */
  @CodeColumn(64, { primary: true })
  firstId!: string;

  @CodeColumn(64)
  lastId!: string;
}
