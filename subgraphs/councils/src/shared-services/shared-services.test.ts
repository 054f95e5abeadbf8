import fc from 'fast-check';
import { SHARED_SERVICE_LIFECYCLE } from './shared-service.lifecycle';
import {
  annualSaving,
  checkSharedService,
  checkStart,
  costShares,
  savingByPartner,
  type SharedServiceTerms,
} from './shared-services.rules';

const terms: SharedServiceTerms = {
  service: 'Legal services',
  lead: 'E09000013',
  partners: [
    { council: 'E09000013', weight: 1 },
    { council: 'E09000020', weight: 1 },
    { council: 'E09000033', weight: 1 },
  ],
  baselineCostPence: 100_000_00,
  presentCostPence: 66_666_66,
};
const paths = (more: Partial<SharedServiceTerms>) => {
  const decision = checkSharedService({ ...terms, ...more });
  return decision.ok ? [] : decision.problems.map((one) => `${one.kind} ${one.path?.join('.')}`);
};

test.each<[string, Partial<SharedServiceTerms>, string[]]>([
  ['in thirds', {}, []],
  [
    'that one partner pays for',
    {
      partners: [
        { council: 'E09000013', weight: 1 },
        { council: 'E09000020', weight: 0 },
      ],
    },
    [],
  ],
  ['without a name', { service: '' }, ['InvalidInput service']],
  ['alone', { partners: [{ council: 'E09000013', weight: 1 }] }, ['InvalidInput partners']],
  ['led from outside', { lead: 'E08000004' }, ['InvalidInput lead']],
  [
    'with a council twice',
    { partners: [...terms.partners, terms.partners[1]!] },
    ['InvalidInput partners.3.council'],
  ],
  [
    'by parts of a weight',
    { partners: [terms.partners[0]!, { council: 'E09000020', weight: 0.5 }] },
    ['InvalidInput partners.1.weight'],
  ],
  [
    'by huge weights',
    { partners: [terms.partners[0]!, { council: 'E09000020', weight: 10_001 }] },
    ['LimitExceeded partners.1.weight'],
  ],
  [
    'that nobody pays for',
    { partners: terms.partners.map((one) => ({ ...one, weight: 0 })) },
    ['InvalidInput partners'],
  ],
  [
    'at a negative cost',
    { baselineCostPence: -1, presentCostPence: -1 },
    ['InvalidInput baselineCostPence', 'InvalidInput presentCostPence'],
  ],
])('a service %s: %j', (_what, more, expected) => {
  expect(paths(more)).toEqual(expected);
});

test('the saving is what it cost less what it costs, and its parts add up to the penny', () => {
  expect(annualSaving(terms)).toBe(33_333_34);
  expect(savingByPartner(terms)!.map((one) => one.pence)).toEqual([11_111_12, 11_111_11, 11_111_11]);
});

test('a service that costs more saves a negative sum; one that does not run saves nothing yet', () => {
  expect(annualSaving({ baselineCostPence: 1, presentCostPence: 3 })).toBe(-2);
  expect(annualSaving({ baselineCostPence: 1, presentCostPence: null })).toBeNull();
  expect(savingByPartner({ ...terms, presentCostPence: null })).toBeNull();
});

test('whatever the weights, shares add up to one and parts of the saving to the saving', () => {
  const weights = fc.array(fc.nat(10_000), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(weights, fc.maxSafeNat(), fc.maxSafeNat(), (list, baselineCostPence, presentCostPence) => {
      fc.pre(list.some((weight) => weight > 0));
      const partners = list.map((weight, at) => ({ council: `E0900000${at}`, weight }));
      const parts = savingByPartner({ ...terms, partners, baselineCostPence, presentCostPence })!;
      expect(parts.reduce((sum, part) => sum + BigInt(part.pence), 0n)).toBe(
        BigInt(baselineCostPence - presentCostPence),
      );
      expect(costShares(partners).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    }),
  );
});

test('a service starts once its cost is known, and ends for good', () => {
  expect(checkStart(terms, '2026-04-01', null).ok).toBe(true);
  expect(checkStart({ ...terms, presentCostPence: null }, '2026-04-01', '2026-03-31')).toMatchObject({
    problems: [{ path: ['presentCostPence'] }, { path: ['endsOn'] }],
  });
  expect(SHARED_SERVICE_LIFECYCLE.move('start', 'PROPOSED')).toBe('RUNNING');
  expect(SHARED_SERVICE_LIFECYCLE.permit('start', 'ENDED').ok).toBe(false);
  expect(SHARED_SERVICE_LIFECYCLE.isFinal('ENDED')).toBe(true);
});
