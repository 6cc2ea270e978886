import { depth } from '../drawing/depth.ts';
import { onSide, signs } from '../body/figure.ts';
import { neckPoint } from '../body/neck.ts';
import type { Point } from '../geometry/point.ts';
import { drawBodice } from './bodice.ts';
import { drawBand } from './collars.ts';
import { drawBow } from './bow.ts';
import { drawButton } from './button.ts';
import { drawFrill } from './frill.ts';
import { drawStrip } from './strip.ts';
import { longTrousers, skirtOrTrousers } from './lower-pieces.ts';
import type { Outfit } from './outfit.ts';

/** Stage costume: frilled neckline, gold trims, choker, big bow with a gem. */
export const idol: Outfit = {
  bare: true,
  sleeve: (figure) =>
    figure.proportions.gender === 'girl'
      ? {
          material: 'cloth',
          end: 0.44,
          shoulder: 1.14,
          elbow: 1.72,
          hem: 1.18,
          puff: true,
          cuff: { material: 'trim', length: 0.08 },
          frill: 'linen',
        }
      : {
          material: 'cloth',
          end: 1.95,
          shoulder: 1.14,
          elbow: 1.3,
          hem: 1.6,
          cuff: { material: 'trim', length: 0.2 },
        },
  draw: (figure) => {
    const { far } = figure;
    const neckline: Point[] = [
      [0, 76],
      [26, 60],
      [48, 34],
      [56, 4],
    ];
    const { sheet } = drawBodice(figure, 'cloth', { neckline, hem: 286, room: 3 });
    const whole: Point[] = [...onSide(neckline, -1).toReversed(), ...neckline.slice(1)];
    const low = figure.bust ? figure.bustHem : 286;
    // A front panel in the second colour, laced with gold.
    sheet.flat(
      'cloth2',
      figure.path(
        [
          [-30, 62],
          [0, 78],
          [30, 62],
        ],
        [
          [34, 110],
          [26, low],
        ],
        [
          [-26, low],
          [-34, 110],
        ],
      ),
    );
    sheet.shade(
      'cloth2',
      figure.path(
        onSide(
          [
            [14, 72],
            [30, 62],
            [34, 110],
            [26, low],
          ],
          far,
        ),
        onSide(
          [
            [14, low],
            [20, 110],
          ],
          far,
        ),
      ),
    );
    for (const sign of signs) {
      drawStrip(
        figure,
        sheet,
        'metal',
        onSide(
          [
            [30, 60],
            [34, 110],
            [26, low],
          ],
          sign,
        ),
        onSide(
          [
            [35, 58],
            [39, 110],
            [31, low],
          ],
          sign,
        ),
        0.5,
      );
    }
    for (let y = 122; y < low - 8; y += 20) {
      figure.line(
        sheet,
        'metal',
        [
          [-24, y],
          [24, y + 4],
        ],
        0.8,
        { tone: 'flat', start: 0.8, end: 0.8 },
      );
      for (const sign of signs) drawButton(figure, sheet, 'metal', [sign * 20, y + 2], 3);
    }
    const frill = figure.sheet('collar', depth.collar);
    drawFrill(figure, frill, 'linen', whole, -21, 13);
    figure.line(frill, 'metal', whole, 1.3, { tone: 'flat', start: 0.9, end: 0.9 });
    // Choker with a drop.
    const choker = drawBand(figure, 'trim', 0.52, { wide: 1.04, low: -12 });
    const drop = neckPoint(figure, 0, 0.16, 0.9);
    choker.flat(
      'metal',
      `M${drop[0]} ${drop[1] - 5 * figure.unit}L${drop[0] + 5 * figure.unit} ${drop[1] + 2 * figure.unit}L${drop[0]} ${drop[1] + 10 * figure.unit}L${drop[0] - 5 * figure.unit} ${drop[1] + 2 * figure.unit}Z`,
    );
    const bow = figure.sheet('ribbon', depth.ribbon);
    const y = 90;
    drawBow(figure, bow, 'trim', [0, y], figure.scene.character.ribbon ? 48 : 32, 0.9);
    bow.black(
      'metal',
      figure.path([
        [0, y - 13],
        [13, y],
        [0, y + 13],
        [-13, y],
        [0, y - 13],
      ]),
    );
    bow.flat(
      'metal',
      figure.path([
        [0, y - 11],
        [11, y],
        [0, y + 11],
        [-11, y],
        [0, y - 11],
      ]),
    );
    bow.flat(
      'cloth',
      figure.path([
        [0, y - 7],
        [7, y],
        [0, y + 7],
        [-7, y],
        [0, y - 7],
      ]),
    );
    bow.highlight(
      'cloth',
      figure.path([
        [-far * 1, y - 5],
        [-far * 5, y - 1],
        [-far * 2, y - 1],
      ]),
    );
    for (const sign of signs) drawEpaulette(figure, sign);
  },
  lower: (figure) =>
    skirtOrTrousers(
      figure,
      {
        kind: 'skirt',
        material: 'cloth2',
        length: 0.36,
        flare: 78,
        pleats: 'gathered',
        band: 'metal',
        hem: { material: 'linen', kind: 'frill' },
      },
      longTrousers('cloth2', { stripes: 'metal' }),
    ),
};

/** A gold-edged tab over the shoulder with a fringe for boys. */
function drawEpaulette(figure: Parameters<Outfit['draw']>[0], sign: 1 | -1): void {
  if (figure.proportions.gender === 'girl') return;
  const sheet = figure.sheet('top', depth.collar + 0.6, sign === 1 ? 'left' : 'right');
  const top: Point[] = onSide(
    [
      [66, 10],
      [90, 13],
      [120, 24],
      [138, 40],
    ],
    sign,
  );
  const low: Point[] = onSide(
    [
      [138, 40],
      [116, 46],
      [90, 32],
      [66, 22],
    ],
    sign,
  );
  sheet.flat('trim', figure.path(top, low));
  figure.line(sheet, 'metal', top, 1.2, { tone: 'flat', start: 1, end: 1 });
  figure.line(sheet, 'trim', [...top, ...low], 0.7, { start: 0.8, end: 0.8 });
  drawFrill(
    figure,
    sheet,
    'metal',
    onSide(
      [
        [144, 38],
        [130, 48],
        [112, 48],
      ],
      sign,
    ),
    sign === 1 ? 14 : -14,
    5,
  );
}
