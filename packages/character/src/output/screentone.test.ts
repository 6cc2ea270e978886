import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { dotRadius, screentonePattern, tileSide, type Screentone } from './screentone.ts';

/** The red channel of a picture whose left half is filled through a transform and whose right half plainly. */
function halves(tone: Screentone, width: number, height: number): Uint8Array {
  const [scale, x, y] = [2.7, 13.3, -41.9];
  const inverse = `matrix(${1 / scale} 0 0 ${1 / scale} ${-x / scale} ${-y / scale})`;
  const left = `M${-x / scale} ${-y / scale}H${(width / 2 - x) / scale}V${(height - y) / scale}H${-x / scale}Z`;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<defs>${screentonePattern(tone, 'plain')}${screentonePattern(tone, 'placed', { transform: inverse })}</defs>` +
    `<g transform="matrix(${scale} 0 0 ${scale} ${x} ${y})"><path d="${left}" fill="url(#placed)"/></g>` +
    `<path d="M${width / 2} 0H${width}V${height}H${width / 2}Z" fill="url(#plain)"/></svg>`;
  const { pixels } = new Resvg(svg).render();
  return Uint8Array.from({ length: width * height }, (_, i) => pixels[i * 4] as number);
}

test.each(
  (['dots', 'lines'] as const).flatMap((kind) =>
    [0.1, 0.2, 0.3, 0.4, 0.5, 0.6].flatMap((density) =>
      [4.2, 5, 7.1].map((pitch): Screentone => ({ kind, density, pitch })),
    ),
  ),
)('$kind of $density at a pitch of $pitch cover that share of rendered pixels within 3 %', (tone) => {
  // A whole number of tiles, so that the edge does not count.
  const side = tileSide(tone) * 12;
  const plane = halves(tone, side * 2, side);
  const black = 1 - plane.reduce((sum, value) => sum + value, 0) / plane.length / 255;
  expect(Math.abs(black - tone.density)).toBeLessThan(0.03);
});

test('areas of one tone match across transforms: the grid is the page’s', () => {
  const tone: Screentone = { kind: 'dots', density: 0.3, pitch: 4.9 };
  const side = tileSide(tone) * 10;
  const plane = halves(tone, side * 2, side);
  let worst = 0;
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      worst = Math.max(
        worst,
        Math.abs((plane[y * side * 2 + x] as number) - (plane[y * side * 2 + x + side] as number)),
      );
    }
  expect(worst).toBeLessThan(26);
});

test('dots of a density cover it by the area of two circles a tile', () => {
  const r = dotRadius(0.25, 8);
  expect((2 * Math.PI * r * r) / 64).toBeCloseTo(0.25, 12);
});
