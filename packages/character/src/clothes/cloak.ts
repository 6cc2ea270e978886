import { depth } from '../drawing/depth.ts';
import { neckHalf } from '../body/neck.ts';
import { onSide, signs } from '../body/figure.ts';
import { spline } from '../geometry/curve.ts';
import { outline } from '../geometry/path.ts';
import { mix, type Point } from '../geometry/point.ts';
import { drawBodice } from './bodice.ts';
import { castOn, collarPoints, drawBand } from './collars.ts';
import { drawButton } from './button.ts';
import { longTrousers, pleatedSkirt, skirtOrTrousers } from './lower-pieces.ts';
import type { Outfit } from './outfit.ts';

/** A traveller's cloak over a tunic, its hood down, held by a brooch. */
export const cloak: Outfit = {
  sleeve: () => ({
    material: 'cloth2',
    end: 1.9,
    shoulder: 1.08,
    elbow: 1.3,
    hem: 1.4,
    cuff: { material: 'leather', length: 0.4 },
  }),
  draw: (figure) => {
    const half = neckHalf(figure);
    const low = figure.bust ? figure.bustHem + 20 : 640;
    const hood = figure.sheet('collar', depth.collarBack);
    const put0 = (points: readonly Point[]): Point[] => figure.all(points, 0);
    const rim: Point[] = [
      [-half - 58, 18],
      [-half - 50, -18],
      [-half - 22, -42],
      [0, -48],
      [half + 22, -42],
      [half + 50, -18],
      [half + 58, 18],
    ];
    hood.flat(
      'cloth',
      outline(
        put0(rim),
        put0([
          [half + 30, 40],
          [-half - 30, 40],
        ]),
      ),
    );
    hood.shade(
      'cloth',
      outline(
        put0([
          [-half - 38, 18],
          [-half - 30, -14],
          [0, -30],
          [half + 30, -14],
          [half + 38, 18],
        ]),
        put0([
          [half + 20, 40],
          [-half - 20, 40],
        ]),
      ),
      { tone: 'deep' },
    );
    hood.line('cloth', spline(put0(rim), 3), 1, { start: 0.7, end: 0.7 });
    const { sheet } = drawBodice(figure, 'cloth2', {
      neckline: [
        [0, 16],
        [16, 12],
        [30, 3],
        [37, -6],
      ],
      hem: 330,
      room: 5,
    });
    figure.line(
      sheet,
      'leather',
      [
        [0, 24],
        [0, figure.bust ? figure.bustHem : 250],
      ],
      0.6,
      { start: 0.8, end: 0.8 },
    );
    for (let y = 46; y < (figure.bust ? figure.bustHem : 250); y += 18) {
      figure.line(
        sheet,
        'leather',
        [
          [-9, y],
          [9, y + 10],
        ],
        0.9,
        { tone: 'flat', start: 0.8, end: 0.8 },
      );
      figure.line(
        sheet,
        'leather',
        [
          [9, y],
          [-9, y + 10],
        ],
        0.9,
        { tone: 'flat', start: 0.8, end: 0.8 },
      );
    }
    drawBand(figure, 'cloth2', 0.42, { wide: 1.16, low: 17, open: 0.1 });
    if (!figure.bust) drawBack(figure, low);
    // The fronts: over the shoulders, falling outside the arms.
    for (const sign of signs) {
      const angles = sign === 1 ? figure.skeleton.pose.armLeft : figure.skeleton.pose.armRight;
      const raised = angles.shoulder > 40;
      const cape = figure.sheet('top', depth.armSide + 0.5, sign === 1 ? 'left' : 'right');
      const end = figure.bust ? figure.bustHem + 20 : raised ? 96 : 330;
      const put = (points: readonly Point[]): Point[] => collarPoints(figure, points);
      const inner = onSide(
        [
          [half + 8, -8],
          [half + 6, 12],
          [24, 40],
          [raised ? 52 : 40, 90],
          [raised ? 74 : 62, end],
        ],
        sign,
      );
      const outer = onSide(
        [
          [raised ? 132 : 158, end],
          [raised ? 140 : 153, 96],
          [142, 52],
          [118, 20],
          [88, 8],
          [half + 30, -2],
          [half + 18, -10],
        ],
        sign,
      );
      const edge = inner.slice(2).map(([x, y]): Point => [x, Math.min(y, figure.bust ? y : 308)]);
      castOn(
        figure,
        sheet,
        'cloth2',
        [...edge, ...edge.toReversed().map(([x, y]): Point => [x + sign * 8, y])],
        8,
      );
      const hemMiddle: Point = mix(inner[4] as Point, outer[0] as Point, 0.5);
      cape.flat(
        'cloth',
        outline(
          put(inner),
          put([inner[4] as Point, [hemMiddle[0], hemMiddle[1] + 12], outer[0] as Point]),
          put(outer),
        ),
      );
      if (sign === figure.far)
        cape.shade(
          'cloth',
          outline(
            put(outer.slice(0, 4)),
            put(
              onSide(
                [
                  [102, 30],
                  [108, 96],
                  [112, end + 6],
                ],
                sign,
              ),
            ),
          ),
        );
      cape.shade(
        'cloth',
        outline(
          put(inner.slice(2)),
          put(
            onSide(
              sign === figure.far
                ? [
                    [92, end + 6],
                    [70, 90],
                    [40, 44],
                  ]
                : [
                    [78, end + 6],
                    [56, 90],
                    [34, 44],
                  ],
              sign,
            ),
          ),
        ),
      );
      cape.line('cloth', spline(put(inner), 3), 0.9, { start: 0.4, end: 0.9 });
      cape.line('cloth', spline(put(outer), 3), 1.05, { start: 0.9, end: 0.4 });
      cape.line('trim', spline(put(inner.slice(1).map(([x, y]): Point => [x + sign * 8, y])), 3), 1.6, {
        tone: 'flat',
        start: 0.8,
        end: 1,
      });
      cape.line(
        'cloth',
        spline(
          put(
            onSide(
              [
                [78, 30],
                [96, 90],
                [104, end - 6],
              ],
              sign,
            ),
          ),
          3,
        ),
        0.55,
        { start: 0, end: 0.8 },
      );
      cape.line(
        'cloth',
        spline(
          put(
            onSide(
              [
                [112, 40],
                [130, 96],
                [134, end - 6],
              ],
              sign,
            ),
          ),
          3,
        ),
        0.5,
        { start: 0, end: 0.8 },
      );
      if (!figure.bust)
        cape.line(
          'cloth',
          spline(put([inner[4] as Point, [hemMiddle[0], hemMiddle[1] + 12], outer[0] as Point]), 3),
          0.9,
          { start: 0.8, end: 0.8 },
        );
    }
    // The hood's folds in front, and the brooch.
    const collar = figure.sheet('collar', depth.armSide + 1);
    const put = (points: readonly Point[]): Point[] => collarPoints(figure, points);
    for (const sign of signs) {
      const inner = onSide(
        [
          [half + 18, -18],
          [half + 8, 0],
          [26, 24],
          [0, 44],
        ],
        sign,
      );
      const outer = onSide(
        [
          [0, 44],
          [8, 66],
          [44, 50],
          [76, 22],
          [half + 56, 2],
          [half + 40, -18],
          [half + 18, -18],
        ],
        sign,
      );
      collar.flat('cloth', outline(put(inner), put(outer.slice(0, 2)), put(outer.slice(1))));
      collar.shade(
        'cloth',
        outline(
          put(inner),
          put(
            onSide(
              sign === figure.far
                ? [
                    [16, 50],
                    [48, 26],
                    [half + 36, -6],
                  ]
                : [
                    [8, 46],
                    [34, 26],
                    [half + 18, -2],
                  ],
              sign,
            ),
          ),
        ),
      );
      collar.line('cloth', spline(put(inner), 3), 0.85, { start: 0.4, end: 0.8 });
      collar.line('cloth', spline(put(outer.slice(1)), 3), 1, { start: 0.8, end: 0.4 });
      figure.line(
        collar,
        'cloth',
        onSide(
          [
            [half + 34, 0],
            [52, 22],
            [22, 48],
          ],
          sign,
        ),
        0.5,
        { start: 0.2, end: 0.5 },
      );
    }
    drawButton(figure, collar, 'metal', [0, 54], 13);
    drawButton(figure, collar, 'trim', [0, 54], 7);
  },
  lower: (figure) =>
    skirtOrTrousers(
      figure,
      pleatedSkirt('cloth2', { length: 0.36, pleats: 'gathered' }),
      longTrousers('leather', { crease: false, thigh: 1.04, hem: 1.3 }),
    ),
};

/** The cloak behind the body. */
function drawBack(figure: Parameters<Outfit['draw']>[0], low: number): void {
  const back = figure.sheet('top', depth.armBack - 4);
  const put = (points: readonly Point[]): Point[] => figure.all(points, -0.3);
  const right: Point[] = [
    [90, 20],
    [146, 90],
    [164, 300],
    [182, low],
  ];
  const hem: Point[] = [
    [182, low],
    [110, low + 14],
    [40, low - 4],
    [-40, low + 12],
    [-110, low - 2],
    [-182, low + 8],
  ];
  const left: Point[] = onSide(right, -1).toReversed();
  back.flat('cloth', outline(put(right), put(hem), put(left)));
  back.shade(
    'cloth',
    outline(
      put([
        [110, 40],
        [120, 300],
        [140, low + 8],
      ]),
      put([
        [100, low + 8],
        [40, low - 4],
        [-40, low + 8],
        [-100, low],
      ]),
      put([
        [-140, low],
        [-120, 300],
        [-110, 40],
      ]),
    ),
  );
  back.line('cloth', spline(put(right), 3), 1, { start: 0.5, end: 0.8 });
  back.line('cloth', spline(put(left), 3), 1, { start: 0.8, end: 0.5 });
  back.line('cloth', spline(put(hem), 3), 0.95, { start: 0.8, end: 0.8 });
  for (const x of [-140, 140])
    back.line(
      'cloth',
      spline(
        put([
          [x * 0.8, 200],
          [x * 0.95, 420],
          [x, low - 6],
        ]),
        3,
      ),
      0.6,
      { start: 0, end: 0.8 },
    );
}
