import { describe, expect, it } from 'vitest';
import { sampleCharacter } from '../parameters/sample-character.ts';
import { defaultCharacter } from '../parameters/default-character.ts';
import { faceShape } from './face-shape.ts';

const base = defaultCharacter(1);

describe('the measures of a face', () => {
  it('are in order from brow to chin, whoever it is', () => {
    for (let seed = 0; seed < 300; seed++) {
      const { browY, eyeY, noseY, mouthY, chin } = faceShape(sampleCharacter(seed, { spread: 'balanced' }));
      const heights = [browY, eyeY, noseY, mouthY, chin];
      expect(heights, `seed ${seed}`).toEqual(heights.toSorted((a, b) => a - b));
    }
  });

  it('leave room between the eyes, and beside them', () => {
    for (let seed = 0; seed < 300; seed++) {
      const { eyeX, eyeWidth, halfWidth } = faceShape(sampleCharacter(seed, { spread: 'balanced' }));
      expect(eyeX - eyeWidth, `seed ${seed}`).toBeGreaterThan(2);
      expect(eyeX + eyeWidth, `seed ${seed}`).toBeLessThan(halfWidth);
    }
  });

  it('give children larger and lower eyes than adults', () => {
    const [child, adult] = (['child', 'adult'] as const).map((age) => faceShape({ ...base, age }));
    expect(child!.eyeHeight).toBeGreaterThan(adult!.eyeHeight);
    expect(child!.eyeY).toBeGreaterThan(adult!.eyeY);
  });

  it('give boys a broader jaw and less tall eyes', () => {
    const [girl, boy] = (['girl', 'boy'] as const).map((gender) => faceShape({ ...base, gender }));
    expect(boy!.jaw).toBeGreaterThan(girl!.jaw);
    expect(boy!.eyeHeight).toBeLessThan(girl!.eyeHeight);
  });
});
