import {
  pointOf,
  writeCsv,
  writeFeatureCollection,
  type CsvColumn,
  type Exporter,
  type FeatureToWrite,
} from '@coop/shared/exporting';
import { isGssCode } from '@coop/shared/nouns';
import { registerOf } from './asset-export.queries';
import { addressOf } from './asset-parts.queries';
import type { Asset } from './asset.entity';
import {
  hectaresOf,
  HOLDING_TYPE_TEXTS,
  holdingPurposeText,
  ORGANISATION_ADDRESS,
  TENURE_DETAIL_TEXTS,
  TENURE_TEXTS,
} from './register-file';

/** The columns of the Code, by the names that councils publish them under, and those that go beyond it. */
export const EXPORT_COLUMNS: readonly CsvColumn<Asset>[] = [
  { header: 'OrganisationURI', value: ({ gssCode }) => `${ORGANISATION_ADDRESS}${gssCode}` },
  { header: 'EffectiveDate', value: ({ effectiveOn }) => effectiveOn },
  { header: 'UPRN', value: ({ uprn }) => uprn },
  { header: 'AssetCode', value: ({ reference }) => reference },
  { header: 'PropertyName', value: ({ name }) => name },
  { header: 'StreetNumber', value: ({ streetNumber }) => streetNumber },
  { header: 'StreetName', value: ({ streetName }) => streetName },
  { header: 'PostTown', value: ({ postTown }) => postTown },
  { header: 'PostCode', value: ({ postcode }) => postcode },
  { header: 'CoordinateReferenceSystem', value: ({ placedBy }) => placedBy },
  {
    header: 'GeoX',
    value: ({ placedBy, easting, longitude }) => (placedBy === 'OSGB36' ? easting : longitude),
  },
  {
    header: 'GeoY',
    value: ({ placedBy, northing, latitude }) => (placedBy === 'OSGB36' ? northing : latitude),
  },
  { header: 'TenureType', value: ({ tenure }) => TENURE_TEXTS[tenure] },
  { header: 'TenureDetail', value: ({ tenureDetail }) => TENURE_DETAIL_TEXTS[tenureDetail] },
  { header: 'OtherDetail', value: ({ tenureNote }) => tenureNote },
  { header: 'HoldingType', value: ({ holdingType }) => HOLDING_TYPE_TEXTS[holdingType] },
  { header: 'HoldingPurpose', value: ({ holdingPurpose }) => holdingPurposeText(holdingPurpose) },
  { header: 'BuildingSize', value: ({ buildingSizeSquareMetres }) => buildingSizeSquareMetres },
  {
    header: 'LandArea',
    value: ({ landAreaSquareMetres }) =>
      landAreaSquareMetres === null ? null : hectaresOf(landAreaSquareMetres),
  },
  { header: 'WhyUnoccupied', value: ({ whyUnoccupied }) => whyUnoccupied },
  { header: 'WardCode', value: ({ wardGssCode }) => wardGssCode },
];

function featureOf(asset: Asset): FeatureToWrite {
  const { id, longitude, latitude, reference, uprn, name, postcode, tenure, tenureDetail } = asset;
  return {
    id,
    geometry: longitude === null || latitude === null ? null : pointOf(longitude, latitude),
    properties: {
      gssCode: asset.gssCode,
      reference,
      uprn,
      name,
      address: addressOf(asset),
      postcode,
      tenure,
      tenureDetail,
      holdingType: asset.holdingType,
      holdingPurpose: asset.holdingPurpose,
      buildingSizeSquareMetres: asset.buildingSizeSquareMetres,
      landAreaSquareMetres: asset.landAreaSquareMetres,
      steward: asset.stewardName,
      listedUntil: asset.listedUntil || null,
      illustrative: asset.illustrative,
    },
  };
}

async function* features(assets: AsyncIterable<Asset>): AsyncGenerator<FeatureToWrite> {
  for await (const asset of assets) yield featureOf(asset);
}

/** `coop export assets --council GSS --format csv|geojson`: the register as it stands. */
export const assetExporter: Exporter = {
  name: 'assets',
  summary: "A council's register of land and buildings, in the fields of the Transparency Code or for maps.",
  formats: ['csv', 'geojson'],
  readers: 'everybody',
  options: [
    {
      flags: '--council <gss>',
      description: 'GSS code of the council whose register it is',
      required: true,
    },
  ],
  run({ database, format, options }) {
    const { council } = options;
    if (!isGssCode(council)) throw new RangeError('--council takes a GSS code, such as E08000004.');
    const assets = registerOf(database.reader, council);
    return format === 'geojson' ? writeFeatureCollection(features(assets)) : writeCsv(assets, EXPORT_COLUMNS);
  },
};
