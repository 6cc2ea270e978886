import { describe, expect, it } from 'vitest';
import { areaOf, contains, flatten } from '../geometry/flatten.test-helper.ts';
import { catalogue, type Character } from '../parameters/catalogue.ts';
import { faceContour } from './face-contour.ts';
import { drawMouth, type DrawnMouth } from './mouth.ts';
import { stage } from './stage.test-helper.ts';

function mouth(wishes: Partial<Character>): DrawnMouth {
  const { scene, frame, shape, expression } = stage(wishes);
  return drawMouth(scene, frame, shape, expression);
}
/** The area of the dark of a mouth. */
const opening = (drawn: DrawnMouth): number =>
  drawn.part.shapes
    .filter(({ material, role }) => material === 'mouth' && role === 'flat')
    .reduce((sum, { path }) => sum + areaOf(flatten(path)), 0);

describe('a mouth', () => {
  it.each(catalogue.expression.options)('%s lies on the face at any yaw', (expression) => {
    for (const openMouth of [0, 1])
      for (const yaw of [-40, 0, 40]) {
        const { frame, shape } = stage({ yaw });
        const { left, right } = faceContour(frame, shape);
        const face = [...right, ...left, frame.flat(0, -98)];
        const { part, centre, corners } = mouth({ expression, openMouth, yaw });
        for (const point of [centre, ...corners]) expect(contains(face, point)).toBe(true);
        // What a clip cuts off is not seen.
        for (const { path, clip } of part.shapes)
          if (clip === undefined)
            for (const point of flatten(path)) expect(contains(face, point), `yaw ${yaw}`).toBe(true);
        expect(corners[0][0]).toBeLessThan(centre[0]);
        expect(corners[1][0]).toBeGreaterThan(centre[0]);
      }
  });

  it('opens as far as it is told to', () => {
    for (const expression of ['smile', 'neutral'] as const) {
      const areas = [0, 0.4, 1].map((openMouth) => opening(mouth({ expression, openMouth })));
      expect(areas[0]).toBe(0);
      expect(areas[1]).toBeGreaterThan(20);
      expect(areas[2]).toBeGreaterThan(areas[1]! * 1.2);
    }
  });

  it('shows a fang where the character has one', () => {
    for (const expression of ['smile', 'laugh'] as const) {
      const teeth = (fang: boolean): number =>
        mouth({ expression, fang }).part.shapes.filter(({ material }) => material === 'teeth').length;
      expect(teeth(true)).toBe(teeth(false) + 1);
    }
  });
});
