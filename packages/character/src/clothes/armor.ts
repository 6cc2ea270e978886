import { depth } from '../drawing/depth.ts';
import { onSide, signs } from '../body/figure.ts';
import { neckPoint } from '../body/neck.ts';
import { spline } from '../geometry/curve.ts';
import type { Point } from '../geometry/point.ts';
import { drawBodice } from './bodice.ts';
import { castOn, drawBand } from './collars.ts';
import { drawButton } from './button.ts';
import { longTrousers, pleatedSkirt, skirtOrTrousers } from './lower-pieces.ts';
import type { Outfit } from './outfit.ts';

/** Plate armour: gorget, breastplate, layered pauldrons, over cloth. */
export const armor: Outfit = {
  sleeve: () => ({
    material: 'cloth2',
    end: 1.9,
    shoulder: 1.1,
    elbow: 1.25,
    hem: 1.7,
    cuff: { material: 'metal', length: 0.62 },
  }),
  draw: (figure) => {
    const { far } = figure;
    const { sheet } = drawBodice(figure, 'cloth2', {
      neckline: [
        [0, 16],
        [16, 12],
        [32, 2],
        [38, -6],
      ],
      hem: 300,
      room: 3,
    });
    const low = figure.bust ? figure.bustHem : 246;
    // Breastplate.
    const plate = figure.sheet('top', depth.top + 0.5);
    const upper: Point[] = [
      [-72, 34],
      [-40, 36],
      [-18, 48],
      [0, 53],
      [18, 48],
      [40, 36],
      [72, 34],
    ];
    const flank = (sign: 1 | -1): Point[] =>
      onSide(
        [
          [72, 34],
          [76, 66],
          [figure.side(104, 4), 104],
          [figure.side(140, 5), 140],
          [figure.side(low, 3), low],
        ],
        sign,
      );
    castOn(figure, sheet, 'cloth2', upper, -5);
    plate.flat('metal', figure.path(upper, flank(1), [[0, low + 10]], flank(-1).toReversed()));
    plate.shade(
      'metal',
      figure.path(
        onSide(
          [
            [6, 54],
            [40, 37],
            [72, 34],
            [76, 66],
            [figure.side(104, 4), 104],
            [figure.side(140, 5), 140],
            [figure.side(low, 3), low],
          ],
          far,
        ),
        onSide(
          [
            [40, low],
            [58, 140],
            [48, 100],
            [22, 84],
          ],
          far,
        ),
      ),
    );
    plate.shade(
      'metal',
      figure.path(
        onSide(
          [
            [0, 130],
            [4, 110],
            [30, 126],
            [54, 126],
            [30, 142],
          ],
          -far as 1 | -1,
        ),
      ),
      { opacity: 0.6 },
    );
    plate.highlight(
      'metal',
      figure.path(
        onSide(
          [
            [24, 58],
            [44, 48],
            [62, 50],
          ],
          -far as 1 | -1,
        ),
        onSide(
          [
            [64, 60],
            [46, 58],
            [28, 68],
          ],
          -far as 1 | -1,
        ),
      ),
    );
    plate.highlight(
      'metal',
      figure.path(
        onSide(
          [
            [60, 80],
            [66, 100],
            [60, 118],
          ],
          -far as 1 | -1,
        ),
        onSide(
          [
            [56, 112],
            [60, 98],
          ],
          -far as 1 | -1,
        ),
      ),
    );
    figure.line(plate, 'metal', upper, 1, { start: 0.7, end: 0.7 });
    const trimLine = upper.map(([x, y]): Point => [x * 0.93, y + 8]);
    figure.line(plate, 'trim', trimLine, 1.5, { tone: 'flat', start: 0.9, end: 0.9 });
    for (const sign of signs) figure.line(plate, 'metal', flank(sign), 1, { start: 0.7, end: 0.8 });
    figure.line(
      plate,
      'metal',
      [
        [0, 62],
        [0, 110],
        [0, low],
      ],
      0.7,
      { start: 0.4, end: 0.7 },
    );
    if (!figure.bust)
      for (const y of [196, 222])
        figure.line(
          plate,
          'metal',
          [
            [-figure.side(y, 4), y],
            [0, y + 10],
            [figure.side(y, 4), y],
          ],
          0.7,
          { start: 0.7, end: 0.7 },
        );
    const gorget = drawBand(figure, 'metal', 0.5, { wide: 1.4, low: 38 });
    gorget.line('metal', spline([neckPoint(figure, 0, 0.33, 0.9), figure.at(0, 36)], 3), 0.6, {
      start: 0.6,
      end: 0.4,
    });
    const rim = [-1, -0.5, 0, 0.5, 1].map((x) =>
      neckPoint(figure, x * 1.4, 0.24 + 0.16 * Math.abs(x) ** 1.6, 0.9 * (1 - Math.abs(x))),
    );
    gorget.line('trim', spline(rim, 3), 1.2, { tone: 'flat', start: 0.9, end: 0.9 });
    // A gem at the throat.
    const gem = figure.sheet('ribbon', depth.ribbon);
    const y = 58;
    gem.black(
      'metal',
      figure.path(
        [
          [0, y - 15],
          [12, y],
        ],
        [
          [0, y + 17],
          [-12, y],
        ],
      ),
    );
    gem.flat(
      'trim',
      figure.path(
        [
          [0, y - 11],
          [9, y],
        ],
        [
          [0, y + 13],
          [-9, y],
        ],
      ),
    );
    gem.shade(
      'trim',
      figure.path(
        [
          [far * 9, y],
          [0, y + 13],
        ],
        [[0, y]],
      ),
    );
    gem.highlight(
      'trim',
      figure.path(
        [
          [0, y - 9],
          [-far * 5, y - 1],
        ],
        [[-far * 2, y - 1]],
      ),
    );
    for (const sign of signs) drawPauldron(figure, sign);
  },
  lower: (figure) =>
    skirtOrTrousers(
      figure,
      pleatedSkirt('cloth', { length: 0.4, flare: 40, hem: { material: 'trim', kind: 'stripe' } }),
      longTrousers('cloth', { plates: 'metal', crease: false }),
    ),
};

/** Three plates over the shoulder, the uppermost on top. */
function drawPauldron(figure: Parameters<Outfit['draw']>[0], sign: 1 | -1): void {
  const angles = sign === 1 ? figure.skeleton.pose.armLeft : figure.skeleton.pose.armRight;
  const sheet = figure.sheet(
    'top',
    angles.layer === 'back' ? depth.top + 0.7 : depth.collar + 0.6,
    sign === 1 ? 'left' : 'right',
  );
  const far = sign === figure.far;
  for (const [drop, wide] of [
    [42, 0],
    [22, 2],
    [0, 4],
  ] as const) {
    const top: Point[] = onSide(
      [
        [64, 20 + drop * 0.9],
        [80, 4 + drop * 0.8],
        [112, 6 + drop * 0.75],
        [138 + wide, 30 + drop * 0.9],
        [148 + wide - drop * 0.12, 62 + drop],
      ],
      sign,
    );
    const rim: Point[] = onSide(
      [
        [148 + wide - drop * 0.12, 62 + drop],
        [118, 66 + drop],
        [88, 58 + drop],
        [64, 20 + drop * 0.9],
      ],
      sign,
    );
    sheet.flat('metal', figure.path(top, rim));
    sheet.shade(
      'metal',
      figure.path(
        rim,
        onSide(
          far
            ? [
                [64, 20 + drop * 0.9],
                [92, 34 + drop],
                [122, 26 + drop],
                [138 + wide, 30 + drop * 0.9],
                [148 + wide - drop * 0.12, 62 + drop],
              ]
            : [
                [64, 20 + drop * 0.9],
                [92, 48 + drop],
                [120, 53 + drop],
                [148 + wide - drop * 0.12, 62 + drop],
              ],
          sign,
        ),
      ),
    );
    if (!far && drop === 0)
      sheet.highlight(
        'metal',
        figure.path(
          onSide(
            [
              [86, 16],
              [106, 12],
              [124, 24],
            ],
            sign,
          ),
          onSide(
            [
              [128, 34],
              [108, 22],
              [88, 24],
            ],
            sign,
          ),
        ),
      );
    figure.line(sheet, 'metal', top, 1, { start: 0.6, end: 0.8 });
    figure.line(sheet, 'metal', rim, 0.95, { start: 0.8, end: 0.6 });
    figure.line(
      sheet,
      'trim',
      rim.map(([x, y]): Point => [x * 0.985, y - 5]),
      1.2,
      { tone: 'flat', start: 0.7, end: 0.7 },
    );
  }
  drawButton(figure, sheet, 'trim', [sign * 104, 30], 7);
}
