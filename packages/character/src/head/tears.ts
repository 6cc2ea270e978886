import type { Sheet } from '../drawing/sheet.ts';
import { spline } from '../geometry/curve.ts';
import { ellipse, outline } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import type { EyeFrame } from './eye-frame.ts';

/** Draws tears that well up on the lower lid or run down the cheek. */
export function drawTears(
  sheet: Sheet,
  eye: EyeFrame,
  lower: readonly Point[],
  kind: 'welling' | 'running',
): void {
  const rim = spline(eye.points(lower.map(([u, v]): Point => [u * 0.94, v])), 2);
  const bulge = spline(
    eye.points(lower.map(([u, v]): Point => [u * 0.9, v + 0.16 * (1 - u * u)])).toReversed(),
    2,
  );
  sheet.flat('tear', outline(rim, bulge), { opacity: 0.85 });
  if (kind !== 'running') return;
  for (const [u, width, length] of [
    [0.5, 0.17, 1.15],
    [-0.42, 0.12, 0.8],
  ] as const) {
    const left = spline(
      [
        eye.at(u - width, 0.86),
        eye.at(u - width * 1.05, 0.9 + length * 0.6),
        eye.at(u - width * 0.5, 0.9 + length),
      ],
      4,
    );
    const right = spline(
      [
        eye.at(u + width * 0.5, 0.9 + length),
        eye.at(u + width * 1.05, 0.9 + length * 0.6),
        eye.at(u + width, 0.86),
      ],
      4,
    );
    sheet.flat('tear', outline(left, right), { opacity: 0.8 });
    sheet.line('tear', left, 0.4);
    sheet.line('tear', right, 0.4);
    sheet.highlight(
      'tear',
      ellipse(
        eye.at(u + width * 0.15, 0.86 + length * 0.7),
        eye.halfWidth * width * 0.3,
        eye.halfHeight * 0.12,
      ),
    );
  }
}
