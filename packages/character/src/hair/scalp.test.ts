import { describe, expect, it } from 'vitest';
import { stage } from '../head/stage.test-helper.ts';
import type { Character } from '../parameters/catalogue.ts';
import { createScalp, type Scalp } from './scalp.ts';

function scalpOf(wishes: Partial<Character> = {}): Scalp {
  const { frame, character } = stage(wishes);
  return createScalp(frame, character);
}

describe('the scalp', () => {
  it('has its crown on top, and the widest circle below it', () => {
    const scalp = scalpOf();
    const [crown, side] = [scalp.at(0, 0), scalp.at(90, 1)];
    expect(crown[0]).toBeCloseTo(256);
    expect(crown[1]).toBeLessThan(side[1]);
    expect(side[0] - 256).toBeCloseTo(scalp.rx);
  });

  it('hangs straight down below that circle, 100 units a fall', () => {
    const scalp = scalpOf();
    const [from, to] = [scalp.at(60, 1), scalp.at(60, 2)];
    expect(to[0]).toBeCloseTo(from[0]);
    expect(to[1] - from[1]).toBeCloseTo(100);
  });

  it('is the same on both sides', () => {
    const scalp = scalpOf({ pitch: 8 });
    const [left, right] = [scalp.at(-50, 0.7), scalp.at(50, 0.7)];
    expect(right[0] - 256).toBeCloseTo(256 - left[0]);
    expect(right[1]).toBeCloseTo(left[1]);
  });

  it('faces the viewer in front and not at the back, and turns with the head', () => {
    expect(scalpOf().faces(0)).toBe(true);
    expect(scalpOf().faces(180)).toBe(false);
    expect(scalpOf({ yaw: 40 }).faces(75)).toBe(false);
    expect(scalpOf({ yaw: 40 }).faces(-75)).toBe(true);
  });

  it.each([
    [0, 0, 0],
    [35, 0, 0],
    [-20, 12, 9],
  ])('lies inside its rim at yaw %i, pitch %i, roll %i', (yaw, pitch, roll) => {
    const scalp = scalpOf({ yaw, pitch, roll });
    const rim = scalp.rim(0, 360, 181);
    const middle = scalp.frame.at(0, scalp.y, scalp.z);
    const angle = ([x, y]: readonly [number, number]): number => Math.atan2(y - middle[1], x - middle[0]);
    const reach = ([x, y]: readonly [number, number]): number => Math.hypot(x - middle[0], y - middle[1]);
    let widest = 0;
    for (let azimuth = -180; azimuth < 180; azimuth += 6)
      for (const fall of [0.2, 0.6, 0.95]) {
        const point = scalp.at(azimuth, fall);
        const nearest = rim.reduce((best, candidate) =>
          Math.abs(angle(candidate) - angle(point)) < Math.abs(angle(best) - angle(point)) ? candidate : best,
        );
        const part = reach(point) / reach(nearest);
        widest = Math.max(widest, part);
        expect(part, `${azimuth}° ${fall}`).toBeLessThan(1.012);
      }
    // And the rim is the outline, not something around it.
    expect(widest).toBeGreaterThan(0.97);
  });
});
