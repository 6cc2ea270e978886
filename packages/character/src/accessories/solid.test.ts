import { describe, expect, it } from 'vitest';
import { createHeadFrame } from '../head/head-frame.ts';
import { localFrame } from './local-frame.ts';
import { convexHull, cover, evenly, frontOf, silhouette } from './solid.ts';

const head = (yaw: number, pitch = 0) => createHeadFrame({ yaw, pitch, roll: 0, origin: [0, 0], scale: 1 });
const frameAt = (yaw: number, pitch = 0) =>
  localFrame(head(yaw, pitch), [0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]);

describe('solids of revolution', () => {
  it('have a hull without the points inside it', () => {
    expect(
      convexHull([
        [0, 0],
        [4, 0],
        [2, 1],
        [4, 4],
        [0, 4],
        [2, 2],
      ]),
    ).toEqual([
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
    ]);
  });

  it('know which of their sides faces the viewer', () => {
    expect(frontOf(frameAt(0))).toBeCloseTo(0);
    expect(frontOf(frameAt(30))).toBeCloseTo(-head(30).yaw);
  });

  it('are as wide and as high as their rings when seen from in front', () => {
    const points = silhouette(frameAt(0), [
      [10, 0],
      [10, 20],
    ]);
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    expect(Math.max(...xs) - Math.min(...xs)).toBeCloseTo(20, 0);
    expect(Math.max(...ys) - Math.min(...ys)).toBeCloseTo(20, 0);
  });

  it('open downwards along their front, from below as from above', () => {
    const rings = [
      [10, 0],
      [8, 10],
      [1, 14],
    ] as const;
    for (const pitch of [-20, 20]) {
      const { edge } = cover(frameAt(0, pitch), rings);
      const [side, front] = [edge[0]!, edge[6]!];
      expect(Math.sign(front[1] - side[1])).toBe(pitch > 0 ? -1 : 1);
      expect(front[0]).toBeCloseTo(0);
    }
  });

  it('are cut into even pieces', () => {
    expect(
      evenly(
        [
          [0, 0],
          [1, 0],
          [10, 0],
        ],
        6,
      ).map(([x]) => x),
    ).toEqual([0, 2, 4, 6, 8, 10]);
  });
});
