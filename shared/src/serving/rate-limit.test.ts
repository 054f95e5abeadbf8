import fc from 'fast-check';
import { FixedClock } from '../time';
import { addressAccount, RateLimiter } from '.';

test('a sixth of a minute’s requests may come at once, and the rest as time goes by', () => {
  const clock = new FixedClock('2026-03-02T09:00:00Z');
  const limiter = new RateLimiter(60, clock);
  const burst = Array.from({ length: 12 }, () => limiter.admit('a').admitted);
  expect(burst.filter(Boolean)).toHaveLength(10);
  expect(limiter.admit('a')).toEqual({ admitted: false, retryAfterSeconds: 1 });
  expect(limiter.admit('b').admitted).toBe(true);
  clock.advance(1_000);
  expect(limiter.admit('a').admitted).toBe(true);
  expect(limiter.admit('a').admitted).toBe(false);
});

test('a clock that is put back gives nothing away', () => {
  const clock = new FixedClock('2026-03-02T09:00:00Z');
  const limiter = new RateLimiter(6, clock);
  expect(limiter.admit('a').admitted).toBe(true);
  clock.advance(-3_600_000);
  expect(limiter.admit('a').admitted).toBe(false);
});

test('whoever waits as long as told is admitted', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000 }),
      fc.array(fc.nat(2_000), { maxLength: 50 }),
      (rate, waits) => {
        const clock = new FixedClock('2026-03-02T09:00:00Z');
        const limiter = new RateLimiter(rate, clock);
        for (const wait of waits) {
          clock.advance(wait);
          const admission = limiter.admit('a');
          if (admission.admitted) continue;
          clock.advance(admission.retryAfterSeconds * 1_000);
          expect(limiter.admit('a').admitted).toBe(true);
        }
      },
    ),
    { examples: [[5, [0, 2_000]]] },
  );
});

test('many callers do not fill the memory', () => {
  const limiter = new RateLimiter(6, new FixedClock('2026-03-02T09:00:00Z'));
  for (let i = 0; i < 50_001; i += 1) limiter.admit(String(i));
  expect(limiter.admit('50000').admitted).toBe(false);
  expect(limiter.admit('0').admitted).toBe(true);
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
])('the account of %s is %s', (address, account) => {
  expect(addressAccount(address)).toBe(account);
});
