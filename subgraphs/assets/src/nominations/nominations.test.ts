import { describe, expect, it } from '@jest/globals';
import type { GroupFacts } from '../groups/groups.rules';
import { communityValue, type Findings, type PastUse, type PresentUse } from './community-value.rules';
import { NOMINATION_RULES, nominationsLaw, nominationsLawAwaiting } from './nominations.law';
import {
  decideNomination,
  decisionDueBy,
  isOnUnsuccessfulList,
  isOverdue,
  receiveNomination,
  returnNomination,
  withdrawNomination,
  type NominationFacts,
} from './nomination.rules';
import { nominationLifecycle } from './nomination.lifecycle';

const CHARITY: GroupFacts = {
  kind: 'CHARITY',
  evidence: 'GB-CHC-1000001',
  activitiesIn: 'COUNCIL_AREA',
  parish: null,
  distributesSurplus: null,
  surplusAppliedLocally: null,
  memberCount: null,
  localElectorCount: null,
  isPublicAuthority: false,
  isCreditUnion: false,
};
const NOMINATION: NominationFacts = {
  council: 'E08000004',
  nominator: CHARITY,
  receivedOn: '2026-03-02',
  landDescription: 'The hall and its garden, edged red on the plan.',
  statementOfReasons: 'Four clubs meet there every week.',
};
const PRESENT: PresentUse = { isAncillary: false, furthers: ['SOCIAL'], canContinue: true };
const PAST: PastUse = { isAncillary: false, furthers: ['SOCIAL'], isRecent: true, canReturn: true };
const findings = (otherwise: Partial<Findings> = {}): Findings => ({
  isInArea: true,
  exclusion: null,
  isPartlyResidentialOnly: false,
  presentUse: PRESENT,
  pastUse: null,
  ...otherwise,
});
const found = (problems: readonly { path?: readonly string[]; rule?: { section: string } }[]) =>
  problems.map((one) => `${one.path?.join('.')} ${one.rule?.section}`);

describe('receiving a nomination', () => {
  it('is due for decision eight weeks later, the day of receipt left out', () => {
    expect(receiveNomination(NOMINATION, '2026-03-02')).toEqual({
      ok: true,
      state: 'RECEIVED',
      decisionDueBy: '2026-04-27',
    });
    expect(decisionDueBy('2024-02-29')).toBe('2024-04-25');
  });

  it.each<[string, Partial<NominationFacts>, string[]]>([
    ['a Welsh council', { council: 'W06000015' }, ['asset reg. 1(2)']],
    ['a day to come', { receivedOn: '2026-03-04' }, ['receivedOn undefined']],
    ['the day before commencement', { receivedOn: '2012-09-20' }, ['receivedOn s. 89(2)']],
    ['the day of commencement', { receivedOn: '2012-09-21' }, []],
    ['no description', { landDescription: ' ' }, ['landDescription reg. 6']],
    ['no reasons', { statementOfReasons: '' }, ['statementOfReasons reg. 6']],
    [
      'a nominator without connection, and no reasons: both at once',
      { nominator: { ...CHARITY, activitiesIn: 'ELSEWHERE' }, statementOfReasons: '' },
      ['nominator.activitiesIn reg. 4', 'statementOfReasons reg. 6'],
    ],
  ])('%s', (_what, otherwise, problems) => {
    const decision = receiveNomination({ ...NOMINATION, ...otherwise }, '2026-03-03');
    expect(decision.ok ? [] : found(decision.problems)).toEqual(problems);
  });
});

describe('the test of community value', () => {
  it.each<[string, Partial<Findings>, string | string[]]>([
    ['a use now that counts', {}, 'PRESENT_USE'],
    ['a use now, whatever was before', { pastUse: { ...PAST, isRecent: false } }, 'PRESENT_USE'],
    ['closed last year, could open again', { presentUse: null, pastUse: PAST }, 'PAST_USE'],
    [
      'an ancillary use now, a full one in the recent past',
      { presentUse: { ...PRESENT, isAncillary: true }, pastUse: PAST },
      'PAST_USE',
    ],
    ['part of it a flat', { exclusion: 'RESIDENCE', isPartlyResidentialOnly: true }, 'PRESENT_USE'],
    ['a hotel', { exclusion: 'RESIDENCE' }, ['findings.exclusion reg. 3 and Sch. 1']],
    [
      'operational land cannot be saved by a part',
      { exclusion: 'OPERATIONAL_LAND', isPartlyResidentialOnly: true },
      ['findings.exclusion reg. 3 and Sch. 1'],
    ],
    [
      'a closed hotel that once counted',
      { exclusion: 'RESIDENCE', presentUse: null, pastUse: PAST },
      ['findings.exclusion reg. 3 and Sch. 1'],
    ],
    ['a caravan site', { exclusion: 'CARAVAN_SITE' }, ['findings.exclusion reg. 3 and Sch. 1']],
    ['outside the area', { isInArea: false }, ['findings.isInArea s. 90(3)']],
    ['never used', { presentUse: null }, ['findings.presentUse s. 88(1)', 'findings.pastUse s. 88(2)']],
    [
      'ancillary, of no wellbeing, at its end; and no past',
      { presentUse: { isAncillary: true, furthers: [], canContinue: false } },
      [
        'findings.presentUse.isAncillary s. 88(1)',
        'findings.presentUse.furthers s. 88(1)',
        'findings.presentUse.canContinue s. 88(1)',
        'findings.pastUse s. 88(2)',
      ],
    ],
    [
      'a past long gone that cannot return',
      { presentUse: null, pastUse: { isAncillary: true, furthers: [], isRecent: false, canReturn: false } },
      [
        'findings.presentUse s. 88(1)',
        'findings.pastUse.isAncillary s. 88(2)',
        'findings.pastUse.furthers s. 88(2)',
        'findings.pastUse.isRecent s. 88(2)',
        'findings.pastUse.canReturn s. 88(2)',
      ],
    ],
    [
      'economic use alone is not enough while the law asks for social wellbeing',
      { presentUse: { ...PRESENT, furthers: ['ECONOMIC'] } },
      ['findings.presentUse.furthers s. 88(1)', 'findings.pastUse s. 88(2)'],
    ],
  ])('%s', (_what, otherwise, expected) => {
    const value = communityValue(findings(otherwise), '2026-03-02');
    expect(value.ok ? value.limb : found(value.problems)).toEqual(expected);
  });
});

describe('deciding a nomination', () => {
  const received = { state: 'RECEIVED', receivedOn: '2026-03-02' } as const;
  const accept = { outcome: 'ACCEPTED', findings: findings(), statementOfReasons: '' } as const;
  const refuse = {
    outcome: 'UNSUCCESSFUL',
    findings: findings({ presentUse: null }),
    statementOfReasons: 'The hall has been empty since 1990.',
  } as const;

  it('lists land of community value for five years beginning with the day of the decision', () => {
    expect(decideNomination(received, accept, '2026-03-20')).toEqual({
      ok: true,
      state: 'ACCEPTED',
      limb: 'PRESENT_USE',
      listing: { listedOn: '2026-03-20', expiresOn: '2031-03-19' },
      isLate: false,
    });
  });

  it('puts other land on the public list of unsuccessful nominations', () => {
    expect(decideNomination(received, refuse, '2026-03-20')).toEqual({
      ok: true,
      state: 'UNSUCCESSFUL',
      limb: null,
      listing: null,
      isLate: false,
    });
    expect(nominationLifecycle.stateNames.filter(isOnUnsuccessfulList)).toEqual(['UNSUCCESSFUL']);
  });

  it.each([
    ['2026-04-26', false],
    ['2026-04-27', false],
    ['2026-04-28', true],
  ])('on %s it is late: %s, and a late decision is taken all the same', (today, isLate) => {
    expect(decideNomination(received, accept, today)).toMatchObject({ ok: true, isLate });
    expect(isOverdue(received, today)).toBe(isLate);
    expect(isOverdue({ ...received, state: 'ACCEPTED' }, today)).toBe(false);
  });

  it('leaves no discretion: the outcome follows from the findings', () => {
    const against = decideNomination(received, { ...refuse, findings: findings() }, '2026-03-20');
    expect(against.ok ? [] : found(against.problems)).toEqual(['outcome s. 90(3)']);
    const forIt = decideNomination(received, { ...accept, findings: refuse.findings }, '2026-03-20');
    expect(forIt.ok ? [] : found(forIt.problems)).toEqual([
      'findings.presentUse s. 88(1)',
      'findings.pastUse s. 88(2)',
    ]);
  });

  it('asks for written reasons when unsuccessful', () => {
    const silent = decideNomination(received, { ...refuse, statementOfReasons: ' ' }, '2026-03-20');
    expect(silent.ok ? [] : found(silent.problems)).toEqual(['statementOfReasons s. 90(6)']);
  });

  it.each(nominationLifecycle.stateNames.filter((state) => state !== 'RECEIVED'))(
    'is refused in %s, and so are returning and withdrawing',
    (state) => {
      const wrong = { ok: false, problems: [{ kind: 'WrongState', state, allowed: ['RECEIVED'] }] };
      expect(decideNomination({ ...received, state }, accept, '2026-03-20')).toMatchObject(wrong);
      expect(returnNomination(state, 'No body.')).toMatchObject(wrong);
      expect(withdrawNomination(state)).toMatchObject(wrong);
    },
  );

  it('returns what is no community nomination, with reasons', () => {
    expect(returnNomination('RECEIVED', 'An individual may not nominate.')).toEqual({
      ok: true,
      state: 'RETURNED',
    });
    expect(returnNomination('RECEIVED', '')).toMatchObject({
      problems: [{ kind: 'InvalidInput', rule: NOMINATION_RULES.communityNomination }],
    });
    expect(withdrawNomination('RECEIVED')).toEqual({ ok: true, state: 'WITHDRAWN' });
  });
});

describe('law that has been enacted and is not in force', () => {
  it('is kept apart, with no day of commencement, and changes nothing', () => {
    expect(nominationsLawAwaiting).toMatchObject([
      { commencement: null, known: { furthers: ['SOCIAL', 'ECONOMIC'] } },
    ]);
    for (const day of ['2012-09-21', '2026-04-29', '2099-12-31'])
      expect(nominationsLaw.require(day).value.furthers).toEqual(['SOCIAL']);
  });
});
