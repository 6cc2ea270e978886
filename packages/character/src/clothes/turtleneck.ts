import { drawBand } from './collars.ts';
import { drawBodice } from './bodice.ts';
import { neckHalf, neckPoint } from '../body/neck.ts';
import { spline } from '../geometry/curve.ts';
import { drawRibs } from './strip.ts';
import type { Outfit } from './outfit.ts';
import { longTrousers, skirtOrTrousers } from './lower-pieces.ts';

/** A ribbed sweater with a high, folded collar. */
export const turtleneck: Outfit = {
  sleeve: () => ({
    material: 'cloth',
    end: 1.98,
    shoulder: 1.08,
    elbow: 1.25,
    hem: 1.3,
    cuff: { material: 'cloth', length: 0.14 },
  }),
  draw: (figure) => {
    const { sheet } = drawBodice(figure, 'cloth', {
      neckline: [
        [0, 16],
        [16, 13],
        [30, 3],
        [36, -8],
      ],
      hem: 346,
      room: 4,
    });
    const half = neckHalf(figure);
    sheet.shade(
      'cloth',
      figure.path(
        [
          [-half - 12, -4],
          [-20, 16],
          [0, 20],
          [20, 16],
          [half + 12, -4],
        ],
        [
          [half + 18, 6],
          [26, 26],
          [0, 31],
          [-22, 26],
          [-half - 15, 4],
        ],
      ),
    );
    const band = drawBand(figure, 'cloth', 0.82, { wide: 1.22, low: 18 });
    // The fold, and ribs across it.
    const fold = [-1, -0.5, 0, 0.5, 1].map((x) =>
      neckPoint(figure, x * 1.25, 0.36 - 0.2 * (1 - Math.abs(x)), 0.9 * (1 - Math.abs(x))),
    );
    band.line('cloth', spline(fold, 3), 0.6, { start: 0.6, end: 0.6 });
    if (figure.fine)
      for (let i = -4; i <= 4; i++) {
        const x = i / 5;
        const front = 0.9 * (1 - Math.abs(x));
        band.line(
          'cloth',
          [
            neckPoint(figure, x * 1.2, 0.62 + 0.17 * Math.abs(x) - 0.02, front),
            neckPoint(figure, x * 1.23, 0.22 + 0.18 * Math.abs(x), front),
          ],
          0.36,
          { start: 0.3, end: 0.3 },
        );
      }
    if (figure.fine) {
      const low = figure.bust ? figure.bustHem : 330;
      for (const x of [-48, -32, -16, 0, 16, 32, 48])
        figure.line(
          sheet,
          'cloth',
          [
            [x * 0.9, 34 + Math.abs(x) * 0.12],
            [x, 90],
            [x * 1.04, 150],
            [x * 0.85, low],
          ],
          0.32,
          { start: 0.2, end: 0.2 },
        );
      if (!figure.bust)
        drawRibs(
          figure,
          sheet,
          'cloth',
          [
            [-80, 324],
            [0, 332],
            [80, 324],
          ],
          [
            [-82, 344],
            [0, 354],
            [82, 344],
          ],
          18,
        );
    }
  },
  lower: (figure) =>
    skirtOrTrousers(
      figure,
      { kind: 'skirt', material: 'cloth2', length: 0.66, flare: 30, pleats: 'gathered' },
      longTrousers('cloth2'),
    ),
};
