import { depth } from '../drawing/depth.ts';
import { neckHalf, neckPoint } from '../body/neck.ts';
import { onSide, signs } from '../body/figure.ts';
import { shoulderLine } from '../body/shoulder.ts';
import { spline } from '../geometry/curve.ts';
import { outline } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import { drawBodice } from './bodice.ts';
import { collarBehind } from './collars.ts';
import { longTrousers } from './lower-pieces.ts';
import type { Outfit } from './outfit.ts';

/** Sports jacket with a high, half-open zip collar and striped sleeves. */
export const tracksuit: Outfit = {
  sleeve: () => ({
    material: 'cloth',
    end: 1.98,
    shoulder: 1.14,
    elbow: 1.42,
    hem: 1.4,
    stripes: 'linen',
    cuff: { material: 'cloth2', length: 0.13 },
  }),
  draw: (figure) => {
    const half = neckHalf(figure);
    collarBehind(figure, 'cloth2', 0.5, 1.4);
    const open = 52;
    const { sheet } = drawBodice(figure, 'cloth', {
      neckline: [
        [0, open],
        [12, 34],
        [32, 6],
        [42, -6],
      ],
      hem: 360,
      room: 9,
    });
    const shirt = figure.sheet('top', depth.top - 0.5);
    shirt.flat(
      'linen',
      figure.path(
        [
          [-44, 2],
          [-16, 15],
          [0, 18],
          [16, 15],
          [44, 2],
        ],
        [
          [26, 60],
          [-26, 60],
        ],
      ),
    );
    figure.line(
      shirt,
      'linen',
      [
        [-40, 2],
        [-16, 15],
        [0, 18],
        [16, 15],
        [40, 2],
      ],
      0.6,
      { start: 0.5, end: 0.5 },
    );
    // Yoke in the second colour with a stripe below.
    for (const sign of signs) {
      sheet.flat(
        'cloth2',
        figure.path(
          onSide(
            [
              [0, open + 6],
              [14, 36],
              [34, 8],
              [44, -4],
            ],
            sign,
          ),
          onSide(shoulderLine, sign),
          onSide(
            [
              [116, 52],
              [80, 58],
              [40, 68],
              [0, 74],
            ],
            sign,
          ),
        ),
      );
      if (sign === figure.far)
        sheet.shade(
          'cloth2',
          figure.path(
            onSide(
              [
                [100, 18],
                [120, 29],
                [114, 52],
                [90, 56],
              ],
              sign,
            ),
            onSide([[84, 44]], sign),
          ),
        );
      figure.line(
        sheet,
        'linen',
        onSide(
          [
            [0, 78],
            [40, 72],
            [80, 62],
            [113, 56],
          ],
          sign,
        ),
        2,
        { tone: 'flat', start: 1, end: 1 },
      );
      figure.line(
        sheet,
        'cloth2',
        onSide(
          [
            [0, 74],
            [40, 68],
            [80, 58],
            [116, 52],
          ],
          sign,
        ),
        0.5,
        { start: 0.7, end: 0.7 },
      );
      figure.line(sheet, 'cloth2', onSide([[44, -4], ...shoulderLine], sign), 1, { start: 0.6, end: 0.5 });
    }
    const collar = figure.sheet('collar', depth.collar);
    for (const sign of signs) {
      const upper = [
        neckPoint(figure, sign * 1.36, 0.62),
        neckPoint(figure, sign * 1.28, 0.46, 0.4),
        figure.at(sign * (half * 0.9), -4, 0.8),
        figure.at(sign * 13, 22),
      ];
      const lower = figure.all(
        onSide(
          [
            [13, 22],
            [9, open - 8],
            [2, open + 2],
          ],
          sign,
        ),
      );
      const base = [
        figure.at(sign * 2, open + 2),
        figure.at(sign * 24, 40),
        figure.at(sign * (half + 14), 14, 0.7),
        figure.at(sign * (half + 21), -4, 0),
      ];
      collar.flat('cloth2', outline(upper, lower, base));
      const share = sign === figure.far ? 0.62 : 0.22;
      collar.shade(
        'cloth2',
        outline(upper, [
          figure.at(sign * (13 + share * 10), 26),
          figure.at(sign * (half * 0.9 + share * 22), 4, 0.7),
          neckPoint(figure, sign * (1.36 + share * 0.3), 0.3),
        ]),
      );
      collar.line('cloth2', spline(upper, 3), 0.85, { start: 0.6, end: 0.8 });
      collar.line('cloth2', spline(lower, 3), 0.85, { start: 0.8, end: 0.8 });
      collar.line('cloth2', spline(base, 3), 0.8, { start: 0.6, end: 0.4 });
      collar.line(
        'cloth2',
        [neckPoint(figure, sign * 1.36, 0.62), figure.at(sign * (half + 21), -4, 0)],
        0.85,
        { start: 0.7, end: 0.4 },
      );
      collar.line(
        'metal',
        spline([figure.at(sign * 11, 25), figure.at(sign * 7, open - 8), figure.at(sign * 1, open + 1)], 3),
        0.9,
        { start: 0.8, end: 0.8 },
      );
    }
    const low = figure.bust ? figure.bustHem : 364;
    figure.line(
      sheet,
      'metal',
      [
        [0, open],
        [0, low],
      ],
      1.1,
      { start: 0.9, end: 0.9 },
    );
    for (const x of [-4, 4])
      figure.line(
        sheet,
        'cloth',
        [
          [x, open + 22],
          [x, low],
        ],
        0.42,
        { start: 0.7, end: 0.7 },
      );
    collar.flat(
      'metal',
      figure.path(
        [
          [-3.5, open],
          [3.5, open],
        ],
        [
          [4.5, open + 20],
          [-4.5, open + 20],
        ],
      ),
    );
    figure.line(
      collar,
      'metal',
      [
        [-3.5, open],
        [-4.5, open + 20],
        [4.5, open + 20],
        [3.5, open],
      ],
      0.55,
      { start: 0.8, end: 0.8 },
    );
    if (!figure.bust) {
      const edge = (y: number): Point[] => [
        [-figure.side(y, 9), y],
        [0, y + 9],
        [figure.side(y, 9), y],
      ];
      sheet.flat('cloth2', figure.path(edge(340), edge(360).toReversed()));
      figure.line(sheet, 'cloth2', edge(340), 0.7, { start: 0.7, end: 0.7 });
      figure.line(sheet, 'cloth2', edge(360), 0.9, { start: 0.7, end: 0.7 });
    }
  },
  lower: () => longTrousers('cloth', { stripes: 'linen', crease: false, thigh: 1.16, hem: 1.7 }),
};
