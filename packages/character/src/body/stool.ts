import { outline } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import type { Figure } from './figure.ts';

/** Behind the legs, before arms that are behind the body. */
const stoolDepth = 26;

/** The bench of sitting poses: a broad seat under the hips on four legs. */
export function drawStool(figure: Figure): void {
  const { joints, ground, proportions: p } = figure.skeleton;
  const place = figure.scene.place;
  const [x, hip] = [
    (joints.hipLeft[0] + joints.hipRight[0]) / 2,
    (joints.hipLeft[1] + joints.hipRight[1]) / 2,
  ];
  const half = 196 * p.width;
  const top = hip + 34 * p.width;
  const thick = 26 * p.width;
  const sheet = figure.sheet('accessory', stoolDepth);
  const put = (points: readonly Point[]): Point[] => points.map(([px, py]) => place([x + px * half, py]));
  for (const [at, foot, tone] of [
    [-0.5, -0.56, 'shade'],
    [0.5, 0.56, 'shade'],
    [-0.78, -0.92, 'flat'],
    [0.78, 0.92, 'flat'],
  ] as const) {
    const low = tone === 'shade' ? ground - 14 * p.width : ground + 6 * p.width;
    const leg = put([
      [at - 0.07, top + thick * 0.6],
      [foot - 0.06, low],
      [foot + 0.06, low],
      [at + 0.07, top + thick * 0.6],
    ]);
    sheet.flat('leather', outline(leg.slice(0, 2), leg.slice(2)), { tone });
    for (const side of [leg.slice(0, 2), leg.slice(2)])
      sheet.line('leather', side, 0.9, { start: 0.8, end: 0.8 });
    sheet.line('leather', leg.slice(1, 3), 0.8, { start: 0.8, end: 0.8 });
  }
  const seat = put([
    [-1, top],
    [-0.7, top - thick * 0.8],
    [0, top - thick * 1.1],
    [0.7, top - thick * 0.8],
    [1, top],
  ]);
  const rim = put([
    [1, top],
    [0.98, top + thick * 0.7],
    [0.6, top + thick * 1.2],
    [0, top + thick * 1.4],
    [-0.6, top + thick * 1.2],
    [-0.98, top + thick * 0.7],
    [-1, top],
  ]);
  sheet.flat('leather', outline(seat, rim));
  sheet.shade(
    'leather',
    outline(
      rim,
      put([
        [-0.7, top + thick * 0.55],
        [0, top + thick * 0.75],
        [0.7, top + thick * 0.55],
      ]),
    ),
  );
  sheet.line('leather', seat, 1, { start: 0.8, end: 0.8 });
  sheet.line('leather', rim, 1, { start: 0.8, end: 0.8 });
}
