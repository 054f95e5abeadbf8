import fc from 'fast-check';
import { IDENTIFIER_SCHEMES } from './identifier-schemes';
import {
  identifies,
  normaliseIdentifier,
  orderIdentifiers,
  orgIdOf,
  parseOrgId,
  sharedIdentities,
  writeOrgId,
  type Identifier,
} from './identifiers.rules';

const normal = (scheme: string, id: string) => {
  const decision = normaliseIdentifier(scheme, id);
  return decision.ok ? decision.identifier.id : null;
};

describe('numbers are brought to the normal form of their register', () => {
  test.each([
    ['GB-COH', '1234567', '01234567'],
    ['gb-coh', ' 0123 4567 ', '01234567'],
    ['GB-COH', 'sc42386', 'SC042386'],
    ['GB-COH', 'OC301234', 'OC301234'],
    ['GB-COH', 'NI670060', 'NI670060'],
    ['GB-COH', 'IP31138', 'IP031138'],
    ['GB-COH', 'ip27702r', 'IP27702R'],
    ['GB-COH', 'R0000123', 'R0000123'],
    ['GB-COH', 'COH-7010258', '07010258'],
    ['GB-CHC', '1090095', '1090095'],
    ['GB-CHC', 'CHC-275936', '275936'],
    ['GB-CHC', '0275936', '275936'],
    ['GB-CHC', '1090095-01', '1090095-1'],
    ['GB-CHC', '1090095-0', '1090095'],
    ['GB-SC', '42386', 'SC042386'],
    ['GB-SC', 'sc042386', 'SC042386'],
    ['GB-NIC', 'NIC100019', '100019'],
    ['GB-MPR', '31455r', '31455R'],
    ['GB-MPR', 'IP31455', 'IP031455'],
    ['GB-MPR', '235C', '235C'],
    ['GB-LAE', 'old', 'OLD'],
    ['GB-LAE', 'GMCA', 'GMCA'],
    ['GB-NHS', 'NHS-RT2', 'RT2'],
    ['GB-UKPRN', '10000346', '10000346'],
  ])('%s %s is %s', (scheme, id, expected) => {
    expect(normal(scheme, id)).toBe(expected);
  });
});

describe('what is no number of the register is refused, saying how one looks', () => {
  test.each([
    ['GB-COH', '0'],
    ['GB-COH', '123456789'],
    ['GB-COH', 'XX123456'],
    ['GB-COH', 'SC1234567'],
    ['GB-COH', 'SC12345R'],
    ['GB-COH', ''],
    ['GB-CHC', '12345'],
    ['GB-CHC', '12345678'],
    ['GB-CHC', 'n/a'],
    ['GB-SC', '0'],
    ['GB-LAE', 'OLDHAM'],
    ['GB-UKPRN', '20000346'],
    ['GB-ZZZ', '1'],
    ['__proto__', '1'],
  ])('%s %s', (scheme, id) => {
    expect(normaliseIdentifier(scheme, id)).toMatchObject({
      ok: false,
      problems: [{ kind: 'InvalidInput' }],
    });
  });
});

test('normalising twice changes nothing, and an org-id reads back as written', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(IDENTIFIER_SCHEMES)),
      fc.oneof(fc.stringMatching(/^[A-Z]{0,2}\d{1,8}[RB]?$/), fc.string({ maxLength: 12 })),
      (scheme, id) => {
        const first = normaliseIdentifier(scheme, id);
        fc.pre(first.ok);
        if (!first.ok) return;
        expect(normal(scheme, first.identifier.id)).toBe(first.identifier.id);
        expect(parseOrgId(writeOrgId(first.identifier))).toEqual(first);
      },
    ),
    { numRuns: 500 },
  );
});

test('an org-id is read whatever its case and padding', () => {
  expect(parseOrgId('gb-coh-1234567')).toMatchObject({ identifier: { scheme: 'GB-COH', id: '01234567' } });
  expect(parseOrgId('GB-SC-SC042386')).toMatchObject({ identifier: { scheme: 'GB-SC', id: 'SC042386' } });
  expect(parseOrgId('COH-1').ok).toBe(false);
});

const charity: Identifier = { scheme: 'GB-CHC', id: '1090095' };
const company: Identifier = { scheme: 'GB-COH', id: '04298930' };
const account: Identifier = { scheme: 'GB-CFS', id: '123' };

test('the org-id is the number in the most telling register, and never an account', () => {
  expect(orgIdOf([account, charity, company])).toBe('GB-COH-04298930');
  expect(orgIdOf([account])).toBeNull();
  expect(orderIdentifiers([account, charity, company, charity])).toEqual([company, charity, account]);
});

test('records join by numbers of registers, never by supplier accounts', () => {
  expect(sharedIdentities([company, account], [account, company])).toEqual([company]);
  expect(sharedIdentities([account], [account])).toEqual([]);
  expect(identifies(account)).toBe(false);
});
