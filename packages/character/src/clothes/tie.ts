import { type Figure, onSide, signs } from '../body/figure.ts';
import type { Sheet } from '../drawing/sheet.ts';
import type { Point } from '../geometry/point.ts';
import type { Material } from '../palette/material.ts';

/** A necktie from the collar down to `end` (torso units). */
export function drawTie(
  figure: Figure,
  sheet: Sheet,
  material: Material,
  top: number,
  end: number,
  stripes?: Material,
): void {
  const { far } = figure;
  const low = Math.min(end, figure.bust ? 190 : end);
  const blade: Point[] = [
    [7, top + 20],
    [13, (top + low) / 2],
    [16, low - 16],
  ];
  sheet.flat(
    material,
    figure.path(
      onSide(blade, -1),
      [
        [-16, low - 16],
        [0, low],
      ],
      [
        [0, low],
        [16, low - 16],
      ],
      blade.toReversed(),
    ),
  );
  if (stripes !== undefined)
    for (let y = top + 34; y < low - 20; y += 24) {
      const w = 7 + (9 * (y - top)) / (low - top);
      sheet.flat(
        stripes,
        figure.path(
          [
            [-w, y + 4],
            [w, y - 10],
          ],
          [
            [w, y - 3],
            [-w, y + 11],
          ],
        ),
      );
    }
  sheet.shade(
    material,
    figure.path(
      onSide(blade, far),
      onSide(
        [
          [4, low - 14],
          [3, (top + low) / 2],
          [1, top + 22],
        ],
        far,
      ),
    ),
    stripes === undefined ? {} : { opacity: 0.6 },
  );
  for (const sign of signs)
    figure.line(sheet, material, onSide([...blade, [0, low]], sign), 0.8, { start: 0.6, end: 0.8 });
  const knot: Point[] = [
    [-12, top],
    [12, top],
    [8, top + 21],
    [-8, top + 21],
  ];
  sheet.flat(
    material,
    figure.path([knot[0] as Point, knot[1] as Point], [knot[2] as Point, knot[3] as Point]),
  );
  sheet.shade(
    material,
    figure.path(
      onSide(
        [
          [2, top + 21],
          [8, top + 21],
          [12, top],
        ],
        far,
      ),
      onSide(
        [
          [12, top],
          [4, top + 8],
        ],
        far,
      ),
    ),
  );
  figure.line(
    sheet,
    material,
    [
      [-12, top],
      [-8, top + 21],
    ],
    0.75,
    { start: 0.7, end: 0.7 },
  );
  figure.line(
    sheet,
    material,
    [
      [12, top],
      [8, top + 21],
    ],
    0.75,
    { start: 0.7, end: 0.7 },
  );
  figure.line(
    sheet,
    material,
    [
      [-8, top + 21],
      [0, top + 22.5],
      [8, top + 21],
    ],
    0.8,
    { start: 0.7, end: 0.7 },
  );
}
