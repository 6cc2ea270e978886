import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import type { Shape } from '../drawing/drawing.ts';
import { drawCharacter } from '../draw-character.ts';
import { characterPalette } from '../palette/character-palette.ts';
import { defaultCharacter } from '../parameters/default-character.ts';
import { mangaFills } from './manga-fill.ts';
import { toSvg } from './to-svg.ts';
import { tonePainter } from './tone-painter.ts';

const flat = (material: Shape['material']): Shape => ({
  role: 'flat',
  material,
  tone: 'flat',
  path: 'M0 0L1 0L1 1Z',
  opacity: 1,
});
const densityOf = (hairColor: string): number => {
  const fill = mangaFills(characterPalette({ ...defaultCharacter(), hairColor }))(flat('hair'));
  if (typeof fill === 'object' && fill !== null && 'density' in fill) return fill.density;
  return fill === 'black' ? 1 : 0;
};

test('the darker hair is, the darker it prints: black solid, blonde white, brown between', () => {
  const rising = ['white', 'pink', 'blue', 'brown', 'black'].map(densityOf);
  expect(rising).toEqual(rising.toSorted((a, b) => a - b));
  expect(rising[0]).toBe(0);
  expect(rising[4]).toBe(1);
});

test('a character in tones has no grey at twice the size of a dot’s edge but black, white and patterns', () => {
  const character = { ...defaultCharacter(), hairColor: 'brown' };
  const drawing = drawCharacter(character);
  const { paint, definitions } = tonePainter(characterPalette(character), { pixel: drawing.width / 512 });
  const svg = toSvg(drawing, { paint, definitions, width: 512 });
  const colours = new Set(
    [...svg.matchAll(/(?:fill|stop-color)="(#[0-9a-f]+)"/g)].map(([, colour]) => colour),
  );
  expect([...colours].toSorted()).toEqual(['#000000', '#ffffff']);
  // Every paint that is referred to is defined.
  for (const [, id] of svg.matchAll(/fill="url\(#(\w[\w-]*)\)"/g)) expect(svg).toContain(`id="${id}"`);
  const { pixels } = new Resvg(svg, { background: '#ffffff' }).render();
  expect(pixels.some((value, i) => i % 4 !== 3 && value !== pixels[i - (i % 4)])).toBe(false);
});
