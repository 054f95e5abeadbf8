import { PUBLIC_KINDS } from './organisation-kinds.law';
import { findSme, findVcse } from './organisation-facts.rules';

describe('whether an organisation is VCSE', () => {
  test.each([
    ['CHARITY', [], null, true],
    ['COMMUNITY_INTEREST_COMPANY', [], null, true],
    ['COUNCIL', [], true, false],
    ['COMPANY', [], null, null],
    ['COMPANY', [], true, true],
    ['COMPANY_LIMITED_BY_GUARANTEE', [{ scheme: 'GB-CHC', id: '1090095' }], null, true],
    ['COMPANY_LIMITED_BY_GUARANTEE', [{ scheme: 'GB-COH', id: '01234567' }], false, false],
    ['UNKNOWN', [], null, null],
  ] as const)('%s with %j, declared %s: %s', (kind, identifiers, declared, expected) => {
    expect(findVcse({ kind, identifiers, declared }).value).toBe(expected);
  });

  test('no kind is both public and VCSE', () => {
    for (const kind of PUBLIC_KINDS)
      expect(
        findVcse({ kind, identifiers: [{ scheme: 'GB-CHC', id: '1090095' }], declared: true }).value,
      ).toBe(false);
  });
});

describe('whether an organisation is an SME', () => {
  const size = {
    kind: 'COMPANY',
    staff: 100,
    turnover: 4_400_000_000,
    balanceSheet: null,
    currency: 'GBP',
  } as const;
  test.each([
    [size, '2026-01-01', true],
    [{ ...size, turnover: 4_400_000_001 }, '2026-01-01', null],
    [{ ...size, turnover: 4_400_000_001, balanceSheet: 3_800_000_001 }, '2026-01-01', false],
    [{ ...size, turnover: 4_400_000_001, balanceSheet: 3_800_000_000 }, '2026-01-01', true],
    [{ ...size, staff: 249 }, '2026-01-01', true],
    [{ ...size, staff: 250 }, '2026-01-01', false],
    [{ ...size, staff: null }, '2026-01-01', null],
    [size, '2025-02-23', null],
    [{ ...size, currency: 'EUR', turnover: 5_000_000_000 }, '2025-02-23', true],
    [{ ...size, staff: 250 }, '2025-02-23', false],
    [{ ...size, kind: 'COUNCIL' }, '2026-01-01', false],
    [size, '2004-12-31', null],
  ] as const)('%j on %s: %s', (evidence, day, expected) => {
    const finding = findSme(evidence, day);
    expect(finding.value).toBe(expected);
    expect(finding.because).not.toBe('');
  });
});
