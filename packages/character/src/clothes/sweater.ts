import { depth } from '../drawing/depth.ts';
import { onSide, signs } from '../body/figure.ts';
import type { Point } from '../geometry/point.ts';
import { drawBodice, wholeNeckline } from './bodice.ts';
import { collarBehind, drawWings, shirtWing } from './collars.ts';
import { drawBow } from './bow.ts';
import { drawRibs, drawStrip } from './strip.ts';
import { drawTie } from './tie.ts';
import { longTrousers, pleatedSkirt, skirtOrTrousers } from './lower-pieces.ts';
import type { Outfit } from './outfit.ts';

/** A knitted V-neck over a shirt. */
export const sweater: Outfit = {
  sleeve: () => ({
    material: 'cloth',
    end: 2.02,
    shoulder: 1.16,
    elbow: 1.5,
    hem: 1.45,
    cuff: { material: 'cloth', length: 0.16 },
  }),
  draw: (figure) => {
    const { character } = figure.scene;
    const striped = figure.scene.random('sweater').chance(0.5);
    collarBehind(figure, 'linen', 0.41, 1.13);
    const shirt = figure.sheet('top', depth.top - 0.5);
    shirt.flat(
      'linen',
      figure.path(
        [
          [-46, 0],
          [0, 14],
          [46, 0],
        ],
        [
          [40, 70],
          [0, 116],
          [-40, 70],
        ],
      ),
    );
    shirt.shade(
      'linen',
      figure.path(
        onSide(
          [
            [6, 14],
            [46, 0],
            [40, 70],
            [0, 112],
          ],
          figure.far,
        ),
        onSide(
          [
            [12, 70],
            [20, 40],
          ],
          figure.far,
        ),
      ),
    );
    figure.line(
      shirt,
      'linen',
      [
        [0, 22],
        [0, 104],
      ],
      0.45,
      { start: 0.6, end: 0.6 },
    );
    const inner: Point[] = [
      [0, 98],
      [18, 58],
      [36, 16],
      [43, -3],
    ];
    const outer: Point[] = [
      [0, 116],
      [26, 66],
      [46, 22],
      [54, 2],
    ];
    const { sheet } = drawBodice(figure, 'cloth', { neckline: inner, hem: 366, room: 10 });
    drawStrip(figure, sheet, 'cloth', wholeNeckline(inner), wholeNeckline(outer), 0.7);
    if (striped)
      for (const t of [0.4, 0.62]) {
        const between = inner.map(([x, y], i): Point => [
          x + ((outer[i] as Point)[0] - x) * t,
          y + ((outer[i] as Point)[1] - y) * t,
        ]);
        figure.line(sheet, 'trim', wholeNeckline(between), 1.1, { tone: 'flat', start: 1, end: 1 });
      }
    else if (figure.fine)
      for (const sign of signs)
        drawRibs(figure, sheet, 'cloth', onSide(inner, sign), onSide(outer, sign), 13);
    if (figure.fine) drawCables(figure, sheet);
    drawWings(figure, 'linen', shirtWing(figure, 40, 52, 18), { sheet: shirt, material: 'linen' });
    if (character.ribbon) {
      if (figure.proportions.gender === 'girl')
        drawBow(figure, figure.sheet('ribbon', depth.ribbon), 'trim', [0, 27], 34, 0.9);
      else drawTie(figure, figure.sheet('ribbon', depth.top - 0.2), 'trim', 16, 200);
    }
    if (!figure.bust) {
      const edge = (y: number): Point[] => [
        [-figure.side(y, 10), y],
        [0, y + 9],
        [figure.side(y, 10), y],
      ];
      figure.line(sheet, 'cloth', edge(342), 0.7, { start: 0.7, end: 0.7 });
      if (figure.fine) drawRibs(figure, sheet, 'cloth', edge(344), edge(365), 20);
    }
  },
  lower: (figure) => skirtOrTrousers(figure, pleatedSkirt('cloth2', { length: 0.4 }), longTrousers('cloth2')),
};

/** Knitted cables left and right of the neck opening. */
function drawCables(figure: Parameters<Outfit['draw']>[0], sheet: ReturnType<typeof figure.sheet>): void {
  const low = figure.bust ? figure.bustHem : 330;
  for (const sign of signs)
    for (let y = 40; y < low - 22; y += 22) {
      const x = 66 - Math.max(0, y - 150) * 0.06;
      figure.line(
        sheet,
        'cloth',
        onSide(
          [
            [x - 6, y],
            [x - 5, y + 8],
            [x + 5, y + 14],
            [x + 6, y + 22],
          ],
          sign,
        ),
        0.42,
        { start: 0.4, end: 0.4 },
      );
      figure.line(
        sheet,
        'cloth',
        onSide(
          [
            [x + 6, y],
            [x + 5, y + 6],
          ],
          sign,
        ),
        0.38,
        { start: 0.4 },
      );
      figure.line(
        sheet,
        'cloth',
        onSide(
          [
            [x - 6, y + 22],
            [x - 5, y + 16],
          ],
          sign,
        ),
        0.38,
        { start: 0.4 },
      );
    }
}
