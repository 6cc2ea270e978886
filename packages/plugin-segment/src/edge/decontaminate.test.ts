import { describe, expect, it } from 'vitest';
import { decontaminate } from './decontaminate.ts';
import { matte } from './matte.ts';
import { DEFAULT_MATTE } from './matte-options.ts';
import {
  BLACK,
  WHITE,
  cutScene,
  dots,
  drawScene,
  edgeError,
  ellipse,
  greyOf,
  labelsOf,
  over,
  plain,
  trueCoverage,
  type Colour,
  type Scene,
} from './scenes.test-helper.ts';

const GROUNDS: readonly Colour[] = [WHITE, BLACK, [200, 30, 60], [20, 220, 90]];
const drawn: Scene = {
  width: 64,
  height: 52,
  shape: ellipse(32, 26, 22, 15, 0.5),
  line: 3,
  ink: BLACK,
  fill: plain(WHITE),
  ground: plain(WHITE),
};
const page = { x: 0, y: 0, width: drawn.width, height: drawn.height };

/** The worst mean difference, over a few grounds, to a scene that was drawn before them. */
function halo(scene: Scene, mask: Uint8Array, freed = true): number {
  const picture = drawScene(scene);
  const cut = freed ? decontaminate(picture, mask) : { ...picture, data: picture.data.slice() };
  if (!freed) mask.forEach((value, at) => (cut.data[4 * at + 3] = value));
  return Math.max(
    ...GROUNDS.map((ground) => {
      const truth = over(cutScene(scene, 'subject', ground), ground);
      return edgeError(over(cut, ground), truth).mean;
    }),
  );
}

const exact = (scene: Scene): Uint8Array => Uint8Array.from(trueCoverage(scene, 'subject'), Math.round);

describe('decontaminate', () => {
  it('makes a cut-out look as if drawn before another ground, given the exact mask', () => {
    expect(halo(drawn, exact(drawn))).toBeLessThan(1.5);
    const colours: Scene = { ...drawn, line: 0, fill: plain([240, 190, 60]), ground: plain([30, 90, 200]) };
    expect(halo(colours, exact(colours))).toBeLessThan(2);
    const toned: Scene = { ...drawn, ground: dots(8, 1.7) };
    expect(halo(toned, exact(toned))).toBeLessThan(4);
  });

  it('does so with the mask made from the picture', () => {
    const picture = drawScene(drawn);
    const mask = matte(greyOf(picture), undefined, labelsOf(drawn), page, DEFAULT_MATTE);
    expect(halo(drawn, mask)).toBeLessThan(3);
  });

  it('is what takes the halo away', () => {
    expect(halo(drawn, exact(drawn), false)).toBeGreaterThan(10 * halo(drawn, exact(drawn)));
  });

  it('keeps the alpha it is given and every colour that is not shared', () => {
    const picture = drawScene(drawn);
    const mask = exact(drawn);
    const cut = decontaminate(picture, mask);
    mask.forEach((value, at) => {
      expect(cut.data[4 * at + 3]).toBe(value);
      const rgb = cut.data.slice(4 * at, 4 * at + 3);
      if (value === 255) expect(rgb).toEqual(picture.data.slice(4 * at, 4 * at + 3));
      if (value === 0) expect([...rgb]).toEqual([0, 0, 0]);
    });
  });

  it('does not free colours from a background that a feather only faded to', () => {
    const flat: Scene = { ...drawn, line: 0, fill: plain([120, 40, 40]) };
    const coverage = exact(flat);
    const labels = labelsOf(flat);
    for (const featherDirection of ['in', 'out', 'centre'] as const) {
      const settings = { ...DEFAULT_MATTE, feather: 6, featherDirection };
      const mask = matte(greyOf(drawScene(flat)), undefined, labels, page, settings);
      const cut = decontaminate(drawScene(flat), mask, { coverage });
      mask.forEach((value, at) => {
        if (value === 0) return;
        for (let channel = 0; channel < 3; channel++)
          expect(Math.abs(cut.data[4 * at + channel]! - [120, 40, 40][channel]!)).toBeLessThan(12);
      });
    }
  });

  it('multiplies the alpha that the picture has', () => {
    const picture = { width: 2, height: 1, data: Uint8ClampedArray.of(9, 8, 7, 100, 9, 8, 7, 0) };
    const cut = decontaminate(picture, Uint8Array.of(255, 255));
    expect([...cut.data]).toEqual([9, 8, 7, 100, 0, 0, 0, 0]);
  });

  it('refuses a mask of another size', () => {
    expect(() => decontaminate(drawScene(drawn), new Uint8Array(3))).toThrow(RangeError);
  });
});
