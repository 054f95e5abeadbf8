import { Entity, Index } from 'typeorm';
import { CodeColumn } from '@coop/shared/persistence';

/**
 * That a word occurs in a block of some hundred assets of one council: the index of the text search. A token row
 * for every word of every asset would cost an import more than all the rest; a row for every word of a block costs
 * a quarter, and the assets of the few blocks that hold all the words are then looked at one by one. So a row is
 * only a hint: one that outlives its last asset does no harm, and nothing ever deletes one.
 */
@Entity('asset_word')
@Index(['block'])
export class AssetWord {
  @CodeColumn(40, { primary: true })
  word!: string;

  /** GSS code of the council and a number in it: `E08000004.000065`. */
  @CodeColumn(24, { primary: true })
  block!: string;
}
