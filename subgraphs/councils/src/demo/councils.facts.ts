import type { LocalDate } from '@coop/shared/time';
import type { GovernanceForm } from '../co-operative/governance.law';

/** A council of the demo world. Everything here is public fact. */
export interface CouncilFact {
  readonly gssCode: string;
  /** The name it goes by. */
  readonly name: string;
  /** Its full name. */
  readonly officialName: string;
  /** Region of England, or the country. */
  readonly region: string;
  /** Its org-id in the register of local authorities. */
  readonly orgId: string;
  /** First day on which it acted as a council. */
  readonly from: LocalDate;
  /** Last day; null for one that goes on. */
  readonly until: LocalDate | null;
  /** How it is governed; null where that is not looked up. */
  readonly governance: GovernanceForm | null;
}

const LONDON = '1965-04-01';
const REORGANISED = '1974-04-01';

function councils(
  region: string,
  from: LocalDate,
  until: LocalDate | null,
  governance: GovernanceForm | null,
  rows: readonly (readonly [gssCode: string, name: string, officialName: string, orgId: string])[],
): CouncilFact[] {
  return rows.map(([gssCode, name, officialName, orgId]) => ({
    gssCode,
    name,
    officialName,
    region,
    orgId,
    from,
    until,
    governance,
  }));
}

/**
 * Councils that the paper of June 2012 speaks of, and those that followed or came before them: St Edmundsbury
 * (Haverhill) became part of West Suffolk, Selby with its county and neighbours North Yorkshire.
 */
export const COUNCIL_FACTS: readonly CouncilFact[] = [
  ...councils('North West', REORGANISED, null, 'LEADER_AND_CABINET', [
    ['E08000004', 'Oldham', 'Oldham Metropolitan Borough Council', 'GB-LAE-OLD'],
    ['E08000005', 'Rochdale', 'Rochdale Metropolitan Borough Council', 'GB-LAE-RCH'],
    ['E08000009', 'Trafford', 'Trafford Metropolitan Borough Council', 'GB-LAE-TRF'],
  ]),
  ...councils('North East', REORGANISED, null, 'LEADER_AND_CABINET', [
    ['E08000021', 'Newcastle upon Tyne', 'Newcastle City Council', 'GB-LAE-NET'],
    ['E08000024', 'Sunderland', 'Sunderland City Council', 'GB-LAE-SND'],
  ]),
  ...councils('West Midlands', REORGANISED, null, 'LEADER_AND_CABINET', [
    ['E08000025', 'Birmingham', 'Birmingham City Council', 'GB-LAE-BIR'],
  ]),
  ...councils('Yorkshire and The Humber', REORGANISED, null, 'LEADER_AND_CABINET', [
    ['E08000032', 'Bradford', 'City of Bradford Metropolitan District Council', 'GB-LAE-BRD'],
  ]),
  ...councils('London', LONDON, null, 'LEADER_AND_CABINET', [
    ['E09000013', 'Hammersmith and Fulham', 'London Borough of Hammersmith & Fulham', 'GB-LAE-HMF'],
    ['E09000020', 'Kensington and Chelsea', 'Royal Borough of Kensington and Chelsea', 'GB-LAE-KEC'],
    ['E09000022', 'Lambeth', 'London Borough of Lambeth', 'GB-LAE-LBH'],
    ['E09000033', 'Westminster', 'City of Westminster', 'GB-LAE-WSM'],
  ]),
  ...councils('London', LONDON, null, 'COMMITTEE_SYSTEM', [
    ['E09000021', 'Kingston upon Thames', 'Royal Borough of Kingston upon Thames', 'GB-LAE-KTT'],
  ]),
  ...councils('London', LONDON, null, 'MAYOR_AND_CABINET', [
    ['E09000030', 'Tower Hamlets', 'London Borough of Tower Hamlets', 'GB-LAE-TWH'],
  ]),
  ...councils('South West', '1998-04-01', null, 'LEADER_AND_CABINET', [
    ['E06000026', 'Plymouth', 'Plymouth City Council', 'GB-LAE-PLY'],
  ]),
  ...councils('North West', '2009-04-01', null, null, [
    ['E06000050', 'Cheshire West and Chester', 'Cheshire West and Chester Council', 'GB-LAE-CHW'],
  ]),
  ...councils('South West', REORGANISED, null, null, [
    ['E07000043', 'North Devon', 'North Devon District Council', 'GB-LAE-NDE'],
  ]),
  ...councils('South East', REORGANISED, null, null, [
    ['E07000116', 'Tunbridge Wells', 'Tunbridge Wells Borough Council', 'GB-LAE-TUN'],
  ]),
  ...councils('East of England', REORGANISED, null, 'LEADER_AND_CABINET', [
    ['E10000012', 'Essex', 'Essex County Council', 'GB-LAE-ESS'],
  ]),
  ...councils('North West', '2011-04-01', null, 'COMBINED_AUTHORITY', [
    ['E47000001', 'Greater Manchester', 'Greater Manchester Combined Authority', 'GB-LAE-GMCA'],
  ]),
  ...councils('Scotland', '1996-04-01', null, 'OTHER', [
    ['S12000036', 'Edinburgh', 'City of Edinburgh Council', 'GB-LAS-EDH'],
  ]),
  ...councils('Wales', '1996-04-01', null, 'OTHER', [
    ['W06000015', 'Cardiff', 'City of Cardiff Council', 'GB-PLA-CRF'],
  ]),
  ...councils('East of England', '2019-04-01', null, 'LEADER_AND_CABINET', [
    ['E07000245', 'West Suffolk', 'West Suffolk Council', 'GB-LAE-WSK'],
  ]),
  ...councils('East of England', REORGANISED, '2019-03-31', null, [
    ['E07000204', 'St Edmundsbury', 'St Edmundsbury Borough Council', 'GB-LAE-SED'],
    ['E07000201', 'Forest Heath', 'Forest Heath District Council', 'GB-LAE-FOR'],
  ]),
  ...councils('Yorkshire and The Humber', '2023-04-01', null, 'LEADER_AND_CABINET', [
    ['E06000065', 'North Yorkshire', 'North Yorkshire Council', 'GB-LAE-NYE'],
  ]),
  ...councils('Yorkshire and The Humber', REORGANISED, '2023-03-31', null, [
    ['E10000023', 'North Yorkshire County', 'North Yorkshire County Council', 'GB-LAE-NYK'],
    ['E07000163', 'Craven', 'Craven District Council', 'GB-LAE-CRA'],
    ['E07000164', 'Hambleton', 'Hambleton District Council', 'GB-LAE-HAE'],
    ['E07000165', 'Harrogate', 'Harrogate Borough Council', 'GB-LAE-HAG'],
    ['E07000166', 'Richmondshire', 'Richmondshire District Council', 'GB-LAE-RIH'],
    ['E07000167', 'Ryedale', 'Ryedale District Council', 'GB-LAE-RYE'],
    ['E07000168', 'Scarborough', 'Scarborough Borough Council', 'GB-LAE-SCE'],
    ['E07000169', 'Selby', 'Selby District Council', 'GB-LAE-SEL'],
  ]),
];
