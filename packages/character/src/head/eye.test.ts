import { describe, expect, it } from 'vitest';
import type { Shape } from '../drawing/drawing.ts';
import { contains, flatten } from '../geometry/flatten.test-helper.ts';
import { distance } from '../geometry/point.ts';
import { catalogue, type Character } from '../parameters/catalogue.ts';
import { sampleCharacter } from '../parameters/sample-character.ts';
import { drawEye, type DrawnEye } from './eye.ts';
import { stage } from './stage.test-helper.ts';

/** Both eyes, the character's right one (the picture's left) first. */
function eyes(wishes: Partial<Character>): [DrawnEye, DrawnEye] {
  const { scene, frame, shape, expression } = stage(wishes);
  return [drawEye(scene, frame, shape, expression, -1), drawEye(scene, frame, shape, expression, 1)];
}
const whiteOf = ({ part }: DrawnEye): Shape | undefined =>
  part.shapes.find(({ material, role }) => material === 'sclera' && role === 'flat');
const width = ({ inner, outer }: DrawnEye): number => distance(inner, outer);

describe('a pair of eyes', () => {
  it('is as wide on both sides from the front', () => {
    const [right, left] = eyes({ yaw: 0 });
    expect(width(left)).toBeCloseTo(width(right));
  });

  it.each(catalogue.eyeShape.options)('is narrower on the far side of a turned head: %s', (eyeShape) => {
    // Turned to the picture's right, the character's left eye is the far one.
    const [near, far] = eyes({ eyeShape, yaw: 30 });
    expect(width(far)).toBeLessThan(width(near) * 0.85);
    const [farther, nearer] = eyes({ eyeShape, yaw: -30 });
    expect(width(farther)).toBeCloseTo(width(far));
    expect(width(nearer)).toBeCloseTo(width(near));
  });
});

/** What is inside of an eye: seen only within the white. */
const inner = new Set(['iris', 'irisLeft', 'sparkle']);

describe('an open eye', () => {
  it.each(catalogue.eyeShape.options)('has its iris and its lights within the white: %s', (eyeShape) => {
    for (let seed = 0; seed < 40; seed++)
      for (const eye of eyes({ ...sampleCharacter(seed, { spread: 'balanced' }), eyeShape })) {
        const white = whiteOf(eye);
        if (white === undefined) continue;
        for (const shape of eye.part.shapes)
          if (inner.has(shape.material)) expect(shape.clip, `seed ${seed}`).toBe(white.path);
      }
  });

  it('looks where it is told to, out of its white', () => {
    for (let seed = 0; seed < 60; seed++)
      for (const gazeX of [-1, 0, 1])
        for (const eye of eyes({ ...sampleCharacter(seed), gazeX, gazeY: 0, expression: 'neutral' }))
          expect(contains(flatten(whiteOf(eye)!.path), eye.iris!), `seed ${seed}, gaze ${gazeX}`).toBe(true);
    const at = (gazeX: number): number[] =>
      eyes({ gazeX, expression: 'neutral' }).map(({ iris }) => iris![0]);
    for (const [i, x] of at(0).entries()) {
      expect(at(1)[i]).toBeGreaterThan(x);
      expect(at(-1)[i]).toBeLessThan(x);
    }
  });
});

describe('a shut eye', () => {
  it('has neither white nor iris', () => {
    for (const eye of eyes({ expression: 'laugh' })) {
      expect(whiteOf(eye)).toBeUndefined();
      expect(eye.iris).toBeUndefined();
      expect(eye.part.shapes.filter(({ material }) => inner.has(material))).toEqual([]);
    }
  });

  it('is one of two in a wink', () => {
    const [right, left] = eyes({ expression: 'wink' });
    expect([whiteOf(right) === undefined, whiteOf(left) === undefined]).toEqual([false, true]);
  });
});
