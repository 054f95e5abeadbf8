import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { councilKindOf, wardKindOf } from '../areas/area-code.rules';
import { areaHistory } from '../areas/area-history.rules';
import { rowsOn } from '../areas/area-validity.rules';
import { checkNeighbourhood } from '../neighbourhoods/neighbourhoods.rules';
import { checkCommitment } from '../co-operative/commitments.rules';
import { DECISION_MAKERS } from '../decisions/decision-makers.law';
import { checkDecisionRecord } from '../decisions/decision-records.rules';
import { checkDispensation, dispensationStateOn } from '../councillors/dispensations.rules';
import { checkParticipation } from '../decisions/participation.rules';
import { checkPowerUse } from '../power-uses/power-uses.rules';
import { normaliseIdentifier, parseOrgId } from '../organisations/identifiers.rules';
import { findVcse } from '../organisations/organisation-facts.rules';
import { annualSaving, checkSharedService } from '../shared-services/shared-services.rules';
import { COMMITMENT_FACTS } from './co-operative.facts';
import { AREA_CHANGE_FACTS } from './area-changes.facts';
import { COUNCIL_FACTS } from './councils.facts';
import { COUNCILLOR_FACTS, DISPENSATION_FACTS } from './councillors.facts';
import { DECISION_FACTS } from './decisions.facts';
import { resolveDemoDay } from './demo-day.rules';
import { NEIGHBOURHOOD_FACTS } from './neighbourhoods.facts';
import { ORGANISATION_FACTS } from './organisations.facts';
import { POWER_USE_FACTS } from './power-uses.facts';
import { SHARED_SERVICE_FACTS } from './shared-services.facts';
import { WARD_FACTS } from './wards.facts';

const OLDHAM = 'E08000004';
// Facts must hold whenever the demo world is loaded; a leap day is as good as any.
const LOADED = ['2026-03-02', '2028-02-29'];
const councils = new Set(COUNCIL_FACTS.map((one) => one.gssCode));
const refusals = (decision: { ok: boolean; problems?: readonly { message: string }[] }) =>
  decision.problems?.map((one) => one.message) ?? [];

const decided = areaHistory(AREA_CHANGE_FACTS);
if (!decided.ok) throw new Error(refusals(decided).join(' '));
const { history } = decided;

describe('areas', () => {
  test('every code is of its kind, once, and every ward has its council', () => {
    for (const council of COUNCIL_FACTS) expect(councilKindOf(council.gssCode)).not.toBeNull();
    for (const ward of WARD_FACTS) {
      expect(wardKindOf(ward.gssCode)).not.toBeNull();
      expect(councils).toContain(ward.council);
    }
    const codes = [...COUNCIL_FACTS, ...WARD_FACTS].map((one) => one.gssCode);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test.each([
    ['E07000169', 'E06000065'],
    ['E07000204', 'E07000245'],
    ['E05000409', 'E05013941'],
    ['E05000642', 'E05013804'],
    ['E05005146', 'E05015813'],
    [OLDHAM, OLDHAM],
  ])('%s goes on as %s', (old, present) => {
    expect(history.current(old)).toBe(present);
  });

  test('an area ends on the day before it is followed', () => {
    const followed = [...COUNCIL_FACTS, ...WARD_FACTS].filter(
      (area) => history.followedOn(area.gssCode) !== null,
    );
    expect(followed.map((area) => area.until)).toEqual(
      followed.map((area) => resolveDemoDay(-1, history.followedOn(area.gssCode)!)),
    );
  });

  test('North Yorkshire follows the county and its seven districts whole', () => {
    expect(history.predecessors('E06000065').whole).toHaveLength(8);
  });

  test('Oldham has twenty wards on any day, before and after the review', () => {
    const rows = WARD_FACTS.filter((ward) => ward.council === OLDHAM).map((ward) => ({
      ...ward,
      seenFrom: null,
      seenUntil: null,
    }));
    for (const day of ['2012-06-01', '2023-05-03', '2023-05-04', '2026-03-02'])
      expect(rowsOn(rows, day)).toHaveLength(20);
  });

  test('ten pilots, and every neighbourhood can be drawn', () => {
    expect(NEIGHBOURHOOD_FACTS.filter((one) => one.isPilot)).toHaveLength(10);
    for (const one of NEIGHBOURHOOD_FACTS)
      expect(
        refusals(checkNeighbourhood({ ...one, from: one.from ?? '2011-12-21' }, [one.council], WARD_FACTS)),
      ).toEqual([]);
  });
});

describe('organisations', () => {
  test('every number is in the normal form of its register', () => {
    for (const { identifiers } of ORGANISATION_FACTS)
      for (const { scheme, id } of identifiers)
        expect(normaliseIdentifier(scheme, id)).toMatchObject({ ok: true, identifier: { scheme, id } });
    for (const { orgId } of COUNCIL_FACTS) expect(parseOrgId(orgId).ok).toBe(true);
  });

  test('what is made up bears no number and says Example in its name', () => {
    for (const one of ORGANISATION_FACTS.filter((each) => each.illustrative)) {
      expect(one.identifiers).toEqual([]);
      expect(one.name).toMatch(/^Example /);
    }
  });
});

describe.each(LOADED)('loaded on %s', (loaded) => {
  const on = (day: string | number) => resolveDemoDay(day, loaded);
  const nameOf = new Map(COUNCILLOR_FACTS.map((one) => [one.key, one.name]));
  const dispensations = DISPENSATION_FACTS.map((one) => ({
    ...one,
    id: one.key,
    from: on(one.from),
    until: on(one.until),
    withdrawnOn: one.withdrawnOn === null ? null : on(one.withdrawnOn),
  }));

  test('every decision is a complete record and everybody in it was free to take part', () => {
    for (const fact of DECISION_FACTS) {
      const takenOn = on(fact.takenOn);
      expect(refusals(checkDecisionRecord({ ...fact, takenOn }, loaded))).toEqual([]);
      const participants = fact.participants.map((one) => ({ ...one, name: nameOf.get(one.councillor)! }));
      for (const one of participants) expect(one.name).toMatch(/\w+ \w+/);
      expect(refusals(checkParticipation({ ...fact, takenOn }, participants, dispensations))).toEqual([]);
    }
  });

  test('dispensations are such as could be granted: one in effect, one past, one taken back', () => {
    for (const one of dispensations)
      expect(refusals(checkDispensation({ ...one, requestedInWriting: true }, true))).toEqual([]);
    expect(dispensations.map((one) => dispensationStateOn(one, loaded))).toEqual([
      'GRANTED',
      'EXPIRED',
      'WITHDRAWN',
    ]);
  });

  test('powers were in force when they were used', () => {
    for (const fact of POWER_USE_FACTS) {
      const decision = DECISION_FACTS.find((one) => one.key === fact.decision);
      expect(decision !== undefined || fact.decision === null).toBe(true);
      const used = {
        ...fact,
        usedOn: on(fact.usedOn),
        decision: decision ? { council: decision.council, takenOn: on(decision.takenOn) } : null,
      };
      expect(refusals(checkPowerUse(used, loaded))).toEqual([]);
    }
  });

  test('commitments can be made', () => {
    for (const fact of COMMITMENT_FACTS) expect(refusals(checkCommitment(fact, [], loaded))).toEqual([]);
  });
});

test('shared services hold together and those that run save money', () => {
  for (const fact of SHARED_SERVICE_FACTS) {
    expect(refusals(checkSharedService(fact))).toEqual([]);
    for (const { council } of fact.partners) expect(councils).toContain(council);
    if (fact.state !== 'PROPOSED') expect(annualSaving(fact)).toBeGreaterThan(0);
  }
});

test('every list of Oldham has something in it', () => {
  const ofOldham = <Fact extends { council: string }>(facts: readonly Fact[]) =>
    facts.filter((one) => one.council === OLDHAM);
  expect(ofOldham(NEIGHBOURHOOD_FACTS).length).toBeGreaterThan(5);
  expect(new Set(ofOldham(DECISION_FACTS).map((one) => one.decidedBy))).toEqual(
    new Set(Object.keys(DECISION_MAKERS)),
  );
  expect(ofOldham(DECISION_FACTS).some((one) => one.alternativesRejected && one.power)).toBe(true);
  expect(ofOldham(POWER_USE_FACTS).length).toBeGreaterThan(1);
  expect(ofOldham(COMMITMENT_FACTS)[0]?.approaches).toHaveLength(5);
  const shared = SHARED_SERVICE_FACTS.filter((one) => one.partners.some((each) => each.council === OLDHAM));
  expect(shared.some((one) => one.lead === OLDHAM && (annualSaving(one) ?? 0) > 0)).toBe(true);
  const vcse = ORGANISATION_FACTS.filter(
    (one) => one.area === OLDHAM && findVcse({ ...one, declared: one.declaredVcse }).value === true,
  );
  expect(vcse.some((one) => one.identifiers.length > 1)).toBe(true);
});

const TABLES = resolve(__dirname, '../../../../../shared/data/areas');
const whereTheTablesAre = existsSync(TABLES) ? test : test.skip;

whereTheTablesAre('codes and names are those of the official tables (shared/data/areas)', () => {
  const official = new Map(
    readFileSync(resolve(TABLES, 'ward_all_codes.csv'), 'utf8')
      .split(/\r?\n/)
      .map((line) =>
        line
          .match(/(?:"[^"]*"|[^,]*)/g)!
          .filter((cell) => cell !== '')
          .map((cell) => cell.replace(/^"|"$/g, '')),
      )
      .map(([code, name, council]) => [code, `${name} ${council}`]),
  );
  for (const ward of WARD_FACTS) expect(official.get(ward.gssCode)).toBe(`${ward.name} ${ward.council}`);
  const authorities = readFileSync(resolve(TABLES, 'uk_local_authorities.csv'), 'utf8').split(/\r?\n/);
  for (const { gssCode, orgId } of COUNCIL_FACTS) {
    const row = authorities.find((line) => line.includes(`,${gssCode},`));
    expect([gssCode, row?.slice(0, row.indexOf(','))]).toEqual([gssCode, orgId.slice('GB-LAE-'.length)]);
  }
});
