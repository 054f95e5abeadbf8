import type { LocalDate } from '@coop/shared/time';

/** A ward of the demo world. Codes and names are public facts; days are those of the elections that began it. */
export interface WardFact {
  readonly gssCode: string;
  readonly name: string;
  readonly council: string;
  /** First day; null where it is not looked up. */
  readonly from: LocalDate | null;
  /** Last day; null where no end is known. */
  readonly until: LocalDate | null;
}

function wards(
  council: string,
  from: LocalDate | null,
  until: LocalDate | null,
  rows: readonly (readonly [gssCode: string, name: string])[],
): WardFact[] {
  return rows.map(([gssCode, name]) => ({ gssCode, name, council, from, until }));
}

/** Oldham's twenty wards, before and after the review of 2023, and the wards of the neighbourhood pilots. */
export const WARD_FACTS: readonly WardFact[] = [
  ...wards('E08000004', '2004-06-10', '2023-05-03', [
    ['E05000719', 'Alexandra'],
    ['E05000720', 'Chadderton Central'],
    ['E05000721', 'Chadderton North'],
    ['E05000722', 'Chadderton South'],
    ['E05000723', 'Coldhurst'],
    ['E05000724', 'Crompton'],
    ['E05000725', 'Failsworth East'],
    ['E05000726', 'Failsworth West'],
    ['E05000727', 'Hollinwood'],
    ['E05000728', 'Medlock Vale'],
    ['E05000729', 'Royton North'],
    ['E05000730', 'Royton South'],
    ['E05000731', 'Saddleworth North'],
    ['E05000732', 'Saddleworth South'],
    ['E05000733', 'Saddleworth West and Lees'],
    ['E05000734', "St James'"],
    ['E05000735', "St Mary's"],
    ['E05000736', 'Shaw'],
    ['E05000737', 'Waterhead'],
    ['E05000738', 'Werneth'],
  ]),
  ...wards('E08000004', '2023-05-04', null, [
    ['E05014646', 'Alexandra'],
    ['E05014647', 'Chadderton Central'],
    ['E05014648', 'Chadderton North'],
    ['E05014649', 'Chadderton South'],
    ['E05014650', 'Coldhurst'],
    ['E05014651', 'Crompton'],
    ['E05014652', 'Failsworth East'],
    ['E05014653', 'Failsworth West'],
    ['E05014654', 'Hollinwood'],
    ['E05014655', 'Medlock Vale'],
    ['E05014656', 'Royton North'],
    ['E05014657', 'Royton South'],
    ['E05014658', 'Saddleworth North'],
    ['E05014659', 'Saddleworth South'],
    ['E05014660', 'Saddleworth West & Lees'],
    ['E05014661', 'Shaw'],
    ['E05014662', "St James'"],
    ['E05014663', "St Mary's"],
    ['E05014664', 'Waterhead'],
    ['E05014665', 'Werneth'],
  ]),
  ...wards('E09000013', '2002-05-02', '2022-05-04', [['E05000265', 'Wormholt and White City']]),
  ...wards('E09000013', '2022-05-05', null, [
    ['E05013752', 'White City'],
    ['E05013753', 'Wormholt'],
  ]),
  ...wards('E08000021', '2004-06-10', '2018-05-02', [
    ['E05001090', 'Blakelaw'],
    ['E05001099', 'Kenton'],
  ]),
  ...wards('E08000021', '2018-05-03', null, [
    ['E05011438', 'Blakelaw'],
    ['E05011449', 'Kenton'],
  ]),
  ...wards('E09000021', '2002-05-02', '2022-05-04', [['E05000409', 'Norbiton']]),
  ...wards('E09000021', '2022-05-05', null, [['E05013941', 'Norbiton']]),
  ...wards('E07000043', null, '2019-05-01', [
    ['E05003546', 'Ilfracombe Central'],
    ['E05003547', 'Ilfracombe East'],
    ['E05003548', 'Ilfracombe West'],
  ]),
  ...wards('E07000043', '2019-05-02', null, [
    ['E05012425', 'Ilfracombe East'],
    ['E05012426', 'Ilfracombe West'],
  ]),
  ...wards('E07000204', null, '2019-03-31', [
    ['E05007173', 'Haverhill East'],
    ['E05007174', 'Haverhill North'],
    ['E05007175', 'Haverhill South'],
    ['E05007176', 'Haverhill West'],
  ]),
  ...wards('E07000245', '2019-04-01', null, [
    ['E05012774', 'Haverhill Central'],
    ['E05012775', 'Haverhill East'],
    ['E05012776', 'Haverhill North'],
    ['E05012777', 'Haverhill South'],
    ['E05012778', 'Haverhill South East'],
    ['E05012779', 'Haverhill West'],
  ]),
  ...wards('E08000032', '2004-06-10', null, [['E05001358', 'Little Horton']]),
  ...wards('E08000025', '2004-06-10', '2018-05-02', [
    ['E05001203', 'Shard End'],
    ['E05001207', 'Sparkbrook'],
    ['E05001215', 'Tyburn'],
  ]),
  ...wards('E08000025', '2018-05-03', null, [
    ['E05011122', 'Balsall Heath West'],
    ['E05011132', 'Castle Vale'],
    ['E05011165', 'Shard End'],
    ['E05011170', 'Sparkbrook & Balsall Heath East'],
  ]),
  ...wards('E09000030', '2014-05-22', null, [
    ['E05009325', 'Lansbury'],
    ['E05009328', 'Poplar'],
  ]),
  ...wards('E09000033', '2002-05-02', '2022-05-04', [['E05000642', "Queen's Park"]]),
  ...wards('E09000033', '2022-05-05', null, [['E05013804', "Queen's Park"]]),
  ...wards('E07000116', null, '2024-05-01', [['E05005146', 'Sherwood']]),
  ...wards('E07000116', '2024-05-02', null, [['E05015813', 'Sherwood']]),
];
