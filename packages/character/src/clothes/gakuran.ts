import { depth } from '../drawing/depth.ts';
import { neckPoint } from '../body/neck.ts';
import { drawBodice } from './bodice.ts';
import { drawBand } from './collars.ts';
import { drawButton } from './button.ts';
import { longTrousers, pleatedSkirt, skirtOrTrousers } from './lower-pieces.ts';
import type { Outfit } from './outfit.ts';

/** School uniform with stand-up collar and a row of gold buttons. */
export const gakuran: Outfit = {
  sleeve: () => ({ material: 'cloth', end: 1.96, shoulder: 1.12, elbow: 1.32, hem: 1.62, seam: true }),
  draw: (figure) => {
    const { sheet } = drawBodice(figure, 'cloth', {
      neckline: [
        [0, 16],
        [16, 13],
        [32, 3],
        [40, -5],
      ],
      hem: 392,
      room: 7,
    });
    sheet.shade(
      'cloth',
      figure.path(
        [
          [-40, 0],
          [-20, 16],
          [0, 19],
          [20, 16],
          [40, 0],
        ],
        [
          [46, 8],
          [24, 27],
          [0, 30],
          [-22, 26],
          [-42, 7],
        ],
      ),
    );
    // A white strip shows inside the collar.
    const lining = figure.sheet('collar', depth.collar - 0.2);
    const lift = drawLining(figure);
    lining.flat('linen', lift.path);
    drawBand(figure, 'cloth', 0.6, { wide: 1.2, low: 18, open: 0.07 });
    const low = figure.bust ? figure.bustHem : 398;
    figure.line(
      sheet,
      'cloth',
      [
        [2, 18],
        [2, low],
      ],
      0.8,
      { start: 0.8, end: 0.8 },
    );
    figure.line(
      sheet,
      'cloth',
      [
        [-12, 26],
        [-12, low],
      ],
      0.36,
      { start: 0.4, end: 0.4 },
    );
    for (let y = 40; y < low - 10; y += figure.bust ? 46 : 74) drawButton(figure, sheet, 'metal', [-5, y], 7);
    if (figure.fine) drawButton(figure, figure.sheet('collar', depth.collar + 0.1), 'metal', [24, -4], 3);
    figure.line(
      sheet,
      'cloth',
      [
        [46, 96],
        [80, 92],
      ],
      0.6,
      { start: 0.8, end: 0.8 },
    );
  },
  lower: (figure) => skirtOrTrousers(figure, pleatedSkirt('cloth'), longTrousers('cloth')),
};

/** The strip between collar and neck. */
function drawLining(figure: Parameters<Outfit['draw']>[0]): { path: string } {
  const points = (up: number): readonly (readonly [number, number])[] =>
    [-1, -0.5, 0, 0.5, 1].map((x) =>
      neckPoint(figure, x * 1.14, up - 0.17 * (1 - Math.abs(x) ** 1.6), 0.9 * (1 - Math.abs(x))),
    );
  const upper = points(0.68);
  const lower = points(0.5).toReversed();
  return {
    path: `M${[...upper, ...lower].map(([x, y]) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`).join('L')}Z`,
  };
}
