import { describe, expect, it } from '@jest/globals';
import { BODY_KINDS, groupsLaw, type BodyKind } from './groups.law';
import {
  communityInterestGroupProblems,
  englandProblems,
  nominatorProblems,
  type GroupFacts,
} from './groups.rules';

const DAY = '2026-03-02';

/** A body of a kind that fulfils every condition; then what is said otherwise. */
function group(kind: BodyKind, otherwise: Partial<GroupFacts> = {}): GroupFacts {
  return {
    kind,
    evidence: 'Constitution of 2019',
    activitiesIn: 'COUNCIL_AREA',
    parish: kind === 'PARISH_COUNCIL' ? 'LAND_IN_PARISH' : null,
    distributesSurplus: false,
    surplusAppliedLocally: true,
    memberCount: 30,
    localElectorCount: 21,
    isPublicAuthority: kind === 'PARISH_COUNCIL',
    isCreditUnion: false,
    ...otherwise,
  };
}

const found = (problems: readonly { path?: readonly string[]; rule?: { section: string } }[]) =>
  problems.map((one) => `${one.path?.join('.')} ${one.rule?.section}`);

describe('who may nominate', () => {
  it.each(Object.keys(BODY_KINDS) as BodyKind[])('a well-made %s may', (kind) => {
    expect(nominatorProblems(group(kind), DAY, ['nominator'])).toEqual([]);
  });

  it.each<[string, GroupFacts, string[]]>([
    ['no evidence', group('CHARITY', { evidence: ' ' }), ['n.evidence reg. 6']],
    ['20 members', group('UNINCORPORATED_BODY', { memberCount: 20 }), ['n.memberCount reg. 5(1)(c)(i)']],
    ['21 members', group('UNINCORPORATED_BODY', { memberCount: 21 }), []],
    [
      'members not stated',
      group('UNINCORPORATED_BODY', { memberCount: null }),
      ['n.memberCount reg. 5(1)(c)(i)'],
    ],
    [
      '20 local electors',
      group('UNINCORPORATED_BODY', { localElectorCount: 20 }),
      ['n.localElectorCount reg. 4'],
    ],
    [
      'electors do not matter to a charity',
      group('CHARITY', { localElectorCount: null, memberCount: null }),
      [],
    ],
    [
      'a company that distributes',
      group('COMPANY_LIMITED_BY_GUARANTEE', { distributesSurplus: true }),
      ['n.distributesSurplus reg. 5(1)'],
    ],
    [
      'a society that does not say',
      group('REGISTERED_SOCIETY', { distributesSurplus: null }),
      ['n.distributesSurplus reg. 5(1)'],
    ],
    ['a CIC may pay capped dividends', group('COMMUNITY_INTEREST_COMPANY', { distributesSurplus: true }), []],
    ['a credit union', group('REGISTERED_SOCIETY', { isCreditUnion: true }), ['n.isCreditUnion reg. 5(3)']],
    [
      'a public authority',
      group('COMPANY_LIMITED_BY_GUARANTEE', { isPublicAuthority: true }),
      ['n.isPublicAuthority reg. 5(2)'],
    ],
    ['activities elsewhere', group('CHARITY', { activitiesIn: 'ELSEWHERE' }), ['n.activitiesIn reg. 4']],
    ['activities next door', group('CHARITY', { activitiesIn: 'NEIGHBOURING_AREA' }), []],
    [
      'a surplus spent elsewhere',
      group('REGISTERED_SOCIETY', { surplusAppliedLocally: false }),
      ['n.surplusAppliedLocally reg. 4'],
    ],
    ['the surplus of a charity is its own affair', group('CHARITY', { surplusAppliedLocally: null }), []],
    ['a parish far off', group('PARISH_COUNCIL', { parish: 'ELSEWHERE' }), ['n.parish reg. 4']],
    ['a parish that does not say', group('PARISH_COUNCIL', { parish: null }), ['n.parish reg. 4']],
    ['the parish next door', group('PARISH_COUNCIL', { parish: 'LAND_IN_ADJOINING_PARISH' }), []],
    [
      'unparished land',
      group('PARISH_COUNCIL', { parish: 'LAND_UNPARISHED', activitiesIn: 'ELSEWHERE' }),
      [],
    ],
    [
      'everything at once',
      group('UNINCORPORATED_BODY', {
        evidence: null,
        distributesSurplus: true,
        memberCount: 3,
        activitiesIn: 'ELSEWHERE',
        surplusAppliedLocally: false,
        localElectorCount: 2,
      }),
      [
        'n.evidence reg. 6',
        'n.distributesSurplus reg. 5(1)',
        'n.memberCount reg. 5(1)(c)(i)',
        'n.activitiesIn reg. 4',
        'n.surplusAppliedLocally reg. 4',
        'n.localElectorCount reg. 4',
      ],
    ],
  ])('%s', (_what, body, problems) => {
    expect(found(nominatorProblems(body, DAY, ['n']))).toEqual(problems);
  });
});

describe('who is a community interest group', () => {
  it.each<[BodyKind, boolean]>([
    ['PARISH_COUNCIL', true],
    ['NEIGHBOURHOOD_FORUM', false],
    ['UNINCORPORATED_BODY', false],
    ['CHARITY', true],
    ['COMPANY_LIMITED_BY_GUARANTEE', true],
    ['REGISTERED_SOCIETY', true],
    ['COMMUNITY_INTEREST_COMPANY', true],
  ])('a well-made %s: %s', (kind, qualifies) => {
    expect(found(communityInterestGroupProblems(group(kind), DAY, ['group']))).toEqual(
      qualifies ? [] : ['group.kind reg. 12'],
    );
  });

  it('needs a local connection too', () => {
    const far = group('CHARITY', { activitiesIn: 'ELSEWHERE' });
    expect(found(communityInterestGroupProblems(far, DAY, ['group']))).toEqual(['group.activitiesIn reg. 4']);
  });

  it('is narrower than who may nominate, in every row of the law', () => {
    for (const { value } of groupsLaw.rows)
      for (const kind of value.communityInterestGroups) expect(value.nominators).toContain(kind);
  });
});

it('applies in England only', () => {
  expect(englandProblems('E08000004', ['asset'])).toEqual([]);
  for (const gss of ['W06000015', 'S12000036', 'N09000001'])
    expect(englandProblems(gss, ['asset'])).toMatchObject([{ kind: 'Ineligible', path: ['asset'] }]);
});

it.each([nominatorProblems, communityInterestGroupProblems])(
  'before there was such a law no body may',
  (problems) => {
    expect(problems(group('CHARITY'), '2011-11-14', ['group']).map((one) => one.kind)).toEqual([
      'Ineligible',
    ]);
  },
);
