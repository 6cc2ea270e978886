import type { FaceBox } from '@koma/core/plugin';
import { createImage } from '@koma/core/raster';
import { describe, expect, it } from 'vitest';
import { findFaces } from './find-faces.ts';
import { pageOfFaces, type Pasted } from './page-of-faces.test-helper.ts';

const quiet = { signal: new AbortController().signal, progress(): void {}, partial(): void {} };

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
      { seed: 2, x: 500, y: 330, side: 200 },
      { seed: 4, x: 760, y: 60, side: 700 },
      { seed: 6, x: 60, y: 500, side: 400 },
      { seed: 7, x: 1320, y: 830, side: 130 },
    ];
    const told: number[] = [];
    const progress = (share: number): void => void told.push(share);
    const parts: (readonly FaceBox[])[] = [];
    const partial = (found: readonly FaceBox[]): void => void parts.push(found);
    const page = await pageOfFaces(1500, 1000, busts);
    const faces = await findFaces(page, { ...quiet, progress, partial });
    for (const bust of busts)
      expect(
        faces.filter((face) => isOf(face, bust)),
        `bust ${bust.seed}`,
      ).toHaveLength(1);
    expect(faces.length).toBeLessThanOrEqual(busts.length + 1);
    expect(told.length).toBeGreaterThan(5);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    // What is known before the end: large faces first, at the end all.
    expect(parts.length).toBeGreaterThan(1);
    const first = parts.find((part) => part.length > 0)!;
    expect(first.some((face) => isOf(face, busts[2]!))).toBe(true);
    expect(first.some((face) => isOf(face, busts[0]!))).toBe(false);
    expect(parts.at(-1)).toEqual(faces);
  });

  it('sees a figure on a transparent ground as on paper', async () => {
    const page = await pageOfFaces(300, 300, [{ seed: 1, x: 20, y: 20, side: 256 }]);
    const clear = { ...page, data: new Uint8ClampedArray(page.data) };
    for (let p = 0; p < clear.data.length; p += 4)
      if (clear.data[p] === 255 && clear.data[p + 2] === 255) clear.data.fill(0, p, p + 4);
    expect(await findFaces(clear, quiet)).toEqual(await findFaces(page, quiet));
  });

  it('finds nothing in a blank page and in a strip', async () => {
    expect(await findFaces(createImage(1000, 700), quiet)).toEqual([]);
    expect(await findFaces(createImage(1, 2_100_000), quiet)).toEqual([]);
  });

  it('stops where it is cancelled', async () => {
    const controller = new AbortController();
    let told = 0;
    const progress = (): void => {
      if (++told === 2) controller.abort();
    };
    await expect(
      findFaces(createImage(1200, 900), { ...quiet, signal: controller.signal, progress }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(told).toBe(2);
  });
});
