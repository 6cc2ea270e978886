import { depth } from '../drawing/depth.ts';
import { outline } from '../geometry/path.ts';
import { add, mix, type Point } from '../geometry/point.ts';
import { spline } from '../geometry/curve.ts';
import { onSide, signs, type Figure } from './figure.ts';
import { shoulderLine } from './shoulder.ts';

/** Half the neck's width in torso units. */
export const neckHalf = ({ proportions }: Figure): number => proportions.neckHalf / proportions.width;

/** A point beside the neck in drawing units: `x` in halves of its width, `up` 0 at the pit to 1 at the chin. */
export function neckPoint(figure: Figure, x: number, up: number, front = 0): Point {
  const { joints, proportions } = figure.skeleton;
  // The neck's axis runs from the pit to the joint that the head tilts about.
  const top = add(joints.head, [0, 88]);
  const height = proportions.neckLength / Math.max(1, joints.neck[1] - top[1]);
  const foot = figure.at(x * neckHalf(figure), 0, front);
  const end = figure.scene.place([top[0] + x * proportions.neckHalf * 0.97, top[1]]);
  return mix(foot, end, Math.min(1.35, up * height));
}

/**
 * The neck with the upper chest, and where `bare` the whole torso in skin. Clothes are drawn over it.
 */
export function drawNeck(figure: Figure, bare: boolean): void {
  const sheet = figure.sheet('neck', depth.neck);
  const half = neckHalf(figure);
  const edge = (sign: -1 | 1): Point[] => [
    neckPoint(figure, sign, 1.7),
    neckPoint(figure, sign, 1),
    neckPoint(figure, sign, 0.6),
    neckPoint(figure, sign * 1.05, 0.36),
    figure.at(sign * (half + 7), -6, 0),
    figure.at(sign * (half + 20), 1, 0),
    figure.at(sign * (half + 42), 9, 0),
  ];
  const chest = [
    [72, 14],
    [66, 52],
    [0, 84],
  ] as const;
  const right = edge(1);
  const left = edge(-1);
  sheet.flat(
    'skin',
    outline(
      right,
      figure.all(chest, 0.6),
      figure.all(onSide(chest, -1), 0.6).toReversed(),
      left.toReversed(),
    ),
  );
  drawChinShadow(figure, sheet);
  // Shade down the far side of the neck.
  const far = figure.far;
  sheet.shade(
    'skin',
    outline(
      [neckPoint(figure, far, 1), neckPoint(figure, far, 0.5), figure.at(far * (half + 8), -5, 0)],
      [
        figure.at(far * (half + 8), -5, 0),
        neckPoint(figure, far * 0.72, 0.3, 0.4),
        neckPoint(figure, far * 0.6, 1, 0.4),
      ],
    ),
  );
  for (const points of [left, right])
    sheet.line('skin', spline(points, 3), 0.9, { start: 0.6, end: 0.1, taper: 0.3 });
  if (!figure.fine) return;
  for (const sign of signs) {
    // Collar bones and, fainter, the muscle that runs from behind the ear to the pit of the neck.
    figure.line(
      sheet,
      'skin',
      onSide(
        [
          [9, 9],
          [20, 6],
          [38, 6],
          [60, 12],
        ],
        sign,
      ),
      0.5,
      { start: 0.2, taper: 0.4 },
    );
    if (figure.proportions.age !== 'child')
      sheet.line(
        'skin',
        spline(
          [
            neckPoint(figure, sign * 0.56, 0.36, 0.7),
            neckPoint(figure, sign * 0.4, 0.18, 0.9),
            figure.at(sign * 7, 4),
          ],
          3,
        ),
        0.3,
        { start: 0, end: 0.5 },
      );
  }
  if (bare) drawBareTorso(figure);
}

/** The shadow of chin and jaw, pushed to the side away from the light. */
function drawChinShadow(figure: Figure, sheet: ReturnType<Figure['sheet']>): void {
  const { far } = figure;
  const turn = Math.max(-1, Math.min(1, figure.scene.character.yaw / 40));
  const low = (x: number): number => 0.58 - 0.34 * Math.exp(-(((x - far * 0.25 - turn * 0.35) / 0.62) ** 2));
  const edge: Point[] = [];
  for (let i = 0; i <= 6; i++) {
    const x = -1 + i / 3;
    edge.push(neckPoint(figure, x, low(x) - (x * far > 0.9 ? 0.06 : 0), 0.5 * (1 - Math.abs(x))));
  }
  sheet.shade(
    'skin',
    outline([neckPoint(figure, -1, 1.6), neckPoint(figure, 1, 1.6)], edge.toReversed()),
    {},
  );
}

/** Skin from the shoulders down, for clothes that leave the shoulders bare. */
function drawBareTorso(figure: Figure): void {
  const sheet = figure.sheet('torso', depth.neck - 1);
  const side: readonly Point[] = [[44, 3], ...shoulderLine];
  const down: readonly Point[] = [
    [116, 60],
    [figure.side(96), 96],
    [figure.side(140), 140],
  ];
  sheet.flat('skin', figure.path(side, down, onSide(down, -1).toReversed(), onSide(side, -1).toReversed()));
  const { far } = figure;
  sheet.shade(
    'skin',
    figure.path(
      onSide(
        [
          [100, 24],
          [84, 60],
          [72, 100],
          [74, 140],
        ],
        far,
      ),
      onSide(
        [
          [figure.side(140), 140],
          [figure.side(96), 96],
          [110, 60],
        ],
        far,
      ),
    ),
  );
  for (const sign of signs) {
    figure.line(sheet, 'skin', onSide(side, sign), 0.95, { start: 0.1, end: 0.6 });
    figure.line(
      sheet,
      'skin',
      onSide(
        [
          [78, 76],
          [84, 92],
          [figure.side(118), 118],
        ],
        sign,
      ),
      0.8,
      { start: 0, end: 0.8 },
    );
  }
}
