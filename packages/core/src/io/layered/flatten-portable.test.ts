import { expect, it } from 'vitest';
import { flattenPortable } from './flatten-portable.ts';
import { coverage, group, layer, picture, portable } from './portable.test-helper.ts';

const pixel = ({ width, data }: ReturnType<typeof picture>, x: number, y: number) =>
  Array.from(data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4));

it('a single picture comes out as it is, hidden colours too, across the borders of tiles', () => {
  const image = picture(600, 300, (x, y) => [x & 255, y & 255, x >> 8, (x ^ y) & 1 ? 255 : 0]);
  const flat = flattenPortable(portable(600, 300, [layer('a', image)]));
  expect(Buffer.compare(Buffer.from(flat.data), Buffer.from(image.data))).toBe(0);
});

it('draws layers where they lie, cut by the canvas, on every tile that they touch', () => {
  const paper = picture(520, 270, [255, 255, 255, 255]);
  const dot = picture(20, 20, [10, 20, 30, 255]);
  const nodes = [
    layer('paper', paper),
    layer('corner', dot, { x: 246, y: 250 }),
    layer('cut', dot, { x: -15, y: -15 }),
    layer('away', dot, { x: 520, y: 0 }),
  ];
  const flat = flattenPortable(portable(520, 270, nodes));
  for (let y = 0; y < 270; y++)
    for (let x = 0; x < 520; x++) {
      const inCorner = x >= 246 && x < 266 && y >= 250;
      const expected = inCorner || (x < 5 && y < 5) ? 10 : 255;
      if (flat.data[(y * 520 + x) * 4] !== expected) expect.unreachable(`${x}, ${y}`);
    }
});

it('a mask hides beyond its picture what it says, on tiles that its picture does not touch too', () => {
  const image = picture(600, 4, [9, 9, 9, 255]);
  const mask = { image: coverage(300, 4, () => 51), x: 1, y: 0, enabled: true } as const;
  const flat = (outside: 0 | 255, enabled = true) =>
    flattenPortable(portable(600, 4, [layer('a', image, { mask: { ...mask, outside, enabled } })]));
  expect([0, 1, 300, 301, 599].map((x) => pixel(flat(255), x, 3)[3])).toEqual([255, 51, 51, 255, 255]);
  expect([0, 1, 300, 301, 599].map((x) => pixel(flat(0), x, 3)[3])).toEqual([0, 51, 51, 0, 0]);
  expect([0, 1, 300, 301, 599].map((x) => pixel(flat(0, false), x, 3)[3])).toEqual([255, 255, 255, 255, 255]);
  const none = { ...mask, image: undefined, outside: 0 } as const;
  expect(pixel(flattenPortable(portable(600, 4, [layer('a', image, { mask: none })])), 5, 2)[3]).toBe(0);
});

it('clips, blends and groups', () => {
  const base = picture(4, 1, (x) => [200, 100, 50, x < 2 ? 255 : 0]);
  const shade = layer('shade', picture(4, 1, [128, 128, 128, 255]), { clip: true, blendMode: 'multiply' });
  const flat = flattenPortable(portable(4, 1, [group('g', [layer('base', base), shade], { opacity: 0.5 })]));
  expect(pixel(flat, 0, 0)).toEqual([100, 50, 25, 128]);
  expect(pixel(flat, 3, 0)).toEqual([0, 0, 0, 0]);
});
