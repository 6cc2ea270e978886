import { describe, expect, it } from 'vitest';
import { depth } from '../drawing/depth.ts';
import type { Drawing } from '../drawing/drawing.ts';
import { drawHead } from '../head/draw-head.ts';
import { stage } from '../head/stage.test-helper.ts';
import { rasterize } from '../output/rasterize.test-helper.ts';
import { toSvg } from '../output/to-svg.ts';
import { catalogue, type Character } from '../parameters/catalogue.ts';
import { sampleCharacter } from '../parameters/sample-character.ts';

const SIZE = 256;
/** Fringes that are meant to hang over an eye. */
const covering: ReadonlySet<string> = new Set(['veil', 'asymmetric']);

/** Which of the pupils a character's fringe covers, measured in a picture of the fringe alone. */
function coveredPupils(wishes: Partial<Character>): string[] {
  const { scene, frame } = stage({ ...wishes, expression: 'neutral', gazeX: 0, gazeY: 0 });
  const { parts, keyPoints } = drawHead(scene, frame);
  const fringe = parts.filter(({ name, depth: at }) => name === 'hairFront' && at === depth.hairFront);
  const drawing: Drawing = { width: 512, height: 512, parts: fringe, keyPoints };
  const svg = toSvg(drawing, {
    paint: ({ role }) => (role === 'flat' ? '#000000' : null),
    width: SIZE,
    crisp: true,
  });
  const pixels = rasterize(svg, SIZE, SIZE);
  return ['eyeRight', 'eyeLeft'].filter((name) => {
    const [x, y] = keyPoints[name]!;
    return pixels[(Math.round(y / 2) * SIZE + Math.round(x / 2)) * 4 + 3]! > 0;
  });
}

describe('a fringe', () => {
  it('never covers a pupil while the head is not turned far, but where it is meant to', () => {
    for (let seed = 0; seed < 100; seed++) {
      const character = sampleCharacter(seed, { wishes: { yaw: { low: -25, high: 25 } } });
      if (!covering.has(character.fringe)) expect(coveredPupils(character), `seed ${seed}`).toEqual([]);
    }
  });

  it('covers one where it is meant to, as this test can see', () => {
    const found = Array.from({ length: 40 }, (_, i) =>
      coveredPupils({ fringe: 'veil', yaw: i - 20, seed: i }),
    );
    expect(found.some((names) => names.length > 0)).toBe(true);
  });

  it('has a shape of its own in every style, and keeps it', () => {
    const drawn = (fringe: Character['fringe']): string => {
      const { scene, frame } = stage({ fringe });
      const { parts } = drawHead(scene, frame);
      return JSON.stringify(parts.filter(({ name }) => name === 'hairFront').map(({ shapes }) => shapes));
    };
    const all = catalogue.fringe.options.map(drawn);
    expect(new Set(all).size).toBe(catalogue.fringe.options.length);
    expect(catalogue.fringe.options.map(drawn)).toEqual(all);
  });
});
