import { isGssCode } from '@coop/shared/nouns';
import { textSort } from '@coop/shared/persistence';
import { problem, type Problem } from '@coop/shared/problems';
import type { AssetDetailsInput } from './asset-inputs.types';
import type { AssetWord } from './asset-word.entity';
import type { Asset } from './asset.entity';
import { cellOf } from './grid';
import type { Place } from './place';
import { searchText } from './search-words';

/**
 * By what an asset is recognised and sorted within its council: its reference, whatever its case; without one its
 * UPRN; without either its own id. The latter two come after every reference, since no normal form begins with the
 * control character.
 */
export function referenceKey(asset: Pick<Asset, 'id' | 'reference' | 'uprn'>): string {
  if (asset.reference !== null) return textSort(asset.reference);
  return `\u007f${asset.uprn ?? asset.id}`;
}

type Said = Pick<
  Asset,
  'id' | 'reference' | 'uprn' | 'name' | 'streetNumber' | 'streetName' | 'postTown' | 'postcode'
>;

/** The columns of a row that follow from others. */
export function derivedColumns(asset: Said): Pick<Asset, 'referenceSort' | 'nameSort' | 'words'> {
  return { referenceSort: referenceKey(asset), nameSort: textSort(asset.name), words: searchText(asset) };
}

const NO_PLACE = {
  placedBy: null,
  easting: null,
  northing: null,
  latitude: null,
  longitude: null,
  cell: null,
} as const;

/** The columns of a place, or of none. */
export function placeColumns(
  place: Place | null,
): Pick<Asset, 'placedBy' | 'easting' | 'northing' | 'latitude' | 'longitude' | 'cell'> {
  return place ? { ...place, cell: cellOf(place) } : NO_PLACE;
}

/** The rows of the text index for assets of one council whose ids are in ascending order. */
export function wordRows(assets: readonly Pick<Asset, 'id' | 'gssCode' | 'words'>[]): AssetWord[] {
  const [first] = assets;
  const last = assets.at(-1);
  if (!first || !last) return [];
  const words = new Set<string>();
  for (const asset of assets)
    if (asset.words !== '') for (const word of asset.words.slice(1).split(' ')) words.add(word);
  // In the order of the index, which is written faster that way.
  return [...words]
    .sort()
    .map((word) => ({ word, gssCode: first.gssCode, firstId: first.id, lastId: last.id }));
}

const TEXTS = ['streetNumber', 'streetName', 'postTown', 'tenureNote', 'whyUnoccupied'] as const;
const ENUMS = ['tenure', 'tenureDetail', 'holdingType', 'holdingPurpose'] as const;
const AREAS = ['buildingSizeSquareMetres', 'landAreaSquareMetres'] as const;

/** The columns that are written as they are said: only those of which something was said. */
export function plainColumns(input: AssetDetailsInput): { columns: Partial<Asset>; problems: Problem[] } {
  const columns: Record<string, string | number | null> = {};
  for (const key of TEXTS) if (input[key] !== undefined) columns[key] = input[key]?.trim() || null;
  for (const key of ENUMS) if (input[key] !== undefined) columns[key] = input[key] ?? 'UNKNOWN';
  // A file gives land to a square centimetre: what is registered by hand must survive being exported and read back.
  for (const key of AREAS)
    if (input[key] !== undefined)
      columns[key] = typeof input[key] === 'number' ? Math.round(input[key] * 1e4) / 1e4 : null;
  if (input.effectiveOn !== undefined) columns['effectiveOn'] = input.effectiveOn;
  const ward = input.wardGssCode;
  if (ward !== undefined) columns['wardGssCode'] = ward;
  const problems =
    typeof ward === 'string' && !isGssCode(ward)
      ? [problem.invalidInput('This is not the form of a GSS code.', { path: ['wardGssCode'] })]
      : [];
  return { columns, problems };
}
