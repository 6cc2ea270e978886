import { randomStream } from '@koma/character';
import type { PageImage } from '@koma/lineart';
import { expect, test } from 'vitest';
import { prototypePage } from '../pages/prototype-page.ts';
import { withGap, withHalftone } from './changed-page.ts';

const page = prototypePage(7, 800, 1200);

/** Pixels that became darker and lighter. */
function changes(after: PageImage): { darker: number; lighter: number } {
  let [darker, lighter] = [0, 0];
  for (let p = 0; p < after.data.length; p += 4) {
    if (after.data[p]! < page.image.data[p]!) darker++;
    if (after.data[p]! > page.image.data[p]!) lighter++;
  }
  return { darker, lighter };
}

test('halftone adds ink', () => {
  const { image, changed } = withHalftone(page, randomStream(1, 'test'));
  expect(changed.length).toBeGreaterThan(0);
  const { darker, lighter } = changes(image);
  expect(lighter).toBe(0);
  expect(darker / changed.length).toBeGreaterThan(50);
});

test('a gap takes six pixels of a line away', () => {
  const { image, changed } = withGap(page, randomStream(1, 'test'));
  expect(changed.length).toBeGreaterThan(0);
  const { darker, lighter } = changes(image);
  expect(darker).toBe(0);
  // Lines are four or five pixels wide.
  expect(lighter / changed.length).toBeGreaterThan(15);
  expect(lighter / changed.length).toBeLessThan(60);
});
