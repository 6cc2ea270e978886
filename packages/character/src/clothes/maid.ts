import { depth } from '../drawing/depth.ts';
import { neckHalf } from '../body/neck.ts';
import { onSide, signs } from '../body/figure.ts';
import { spline } from '../geometry/curve.ts';
import { outline } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import { drawBodice } from './bodice.ts';
import { castOn, collarBehind, collarPoints } from './collars.ts';
import { drawBow } from './bow.ts';
import { drawButton } from './button.ts';
import { drawFrill } from './frill.ts';
import { drawStrip } from './strip.ts';
import { longTrousers, skirtOrTrousers } from './lower-pieces.ts';
import type { Outfit } from './outfit.ts';

/** A maid's (or butler's) dress with round collar, bib apron and frilled straps. */
export const maid: Outfit = {
  sleeve: ({ scene, proportions }) =>
    proportions.gender === 'girl' && scene.random('maid').chance(0.55)
      ? {
          material: 'cloth',
          end: 0.5,
          shoulder: 1.12,
          elbow: 1.62,
          hem: 1.2,
          puff: true,
          cuff: { material: 'linen', length: 0.08 },
          frill: 'linen',
        }
      : {
          material: 'cloth',
          end: 1.95,
          shoulder: 1.14,
          elbow: 1.25,
          hem: 1.25,
          seam: true,
          cuff: { material: 'linen', length: 0.16 },
        },
  draw: (figure) => {
    const half = neckHalf(figure);
    const girl = figure.proportions.gender === 'girl';
    collarBehind(figure, 'linen', 0.36, 1.13);
    const { sheet } = drawBodice(figure, 'cloth', {
      neckline: [
        [0, 17],
        [14, 13],
        [30, 2],
        [37, -8],
      ],
      hem: 280,
      room: 3,
    });
    for (let y = 34; y < 62; y += 14) drawButton(figure, sheet, 'linen', [0, y], 3.4);
    // The bib and its straps over the shoulders.
    const apron = figure.sheet('top', depth.top + 0.6);
    const low = figure.bust ? figure.bustHem : 276;
    const bib: Point[] = [
      [-46, 84],
      [0, 90],
      [46, 84],
    ];
    castOn(figure, sheet, 'cloth', [...bib, [48, 120], [44, low - 12], [-44, low - 12], [-48, 120]], 6);
    for (const sign of signs) {
      const inner = onSide(
        [
          [45, 3],
          [47, 40],
          [43, 88],
        ],
        sign,
      );
      const outer = onSide(
        [
          [60, 7],
          [62, 44],
          [56, 92],
        ],
        sign,
      );
      drawStrip(figure, apron, 'linen', inner, outer, 0.6);
      const edge = onSide(
        [
          [61, 6],
          [65, 40],
          [60, 84],
          [50, low],
        ],
        sign,
      );
      if (girl) drawFrill(figure, apron, 'linen', edge, sign === 1 ? 21 : -21, figure.bust ? 6 : 9);
    }
    apron.flat(
      'linen',
      figure.path(
        bib,
        [
          [50, 110],
          [46, low],
        ],
        [
          [-46, low],
          [-50, 110],
        ],
      ),
    );
    apron.shade(
      'linen',
      figure.path(
        onSide(
          [
            [30, 88],
            [46, 84],
            [50, 110],
            [46, low],
          ],
          figure.far,
        ),
        onSide(
          [
            [26, low],
            [32, 120],
          ],
          figure.far,
        ),
      ),
    );
    if (girl) drawFrill(figure, apron, 'linen', bib, 12, 6);
    else figure.line(apron, 'linen', bib, 0.8, { start: 0.7, end: 0.7 });
    for (const sign of signs)
      figure.line(
        apron,
        'linen',
        onSide(
          [
            [46, 84],
            [50, 110],
            [46, low],
          ],
          sign,
        ),
        0.8,
        { start: 0.6, end: 0.7 },
      );
    const collar = figure.sheet('collar', depth.collar);
    const put = (points: readonly Point[]): Point[] => collarPoints(figure, points);
    for (const sign of signs) {
      const inner = onSide(
        [
          [half + 4, -19],
          [half + 1, -7],
          [half * 0.62, 8],
          [2, 17],
        ],
        sign,
      );
      const outer = onSide(
        [
          [2, 17],
          [10, 42],
          [30, 46],
          [50, 32],
          [half + 25, 8],
          [half + 15, -8],
          [half + 7, -18],
        ],
        sign,
      );
      castOn(figure, sheet, 'cloth', outer, 7);
      collar.flat('linen', outline(put(inner), put(outer)));
      collar.shade(
        'linen',
        outline(
          put(inner),
          put(
            onSide(
              sign === figure.far
                ? [
                    [14, 30],
                    [34, 20],
                    [half + 12, -4],
                  ]
                : [
                    [8, 22],
                    [half * 0.9, 10],
                    [half + 8, -6],
                  ],
              sign,
            ),
          ),
        ),
      );
      collar.line('linen', spline(put(inner), 3), 0.8, { start: 0.4, end: 0.7 });
      collar.line('linen', spline(put(outer), 3), 0.9, { start: 0.7, end: 0.3 });
      if (figure.fine)
        collar.line(
          'linen',
          spline(
            put(
              onSide(
                [
                  [8, 24],
                  [14, 37],
                  [30, 40],
                  [45, 28],
                  [half + 19, 6],
                ],
                sign,
              ),
            ),
            3,
          ),
          0.4,
          { start: 0.4, end: 0.3 },
        );
    }
    const ribbon = figure.sheet('ribbon', depth.ribbon);
    if (figure.scene.character.ribbon) drawBow(figure, ribbon, 'trim', [0, 24], 30, 1.1);
    else drawButton(figure, ribbon, 'trim', [0, 21], 8);
    if (figure.bust) return;
    const belt: Point[] = [
      [-figure.side(262, 5), 258],
      [0, 266],
      [figure.side(262, 5), 258],
    ];
    const under: Point[] = [
      [-figure.side(284, 5), 282],
      [0, 292],
      [figure.side(284, 5), 282],
    ];
    drawStrip(figure, figure.sheet('bottom', depth.top + 0.8), 'linen', belt, under);
  },
  lower: (figure) =>
    skirtOrTrousers(
      figure,
      {
        kind: 'skirt',
        material: 'cloth',
        length: 0.55,
        flare: 66,
        pleats: 'gathered',
        apron: 'linen',
        hem: { material: 'linen', kind: 'frill' },
      },
      longTrousers('cloth'),
    ),
};
