import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { characterRender } from './character-page.ts';
import { hardPage } from './hard/hard-page.ts';
import { prototypePage } from './prototype-page.ts';
import { Truth, type TestPage } from './test-page.ts';

test("set A is the prototype's, pixel for pixel", () => {
  for (const [seed, checksum, panels] of [
    [7, 2312875187, 8],
    [21, 3545736582, 6],
  ] as const) {
    const page = prototypePage(seed, 512, 750);
    const grey = Uint8Array.from({ length: 512 * 750 }, (_, i) => page.image.data[i * 4]!);
    expect(crc32(grey)).toBe(checksum);
    expect(page.panels).toHaveLength(panels);
  }
});

test('the first strokes say what is true', async () => {
  for (const page of [prototypePage(7, 600, 900), await hardPage(1, 500, 750), characterRender(3, 300)])
    for (const { box, truth, first } of page.panels) {
      expect(first.filter(({ label }) => label === 'fg')).toHaveLength(1);
      const isWrong = (label: string, [x, y]: readonly [number, number]): boolean =>
        truth[Math.floor(y - box.y) * box.width + Math.floor(x - box.x)] !==
        (label === 'fg' ? Truth.figure : Truth.ground);
      expect(first.flatMap(({ label, points }) => points.filter((point) => isWrong(label, point)))).toEqual(
        [],
      );
    }
});

test('a seed is a page', async () => {
  const same = (a: TestPage, b: TestPage): boolean => Buffer.compare(pixels(a), pixels(b)) === 0;
  expect(same(await hardPage(5, 300, 450), await hardPage(5, 300, 450))).toBe(true);
  expect(same(await hardPage(5, 300, 450), await hardPage(6, 300, 450))).toBe(false);
});

const pixels = ({ image }: TestPage): Buffer => Buffer.from(image.data.buffer);
