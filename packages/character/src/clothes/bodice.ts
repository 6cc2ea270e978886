import { depth } from '../drawing/depth.ts';
import type { Sheet } from '../drawing/sheet.ts';
import { onSide, signs, type Figure, type Sign } from '../body/figure.ts';
import { shoulderLine } from '../body/shoulder.ts';
import type { PathData } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import type { Material } from '../palette/material.ts';

/** The piece of cloth that covers the torso. Points in torso units. */
export interface BodiceOptions {
  /** The neckline from the middle to the picture's right shoulder, or both halves from left to right. */
  readonly neckline: readonly Point[];
  /** Where it ends below. */
  readonly hem?: number;
  /** How far it stands off the body at the sides. */
  readonly room?: number;
  readonly atDepth?: number;
}

/** Mirrors a half neckline, or returns a whole one: points from the picture's left to its right. */
export function wholeNeckline(points: readonly Point[]): Point[] {
  if ((points[0] as Point)[0] < 0) return [...points];
  const middle = (points[0] as Point)[0] === 0;
  return [...onSide(points, -1).toReversed(), ...(middle ? points.slice(1) : points)];
}

/**
 * Draws the cloth over the torso with its lines and shade and returns its sheet, on which more can be
 * drawn, and its outline, to clip with.
 */
export function drawBodice(
  figure: Figure,
  material: Material,
  options: BodiceOptions,
): { sheet: Sheet; path: PathData } {
  const { room = 3, atDepth = depth.top } = options;
  const hem = figure.bust ? figure.bustHem : (options.hem ?? 300);
  const sheet = figure.sheet('top', atDepth);
  const neckline = wholeNeckline(options.neckline);
  const end = neckline[neckline.length - 1] as Point;
  const start = neckline[0] as Point;
  const shoulder = (from: Point, sign: -1 | 1): Point[] => [
    from,
    ...onSide(shoulderLine, sign).filter(([x]) => Math.abs(x) > Math.abs(from[0]) + 4),
  ];
  const flank = (sign: -1 | 1): Point[] => {
    const heights = [92, 130, 178, 258, 320, 385].filter((y) => y < hem - 12);
    return [...heights, hem].map((y): Point => [figure.side(y, room) * sign, y]);
  };
  const armhole = (sign: -1 | 1): Point[] =>
    onSide(
      [
        [120.5, 29],
        [116, 60],
        [figure.side(92, room), 92],
      ],
      sign,
    );
  const hemLine: Point[] = [
    [figure.side(hem, room), hem],
    [0, hem + (figure.bust ? 0 : 10)],
    [-figure.side(hem, room), hem],
  ];
  const path = figure.path(
    neckline,
    shoulder(end, 1),
    armhole(1),
    flank(1),
    hemLine,
    flank(-1).toReversed(),
    armhole(-1).toReversed(),
    shoulder(start, -1).toReversed(),
  );
  sheet.flat(material, path);
  drawBodiceShade(figure, sheet, material, hem, room);
  for (const sign of signs) {
    figure.line(sheet, material, shoulder(sign === 1 ? end : start, sign), 1, {
      start: 0.5,
      end: 0.85,
      taper: 0.3,
    });
    const side = flank(sign);
    figure.line(sheet, material, [[sign * 88, 84], ...side], 0.95, { start: 0, end: 0.8, taper: 0.25 });
  }
  if (!figure.bust) figure.line(sheet, material, hemLine, 0.9, { start: 0.7, end: 0.7 });
  figure.line(sheet, material, neckline, 0.8, { start: 0.6, end: 0.6 });
  drawBodiceFolds(figure, sheet, material, hem);
  return { sheet, path };
}

function drawBodiceShade(figure: Figure, sheet: Sheet, material: Material, hem: number, room: number): void {
  const { far } = figure;
  const heights = [92, 130, 178, 258, 320, 385].filter((y) => y < hem - 10);
  const edge: Point[] = [
    [112, 24],
    [116, 58],
    ...[...heights, hem].map((y): Point => [figure.side(y, room), y]),
  ];
  const inner: Point[] = edge.toReversed().map(([x, y]): Point => {
    const share = y < 40 ? 0.92 : y < 80 ? 0.8 : y < 110 ? 0.68 : y < 150 ? 0.74 : y < 200 ? 0.6 : 0.68;
    return [x * share, y];
  });
  sheet.shade(material, figure.path(onSide(edge, far), onSide(inner, far)));
  // A little under the near arm.
  const near: Sign = far === 1 ? -1 : 1;
  const flank = [108, ...heights.slice(1), hem].map((y): Point => [figure.side(y, room), y]);
  const shaded = flank.map(([x, y]): Point => [x * (y < 200 ? 0.9 : 0.95), y]).toReversed();
  sheet.shade(material, figure.path(onSide([[86, 82], ...flank], near), onSide([...shaded, [86, 82]], near)));
  if (!figure.bust && figure.proportions.bust > 0.2 && hem > 200) {
    const b = figure.proportions.bust;
    for (const sign of signs)
      sheet.shade(
        material,
        figure.path(
          onSide(
            [
              [10, 160],
              [28, 172],
              [52, 172 + b * 4],
              [76, 158],
            ],
            sign,
          ),
          onSide(
            [
              [74, 172],
              [54, 186 + b * 8],
              [30, 182],
            ],
            sign,
          ),
        ),
      );
  }
}

function drawBodiceFolds(figure: Figure, sheet: Sheet, material: Material, hem: number): void {
  for (const sign of signs) {
    figure.line(
      sheet,
      material,
      onSide(
        [
          [88, 88],
          [78, 92],
          [66, 102],
        ],
        sign,
      ),
      0.5,
      { start: 0.7 },
    );
    figure.line(
      sheet,
      material,
      onSide(
        [
          [90, 98],
          [80, 108],
          [72, 122],
        ],
        sign,
      ),
      0.45,
      { start: 0.7 },
    );
    if (figure.bust || !figure.fine || hem < 240) continue;
    figure.line(
      sheet,
      material,
      onSide(
        [
          [figure.side(228, 2), 228],
          [52, 236],
          [38, 232],
        ],
        sign,
      ),
      0.5,
      { start: 0.8 },
    );
    figure.line(
      sheet,
      material,
      onSide(
        [
          [figure.side(250, 2), 250],
          [48, 252],
          [30, 262],
        ],
        sign,
      ),
      0.5,
      { start: 0.8 },
    );
  }
}
