import fc from 'fast-check';
import { DISPENSATION_LIFECYCLE } from '../councillors/dispensation.lifecycle';
import {
  checkDispensation,
  dispensationStateOn,
  dispenses,
  notifyInterestBy,
  type Dispensation,
  type DispensationRequest,
} from '../councillors/dispensations.rules';
import { checkParticipation, type Participant } from './participation.rules';

const OLDHAM = 'E08000004';
const dispensation: Dispensation = {
  id: 'dispensation_1',
  council: OLDHAM,
  councillor: 'c1',
  matter: 'the budget',
  restrictions: ['DISCUSSION', 'VOTE'],
  from: '2026-01-01',
  until: '2026-12-31',
  withdrawnOn: null,
};
const person: Participant = {
  councillor: 'c1',
  name: 'Cllr One',
  hasPecuniaryInterest: true,
  discussed: true,
  voted: true,
  hadShownView: false,
};
const decision = { council: OLDHAM, takenOn: '2026-03-02', decidedBy: 'COMMITTEE' } as const;
const bars = (
  who: Partial<Participant>,
  dispensations: Dispensation[] = [],
  on: Partial<{ takenOn: string; decidedBy: 'CABINET_MEMBER' | 'COMMITTEE' }> = {},
) => {
  const answer = checkParticipation({ ...decision, ...on }, [{ ...person, ...who }], dispensations);
  return answer.ok ? [] : answer.problems.map((one) => one.rule?.section);
};

describe('a councillor with a disclosable pecuniary interest', () => {
  test('neither discusses nor votes without a dispensation', () => {
    expect(bars({})).toEqual(['s. 31(4)', 's. 31(4)']);
    expect(bars({ voted: false })).toEqual(['s. 31(4)']);
    expect(bars({ discussed: false, voted: false })).toEqual([]);
  });

  test.each<[string, Dispensation, string[]]>([
    ['that lifts both', dispensation, []],
    ['for the discussion only', { ...dispensation, restrictions: ['DISCUSSION'] }, ['s. 31(4)']],
    ['that ended the day before', { ...dispensation, until: '2026-03-01' }, ['s. 31(4)', 's. 31(4)']],
    ['that ends today', { ...dispensation, until: '2026-03-02' }, []],
    ['that begins tomorrow', { ...dispensation, from: '2026-03-03' }, ['s. 31(4)', 's. 31(4)']],
    ['taken back today', { ...dispensation, withdrawnOn: '2026-03-02' }, ['s. 31(4)', 's. 31(4)']],
    ['taken back tomorrow', { ...dispensation, withdrawnOn: '2026-03-03' }, []],
    ['of another councillor', { ...dispensation, councillor: 'c2' }, ['s. 31(4)', 's. 31(4)']],
    ['of another council', { ...dispensation, council: 'E08000005' }, ['s. 31(4)', 's. 31(4)']],
  ])('with a dispensation %s', (_what, given, expected) => {
    expect(bars({}, [given])).toEqual(expected);
  });

  test('decides nothing alone, and no dispensation lifts that', () => {
    expect(bars({}, [dispensation], { decidedBy: 'CABINET_MEMBER' })).toEqual(['s. 31(8)']);
  });

  test('is judged by the law of the day: before July 2012 this law did not hold', () => {
    expect(bars({}, [], { takenOn: '2012-06-30' })).toEqual([]);
    expect(bars({}, [], { takenOn: '2012-07-01' })).toHaveLength(2);
  });
});

test('a view shown before is no bar, and the record says by which law', () => {
  const answer = checkParticipation(
    decision,
    [{ ...person, hasPecuniaryInterest: false, hadShownView: true }],
    [],
  );
  expect(answer).toMatchObject({ ok: true, conflictsDeclared: [], notes: [{ rule: { section: 's. 25' } }] });
});

test('the record names who declared an interest and the dispensations relied on', () => {
  expect(checkParticipation(decision, [person], [dispensation])).toMatchObject({
    ok: true,
    conflictsDeclared: ['Cllr One'],
    dispensations: ['dispensation_1'],
  });
});

test('whoever has no interest is never barred', () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom('COMMITTEE', 'CABINET_MEMBER', 'OFFICER'),
      (discussed, voted, hadShownView, decidedBy) => {
        const free = { ...person, hasPecuniaryInterest: false, discussed, voted, hadShownView };
        expect(checkParticipation({ ...decision, decidedBy }, [free], []).ok).toBe(true);
      },
    ),
  );
});

describe('a dispensation is granted', () => {
  const request: DispensationRequest = {
    requestedInWriting: true,
    matter: 'the budget',
    ground: 'OTHERWISE_APPROPRIATE',
    restrictions: ['VOTE'],
    from: '2026-03-02',
    until: '2030-03-01',
  };
  const paths = (more: Partial<DispensationRequest>, executive = true) => {
    const answer = checkDispensation({ ...request, ...more }, executive);
    return answer.ok ? [] : answer.problems.map((one) => `${one.kind} ${one.path?.join('.')}`);
  };
  test.each<[string, Partial<DispensationRequest>, string[]]>([
    ['for four years to the day', {}, []],
    ['for a day more', { until: '2030-03-02' }, ['LimitExceeded until']],
    ['backwards', { until: '2026-03-01' }, ['InvalidInput until']],
    ['by word of mouth', { requestedInWriting: false }, ['Ineligible requestedInWriting']],
    ['for nothing', { matter: '', restrictions: [] }, ['InvalidInput matter', 'InvalidInput restrictions']],
    ['before the law', { from: '2012-06-30', until: '2012-07-31' }, ['InvalidInput from']],
    ['from a leap day', { from: '2028-02-29', until: '2032-02-28' }, []],
  ])('%s: %j', (_what, more, expected) => {
    expect(paths(more)).toEqual(expected);
  });

  test('for the whole executive only where there is one', () => {
    expect(paths({ ground: 'WHOLE_EXECUTIVE' })).toEqual([]);
    expect(paths({ ground: 'WHOLE_EXECUTIVE' }, false)).toEqual(['Ineligible ground']);
  });
});

test('a dispensation ends by time or is taken back, and then lifts nothing', () => {
  expect(dispensationStateOn(dispensation, '2026-12-31')).toBe('GRANTED');
  expect(dispensationStateOn(dispensation, '2027-01-01')).toBe('EXPIRED');
  expect(dispensationStateOn({ ...dispensation, withdrawnOn: '2026-06-01' }, '2027-01-01')).toBe('WITHDRAWN');
  expect(dispenses(dispensation, OLDHAM, 'c1', 'VOTE', '2027-01-01')).toBe(false);
  expect(DISPENSATION_LIFECYCLE.isFinal('EXPIRED') && DISPENSATION_LIFECYCLE.isFinal('WITHDRAWN')).toBe(true);
});

test('an interest is notified within 28 days, the first of them the day itself', () => {
  expect(notifyInterestBy('2026-05-07')).toBe('2026-06-03');
  expect(notifyInterestBy('2012-06-30')).toBeNull();
});
