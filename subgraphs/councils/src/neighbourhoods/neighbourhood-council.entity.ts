import { Entity, Index } from 'typeorm';
import { CodeColumn, IdColumn, RefColumn, TextColumn } from '@coop/shared/persistence';
import type { NeighbourhoodState } from './neighbourhood.lifecycle';

/** That a neighbourhood lies in a council, or partly; almost always in the one that keeps it. */
@Entity('neighbourhood_council')
@Index(['councilGssCode', 'state', 'nameSort', 'id'])
@Index(['councilGssCode', 'nameSort', 'id'])
@Index(['neighbourhoodId'])
export class NeighbourhoodCouncil {
  /** Code and id together. */
  @IdColumn()
  id!: string;

  @CodeColumn(9)
  councilGssCode!: string;

  @RefColumn()
  neighbourhoodId!: string;

  /** The neighbourhood's name in its normal form and its state, repeated so that a council's list is one index range. */
  @TextColumn(191)
  nameSort!: string;

  @CodeColumn(20)
  state!: NeighbourhoodState;
}
