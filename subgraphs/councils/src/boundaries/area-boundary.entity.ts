import { Entity, Index } from 'typeorm';
import { CodeColumn, InstantColumn, IntegerColumn, RealColumn, TextColumn } from '@coop/shared/persistence';

/** The shape of a council or ward, apart from its row: it is large, and few ask for it. */
@Entity('area_boundary')
@Index(['south', 'north', 'west', 'east'])
export class AreaBoundary {
  @CodeColumn(9, { primary: true })
  gssCode!: string;

  /** The coordinates of a MultiPolygon as JSON text, as they were published. */
  @TextColumn('long')
  coordinates!: string;

  /** SHA-256 of the coordinates, so that a second import finds the same shape. */
  @CodeColumn(64)
  sha256!: string;

  @IntegerColumn()
  positionCount!: number;

  @RealColumn()
  west!: number;

  @RealColumn()
  south!: number;

  @RealColumn()
  east!: number;

  @RealColumn()
  north!: number;

  @InstantColumn()
  loadedAt!: Date;
}
