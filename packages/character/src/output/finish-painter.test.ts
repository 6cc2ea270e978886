import { expect, test } from 'vitest';
import { drawCharacter } from '../draw-character.ts';
import { characterPalette } from '../palette/character-palette.ts';
import { sampleCharacter } from '../parameters/sample-character.ts';
import { finishPainter } from './finish-painter.ts';
import { rasterize } from './rasterize.test-helper.ts';
import { toSvg } from './to-svg.ts';

const WIDTH = 96;

function pixels(finish: 'cel' | 'soft' | 'tone' | 'line') {
  const character = sampleCharacter(4, {
    wishes: { finish, blush: 1, backgroundColor: 'mint', background: 'plain' },
  });
  const drawing = drawCharacter(character);
  const paint = finishPainter(characterPalette(character), character, drawing.width / WIDTH);
  return rasterize(toSvg(drawing, { ...paint, width: WIDTH }), WIDTH, WIDTH);
}

/** How many colours cover at least two pixels. */
function colours(data: Uint8Array | Uint8ClampedArray): number {
  const counts = new Map<number, number>();
  for (let p = 0; p < data.length; p += 4) {
    const key = (data[p]! << 16) | (data[p + 1]! << 8) | data[p + 2]!;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts.values()].filter((count) => count > 1).length;
}

const isGrey = (data: Uint8Array | Uint8ClampedArray): boolean =>
  data.every((value, i) => i % 4 === 3 || value === data[i - (i % 4)]);

test('cel and soft are in colour, and soft has more tones', () => {
  expect(isGrey(pixels('cel'))).toBe(false);
  expect(isGrey(pixels('soft'))).toBe(false);
  expect(colours(pixels('soft'))).toBeGreaterThan(colours(pixels('cel')) * 1.3);
});

test('tone and line are black ink on white paper', () => {
  for (const finish of ['tone', 'line'] as const) {
    const data = pixels(finish);
    expect(isGrey(data)).toBe(true);
    expect(Math.min(...data)).toBe(0);
  }
  // A corner of the background is paper.
  expect([...pixels('line').subarray(0, 4)]).toEqual([255, 255, 255, 255]);
});
