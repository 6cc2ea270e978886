import { catalogue } from '@koma/character';
import type { FaceBox } from '@koma/core/plugin';
import { createImage } from '@koma/core/raster';
import { describe, expect, it } from 'vitest';
import { drawOptions } from './draw-options.ts';
import { findFaces } from './find-faces.ts';
import { likeFace } from './like-face.ts';
import { drawSvg } from './node-svg.test-helper.ts';
import { sampleOptions } from './sample-options.ts';

const quiet = { signal: new AbortController().signal, progress(): void {}, partial(): void {} };
const SHUT = new Set<unknown>(['happy', 'laugh']);
/** Seeds that nothing was tuned with. */
const SEEDS = Array.from({ length: 40 }, (_, i) => 7000 + i);

describe('likeFace', () => {
  it('tells the colours of most faces that are found, in two finishes', async () => {
    const right = { hairColor: 0, eyeColor: 0, skinColor: 0 };
    const seen = { hairColor: 0, eyeColor: 0, skinColor: 0 };
    for (const seed of SEEDS) {
      const options = sampleOptions(seed, { finish: seed % 2 ? 'cel' : 'soft' });
      const image = await drawOptions({ options, size: 320 }, drawSvg);
      const [face] = await findFaces(image, quiet);
      if (!face) continue;
      const wishes = likeFace(image, face);
      for (const name of ['hairColor', 'eyeColor', 'skinColor'] as const) {
        if (name === 'eyeColor' && SHUT.has(options['expression'])) continue;
        seen[name]++;
        if (wishes[name] === options[name]) right[name]++;
      }
    }
    expect(seen.skinColor).toBeGreaterThan(SEEDS.length * 0.8);
    // Of 13, 10 and 6 colours, some of which differ by a shade.
    expect(right.hairColor / seen.hairColor).toBeGreaterThan(0.8);
    expect(right.eyeColor / seen.eyeColor).toBeGreaterThan(0.75);
    expect(right.skinColor / seen.skinColor).toBeGreaterThan(0.8);
  });

  it('wishes only what characters can have', async () => {
    const image = await drawOptions({ options: sampleOptions(1, {}), size: 256 }, drawSvg);
    const faces: FaceBox[] = [
      { x: 60, y: 60, width: 120, height: 120, score: 1 },
      { x: -500, y: 900, width: 100, height: 100, score: 1 },
    ];
    const [wishes, none] = faces.map((face) => likeFace(image, face));
    expect(Object.keys(catalogue.hairColor.swatches)).toContain(wishes!['hairColor']);
    expect(sampleOptions(3, wishes!)).toMatchObject(wishes!);
    expect(none).toEqual({});
  });

  it('tells nothing of a transparent picture', () => {
    expect(likeFace(createImage(100, 100), { x: 20, y: 20, width: 60, height: 60, score: 1 })).toEqual({});
  });
});
