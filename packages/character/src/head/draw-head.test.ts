import { describe, expect, it } from 'vitest';
import { contains, flatten } from '../geometry/flatten.test-helper.ts';
import { sampleCharacter } from '../parameters/sample-character.ts';
import { drawHead } from './draw-head.ts';
import { stage } from './stage.test-helper.ts';

const features = [
  'eyeRight',
  'eyeRightInner',
  'eyeRightOuter',
  'eyeLeft',
  'eyeLeftInner',
  'eyeLeftOuter',
  'nose',
  'mouth',
  'mouthRight',
  'mouthLeft',
] as const;

describe('a drawn head', () => {
  it('keeps its features inside the face, however it is turned', () => {
    for (let seed = 0; seed < 150; seed++) {
      const character = sampleCharacter(seed, { spread: 'balanced' });
      const { scene, frame } = stage(character);
      const { parts, keyPoints } = drawHead(scene, frame);
      const skin = flatten(parts.find(({ name }) => name === 'face')!.shapes[0]!.path);
      const outside = features.filter((name) => !contains(skin, keyPoints[name]!));
      expect(outside, `seed ${seed}, yaw ${character.yaw}`).toEqual([]);
    }
  });

  it('has right and left as the character does: its left is the picture’s right', () => {
    const { scene, frame } = stage({ yaw: 0 });
    const { keyPoints, parts } = drawHead(scene, frame);
    expect(keyPoints['eyeLeft']![0]).toBeGreaterThan(keyPoints['eyeRight']![0]);
    expect(keyPoints['mouthLeft']![0]).toBeLessThan(keyPoints['eyeLeft']![0]);
    expect(parts.filter(({ name }) => name === 'eye').map(({ side }) => side)).toEqual(['right', 'left']);
  });

  it('is the same drawing every time', () => {
    const [a, b] = [1, 2].map(() => drawHead(stage({ yaw: 12 }).scene, stage({ yaw: 12 }).frame));
    expect(a!.parts).toEqual(b!.parts);
  });
});
