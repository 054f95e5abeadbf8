import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readHoldingType, readPostcode, readTenure, readTenureDetail, readUprn } from './register.rules';

describe('a UPRN', () => {
  it.each([
    ['100121228178', '100121228178'],
    ['7', '7'],
    ['  010012345678 ', '10012345678'],
    ['000000000001', '1'],
    ['', null],
    ['   ', null],
    [null, null],
  ])('%j reads as %j', (text, uprn) => {
    expect(readUprn(text)).toEqual({ ok: true, uprn });
  });

  it.each(['1234567890123', '12A', '1.0E+11', '-5', '0', '000', '١٢٣', '12 34'])('%j is refused', (text) => {
    expect(readUprn(text)).toMatchObject({ ok: false, problems: [{ kind: 'InvalidInput', path: ['uprn'] }] });
  });
});

describe('a postcode', () => {
  it.each([
    ['GL50 1DY\n', 'GL50 1DY', 'UNIT'],
    ['wa141pf', 'WA14 1PF', 'UNIT'],
    ['M1 1AE', 'M1 1AE', 'UNIT'],
    ['B33 8TH', 'B33 8TH', 'UNIT'],
    ['CR2 6XH', 'CR2 6XH', 'UNIT'],
    ['DN55 1PT', 'DN55 1PT', 'UNIT'],
    ['W1A 0AX', 'W1A 0AX', 'UNIT'],
    ['EC1A 1BB', 'EC1A 1BB', 'UNIT'],
    ['GIR 0AA', 'GIR 0AA', 'UNIT'],
    ['M31', 'M31', 'DISTRICT'],
    ['M31,', 'M31', 'DISTRICT'],
    ['', null, null],
    [null, null, null],
  ])('%j reads as %j, precise to %j', (text, postcode, precision) => {
    expect(readPostcode(text)).toEqual({ ok: true, postcode, precision });
  });

  it.each(['ABC', 'WA14 1P', 'WA14 1CC', 'Q1 1AA', '12345', 'Altrincham', 'WA14 1PF WA14'])(
    '%j is refused',
    (text) => {
      expect(readPostcode(text)).toMatchObject({ ok: false, problems: [{ path: ['postcode'] }] });
    },
  );

  it('is the same when read again', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = readPostcode(text);
        if (once.ok && once.postcode !== null) expect(readPostcode(once.postcode)).toEqual(once);
      }),
    );
  });
});

describe('the words of published registers', () => {
  it.each([
    ['Freehold', 'FREEHOLD'],
    ['Leasehold', 'LEASEHOLD'],
    ['', 'UNKNOWN'],
    [null, 'UNKNOWN'],
    ['Peppercorn', 'OTHER'],
    ['constructor', 'OTHER'],
  ])('tenure %j means %s', (text, tenure) => {
    expect(readTenure(text)).toBe(tenure);
  });

  it.each([
    ['Occupied by Local Authority', 'OCCUPIED_BY_COUNCIL'],
    ['Owner Occupied', 'OCCUPIED_BY_COUNCIL'],
    ['Leasehold out', 'LEASEHOLD'],
    ['Leasehold In', 'OTHER'],
    ['Ground leasehold', 'GROUND_LEASEHOLD'],
    ['Sub-leasehold', 'SUB_LEASEHOLD'],
    ['Vacant', 'VACANT'],
    ['', 'UNKNOWN'],
  ])('detail %j means %s', (text, detail) => {
    expect(readTenureDetail(text)).toBe(detail);
  });

  it.each([
    ['Land', 'LAND'],
    ['Buildings', 'BUILDING'],
    ['Land/Buildings', 'LAND_AND_BUILDING'],
    ['Land and Building', 'LAND_AND_BUILDING'],
    ['Ship', 'UNKNOWN'],
    [null, 'UNKNOWN'],
  ])('holding %j means %s', (text, type) => {
    expect(readHoldingType(text)).toBe(type);
  });
});
