import { describe, expect, it } from 'vitest';
import { TokenBucket } from './token-bucket.ts';

describe('TokenBucket', () => {
  it('lets a burst through, then as much as comes back', () => {
    let now = 0;
    const bucket = new TokenBucket({ burst: 3, perSecond: 10 }, () => now);
    expect([bucket.take(), bucket.take(2), bucket.take()]).toEqual([true, true, false]);
    now = 99;
    expect(bucket.take()).toBe(false);
    now = 100;
    expect(bucket.take()).toBe(true);
    now = 100_000;
    expect([bucket.take(3), bucket.take()]).toEqual([true, false]);
  });

  it('never gives more than the burst at once, and nothing back for a clock that falls', () => {
    let now = 1000;
    const bucket = new TokenBucket({ burst: 2, perSecond: 1 }, () => now);
    expect(bucket.take(2.5)).toBe(false);
    expect(bucket.take(2)).toBe(true);
    now = 0;
    expect(bucket.take(0.1)).toBe(false);
  });
});
