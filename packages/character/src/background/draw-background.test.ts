import { describe, expect, it } from 'vitest';
import { createScene } from '../drawing/scene.ts';
import { pathBounds } from '../output/path-bounds.ts';
import { catalogue, type Character } from '../parameters/catalogue.ts';
import { defaultCharacter } from '../parameters/default-character.ts';
import { drawBackground } from './draw-background.ts';

const draw = (background: Character['background'], width = 512, height = 768) =>
  drawBackground(createScene({ ...defaultCharacter(1), background }, 1, [256, 320]), width, height);

describe('backgrounds', () => {
  it('draw nothing where none is wished', () => {
    expect(draw('none')).toEqual([]);
  });

  for (const kind of catalogue.background.options.filter((option) => option !== 'none'))
    it(`cover the whole picture with ${kind}, in ground colours behind everything`, () => {
      for (const [width, height] of [
        [512, 512],
        [512, 768],
        [300, 900],
      ] as const) {
        const parts = draw(kind, width, height);
        expect(parts.map(({ name, depth }) => [name, depth])).toEqual([['background', 0]]);
        const shapes = parts[0]!.shapes;
        expect(shapes[0]).toMatchObject({ role: 'flat', material: 'ground', opacity: 1 });
        expect(pathBounds(shapes[0]!.path)).toEqual({ left: 0, top: 0, right: width, bottom: height });
        for (const { path } of shapes) expect(path).toMatch(/^M[-\d. MLCZ]+Z$/);
      }
    });

  it('clip nothing, since clips cost time', () => {
    for (const kind of catalogue.background.options)
      for (const part of draw(kind)) expect(part.shapes.every(({ clip }) => clip === undefined)).toBe(true);
  });
});
