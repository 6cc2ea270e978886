import type { FaceBox } from '@koma/core/plugin';
import { createImage } from '@koma/core/raster';
import { describe, expect, it } from 'vitest';
import { findFaces } from './find-faces.ts';
import { pageOfFaces, type Pasted } from './page-of-faces.test-helper.ts';

const quiet = { signal: new AbortController().signal, progress(): void {} };

/** Whether a box is about the face of a bust: its middle lies in the middle of it. */
const isOf = (box: FaceBox, { x, y, side }: Pasted): boolean => {
  const [cx, cy] = [(box.x + box.width / 2 - x) / side, (box.y + box.height / 2 - y) / side];
  return cx > 0.3 && cx < 0.7 && cy > 0.25 && cy < 0.75 && box.width > side * 0.25 && box.width < side * 0.85;
};

describe('findFaces', () => {
  it('finds the faces of a small picture, the surest first', async () => {
    const busts = [
      { seed: 1, x: 10, y: 20, side: 256 },
      { seed: 4, x: 300, y: 40, side: 200 },
    ];
    const faces = await findFaces(await pageOfFaces(520, 300, busts), quiet);
    expect(faces).toHaveLength(2);
    for (const bust of busts) expect(faces.filter((face) => isOf(face, bust))).toHaveLength(1);
    expect(faces[0]!.score).toBeGreaterThanOrEqual(faces[1]!.score);
  });

  it('finds each face of a large page once: small ones, large ones, and those where tiles meet', async () => {
    const busts = [
      { seed: 1, x: 40, y: 60, side: 120 },
      { seed: 2, x: 930, y: 500, side: 220 },
      { seed: 4, x: 1300, y: 100, side: 1000 },
      { seed: 6, x: 300, y: 900, side: 500 },
      { seed: 7, x: 2100, y: 1230, side: 160 },
    ];
    const told: number[] = [];
    const progress = (share: number): void => void told.push(share);
    const faces = await findFaces(await pageOfFaces(2400, 1400, busts), { ...quiet, progress });
    for (const bust of busts)
      expect(
        faces.filter((face) => isOf(face, bust)),
        `bust ${bust.seed}`,
      ).toHaveLength(1);
    expect(faces.length).toBeLessThanOrEqual(busts.length + 1);
    expect(told.length).toBeGreaterThan(5);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });

  it('sees a figure on a transparent ground as on paper', async () => {
    const page = await pageOfFaces(300, 300, [{ seed: 1, x: 20, y: 20, side: 256 }]);
    const clear = { ...page, data: new Uint8ClampedArray(page.data) };
    for (let p = 0; p < clear.data.length; p += 4)
      if (clear.data[p] === 255 && clear.data[p + 2] === 255) clear.data.fill(0, p, p + 4);
    expect(await findFaces(clear, quiet)).toEqual(await findFaces(page, quiet));
  });

  it('finds nothing in a blank page and in a strip', async () => {
    expect(await findFaces(createImage(2000, 1100), quiet)).toEqual([]);
    expect(await findFaces(createImage(1, 2_100_000), quiet)).toEqual([]);
  });

  it('stops where it is cancelled', async () => {
    const controller = new AbortController();
    let told = 0;
    const progress = (): void => {
      if (++told === 2) controller.abort();
    };
    await expect(
      findFaces(createImage(2400, 2400), { signal: controller.signal, progress }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(told).toBe(2);
  });
});
