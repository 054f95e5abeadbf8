import type { HoldingPurpose, HoldingType, Tenure, TenureDetail } from './register.law';
import type { StewardResponsibility } from './retirement.law';

/** Who has the care of an asset of the demo world. */
export interface StewardFact {
  readonly name: string;
  /** Key of the organisation in the demo world of the directory; null where it is not in it. */
  readonly organisation: string | null;
  readonly responsibility: StewardResponsibility;
  /** The lease runs so many days from the day of loading; null where it has no end. */
  readonly leaseDays: number | null;
  readonly rentPence: number | null;
}

/** An asset of the demo world. All of them are made up, at places where such a thing could be. */
export interface AssetFact {
  /** Its reference, and the key of its id: `fixedId('asset', 'EX-OLD-01')`. */
  readonly reference: string;
  readonly council: string;
  readonly ward: string;
  readonly name: string;
  readonly streetNumber: string | null;
  readonly streetName: string;
  readonly postTown: string;
  readonly postcode: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly tenure: Tenure;
  readonly tenureDetail: TenureDetail;
  readonly holdingType: HoldingType;
  readonly holdingPurpose: HoldingPurpose;
  readonly buildingSize: number | null;
  readonly landArea: number;
  readonly whyUnoccupied: string | null;
  readonly steward: StewardFact | null;
}

const OLDHAM = { council: 'E08000004', prefix: 'EX-OLD', postTown: 'Oldham' };
const LAMBETH = { council: 'E09000022', prefix: 'EX-LAM', postTown: 'London' };
const KINGSTON = { council: 'E09000021', prefix: 'EX-KIN', postTown: 'Kingston upon Thames' };
const NEWCASTLE = { council: 'E08000021', prefix: 'EX-NEW', postTown: 'Newcastle upon Tyne' };

type Town = typeof OLDHAM;
type Place = readonly [latitude: number, longitude: number, ward: string, postcode: string];
type Kind = Pick<AssetFact, 'tenure' | 'tenureDetail' | 'holdingType' | 'holdingPurpose'>;

const kind = (
  holdingType: HoldingType,
  holdingPurpose: HoldingPurpose,
  tenureDetail: TenureDetail,
  tenure: Tenure = 'FREEHOLD',
): Kind => ({ tenure, tenureDetail, holdingType, holdingPurpose });

const OFFICE = kind('LAND_AND_BUILDING', 'OPERATIONAL', 'OCCUPIED_BY_COUNCIL');
const LET = kind('LAND_AND_BUILDING', 'COMMUNITY', 'LEASEHOLD');
const PARK = kind('LAND', 'COMMUNITY', 'OCCUPIED_BY_COUNCIL');
const EMPTY = kind('LAND_AND_BUILDING', 'SURPLUS', 'VACANT');
const INVESTMENT = kind('BUILDING', 'INVESTMENT', 'LEASEHOLD');
const RENTED = kind('BUILDING', 'OPERATIONAL', 'OCCUPIED_BY_COUNCIL', 'LEASEHOLD');
const MONUMENT = kind('LAND_AND_BUILDING', 'HERITAGE', 'LICENCE');

function asset(
  { council, prefix, postTown }: Town,
  number: number,
  name: string,
  address: readonly [streetNumber: string | null, streetName: string],
  [latitude, longitude, ward, postcode]: Place,
  what: Kind,
  [buildingSize, landArea]: readonly [number | null, number],
  more: Partial<Pick<AssetFact, 'whyUnoccupied' | 'steward'>> = {},
): AssetFact {
  return {
    reference: `${prefix}-${String(number).padStart(2, '0')}`,
    council,
    ward,
    name,
    streetNumber: address[0],
    streetName: address[1],
    postTown,
    postcode,
    latitude,
    longitude,
    ...what,
    buildingSize,
    landArea,
    whyUnoccupied: null,
    steward: null,
    ...more,
  };
}

const care = (
  name: string,
  organisation: string | null,
  responsibility: StewardResponsibility,
  leaseDays: number | null,
  rentPence: number | null,
): Pick<AssetFact, 'steward'> => ({
  steward: { name, organisation, responsibility, leaseDays, rentPence },
});

const unoccupied = (whyUnoccupied: string): Pick<AssetFact, 'whyUnoccupied'> => ({ whyUnoccupied });

// One asset on each line reads as the register that it is.
// prettier-ignore
/** The register of the demo world. */
export const ASSET_FACTS: readonly AssetFact[] = [
  asset(OLDHAM, 1, 'Example Village Hall', ['1', 'Example Green'], [53.5486, -2.0032, 'E05014658', 'OL3 6AA'], LET, [310, 1450], care('Example Village Hall Committee', 'example-hall', 'FULL_REPAIR_AND_RUNNING', 3650, 0)),
  asset(OLDHAM, 2, 'Example Street Library', ['24', 'Example Street'], [53.5409, -2.1114, 'E05014663', 'OL1 1AA'], OFFICE, [980, 1600]),
  asset(OLDHAM, 3, 'Sample Road Allotments', [null, 'Sample Road'], [53.5521, -2.1275, 'E05014650', 'OL1 2BB'], PARK, [null, 8200], care('Example Moorland Growers CIC', 'example-growers', 'RUNNING', 1825, 25_000)),
  asset(OLDHAM, 4, 'Specimen Mill Community Centre', ['3', 'Specimen Lane'], [53.5367, -2.1302, 'E05014665', 'OL9 7AB'], LET, [1250, 2100], care('Example Homecare Mutual Limited', 'example-care', 'INTERNAL_REPAIR_AND_RUNNING', 2190, 450_000)),
  asset(OLDHAM, 5, 'Model Lane Depot', ['100', 'Model Lane'], [53.5298, -2.1409, 'E05014654', 'OL8 3BD'], OFFICE, [3400, 12_500]),
  asset(OLDHAM, 6, 'Pattern Park', [null, 'Pattern Avenue'], [53.5433, -2.0897, 'E05014664', 'OL4 2DE'], PARK, [null, 64_000]),
  asset(OLDHAM, 7, 'Template Street Baths', ['7', 'Template Street'], [53.5655, -2.1238, 'E05014656', 'OL2 5EF'], EMPTY, [1890, 2400], unoccupied('Closed since the boiler failed; options are being looked at.')),
  asset(OLDHAM, 8, 'Illustration Place Shops', ['10-16', 'Illustration Place'], [53.5413, -2.1162, 'E05014663', 'OL1 3FG'], INVESTMENT, [720, 900]),
  asset(OLDHAM, 9, 'Mock Hill Cemetery', [null, 'Mock Hill'], [53.5602, -2.0961, 'E05014662', 'OL1 4GH'], PARK, [null, 41_000]),
  asset(OLDHAM, 10, 'Placeholder House', ['55', 'Placeholder Way'], [53.5389, -2.1083, 'E05014646', 'OL8 1HJ'], RENTED, [2100, 0]),
  asset(OLDHAM, 11, 'Draft Street Playing Field', [null, 'Draft Street'], [53.5194, -2.1621, 'E05014652', 'M35 0JK'], PARK, [null, 23_500]),
  asset(OLDHAM, 12, 'Example Cross Memorial', [null, 'Example Cross'], [53.5781, -2.0934, 'E05014661', 'OL2 7KL'], MONUMENT, [null, 120]),
  asset(LAMBETH, 1, 'Example Yard Community Hall', ['2', 'Example Yard'], [51.4613, -0.1156, 'E05014096', 'SW9 8AA'], LET, [420, 610], care('Example Yard Residents', null, 'RUNNING', 730, 0)),
  asset(LAMBETH, 2, 'Sample Rise Library', ['88', 'Sample Rise'], [51.4312, -0.1031, 'E05014106', 'SE27 9AB'], OFFICE, [640, 820]),
  asset(LAMBETH, 3, 'Specimen Gardens', [null, 'Specimen Gardens'], [51.4861, -0.1099, 'E05014105', 'SE11 4BD'], PARK, [null, 9400]),
  asset(LAMBETH, 4, 'Model Wharf Workshops', ['5', 'Model Wharf'], [51.4842, -0.1243, 'E05014117', 'SW8 1DE'], INVESTMENT, [1500, 1700]),
  asset(LAMBETH, 5, 'Pattern Common Pavilion', [null, 'Pattern Common'], [51.4581, -0.1488, 'E05014099', 'SW4 9EF'], LET, [260, 900], care('Pattern Common Sports Trust', null, 'SHARED', 1460, 120_000)),
  asset(LAMBETH, 6, 'Template Hill Nursery', ['31', 'Template Hill'], [51.4264, -0.1262, 'E05014116', 'SW16 1FG'], OFFICE, [530, 1250]),
  asset(LAMBETH, 7, 'Illustration Road Garages', [null, 'Illustration Road'], [51.4725, -0.1221, 'E05014110', 'SW9 9GH'], EMPTY, [210, 640], unoccupied('Cleared for new council homes.')),
  asset(LAMBETH, 8, 'Mock Lane Adventure Playground', [null, 'Mock Lane'], [51.4667, -0.1039, 'E05014107', 'SE5 9HJ'], LET, [90, 2800], care('Mock Lane Play Association', null, 'INTERNAL_REPAIR_AND_RUNNING', 1095, 0)),
  asset(LAMBETH, 9, 'Placeholder Bridge Arches', ['12', 'Placeholder Bridge'], [51.5029, -0.1129, 'E05014118', 'SE1 7JK'], RENTED, [380, 0]),
  asset(LAMBETH, 10, 'Draft Square', [null, 'Draft Square'], [51.4702, -0.1289, 'E05014111', 'SW4 6KL'], PARK, [null, 3100]),
  asset(LAMBETH, 11, 'Example Vale Day Centre', ['17', 'Example Vale'], [51.4114, -0.1327, 'E05014112', 'SW16 5LN'], EMPTY, [870, 1400], unoccupied('The service moved; a transfer to the community is under discussion.')),
  asset(LAMBETH, 12, 'Sample Gate Lodge', ['1', 'Sample Gate'], [51.4506, -0.1012, 'E05014104', 'SE24 0NP'], MONUMENT, [75, 210]),
  asset(KINGSTON, 1, 'Example Norbiton Hall', ['40', 'Example Road'], [51.4127, -0.2841, 'E05013941', 'KT2 7AA'], LET, [350, 700], care('Example Norbiton Association', null, 'FULL_REPAIR_AND_RUNNING', 2555, 0)),
  asset(KINGSTON, 2, 'Sample Fields', [null, 'Sample Fields Lane'], [51.4065, -0.2768, 'E05013941', 'KT1 3AB'], PARK, [null, 15_200]),
  asset(KINGSTON, 3, 'Specimen Street Library', ['6', 'Specimen Street'], [51.3925, -0.3001, 'E05013944', 'KT5 8BD'], OFFICE, [610, 900]),
  asset(KINGSTON, 4, 'Model Quay Boathouse', [null, 'Model Quay'], [51.4131, -0.3072, 'E05013938', 'KT1 1DE'], LET, [440, 520], care('Model Quay Rowing Club', null, 'INTERNAL_REPAIR_AND_RUNNING', 900, 600_000)),
  asset(KINGSTON, 5, 'Pattern Way Offices', ['200', 'Pattern Way'], [51.4088, -0.3044, 'E05013938', 'KT1 2EF'], OFFICE, [5200, 3100]),
  asset(KINGSTON, 6, 'Template Broadway Clinic', ['9', 'Template Broadway'], [51.3811, -0.2825, 'E05013945', 'KT6 7FG'], RENTED, [300, 0]),
  asset(KINGSTON, 7, 'Illustration Park Café', [null, 'Illustration Park'], [51.4012, -0.2561, 'E05013940', 'KT3 4GH'], INVESTMENT, [110, 260]),
  asset(KINGSTON, 8, 'Mock Avenue Scout Hut', [null, 'Mock Avenue'], [51.3697, -0.3035, 'E05013935', 'KT9 1HJ'], LET, [180, 640], care('Mock Avenue Scouts', null, 'FULL_REPAIR_AND_RUNNING', 5475, 5000)),
  asset(KINGSTON, 9, 'Placeholder Nature Reserve', [null, 'Placeholder Lane'], [51.3561, -0.3129, 'E05013931', 'KT9 2JK'], PARK, [null, 98_000]),
  asset(KINGSTON, 10, 'Draft Lane Hall', ['2', 'Draft Lane'], [51.3879, -0.2558, 'E05013942', 'KT4 8KL'], EMPTY, [290, 510], unoccupied('The roof is unsafe.')),
  asset(KINGSTON, 11, 'Example Market House', ['1', 'Example Market'], [51.4092, -0.3066, 'E05013938', 'KT1 1LN'], MONUMENT, [330, 280]),
  asset(KINGSTON, 12, 'Sample Hill Allotments', [null, 'Sample Hill'], [51.4188, -0.2621, 'E05013932', 'KT2 7NP'], PARK, [null, 7300]),
  asset(NEWCASTLE, 1, 'Example Neighbourhood Centre', ['12', 'Example Avenue'], [54.9931, -1.6528, 'E05016349', 'NE5 3AA'], LET, [540, 1300], care('Example Neighbourhood Forum', 'example-forum', 'RUNNING', 1095, 0)),
  asset(NEWCASTLE, 2, 'Sample Bank Library', ['70', 'Sample Bank'], [55.0011, -1.6602, 'E05016360', 'NE3 3AB'], OFFICE, [450, 800]),
  asset(NEWCASTLE, 3, 'Specimen Quay Studios', ['4', 'Specimen Quay'], [54.9714, -1.5928, 'E05016366', 'NE6 1BD'], INVESTMENT, [1900, 1100]),
  asset(NEWCASTLE, 4, 'Model Terrace Pool', ['15', 'Model Terrace'], [54.9738, -1.5689, 'E05016350', 'NE6 2DE'], LET, [2300, 2600], care('Model Terrace Pool Trust', null, 'FULL_REPAIR_AND_RUNNING', 8000, 0)),
  asset(NEWCASTLE, 5, 'Pattern Dene', [null, 'Pattern Dene'], [54.9897, -1.5871, 'E05016358', 'NE7 7EF'], PARK, [null, 112_000]),
  asset(NEWCASTLE, 6, 'Template Tower Offices', ['1', 'Template Tower'], [54.9745, -1.6141, 'E05016364', 'NE1 8FG'], RENTED, [8800, 0]),
  asset(NEWCASTLE, 7, 'Illustration Row Workshops', ['20', 'Illustration Row'], [54.9689, -1.6503, 'E05016355', 'NE4 7GH'], EMPTY, [950, 1250], unoccupied('Between lettings.')),
  asset(NEWCASTLE, 8, 'Mock Moor Pavilion', [null, 'Mock Moor'], [55.0098, -1.6197, 'E05016357', 'NE3 1HJ'], LET, [210, 1900], care('Mock Moor Players', null, 'SHARED', 365, 50_000)),
  asset(NEWCASTLE, 9, 'Placeholder Lane Depot', [null, 'Placeholder Lane'], [54.9808, -1.5369, 'E05016369', 'NE6 3JK'], OFFICE, [4100, 17_800]),
  asset(NEWCASTLE, 10, 'Draft Cemetery', [null, 'Draft Road'], [54.9832, -1.6089, 'E05016359', 'NE2 2KL'], PARK, [null, 52_000]),
  asset(NEWCASTLE, 11, 'Example Steps Keep', [null, 'Example Steps'], [54.9688, -1.6106, 'E05016364', 'NE1 1LN'], MONUMENT, [260, 340]),
  asset(NEWCASTLE, 12, 'Sample Burn Allotments', [null, 'Sample Burn'], [54.9862, -1.7421, 'E05016362', 'NE15 8NP'], PARK, [null, 11_000]),
];
