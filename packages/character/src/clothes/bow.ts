import { type Figure, signs } from '../body/figure.ts';
import type { Sheet } from '../drawing/sheet.ts';
import { spline } from '../geometry/curve.ts';
import { blob, outline } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import type { Material } from '../palette/material.ts';

/** A bow tied at a point: two loops, a knot and two tails; `size` is a loop's length in torso units. */
export function drawBow(
  figure: Figure,
  sheet: Sheet,
  material: Material,
  [x, y]: Point,
  size: number,
  tails = 1,
): void {
  const put = (points: readonly Point[], sign: 1 | -1): Point[] =>
    points.map(([px, py]) => figure.at(x + px * size * sign, y + py * size));
  for (const sign of signs) {
    if (tails > 0) {
      const tail = put(
        [
          [0.04, 0.06],
          [0.22, 0.5 * tails],
          [0.3, 0.95 * tails],
          [0.48, 0.86 * tails],
          [0.66, 0.92 * tails],
          [0.46, 0.45 * tails],
          [0.16, 0],
        ],
        sign,
      );
      sheet.flat(material, outline(tail.slice(0, 3), tail.slice(2, 4), tail.slice(3, 5), tail.slice(4)));
      sheet.shade(
        material,
        outline(
          tail.slice(0, 2),
          put(
            [
              [0.22, 0.5 * tails],
              [0.34, 0.36 * tails],
              [0.3, 0.1],
            ],
            sign,
          ),
        ),
      );
      sheet.line(material, spline(tail.slice(0, 3), 3), 0.75, { start: 0.5, end: 0.8 });
      sheet.line(material, tail.slice(2, 5), 0.75, { start: 0.8, end: 0.8 });
      sheet.line(material, spline(tail.slice(4), 3), 0.75, { start: 0.8, end: 0.5 });
    }
  }
  for (const sign of signs) {
    const loop = put(
      [
        [0.1, -0.1],
        [0.42, -0.34],
        [0.86, -0.44],
        [1.02, -0.26],
        [1.0, 0.14],
        [0.9, 0.36],
        [0.5, 0.24],
        [0.1, 0.12],
      ],
      sign,
    );
    sheet.flat(material, blob(loop));
    sheet.shade(
      material,
      outline(
        put(
          [
            [0.1, 0.1],
            [0.5, 0.23],
            [0.9, 0.35],
            [0.99, 0.16],
          ],
          sign,
        ),
        put(
          [
            [0.99, 0.16],
            [0.72, 0.12],
            [0.4, 0.08],
            [0.1, 0.02],
          ],
          sign,
        ),
      ),
    );
    if (sign === figure.far)
      sheet.shade(
        material,
        outline(
          put(
            [
              [0.1, -0.1],
              [0.42, -0.3],
              [0.62, -0.2],
            ],
            sign,
          ),
          put(
            [
              [0.62, -0.2],
              [0.42, 0.05],
              [0.1, 0.08],
            ],
            sign,
          ),
        ),
      );
    sheet.line(material, spline([...loop, loop[0] as Point], 3), 0.85, { start: 0.6, end: 0.6, taper: 0.2 });
    sheet.line(
      material,
      spline(
        put(
          [
            [0.16, -0.04],
            [0.38, -0.1],
            [0.6, -0.2],
          ],
          sign,
        ),
        3,
      ),
      0.5,
      { start: 0.8 },
    );
    sheet.line(
      material,
      spline(
        put(
          [
            [0.16, 0.04],
            [0.36, 0.06],
            [0.5, 0.14],
          ],
          sign,
        ),
        3,
      ),
      0.45,
      { start: 0.8 },
    );
  }
  const knot = [
    ...put(
      [
        [0.15, -0.17],
        [0.18, 0],
        [0.14, 0.19],
      ],
      1,
    ),
    ...put(
      [
        [0.14, 0.19],
        [0.18, 0],
        [0.15, -0.17],
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
          [-0.1, 0.19],
          [0.14, 0.19],
          [0.17, 0],
        ],
        figure.far,
      ),
      put(
        [
          [0.17, 0],
          [0.06, 0.08],
          [-0.1, 0.19],
        ],
        figure.far,
      ),
    ),
  );
  sheet.line(material, spline([...knot, knot[0] as Point], 3), 0.8, { start: 0.7, end: 0.7, taper: 0.2 });
}
