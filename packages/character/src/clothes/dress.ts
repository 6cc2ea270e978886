import { depth } from '../drawing/depth.ts';
import { onSide, signs, type Figure } from '../body/figure.ts';
import { shoulderLine } from '../body/shoulder.ts';
import type { Point } from '../geometry/point.ts';
import { drawBodice } from './bodice.ts';
import { drawBow } from './bow.ts';
import { drawButton } from './button.ts';
import { drawFrill } from './frill.ts';
import { longTrousers, skirtOrTrousers } from './lower-pieces.ts';
import type { Outfit } from './outfit.ts';

/** A summer dress (for boys a sleeveless top and trousers) with a low neckline, puff sleeves or straps, a bow. */
export const dress: Outfit = {
  bare: true,
  sleeve: (figure) =>
    hasPuffs(figure)
      ? { material: 'cloth', end: 0.46, shoulder: 1.1, elbow: 1.66, hem: 1.16, puff: true, frill: 'linen' }
      : undefined,
  draw: (figure) => {
    const puffs = hasPuffs(figure);
    const girl = figure.proportions.gender === 'girl';
    const top = 78;
    const strapIn = puffs ? 58 : 56;
    // Cut out so that straps run over the shoulders: inner edge, then the bodice's own upper edge.
    const { sheet } = drawBodice(figure, 'cloth', {
      neckline: [
        [0, top + 6],
        [26, top + 1],
        [50, top - 8],
        [strapIn, 48],
        [strapIn, 22],
        [strapIn + 3, 4],
      ],
      hem: 276,
      room: 2,
    });
    if (!puffs) drawBareShoulders(figure);
    if (girl)
      drawFrill(
        figure,
        sheet,
        'linen',
        [
          [-51, top - 9],
          [-26, top + 1],
          [0, top + 6],
          [26, top + 1],
          [51, top - 9],
        ],
        -13,
        9,
      );
    if (figure.fine)
      for (const sign of signs)
        figure.line(
          sheet,
          'cloth',
          onSide(
            [
              [26, top + 10],
              [30, 120],
              [24, 200],
            ],
            sign,
          ),
          0.45,
          { start: 0.5, end: 0.3 },
        );
    const ribbon = figure.sheet('ribbon', depth.ribbon);
    if (girl && figure.scene.character.ribbon) drawBow(figure, ribbon, 'trim', [0, top + 16], 27, 1);
    else
      for (let y = top + 24; y < (figure.bust ? figure.bustHem : 250); y += 22)
        drawButton(figure, ribbon, 'linen', [0, y], 3.6);
    if (figure.bust) return;
    const waist = (y: number): Point[] => [
      [-figure.side(y, 3), y - 4],
      [0, y + 4],
      [figure.side(y, 3), y - 4],
    ];
    const sash = figure.sheet('top', depth.top + 0.8);
    sash.flat('trim', figure.path(waist(258), waist(282).toReversed()));
    for (const y of [258, 282]) figure.line(sash, 'trim', waist(y), 0.7, { start: 0.7, end: 0.7 });
  },
  lower: (figure) =>
    skirtOrTrousers(
      figure,
      {
        kind: 'skirt',
        material: 'cloth',
        length: 0.78,
        flare: 58,
        pleats: 'gathered',
        hem: { material: 'linen', kind: 'frill' },
      },
      longTrousers('cloth2', { crease: false }),
    ),
};

/** Puff sleeves or straps; boys wear it as a sleeveless top. */
const hasPuffs = ({ scene, proportions }: Figure): boolean =>
  proportions.gender === 'girl' && scene.random('dress').chance(0.6);

/** Skin over what lies outside the straps. */
function drawBareShoulders(figure: Figure): void {
  const sheet = figure.sheet('torso', depth.top + 0.4);
  for (const sign of signs) {
    const strap = onSide(
      [
        [70, 9],
        [71, 40],
        [76, 74],
        [90, 92],
      ],
      sign,
    );
    sheet.flat(
      'skin',
      figure.path(
        strap,
        onSide(
          [
            [106, 90],
            [116, 58],
            [120.5, 29],
            [107, 20.5],
            [90, 14.5],
          ],
          sign,
        ),
      ),
    );
    if (sign === figure.far)
      sheet.shade(
        'skin',
        figure.path(
          onSide(
            [
              [100, 24],
              [90, 50],
              [84, 84],
              [90, 92],
            ],
            sign,
          ),
          onSide(
            [
              [106, 90],
              [116, 58],
              [118, 28],
            ],
            sign,
          ),
        ),
      );
    figure.line(sheet, 'cloth', strap, 0.8, { start: 0.6, end: 0.5 });
    figure.line(sheet, 'skin', onSide(shoulderLine, sign), 1, { start: 0.5, end: 0.6 });
  }
}
