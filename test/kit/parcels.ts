import {
  changedProperties,
  dayCell,
  decimalCell,
  defineColumns,
  integerCell,
  moneyCell,
  type ImportedRow,
  type TableImport,
} from '@coop/shared/importing';
import {
  CodeColumn,
  column,
  createTable,
  DayColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  Migration,
  PenceColumn,
  RealColumn,
  RefColumn,
  TextColumn,
  textSort,
  VersionColumn,
} from '@coop/shared/persistence';
import { Entity, Index, type QueryRunner } from 'typeorm';

/** A parcel of an imagined register of 25 columns and four indices: what imports of the kernel are tested on. */
@Entity('parcel')
@Index(['council', 'reference'], { unique: true })
@Index(['council', 'nameSort', 'id'])
@Index(['postcode', 'id'])
@Index(['importRunId'])
export class Parcel implements ImportedRow {
  @IdColumn() id!: string;
  @CodeColumn(9) council!: string;
  @TextColumn(100) reference!: string;
  @TextColumn(12, { nullable: true }) number!: string | null;
  @TextColumn(200) name!: string;
  @TextColumn(191) nameSort!: string;
  @TextColumn(200, { nullable: true }) street!: string | null;
  @TextColumn(100, { nullable: true }) town!: string | null;
  @CodeColumn(10, { nullable: true }) postcode!: string | null;
  @CodeColumn(30, { nullable: true }) tenure!: string | null;
  @TextColumn(200, { nullable: true }) detail!: string | null;
  @TextColumn(200, { nullable: true }) purpose!: string | null;
  @IntegerColumn({ nullable: true }) easting!: number | null;
  @IntegerColumn({ nullable: true }) northing!: number | null;
  @RealColumn({ nullable: true }) latitude!: number | null;
  @RealColumn({ nullable: true }) longitude!: number | null;
  @RealColumn({ nullable: true }) area!: number | null;
  @PenceColumn({ nullable: true }) price!: number | null;
  @DayColumn({ nullable: true }) valuedOn!: string | null;
  @InstantColumn() readAt!: Date;
  @FlagColumn({ default: false }) vacant!: boolean;
  @TextColumn('long', { nullable: true }) notes!: string | null;
  @RefColumn({ nullable: true }) ownerId!: string | null;
  @RefColumn() importRunId!: string;
  @VersionColumn() version!: number;
}

/** Creates the table of `Parcel`. */
export class Parcels1760000000001 extends Migration {
  async up(runner: QueryRunner): Promise<void> {
    const nullable = { nullable: true };
    const columns = [
      column.id(),
      column.code('council', 9),
      column.text('reference', 100),
      column.text('number', 12, nullable),
      column.text('name', 200),
      column.text('name_sort', 191),
      column.text('street', 200, nullable),
      column.text('town', 100, nullable),
      column.code('postcode', 10, nullable),
      column.code('tenure', 30, nullable),
      column.text('detail', 200, nullable),
      column.text('purpose', 200, nullable),
      column.integer('easting', nullable),
      column.integer('northing', nullable),
      column.real('latitude', nullable),
      column.real('longitude', nullable),
      column.real('area', nullable),
      column.pence('price', nullable),
      column.day('valued_on', nullable),
      column.instant('read_at'),
      column.flag('vacant', { default: false }),
      column.text('notes', 'long', nullable),
      column.ref('owner_id', nullable),
      column.ref('import_run_id'),
      column.version(),
    ];
    const indices = [
      { columns: ['council', 'reference'], unique: true },
      ['council', 'name_sort', 'id'],
      ['postcode', 'id'],
      ['import_run_id'],
    ];
    await createTable(runner, 'parcel', columns, { indices });
  }
}

/** What the register's database is made of. */
export const PARCELS = { entities: [Parcel], migrations: [Parcels1760000000001] };

const columns = defineColumns([
  { key: 'reference', names: ['Reference'], description: 'its own number', required: true, filled: true },
  { key: 'name', names: ['Name'], description: 'what it is called', required: true, filled: true },
  { key: 'street', names: ['Street'], description: 'street' },
  { key: 'town', names: ['Town'], description: 'town' },
  { key: 'postcode', names: ['Postcode'], description: 'postcode' },
  { key: 'tenure', names: ['Tenure'], description: 'how it is held' },
  { key: 'purpose', names: ['Purpose'], description: 'what it is for' },
  { key: 'easting', names: ['Easting'], description: 'metres east', parse: integerCell },
  { key: 'northing', names: ['Northing'], description: 'metres north', parse: integerCell },
  { key: 'area', names: ['Area'], description: 'square metres', parse: decimalCell },
  { key: 'price', names: ['Price'], description: 'value', parse: moneyCell },
  { key: 'valuedOn', names: ['Valued on'], description: 'day of the valuation', parse: dayCell },
  { key: 'notes', names: ['Notes'], description: 'anything else' },
]);

/** How a file of parcels is imported. */
export const parcelsImport: TableImport<typeof columns, Parcel> = {
  kind: 'parcels',
  entity: Parcel,
  columns,
  idPrefix: 'parcel',
  key: 'reference',
  scope: 'council',
  toRow({ cells }, { council, now }) {
    if (cells.price !== null && cells.price < 0) return { refused: ['Its price is negative.'] };
    const { name } = cells;
    return {
      council,
      reference: cells.reference ?? '',
      name: name ?? '',
      nameSort: textSort(name ?? ''),
      street: cells.street,
      town: cells.town,
      postcode: cells.postcode,
      tenure: cells.tenure,
      purpose: cells.purpose,
      easting: cells.easting,
      northing: cells.northing,
      area: cells.area,
      price: cells.price,
      valuedOn: cells.valuedOn,
      notes: cells.notes,
      readAt: now,
    };
  },
  // When it was read says nothing of the parcel.
  differs: (existing, { readAt, ...incoming }) => {
    const changed = changedProperties(existing, incoming);
    return changed && { ...changed, readAt };
  },
};

/** The lines of a file of parcels, the header first. */
export function* parcelLines(count: number, from = 0): Generator<string> {
  yield 'Reference,Name,Street,Town,Postcode,Tenure,Purpose,Easting,Northing,Area,Price,Valued on,Notes\r\n';
  for (let n = from; n < from + count; n += 1)
    yield (
      `P${n},Parcel number ${n},${n % 300} High Street,Oldham,OL${n % 16} ${n % 9}AA,Freehold,Community use,` +
      `${390_000 + (n % 10_000)},${400_000 + (n % 10_000)},${n % 5000}.5,"£1,${100 + (n % 900)}.50",` +
      `0${1 + (n % 9)}/0${1 + (n % 9)}/2021,${n % 10 ? '' : '"Two storeys, brick"'}\r\n`
    );
}
