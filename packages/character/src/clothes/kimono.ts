import { depth } from '../drawing/depth.ts';
import { neckHalf } from '../body/neck.ts';
import { onSide } from '../body/figure.ts';
import { spline } from '../geometry/curve.ts';
import { outline } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import type { Material } from '../palette/material.ts';
import { drawBodice } from './bodice.ts';
import { castOn, collarBehind, collarPoints } from './collars.ts';
import type { Outfit } from './outfit.ts';

/** Kimono: the wearer's left side lies over the right, collar set away from the nape, broad sash. */
export const kimono: Outfit = {
  sleeve: () => ({ material: 'cloth', end: 1.85, shoulder: 1.14, elbow: 1.7, hem: 2.5, drop: 150 }),
  draw: (figure) => {
    const half = neckHalf(figure);
    collarBehind(figure, 'linen', 0.3, 1.5);
    const { sheet } = drawBodice(figure, 'cloth', {
      neckline: [
        [0, 90],
        [20, 50],
        [36, 12],
        [42, -4],
      ],
      hem: 250,
      room: 7,
    });
    if (figure.fine) drawPattern(figure, sheet);
    const inside = figure.sheet('top', depth.top - 0.5);
    inside.flat(
      'linen',
      figure.path(
        [
          [-44, 6],
          [0, 60],
          [44, 6],
        ],
        [
          [46, 60],
          [0, 130],
          [-46, 60],
        ],
      ),
    );
    const collar = figure.sheet('collar', depth.collar);
    const put = (points: readonly Point[]): Point[] => collarPoints(figure, points);
    /** One side's collar: a band from behind the neck across the chest. */
    const band = (sign: 1 | -1, material: Material, from: number, to: number, end: number): void => {
      const edge = (offset: number): Point[] =>
        onSide(
          [
            [half + 4 + offset * 0.9, -16],
            [half + 4 + offset, -2],
            [27 + offset * 0.9, 26],
            [6 + offset * 0.78, 66],
            [-22 + offset * 0.66, 108],
            [-22 - (end - 108) * 0.66 + offset * 0.66, end],
          ],
          sign,
        );
      const inner = edge(from);
      const outer = edge(to);
      collar.flat(material, outline(put(inner), put(outer.toReversed())));
      const cut = sign === figure.far ? 0.5 : 0.24;
      collar.shade(
        material,
        outline(
          put(inner.slice(0, 4)),
          put(
            outer
              .slice(0, 4)
              .map(([x, y], i): Point => [(inner[i] as Point)[0] + (x - (inner[i] as Point)[0]) * cut, y])
              .toReversed(),
          ),
        ),
      );
      collar.line(material, spline(put(inner), 3), 0.75, { start: 0.4, end: 0.7 });
      collar.line(material, spline(put(outer), 3), 0.85, { start: 0.4, end: 0.7 });
    };
    const low = figure.bust ? figure.bustHem : 206;
    // The wearer's right side first, then the left (the picture's right) over it.
    for (const sign of [-1, 1] as const) {
      castOn(
        figure,
        sheet,
        'cloth',
        onSide(
          [
            [half + 24, -2],
            [46, 30],
            [24, 70],
            [-6, 112],
            [-30, low],
            [-46, low],
            [-18, 108],
            [14, 60],
            [36, 20],
          ],
          sign,
        ),
        9,
      );
      if (sign === 1) {
        // Its front covers the other collar's end.
        collar.flat(
          'cloth',
          figure.path(
            [
              [half + 26, 2],
              [22, 74],
              [-8, 116],
              [-26, low],
            ],
            [
              [20, low],
              [60, 60],
              [half + 36, 10],
            ],
          ),
        );
        if (figure.far === 1)
          collar.shade(
            'cloth',
            figure.path(
              [
                [half + 26, 4],
                [24, 72],
                [-6, 114],
                [-22, low],
              ],
              [
                [-8, low],
                [6, 116],
                [34, 76],
                [half + 34, 14],
              ],
            ),
          );
      }
      const end = sign === 1 ? low : 114;
      band(sign, 'linen', 0, 9, end);
      band(sign, 'trim', 6, 13, end);
      band(sign, 'cloth', 11, 27, end);
    }
    if (!figure.bust) drawObi(figure);
  },
  lower: () => ({ kind: 'skirt', material: 'cloth', length: 1.72, flare: -6, pleats: 'wrap' }),
};

/** A few blossoms. */
function drawPattern(figure: Parameters<Outfit['draw']>[0], sheet: ReturnType<typeof figure.sheet>): void {
  const random = figure.scene.random('kimono');
  const spots: readonly Point[] = [
    [-58, 66],
    [58, 88],
    [84, 44],
    [-40, 122],
    [-84, 34],
  ];
  for (const [x, y] of spots) {
    const size = random.between(6, 10);
    const turn = random.between(0, 72);
    const petals: Point[] = [];
    for (let i = 0; i < 10; i++) {
      const angle = ((turn + i * 36) * Math.PI) / 180;
      const radius = i % 2 === 0 ? size : size * 0.55;
      petals.push([x + Math.cos(angle) * radius, y + Math.sin(angle) * radius]);
    }
    sheet.flat('cloth2', figure.path([...petals, petals[0] as Point]));
    sheet.flat(
      'trim',
      figure.path([
        [x - 1.8, y],
        [x, y - 1.8],
        [x + 1.8, y],
        [x, y + 1.8],
        [x - 1.8, y],
      ]),
    );
  }
}

/** The sash round the waist with its cord. */
function drawObi(figure: Parameters<Outfit['draw']>[0]): void {
  const obi = figure.sheet('top', depth.top + 0.5);
  const top = 184;
  const low = 290;
  const edge = (y: number): Point[] => [
    [-figure.side(y, 10), y],
    [0, y + 8],
    [figure.side(y, 10), y],
  ];
  obi.flat('cloth2', figure.path(edge(top), edge(low).toReversed()));
  const { far } = figure;
  obi.shade(
    'cloth2',
    figure.path(
      onSide(
        [
          [figure.side(top, 10), top],
          [figure.side(low, 10), low],
        ],
        far,
      ),
      onSide(
        [
          [34, low + 6],
          [40, 240],
          [44, top + 4],
        ],
        far,
      ),
    ),
  );
  obi.flat('trim', figure.path(edge(230), edge(242).toReversed()));
  for (const y of [top, low]) figure.line(obi, 'cloth2', edge(y), 0.95, { start: 0.8, end: 0.8 });
  for (const y of [230, 242]) figure.line(obi, 'trim', edge(y), 0.6, { start: 0.8, end: 0.8 });
  for (const sign of [-1, 1] as const)
    figure.line(
      obi,
      'cloth2',
      onSide(
        [
          [figure.side(top, 10), top],
          [figure.side(240, 10), 240],
          [figure.side(low, 10), low],
        ],
        sign,
      ),
      1,
      { start: 0.8, end: 0.8 },
    );
  obi.flat(
    'metal',
    figure.path([
      [-9, 236],
      [0, 248],
      [9, 236],
      [0, 228],
      [-9, 236],
    ]),
  );
}
