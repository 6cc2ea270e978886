import { describe, expect, it } from 'vitest';
import { catalogue } from '../parameters/catalogue.ts';
import { contains } from '../geometry/flatten.test-helper.ts';
import { contourReach, faceContour } from './face-contour.ts';
import { stage } from './stage.test-helper.ts';

const contourAt = (yaw: number) => {
  const { frame, shape } = stage({ yaw });
  return faceContour(frame, shape);
};

describe('the outline of a face', () => {
  it.each([0, 12, 30, 40])('is mirrored when a yaw of %i is', (yaw) => {
    const [there, back] = [contourAt(yaw), contourAt(-yaw)];
    for (const [i, [x, y]] of there.right.entries()) {
      const mirrored = back.left.toReversed()[i]!;
      expect(x - 256).toBeCloseTo(256 - mirrored[0]);
      expect(y).toBeCloseTo(mirrored[1]);
    }
  });

  it('meets in the chin, which is its lowest point and turns with the head', () => {
    for (const yaw of [-35, 0, 35]) {
      const { left, right, chin } = contourAt(yaw);
      expect(right.at(-1)).toBe(chin);
      expect(left[0]).toBe(chin);
      expect(Math.max(...[...left, ...right].map(([, y]) => y))).toBe(chin[1]);
      expect(Math.sign(Math.round(chin[0] - 256))).toBe(Math.sign(yaw));
    }
  });

  it('knows its reach at the height of any of its points', () => {
    const { frame, shape } = stage({ yaw: 25 });
    const { right, left } = faceContour(frame, shape);
    for (const [x, y] of right.slice(0, -1))
      expect(contourReach(frame, shape, 1, y - 256)).toBeCloseTo(x - 256);
    for (const [x, y] of left.slice(1)) expect(contourReach(frame, shape, -1, y - 256)).toBeCloseTo(256 - x);
  });

  it.each(catalogue.faceShape.options)(
    'contains the middle of the skull and no temple twice: %s',
    (faceShape) => {
      for (const yaw of [-40, 0, 40]) {
        const { frame, shape } = stage({ yaw, faceShape });
        const { left, right } = faceContour(frame, shape);
        expect(contains([...right, ...left], [256, 270])).toBe(true);
        expect(right[0]![0]).toBeGreaterThan(left.at(-1)![0]);
      }
    },
  );
});
