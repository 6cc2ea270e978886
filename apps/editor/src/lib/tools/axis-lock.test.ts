import { describe, expect, it } from 'vitest';
import { AxisLock } from './axis-lock.ts';

describe('AxisLock', () => {
  it('lets everything pass while Shift is up', () => {
    const lock = new AxisLock();
    expect(lock.constrain({ x: 1, y: 2 }, false, 5)).toEqual({ x: 1, y: 2 });
    expect(lock.constrain({ x: 9, y: -3 }, false, 5)).toEqual({ x: 9, y: -3 });
  });
  it('waits for a direction and then stays on the line from where Shift went down', () => {
    const lock = new AxisLock();
    lock.constrain({ x: 10, y: 10 }, false, 5);
    expect(lock.constrain({ x: 12, y: 13 }, true, 5)).toBeUndefined();
    expect(lock.constrain({ x: 11, y: 17 }, true, 5)).toEqual({ x: 10, y: 17 });
    expect(lock.constrain({ x: 60, y: 18 }, true, 5)).toEqual({ x: 10, y: 18 });
  });
  it('begins anew from the line when Shift is pressed again', () => {
    const lock = new AxisLock();
    lock.constrain({ x: 0, y: 0 }, false, 5);
    lock.constrain({ x: 20, y: 3 }, true, 5);
    lock.constrain({ x: 22, y: 4 }, false, 5);
    expect(lock.constrain({ x: 23, y: 30 }, true, 5)).toEqual({ x: 22, y: 30 });
  });
  it('keeps pressure and time of what passes', () => {
    const lock = new AxisLock();
    lock.constrain({ x: 0, y: 0, pressure: 1, time: 1 }, false, 1);
    expect(lock.constrain({ x: 8, y: 1, pressure: 0.3, time: 9 }, true, 1)).toEqual({
      x: 8,
      y: 0,
      pressure: 0.3,
      time: 9,
    });
  });
});
