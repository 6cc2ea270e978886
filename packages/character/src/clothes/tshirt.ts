import type { Sheet } from '../drawing/sheet.ts';
import type { Figure } from '../body/figure.ts';
import type { Point } from '../geometry/point.ts';
import { drawBodice, wholeNeckline } from './bodice.ts';
import { collarBehind } from './collars.ts';
import { drawStrip } from './strip.ts';
import { longTrousers, pleatedSkirt, skirtOrTrousers } from './lower-pieces.ts';
import type { Outfit } from './outfit.ts';

/** T-shirt with a printed chest. */
export const tshirt: Outfit = {
  sleeve: ({ scene }) => ({
    material: scene.random('tshirt').chance(0.3) ? 'cloth2' : 'cloth',
    end: 0.66,
    shoulder: 1.1,
    elbow: 1.3,
    hem: 1.44,
    seam: true,
  }),
  draw: (figure) => {
    collarBehind(figure, 'cloth', 0.12, 1.45);
    const inner: Point[] = [
      [0, 24],
      [18, 20],
      [34, 8],
      [41, -2],
    ];
    const outer: Point[] = [
      [0, 33],
      [22, 28],
      [41, 13],
      [48, 1],
    ];
    const { sheet } = drawBodice(figure, 'cloth', { neckline: inner, hem: 352, room: 8 });
    const rib = figure.scene.random('tshirt rib').chance(0.5) ? 'cloth2' : 'cloth';
    drawStrip(figure, sheet, rib, wholeNeckline(inner), wholeNeckline(outer), 0.6);
    drawPrint(figure, sheet);
  },
  lower: (figure) =>
    skirtOrTrousers(
      figure,
      pleatedSkirt('cloth2', { length: 0.34 }),
      longTrousers('cloth2', { end: 1.0, hem: 1.5, crease: false }),
    ),
};

/** What is printed on the chest: stripes, a star, a heart, a band. */
function drawPrint(figure: Figure, sheet: Sheet): void {
  const random = figure.scene.random('print');
  const kind = random.pick(['stripes', 'star', 'heart', 'band', 'none']);
  const y = 92;
  if (kind === 'stripes' || kind === 'band') {
    const rows: readonly Point[] =
      kind === 'band'
        ? [[72, 26]]
        : [
            [58, 11],
            [84, 11],
            [110, 11],
            [136, 11],
          ];
    for (const [from, high] of rows) {
      if (from > (figure.bust ? 140 : 300)) continue;
      const edge = (at: number): Point[] => {
        const side = at < 92 ? 100 : figure.side(at, 6);
        return [
          [-side, at - 4],
          [0, at + 4],
          [side, at - 4],
        ];
      };
      sheet.flat('cloth2', figure.path(edge(from), edge(from + high).toReversed()));
      const side = from < 92 ? 100 : figure.side(from, 6);
      const share = from < 80 ? 0.8 : 0.7;
      sheet.shade(
        'cloth2',
        figure.path(
          [
            [figure.far * side, from - 4],
            [figure.far * side * share, from + 1],
          ],
          [
            [figure.far * side * share, from + high + 1],
            [figure.far * side, from + high - 4],
          ],
        ),
      );
    }
    return;
  }
  if (kind === 'star') {
    const points: Point[] = [];
    for (let i = 0; i <= 10; i++) {
      const angle = ((i * 36 - 90) * Math.PI) / 180;
      const radius = i % 2 === 0 ? 30 : 13;
      points.push([Math.cos(angle) * radius, y + Math.sin(angle) * radius]);
    }
    sheet.flat('trim', figure.path(...points.slice(1).map((point, i) => [points[i] as Point, point])));
  }
  if (kind === 'heart') {
    const half: Point[] = [
      [0, y - 12],
      [12, y - 25],
      [28, y - 20],
      [30, y - 4],
      [18, y + 12],
      [0, y + 27],
    ];
    sheet.flat('trim', figure.path(half, half.map(([x, py]): Point => [-x, py]).toReversed()));
  }
}
