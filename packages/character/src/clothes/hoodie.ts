import { depth } from '../drawing/depth.ts';
import { neckHalf } from '../body/neck.ts';
import { onSide, signs } from '../body/figure.ts';
import { spline } from '../geometry/curve.ts';
import { outline } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import { drawBodice } from './bodice.ts';
import { castOn, collarPoints } from './collars.ts';
import { drawRibs } from './strip.ts';
import type { Outfit } from './outfit.ts';
import { longTrousers, pleatedSkirt, skirtOrTrousers } from './lower-pieces.ts';

/** A hooded sweatshirt, hood down, with strings. */
export const hoodie: Outfit = {
  sleeve: () => ({
    material: 'cloth',
    end: 1.98,
    shoulder: 1.2,
    elbow: 1.62,
    hem: 1.5,
    cuff: { material: 'cloth', length: 0.17 },
  }),
  draw: (figure) => {
    const half = neckHalf(figure);
    const zip = figure.scene.random('hoodie').chance(0.5);
    // The hood lies behind the neck.
    const hood = figure.sheet('collar', depth.collarBack);
    const rim: Point[] = [
      [-half - 52, 14],
      [-half - 46, -22],
      [-half - 18, -50],
      [0, -57],
      [half + 18, -50],
      [half + 46, -22],
      [half + 52, 14],
    ];
    const put0 = (points: readonly Point[]): Point[] => figure.all(points, 0);
    hood.flat(
      'cloth',
      outline(
        put0(rim),
        put0([
          [half + 40, 40],
          [-half - 40, 40],
        ]),
      ),
    );
    hood.shade(
      'cloth',
      outline(
        put0([
          [-half - 32, 14],
          [-half - 24, -18],
          [0, -34],
          [half + 24, -18],
          [half + 32, 14],
        ]),
        put0([
          [half + 20, 40],
          [-half - 20, 40],
        ]),
      ),
      { tone: 'deep' },
    );
    hood.line('cloth', spline(put0(rim), 3), 1, { start: 0.7, end: 0.7 });
    hood.line(
      'cloth',
      spline(
        put0([
          [-half - 32, 8],
          [-half - 24, -18],
          [0, -34],
          [half + 24, -18],
          [half + 32, 8],
        ]),
        3,
      ),
      0.7,
      { start: 0.5, end: 0.5 },
    );
    const { sheet } = drawBodice(figure, 'cloth', {
      neckline: [
        [0, 40],
        [18, 30],
        [38, 10],
        [48, -2],
      ],
      hem: 372,
      room: 13,
    });
    const inside = figure.sheet('top', depth.top - 0.5);
    inside.flat(
      'cloth2',
      figure.path(
        [
          [-44, 2],
          [0, 17],
          [44, 2],
        ],
        [
          [30, 46],
          [-30, 46],
        ],
      ),
    );
    inside.shade(
      'cloth2',
      figure.path(
        [
          [-44, 2],
          [-20, 14],
          [0, 17],
          [20, 14],
          [44, 2],
        ],
        [
          [44, 8],
          [20, 22],
          [0, 26],
          [-20, 22],
          [-44, 8],
        ],
      ),
    );
    figure.line(
      inside,
      'cloth2',
      [
        [-44, 2],
        [-20, 14],
        [0, 17],
        [20, 14],
        [44, 2],
      ],
      0.7,
      { start: 0.5, end: 0.5 },
    );
    const collar = figure.sheet('collar', depth.collar);
    const put = (points: readonly Point[]): Point[] => collarPoints(figure, points);
    for (const sign of [-1, 1] as const) {
      const inner = onSide(
        [
          [half + 16, -22],
          [half + 9, -4],
          [28, 18],
          [-4, 44],
        ],
        sign,
      );
      const outer = onSide(
        [
          [-4, 44],
          [8, 60],
          [38, 40],
          [66, 18],
          [half + 50, -2],
          [half + 36, -20],
          [half + 16, -22],
        ],
        sign,
      );
      castOn(figure, sheet, 'cloth', outer.slice(0, 5), 9);
      collar.flat('cloth', outline(put(inner), put(outer.slice(0, 2)), put(outer.slice(1))));
      collar.shade(
        'cloth',
        outline(
          put(inner),
          put(
            onSide(
              sign === figure.far
                ? [
                    [14, 46],
                    [44, 24],
                    [half + 34, -8],
                  ]
                : [
                    [6, 44],
                    [34, 22],
                    [half + 17, -4],
                  ],
              sign,
            ),
          ),
        ),
      );
      collar.line('cloth', spline(put(inner), 3), 0.85, { start: 0.4, end: 0.8 });
      collar.line('cloth', spline(put(outer.slice(1)), 3), 1, { start: 0.8, end: 0.4 });
      if (sign === 1) collar.line('cloth', put(outer.slice(0, 2)), 0.8, { start: 0.8, end: 0.8 });
      figure.line(
        collar,
        'cloth',
        onSide(
          [
            [half + 30, -2],
            [50, 16],
            [30, 34],
          ],
          sign,
        ),
        0.4,
        { start: 0.3 },
      );
    }
    for (const sign of signs) {
      const string: Point[] = onSide(
        [
          [20, 44],
          [23, 66],
          [20, 92],
          [23, 118],
        ],
        sign,
      );
      const wide = 3.1;
      collar.flat(
        'linen',
        figure.path(
          string.map(([x, y]): Point => [x - wide, y]),
          string.map(([x, y]): Point => [x + wide, y]).toReversed(),
        ),
      );
      figure.line(
        collar,
        'linen',
        string.map(([x, y]): Point => [x - wide, y]),
        0.55,
        { start: 0.8, end: 0.8 },
      );
      figure.line(
        collar,
        'linen',
        string.map(([x, y]): Point => [x + wide, y]),
        0.55,
        { start: 0.8, end: 0.8 },
      );
      collar.flat(
        'metal',
        figure.path(
          onSide(
            [
              [18.5, 110],
              [27, 110],
            ],
            sign,
          ),
          onSide(
            [
              [26.5, 126],
              [19, 126],
            ],
            sign,
          ),
        ),
      );
      figure.line(
        collar,
        'metal',
        onSide(
          [
            [18.5, 110],
            [19, 126],
            [26.5, 126],
            [27, 110],
          ],
          sign,
        ),
        0.5,
        { start: 0.8, end: 0.8 },
      );
    }
    if (zip) {
      const low = figure.bust ? figure.bustHem : 376;
      sheet.flat(
        'cloth2',
        figure.path(
          [
            [-4, 56],
            [4, 56],
          ],
          [
            [4, low],
            [-4, low],
          ],
        ),
      );
      for (const x of [-4, 4])
        figure.line(
          sheet,
          'cloth',
          [
            [x, 56],
            [x, low],
          ],
          0.5,
          { start: 0.8, end: 0.8 },
        );
      figure.line(
        sheet,
        'metal',
        [
          [0, 58],
          [0, low],
        ],
        1,
        { start: 0.9, end: 0.9 },
      );
    }
    if (figure.bust) return;
    const pocket: Point[] = [
      [-52, 268],
      [-66, 334],
      [66, 334],
      [52, 268],
    ];
    figure.line(sheet, 'cloth', pocket.slice(0, 2), 0.7, { start: 0.7, end: 0.7 });
    figure.line(sheet, 'cloth', pocket.slice(2), 0.7, { start: 0.7, end: 0.7 });
    figure.line(
      sheet,
      'cloth',
      [
        [-52, 268],
        [0, 264],
        [52, 268],
      ],
      0.6,
      { start: 0.7, end: 0.7 },
    );
    figure.line(
      sheet,
      'cloth',
      [
        [-figure.side(352, 13), 350],
        [0, 360],
        [figure.side(352, 13), 350],
      ],
      0.7,
      { start: 0.7, end: 0.7 },
    );
    if (figure.fine)
      drawRibs(
        figure,
        sheet,
        'cloth',
        [
          [-figure.side(352, 10), 352],
          [0, 361],
          [figure.side(352, 10), 352],
        ],
        [
          [-figure.side(370, 10), 371],
          [0, 381],
          [figure.side(370, 10), 371],
        ],
        18,
      );
  },
  lower: (figure) =>
    skirtOrTrousers(
      figure,
      pleatedSkirt('cloth2', { length: 0.36 }),
      longTrousers('cloth2', { crease: false, thigh: 1.18 }),
    ),
};
