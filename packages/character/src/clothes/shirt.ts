import { drawBodice } from './bodice.ts';
import { depth } from '../drawing/depth.ts';
import { collarBehind, drawWings, shirtWing } from './collars.ts';
import { drawBow } from './bow.ts';
import { drawButton } from './button.ts';
import { drawTie } from './tie.ts';
import type { Outfit } from './outfit.ts';
import { longTrousers, pleatedSkirt, skirtOrTrousers } from './lower-pieces.ts';

/** A buttoned shirt, with tie or bow where asked for. */
export const shirt: Outfit = {
  sleeve: ({ scene }) =>
    scene.random('shirt').chance(0.5)
      ? {
          material: 'cloth',
          end: 0.72,
          shoulder: 1.08,
          elbow: 1.3,
          hem: 1.38,
          seam: true,
          cuff: { material: 'cloth', length: 0.1 },
        }
      : {
          material: 'cloth',
          end: 1.97,
          shoulder: 1.08,
          elbow: 1.32,
          hem: 1.25,
          seam: true,
          cuff: { material: 'cloth', length: 0.18 },
        },
  draw: (figure) => {
    const { character } = figure.scene;
    collarBehind(figure, 'cloth', 0.41, 1.13);
    const { sheet } = drawBodice(figure, 'cloth', {
      neckline: [
        [0, 20],
        [14, 12],
        [30, 0],
        [38, -8],
      ],
      hem: 300,
      room: 5,
    });
    drawWings(figure, 'cloth', shirtWing(figure, 42, 50, 19), { sheet, material: 'cloth' });
    // The placket and its buttons.
    const low = figure.bust ? figure.bustHem : 304;
    for (const x of [-8, 8])
      figure.line(
        sheet,
        'cloth',
        [
          [x, 24],
          [x, low],
        ],
        0.45,
        { start: 0.6, end: 0.6 },
      );
    for (let y = 44; y < low - 6; y += 38) drawButton(figure, sheet, 'linen', [0, y], 3.6);
    figure.line(
      sheet,
      'cloth',
      [
        [44, 92],
        [80, 90],
      ],
      0.6,
      { start: 0.8, end: 0.8 },
    );
    figure.line(
      sheet,
      'cloth',
      [
        [44, 92],
        [45, 122],
        [62, 129],
        [79, 120],
        [80, 90],
      ],
      0.5,
      { start: 0.7, end: 0.7 },
    );
    if (!character.ribbon) return;
    const ribbon = figure.sheet('ribbon', depth.ribbon);
    if (figure.proportions.gender === 'girl') drawBow(figure, ribbon, 'trim', [0, 27], 36, 0.95);
    else drawTie(figure, figure.sheet('ribbon', depth.collar - 0.5), 'trim', 16, 250);
  },
  lower: (figure) => skirtOrTrousers(figure, pleatedSkirt('cloth2'), longTrousers('cloth2')),
};
