import { describe, expect, it } from 'vitest';
import { createHeadFrame, type HeadPose } from './head-frame.ts';

const frame = (pose: Partial<HeadPose> = {}) =>
  createHeadFrame({ yaw: 0, pitch: 0, roll: 0, origin: [100, 100], scale: 2, ...pose });

describe('a head', () => {
  it('seen from the front lies in the picture as it is', () => {
    expect(frame().at(10, 20, 30)).toEqual([120, 140]);
    expect(frame().turn).toBe(0);
  });

  it('turned to the right moves what is near to the right, and its right side away', () => {
    const turned = frame({ yaw: 30 });
    expect(turned.at(0, 0, 50)[0]).toBeGreaterThan(100);
    expect(turned.nearness(50, 0, 0)).toBeLessThan(turned.nearness(-50, 0, 0));
  });

  it('turned by as much to both sides is a mirror image', () => {
    const [left, right] = [frame({ yaw: -25 }), frame({ yaw: 25 })];
    const [a, b] = [left.at(-30, 10, 40), right.at(30, 10, 40)];
    expect(a[0] - 100).toBeCloseTo(100 - b[0]);
    expect(a[1]).toBeCloseTo(b[1]);
    expect(left.turn).toBeCloseTo(-right.turn);
  });

  it('is drawn less turned than its pose says, and fully turned at 40°', () => {
    expect(frame({ yaw: 40 }).yaw).toBeLessThan(40);
    expect(frame({ yaw: 40 }).turn).toBeCloseTo(1);
  });

  it('looking up raises what is near', () => {
    expect(frame({ pitch: 15 }).at(0, 20, 60)[1]).toBeLessThan(frame().at(0, 20, 60)[1]);
    expect(frame({ pitch: 15 }).lift).toBeGreaterThan(0);
  });

  it('rolls about the top of the neck, which stays where it is', () => {
    const neck = frame().flat(0, 88);
    const rolled = frame({ roll: 20 });
    expect(rolled.flat(0, 88)[0]).toBeCloseTo(100);
    expect(Math.hypot(rolled.flat(0, 0)[0] - 100, rolled.flat(0, 0)[1] - rolled.flat(0, 88)[1])).toBeCloseTo(
      Math.hypot(0, neck[1] - 100),
    );
    // Clockwise: the top of the head goes to the right.
    expect(rolled.flat(0, 0)[0]).toBeGreaterThan(100);
  });
});
