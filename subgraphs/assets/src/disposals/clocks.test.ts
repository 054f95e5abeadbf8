import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '@coop/shared/time';
import { clocksOf, noticeStateOn, type BidRequestFacts, type NoticeFacts } from './clocks.rules';

const asked = (receivedOn: string, state: BidRequestFacts['state'] = 'RECEIVED') => ({ receivedOn, state });
const notice = (receivedOn: string, otherwise: Partial<NoticeFacts> = {}): NoticeFacts => ({
  receivedOn,
  withdrawnOn: null,
  disposedOn: null,
  isByCurrentOwner: true,
  bidRequests: [],
  ...otherwise,
});

describe('the three clocks', () => {
  const anyDay = fc.integer({ min: 0, max: 18_000 }).map((days) => addDays('2012-09-21', days));

  it('run from the day of receipt, which counts', () => {
    expect(clocksOf('2026-03-02')).toEqual({
      interimMoratoriumEndsOn: '2026-04-12',
      fullMoratoriumEndsOn: '2026-09-01',
      protectedPeriodEndsOn: '2027-09-01',
    });
    expect(clocksOf('2026-08-31')).toMatchObject({
      fullMoratoriumEndsOn: '2027-02-28',
      protectedPeriodEndsOn: '2028-02-29',
    });
    expect(clocksOf('2028-02-29')).toMatchObject({
      fullMoratoriumEndsOn: '2028-08-28',
      protectedPeriodEndsOn: '2029-08-28',
    });
  });

  it('end in their order, and never earlier for a later notice', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const clocks = clocksOf(day);
        const next = clocksOf(addDays(day, 1));
        expect(day < clocks.interimMoratoriumEndsOn).toBe(true);
        expect(clocks.interimMoratoriumEndsOn < clocks.fullMoratoriumEndsOn).toBe(true);
        expect(clocks.fullMoratoriumEndsOn < clocks.protectedPeriodEndsOn).toBe(true);
        for (const end of Object.keys(clocks) as (keyof typeof clocks)[])
          expect(clocks[end] <= next[end]).toBe(true);
      }),
    );
  });

  it('pass through their states in order, whatever is asked and when', () => {
    const order = ['INTERIM_MORATORIUM', 'FULL_MORATORIUM', 'FREE_TO_DISPOSE', 'LAPSED'];
    fc.assert(
      fc.property(anyDay, fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 3 }), (day, offsets) => {
        const one = notice(day, { bidRequests: offsets.map((offset) => asked(addDays(day, offset))) });
        let before = -1;
        for (let offset = 0; offset < 600; offset += 17) {
          const at = order.indexOf(noticeStateOn(one, addDays(day, offset)) ?? '');
          expect(at).toBeGreaterThanOrEqual(Math.max(0, before));
          before = at;
        }
        expect(noticeStateOn(one, addDays(day, -1))).toBeNull();
      }),
      { numRuns: 20 },
    );
  });
});
