import type { Sheet } from '../../drawing/sheet.ts';
import { spline } from '../../geometry/curve.ts';
import { blob, outline } from '../../geometry/path.ts';
import type { Point } from '../../geometry/point.ts';
import type { Material } from '../../palette/material.ts';
import type { LocalFrame } from '../local-frame.ts';
import { around } from '../solid.ts';

/** A bow in a frame's plane. */
export interface BowShape {
  /** Length of one loop, head units. */
  readonly size: number;
  /** Length of the tails relative to the loops; 0 for none. */
  readonly tails: number;
  readonly material?: Material;
  /** How far the loops point up, as a fraction of their length. */
  readonly perk?: number;
}

/** Draws a bow of two loops, a knot and two tails. */
export function drawBow(sheet: Sheet, frame: LocalFrame, far: 1 | -1, shape: BowShape): void {
  const { size, tails, material = 'ornament', perk = 0.12 } = shape;
  // Loops stand off the hair in the middle.
  const put = (points: readonly Point[], sign: 1 | -1): Point[] =>
    points.map(([u, v]) => frame.at(u * size * sign, v * size, (1 - Math.abs(u)) * size * 0.16));
  const signs = [-1, 1] as const;
  if (tails > 0)
    for (const sign of signs) {
      const inner = put(
        [
          [0.02, 0.08],
          [0.1, 0.5 * tails],
          [0.2, 0.98 * tails],
        ],
        sign,
      );
      const notch = put(
        [
          [0.2, 0.98 * tails],
          [0.36, 0.86 * tails],
          [0.54, 0.94 * tails],
        ],
        sign,
      );
      const outer = put(
        [
          [0.54, 0.94 * tails],
          [0.36, 0.46 * tails],
          [0.16, 0.04],
        ],
        sign,
      );
      sheet.flat(material, outline(inner, [notch[0]!, notch[1]!], [notch[1]!, notch[2]!], outer));
      sheet.shade(
        material,
        outline(
          put(
            [
              [0.03, 0.1],
              [0.08, 0.4 * tails],
            ],
            sign,
          ),
          put(
            [
              [0.08, 0.4 * tails],
              [0.3, 0.3 * tails],
              [0.24, 0.12],
            ],
            sign,
          ),
        ),
      );
      sheet.line(material, spline(inner, 4), 0.8, { start: 0.5, end: 0.8 });
      sheet.line(material, notch, 0.8, { start: 0.8, end: 0.8 });
      sheet.line(material, spline(outer, 4), 0.8, { start: 0.8, end: 0.5 });
    }
  for (const sign of signs) {
    const p = perk;
    const loop: readonly Point[] = [
      [0.1, -0.13],
      [0.4, -0.36 - p * 0.6],
      [0.8, -0.5 - p],
      [1.02, -0.38 - p],
      [1.05, 0 - p * 0.5],
      [0.98, 0.34],
      [0.76, 0.42],
      [0.42, 0.28],
      [0.1, 0.15],
    ];
    const points = put(loop, sign);
    sheet.flat(material, blob(points));
    // The hollow of the loop beside the knot, and its lower half.
    sheet.shade(
      material,
      outline(
        put(
          [
            [0.1, 0.13],
            [0.42, 0.27],
            [0.76, 0.41],
            [0.97, 0.33],
          ],
          sign,
        ),
        put(
          [
            [0.97, 0.33],
            [0.74, 0.24],
            [0.44, 0.12],
            [0.1, 0.02],
          ],
          sign,
        ),
      ),
    );
    sheet.shade(
      material,
      outline(
        put(
          [
            [0.12, -0.1],
            [0.3, -0.22 - p * 0.4],
            [0.5, -0.2 - p * 0.4],
          ],
          sign,
        ),
        put(
          [
            [0.5, -0.2 - p * 0.4],
            [0.34, -0.04],
            [0.14, 0.04],
          ],
          sign,
        ),
      ),
    );
    if (sign === far)
      sheet.shade(
        material,
        outline(
          put(
            [
              [0.8, -0.48 - p],
              [1, -0.37 - p],
              [1.04, 0 - p * 0.5],
              [0.97, 0.32],
            ],
            sign,
          ),
          put(
            [
              [0.97, 0.32],
              [0.86, 0],
              [0.8, -0.48 - p],
            ],
            sign,
          ),
        ),
      );
    else
      sheet.highlight(
        material,
        outline(
          put(
            [
              [0.44, -0.34 - p * 0.7],
              [0.66, -0.4 - p * 0.8],
              [0.86, -0.32 - p],
            ],
            sign,
          ),
          put(
            [
              [0.86, -0.32 - p],
              [0.66, -0.32 - p * 0.8],
              [0.44, -0.34 - p * 0.7],
            ],
            sign,
          ),
        ),
        { opacity: 0.55 },
      );
    sheet.line(material, spline(around(points), 4), 1, { start: 0.6, end: 0.6, taper: 0.15 });
    sheet.line(
      material,
      spline(
        put(
          [
            [0.16, -0.06],
            [0.36, -0.12 - p * 0.2],
            [0.58, -0.22 - p * 0.4],
          ],
          sign,
        ),
        4,
      ),
      0.6,
      { start: 0.8 },
    );
    sheet.line(
      material,
      spline(
        put(
          [
            [0.16, 0.05],
            [0.34, 0.08],
            [0.5, 0.17],
          ],
          sign,
        ),
        4,
      ),
      0.5,
      { start: 0.8 },
    );
  }
  const knot = [
    ...put(
      [
        [0.15, -0.19],
        [0.19, 0],
        [0.15, 0.21],
      ],
      1,
    ),
    ...put(
      [
        [0.15, 0.21],
        [0.19, 0],
        [0.15, -0.19],
      ],
      -1,
    ),
  ];
  sheet.flat(material, blob(knot));
  sheet.shade(
    material,
    outline(
      put(
        [
          [-0.1, 0.2],
          [0.13, 0.2],
          [0.18, 0],
        ],
        far,
      ),
      put(
        [
          [0.18, 0],
          [0.05, 0.1],
          [-0.1, 0.2],
        ],
        far,
      ),
    ),
  );
  sheet.line(material, spline(around(knot), 4), 0.9, { start: 0.7, end: 0.7, taper: 0.15 });
}
