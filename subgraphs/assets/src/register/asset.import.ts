import { In, type EntityManager } from 'typeorm';
import {
  changedProperties,
  importerOf,
  type Importer,
  type IncomingRow,
  type RowRefusal,
  type TableImport,
  type TableRow,
} from '@coop/shared/importing';
import { bulkInsert, textSort } from '@coop/shared/persistence';
import { ASSET_COLUMNS, type AssetColumns } from './asset-columns.import';
import { derivedColumns, referenceKey, wordRows } from './asset-row.queries';
import { AssetWord } from './asset-word.entity';
import { Asset } from './asset.entity';
import { cellOf } from './grid';
import { councilInAddress, placeOfCells, squareMetresOf } from './register-file';
import { searchText } from './search-words';
import { readHoldingType, readTenure, readTenureDetail } from './register.rules';

/** Assets whose words are indexed together: fewer make the index larger, more make a search look at more. */
const BLOCK = 500;

/** The detail of tenure in words of its own is kept as a note, where it is none of the known ones. */
function tenureNoteOf(detail: string | null, note: string | null): string | null {
  const isUnknown = detail !== null && readTenureDetail(detail) === 'OTHER' && !/^other$/i.test(detail);
  return [isUnknown ? detail : null, note].filter((text) => text !== null).join('; ') || null;
}

/** Makes an asset of a row of a register, or says why it is none. */
function toRow(
  { cells }: TableRow<AssetColumns>,
  { council }: { readonly council: string },
  warn: (reason: string) => void,
): IncomingRow<Asset> | RowRefusal {
  const { organisation, reference, uprn, tenureDetail, streetNumber, streetName, postTown, postcode } = cells;
  const named = organisation === null ? null : councilInAddress(organisation);
  if (named !== null && named !== council) return { refused: [`It is of another council, ${named}.`] };
  if (reference === null && uprn === null)
    return { refused: ['It has neither a reference nor a UPRN by which it could be recognised again.'] };
  const name = cells.name ?? [streetNumber, streetName].filter(Boolean).join(' ');
  if (name === '') return { refused: ['It has neither a name nor a street.'] };
  const { place, remark } = placeOfCells(cells);
  if (remark !== null) warn(remark);
  const words = searchText({ name, uprn, streetNumber, streetName, postTown, postcode });
  const { landHectares, landMetres } = cells;
  // One literal, nothing spread: an object of thirty properties that is put together costs ten times as much.
  return {
    gssCode: council,
    state: 'HELD',
    reference,
    referenceSort: referenceKey({ id: '', reference, uprn }),
    uprn,
    name,
    nameSort: textSort(name),
    streetNumber,
    streetName,
    postTown,
    postcode,
    tenure: readTenure(cells.tenure),
    tenureDetail: readTenureDetail(tenureDetail),
    tenureNote: tenureNoteOf(tenureDetail, cells.tenureNote),
    holdingType: readHoldingType(cells.holdingType),
    holdingPurpose: cells.holdingPurpose ?? 'UNKNOWN',
    buildingSizeSquareMetres: cells.buildingSize,
    landAreaSquareMetres: landMetres ?? (landHectares === null ? null : squareMetresOf(landHectares)),
    whyUnoccupied: cells.whyUnoccupied,
    effectiveOn: cells.effectiveOn,
    placedBy: place ? place.placedBy : null,
    easting: place ? place.easting : null,
    northing: place ? place.northing : null,
    latitude: place ? place.latitude : null,
    longitude: place ? place.longitude : null,
    cell: place ? cellOf(place) : null,
    wardGssCode: cells.ward,
    listedOn: '',
    listedUntil: '',
    words,
    illustrative: false,
  };
}

/** What only the register itself knows, and no file changes. */
const OWN = new Set(['state', 'listedOn', 'listedUntil', 'illustrative']);

/**
 * What a file changes in an asset that is there already. A blank cell says nothing, since most files lack most of the
 * columns: what an officer has put on record stays.
 */
function differs(existing: Asset, incoming: IncomingRow<Asset>): Partial<Asset> | null {
  const said = Object.fromEntries(
    Object.entries(incoming).filter(
      ([property, value]) => !OWN.has(property) && value !== null && value !== 'UNKNOWN',
    ),
  ) as IncomingRow<Asset>;
  return changedProperties(existing, { ...said, ...derivedColumns({ ...existing, ...said }) });
}

/** Puts the words of imported assets into the text index. */
async function follow(manager: EntityManager, rows: readonly Asset[], areNew: boolean): Promise<void> {
  if (areNew) {
    const words: AssetWord[] = [];
    for (let start = 0; start < rows.length; start += BLOCK)
      words.push(...wordRows(rows.slice(start, start + BLOCK)));
    // The entries of one word stand side by side in the index: so each of its pages is written once for all blocks.
    // Sorting is stable, so that the blocks of one word stay in the order of their ids.
    words.sort((a, b) => (a.word < b.word ? -1 : Number(a.word > b.word)));
    await bulkInsert(manager, AssetWord, words);
    return;
  }
  const there = await manager.findBy(AssetWord, { firstId: In(rows.map(({ id }) => id)) });
  const known = new Set(there.map(({ word, firstId }) => `${firstId} ${word}`));
  const words = rows.flatMap((row) => wordRows([row]));
  await bulkInsert(
    manager,
    AssetWord,
    words.filter(({ word, firstId }) => !known.has(`${firstId} ${word}`)),
  );
}

/** How a published register becomes rows of ours: recognised by reference, without one by UPRN. */
export const assetImport: TableImport<AssetColumns, Asset> = {
  kind: 'assets',
  entity: Asset,
  columns: ASSET_COLUMNS,
  idPrefix: 'asset',
  key: 'referenceSort',
  keyName: 'reference',
  scope: 'gssCode',
  toRow,
  differs,
  follow,
};

/** `coop import assets FILE --council GSS`. */
export const assetImporter: Importer = importerOf(
  assetImport,
  "A council's register of land and buildings, as the Transparency Code has it published.",
);
