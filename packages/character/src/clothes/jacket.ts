import { depth } from '../drawing/depth.ts';
import { neckHalf } from '../body/neck.ts';
import { onSide, signs, type Figure } from '../body/figure.ts';
import { spline } from '../geometry/curve.ts';
import { outline } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import type { Sheet } from '../drawing/sheet.ts';
import type { Material } from '../palette/material.ts';
import { drawBodice } from './bodice.ts';
import { castOn, collarBehind, collarPoints, drawWings, shirtWing } from './collars.ts';
import { drawBow } from './bow.ts';
import { drawButton } from './button.ts';
import { drawTie } from './tie.ts';

/** How a jacket with lapels is cut. Heights in torso units. */
export interface JacketCut {
  /** Where the fronts meet. */
  readonly close: number;
  /** How broad the lapels are at the notch. */
  readonly lapel: number;
  readonly notch: number;
  readonly hem: number;
  readonly buttons: readonly number[];
  readonly buttonMaterial: Material;
  /** Edging along the lapels. */
  readonly piping?: Material;
  readonly vest?: Material;
  readonly tie: 'tie' | 'bow' | 'none';
  readonly tieStripes?: Material;
}

/** A jacket with lapels over a shirt, and tie or bow; returns the jacket's sheet for pockets and badges. */
export function drawJacket(figure: Figure, cut: JacketCut): Sheet {
  const { close, lapel, notch } = cut;
  const half = neckHalf(figure);
  collarBehind(figure, 'linen', 0.42, 1.13);
  // The shirt fills the opening.
  const shirt = figure.sheet('top', depth.top - 1);
  const low = Math.min(figure.bust ? figure.bustHem : 400, close + 10);
  shirt.flat(
    'linen',
    figure.path(
      [
        [-46, 0],
        [0, 14],
        [46, 0],
      ],
      [
        [52, 70],
        [26, low],
        [-26, low],
        [-52, 70],
      ],
    ),
  );
  shirt.shade(
    'linen',
    figure.path(
      onSide(
        [
          [10, 12],
          [46, 0],
          [52, 60],
          [26, low],
        ],
        figure.far,
      ),
      onSide(
        [
          [18, low],
          [30, 70],
          [24, 40],
        ],
        figure.far,
      ),
    ),
  );
  if (cut.tie !== 'tie') {
    figure.line(
      shirt,
      'linen',
      [
        [0, 22],
        [0, close],
      ],
      0.45,
      { start: 0.7, end: 0.7 },
    );
    for (let y = 58; y < Math.min(close, low); y += 34) drawButton(figure, shirt, 'linen', [0, y], 3);
  }
  if (cut.vest !== undefined) {
    const v: Point[] = onSide(
      [
        [0, close * 0.8],
        [20, close * 0.5],
        [38, 14],
      ],
      1,
    );
    shirt.flat(
      cut.vest,
      figure.path(
        [...onSide(v, -1).toReversed(), ...v.slice(1)],
        [
          [60, 20],
          [50, low],
          [-50, low],
          [-60, 20],
        ],
      ),
    );
    figure.line(shirt, cut.vest, [...onSide(v, -1).toReversed(), ...v.slice(1)], 0.7, {
      start: 0.6,
      end: 0.6,
    });
  }
  const neckline: Point[] = [
    [0, close],
    [22, close * 0.58],
    [40, 16],
    [44, -4],
  ];
  const { sheet } = drawBodice(figure, 'cloth', { neckline, hem: cut.hem, room: 7 });
  drawWings(figure, 'linen', shirtWing(figure, 34, 44, 16), { sheet: shirt, material: 'linen' });
  const ribbon = figure.sheet('ribbon', depth.top - 0.8);
  if (cut.tie === 'tie') drawTie(figure, ribbon, 'trim', 14, Math.min(close + 30, 262), cut.tieStripes);
  // The jacket's fronts cover the tie's end.
  const front = figure.sheet('collar', depth.collar + 0.3);
  for (const sign of signs) {
    const put = (points: readonly Point[]): Point[] => collarPoints(figure, points);
    const inner = onSide(
      [
        [half + 9, -12],
        [half + 9, 4],
        [30, notch * 0.72],
        [17, close * 0.66],
        [0, close],
      ],
      sign,
    );
    const outer = onSide(
      [
        [0, close],
        [22, close * 0.78],
        [lapel * 0.86, notch + 16],
        [lapel, notch + 5],
      ],
      sign,
    );
    const step = onSide(
      [
        [lapel, notch + 5],
        [lapel - 15, notch - 3],
        [lapel - 7, notch - 14],
      ],
      sign,
    );
    const back = onSide(
      [
        [lapel - 7, notch - 14],
        [half + 25, 10],
        [half + 22, -2],
        [half + 13, -13],
      ],
      sign,
    );
    castOn(figure, sheet, 'cloth', [...outer, ...step.slice(0, 1), ...back.slice(0, 2)], 6);
    front.flat(
      'cloth',
      outline(
        put(inner),
        put(outer),
        put([step[0] as Point, step[1] as Point]),
        put([step[1] as Point, step[2] as Point]),
        put(back),
      ),
    );
    if (sign === figure.far)
      front.shade(
        'cloth',
        outline(
          put(inner.slice(0, 4)),
          put(
            onSide(
              [
                [26, close * 0.62],
                [40, notch * 0.8],
                [half + 17, 2],
              ],
              sign,
            ),
          ),
        ),
      );
    else
      front.shade(
        'cloth',
        outline(
          put(inner.slice(0, 3)),
          put(
            onSide(
              [
                [33, notch * 0.7],
                [half + 16, -2],
              ],
              sign,
            ),
          ),
        ),
      );
    if (cut.piping !== undefined) {
      front.line(
        cut.piping,
        spline(
          put(
            onSide(
              [
                [2, close - 8],
                [21, close * 0.75],
                [lapel * 0.84, notch + 11],
                [lapel - 5, notch + 4],
              ],
              sign,
            ),
          ),
          3,
        ),
        1,
        { tone: 'flat', start: 1, end: 1 },
      );
    }
    front.line('cloth', spline(put(inner), 3), 0.85, { start: 0.4, end: 0.8 });
    front.line('cloth', spline(put(outer), 3), 0.9, { start: 0.8, end: 0.8 });
    front.line('cloth', put(step), 0.8, { start: 0.8, end: 0.8 });
    front.line('cloth', spline(put(back), 3), 0.85, { start: 0.8, end: 0.3 });
    front.line(
      'cloth',
      put(
        onSide(
          [
            [lapel - 15, notch - 3],
            [34, notch * 0.66],
          ],
          sign,
        ),
      ),
      0.55,
      { start: 0.8, end: 0.5 },
    );
  }
  if (!figure.bust || close < 140) {
    // Right over left for girls, left over right for boys.
    const over = figure.proportions.gender === 'girl' ? -1 : 1;
    figure.line(
      sheet,
      'cloth',
      [
        [0, close],
        [over * -3, (close + cut.hem) / 2],
        [over * -12, figure.bust ? figure.bustHem : cut.hem + 8],
      ],
      0.8,
      { start: 0.8, end: 0.8 },
    );
    for (const y of cut.buttons)
      if (!figure.bust || y < 145) drawButton(figure, sheet, cut.buttonMaterial, [over * 8, y], 5.5);
  }
  if (cut.tie === 'bow') drawBow(figure, figure.sheet('ribbon', depth.ribbon), 'trim', [0, 30], 34, 0.9);
  return sheet;
}
