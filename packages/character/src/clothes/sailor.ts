import { depth } from '../drawing/depth.ts';
import { neckHalf } from '../body/neck.ts';
import { onSide, signs } from '../body/figure.ts';
import { spline } from '../geometry/curve.ts';
import { outline } from '../geometry/path.ts';
import { mix, type Point } from '../geometry/point.ts';
import { drawBodice } from './bodice.ts';
import { castOn, collarBehind, collarPoints } from './collars.ts';
import { drawBow } from './bow.ts';
import type { Outfit } from './outfit.ts';
import { longTrousers, pleatedSkirt, skirtOrTrousers } from './lower-pieces.ts';

/** School sailor suit: white blouse, broad collar with stripes, scarf or bow at the chest. */
export const sailor: Outfit = {
  sleeve: ({ scene }) => {
    const summer = scene.random('sailor').chance(0.35);
    return summer
      ? {
          material: 'cloth2',
          end: 0.62,
          shoulder: 1.06,
          elbow: 1.3,
          hem: 1.36,
          seam: true,
          cuff: { material: 'cloth', length: 0.13, stripes: 'linen' },
        }
      : {
          material: 'cloth2',
          end: 1.96,
          shoulder: 1.06,
          elbow: 1.28,
          hem: 1.42,
          seam: true,
          cuff: { material: 'cloth', length: 0.17, stripes: 'linen' },
        };
  },
  draw: (figure) => {
    const { character } = figure.scene;
    const knot = 88;
    collarBehind(figure, 'cloth', 0.33, 1.16);
    const { sheet: top } = drawBodice(figure, 'cloth2', {
      neckline: [
        [0, knot],
        [18, 52],
        [34, 14],
        [40, -6],
      ],
      hem: 318,
      room: 5,
    });
    const half = neckHalf(figure);
    // The dickey closes the neckline.
    const dickey = figure.sheet('top', depth.top - 0.5);
    dickey.flat(
      'cloth2',
      figure.path(
        [
          [-32, 34],
          [0, 44],
          [32, 34],
        ],
        [
          [30, 70],
          [0, knot + 12],
          [-30, 70],
        ],
      ),
    );
    dickey.shade(
      'cloth2',
      figure.path(
        onSide(
          [
            [0, 44],
            [18, 41],
            [32, 34],
          ],
          figure.far,
        ),
        onSide(
          [
            [26, 62],
            [0, knot],
          ],
          figure.far,
        ),
      ),
    );
    figure.line(
      dickey,
      'cloth2',
      [
        [-32, 33],
        [0, 43],
        [32, 33],
      ],
      0.7,
      { start: 0.6, end: 0.6 },
    );
    figure.line(
      dickey,
      'cloth',
      [
        [-30, 40],
        [0, 50.5],
        [30, 40],
      ],
      1.2,
      { tone: 'flat', start: 0.9, end: 0.9 },
    );
    const stripe = character.outfitColor === 'white' ? 'trim' : 'linen';
    const sheet = figure.sheet('collar', depth.collar);
    const stripes = figure.scene.random('sailor collar').whole(1, 3);
    for (const sign of signs) {
      const inner = onSide(
        [
          [half + 5, -17],
          [half + 3, -4],
          [29, 24],
          [15, 58],
          [0, knot - 2],
        ],
        sign,
      );
      const lower = onSide(
        [
          [0, knot + 10],
          [30, 78],
          [62, 62],
          [90, 46],
        ],
        sign,
      );
      const shoulder = onSide(
        [
          [90, 46],
          [96, 32],
          [95, 17.5],
        ],
        sign,
      );
      const back = onSide(
        [
          [95, 17.5],
          [74, 9],
          [half + 26, 1],
          [half + 12, -12],
          [half + 5, -17],
        ],
        sign,
      );
      castOn(figure, top, 'cloth2', [...inner.slice(-1), ...lower, ...shoulder, ...back.slice(0, 2)], 8);
      const put = (points: readonly Point[]): Point[] => collarPoints(figure, points);
      sheet.flat('cloth', outline(put(inner), put(lower), put(shoulder), put(back)));
      if (sign === figure.far)
        sheet.shade(
          'cloth',
          outline(
            put([inner[0] as Point, inner[1] as Point, inner[2] as Point, inner[3] as Point]),
            put(
              onSide(
                [
                  [28, 62],
                  [48, 30],
                  [56, 4],
                  [half + 12, -12],
                ],
                sign,
              ),
            ),
          ),
        );
      else
        sheet.shade(
          'cloth',
          outline(
            put(inner.slice(0, 4)),
            put(
              onSide(
                [
                  [22, 56],
                  [36, 26],
                  [half + 12, -3],
                ],
                sign,
              ),
            ),
          ),
        );
      for (let i = 0; i < stripes; i++) {
        const inset = 9 + i * 7;
        const line = onSide(
          [
            [inset * 0.25, knot + 10 - inset * 1.25],
            [30 - inset * 0.2, 78 - inset * 1.12],
            [60 - inset * 0.55, 62 - inset * 0.95],
            [88 - inset * 1.05, 47 - inset * 0.72],
          ],
          sign,
        );
        const rise = onSide(
          [
            [88 - inset * 1.05, 47 - inset * 0.72],
            [94 - inset * 1.15, 32 - inset * 0.3],
            [93 - inset * 1.1, 16.5 - inset * 0.36],
          ],
          sign,
        );
        sheet.line(stripe, spline(put(line), 3), 1.05, { tone: 'flat', start: 1, end: 1 });
        sheet.line(stripe, spline(put(rise), 3), 1.05, { tone: 'flat', start: 1, end: 1 });
      }
      sheet.line('cloth', spline(put(inner), 3), 0.85, { start: 0.4, end: 0.7 });
      sheet.line('cloth', spline(put(lower), 3), 1, { start: 0.7, end: 0.8 });
      sheet.line('cloth', spline(put(shoulder), 3), 0.9, { start: 0.8, end: 0.7 });
      sheet.line('cloth', spline(put(back), 3), 0.9, { start: 0.7, end: 0.3 });
    }
    const bow = figure.sheet('ribbon', depth.ribbon);
    if (character.ribbon && figure.proportions.gender === 'girl')
      drawBow(figure, bow, 'trim', [0, knot + 2], 50, 1.25);
    else drawScarf(figure, bow, knot);
  },
  lower: (figure) => skirtOrTrousers(figure, pleatedSkirt('cloth'), longTrousers('cloth')),
};

/** A scarf drawn through a loop: two tails that hang apart. */
function drawScarf(
  figure: Parameters<Outfit['draw']>[0],
  sheet: ReturnType<typeof figure.sheet>,
  knot: number,
): void {
  for (const sign of signs) {
    const outer: Point[] = onSide(
      [
        [9, knot + 4],
        [25, knot + 34],
        [34, knot + 74],
      ],
      sign,
    );
    const tip: Point = [14 * sign, knot + 92];
    const inner: Point[] = onSide(
      [
        [14, knot + 92],
        [8, knot + 46],
        [1, knot + 10],
      ],
      sign,
    );
    sheet.flat('trim', figure.path(outer, [outer[2] as Point, tip], inner));
    const shade = sign === figure.far ? 0.75 : 0.35;
    sheet.shade(
      'trim',
      figure.path(inner.toReversed(), [
        tip,
        mix(inner[1] as Point, outer[1] as Point, shade),
        outer[0] as Point,
      ]),
    );
    figure.line(sheet, 'trim', outer, 0.85, { start: 0.6, end: 0.8 });
    figure.line(sheet, 'trim', [outer[2] as Point, tip], 0.85, { start: 0.8, end: 0.8 });
    figure.line(sheet, 'trim', inner, 0.75, { start: 0.8, end: 0.6 });
  }
  const loop: Point[] = [
    [-14, knot - 10],
    [14, knot - 10],
    [11, knot + 14],
    [-11, knot + 14],
  ];
  sheet.flat(
    'trim',
    figure.path(
      [loop[0] as Point, [0, knot - 13], loop[1] as Point],
      [loop[2] as Point, [0, knot + 17], loop[3] as Point],
    ),
  );
  sheet.shade(
    'trim',
    figure.path(
      onSide(
        [
          [14, knot - 10],
          [11, knot + 14],
          [0, knot + 17],
        ],
        figure.far,
      ),
      onSide(
        [
          [0, knot + 17],
          [5, knot],
        ],
        figure.far,
      ),
    ),
  );
  figure.line(
    sheet,
    'trim',
    [
      [-14, knot - 10],
      [0, knot - 13],
      [14, knot - 10],
    ],
    0.8,
    { start: 0.7, end: 0.7 },
  );
  figure.line(
    sheet,
    'trim',
    [
      [-11, knot + 14],
      [0, knot + 17],
      [11, knot + 14],
    ],
    0.8,
    { start: 0.7, end: 0.7 },
  );
  for (const sign of signs)
    figure.line(
      sheet,
      'trim',
      onSide(
        [
          [14, knot - 10],
          [11, knot + 14],
        ],
        sign,
      ),
      0.8,
      { start: 0.7, end: 0.7 },
    );
}
