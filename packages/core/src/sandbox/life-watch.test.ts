import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LifeWatch } from './life-watch.ts';

describe('LifeWatch', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const watching = () => {
    const [ping, stuck] = [vi.fn<() => void>(), vi.fn<() => void>()];
    const watch = new LifeWatch({ limits: { startMs: 10, silenceMs: 100, idleMs: 30 }, ping, stuck });
    return { watch, ping, stuck };
  };

  it('gives each phase its time, counted from the last sign of life', () => {
    const { watch, stuck } = watching();
    watch.starts();
    vi.advanceTimersByTime(9);
    watch.works();
    vi.advanceTimersByTime(99);
    watch.works();
    vi.advanceTimersByTime(99);
    expect(stuck).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(stuck).toHaveBeenCalledOnce();
  });

  it('asks an idle one again and again, and gives up where it does not answer', () => {
    const { watch, ping, stuck } = watching();
    watch.asks();
    watch.idles();
    vi.advanceTimersByTime(30);
    expect(ping).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(30);
    expect(stuck).toHaveBeenCalledOnce();
  });

  it('lets it rest', () => {
    const { watch, stuck } = watching();
    watch.works();
    watch.rests();
    vi.advanceTimersByTime(1000);
    expect(stuck).not.toHaveBeenCalled();
  });
});
