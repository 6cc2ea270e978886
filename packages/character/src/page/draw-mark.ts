import { spline } from '../geometry/curve.ts';
import { ink } from '../geometry/ink.ts';
import { outline } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import type { RandomStream } from '../random/random-stream.ts';
import type { Box } from './convex.ts';
import { star } from './ground/effect-lines.ts';
import { wedge } from './ground/pen.ts';
import { letterLine } from './lettering/letter-line.ts';
import type { PageShape, PlacedFigure } from './page.ts';
import type { Mark } from './page-plan.ts';

/** Head unit of the largest figures whose signs still grow with them, page units. */
const LARGEST = 125;

/**
 * The signs of manga for what a figure feels, beside its head.
 *
 * @param box What is seen: the panel's box.
 * @param side -1 where the sign stands at the picture's left of the head, 1 at its right.
 */
export function drawMark(
  mark: Mark,
  figure: PlacedFigure,
  box: Box,
  side: -1 | 1,
  random: RandomStream,
): PageShape[] {
  // Beside close-ups signs do not grow with the head.
  const unit = Math.min(figure.unit, LARGEST);
  const head = signOrigin(figure, box, unit, side);
  const at = (x: number, y: number): Point => [head[0] + x * unit * side, head[1] + y * unit];
  const pen = Math.max(2.4, unit * 0.035);
  switch (mark) {
    case 'sweat': {
      const drop = (x: number, y: number, size: number, by: number): string => {
        const [cx, cy] = at(x, y);
        const r = size * unit * 0.42 + by;
        const round = Array.from({ length: 9 }, (_, i): Point => {
          const angle = -0.35 + (i / 8) * (Math.PI + 0.7);
          return [cx + Math.cos(angle) * r, cy + Math.sin(angle) * r];
        });
        const tip: Point = [cx + side * r * 0.1, cy - r * 2.3];
        return outline(
          round,
          [round[8] as Point, [cx - r * 0.5, cy - r * 1.05], tip],
          [tip, [cx + r * 0.55, cy - r * 1.05], round[0] as Point],
        );
      };
      const where = [
        [0.86, -0.12, 0.26],
        [1.12, -0.5, 0.17],
      ] as const;
      return [
        { fill: 'line', path: where.map(([x, y, s]) => drop(x, y, s, pen)).join('') },
        { fill: 'white', path: where.map(([x, y, s]) => drop(x, y, s, 0)).join('') },
        {
          fill: 'line',
          path: where
            .map(([x, y, s]) =>
              ink(
                spline([at(x - 0.06, y + s * 0.1), at(x - 0.07, y + s * 0.3), at(x - 0.02, y + s * 0.5)], 3),
                { width: pen * 0.7 },
              ),
            )
            .join(''),
        },
      ];
    }
    case 'anger': {
      // Four bent veins around a hollow square.
      const [cx, cy] = at(0.66, -0.74);
      const r = unit * 0.24;
      const veins = (width: number): string =>
        [0, 1, 2, 3]
          .map((i) => {
            const turn = (i * Math.PI) / 2 + 0.25;
            const p = (u: number, v: number): Point => [
              cx + (u * Math.cos(turn) - v * Math.sin(turn)) * r,
              cy + (u * Math.sin(turn) + v * Math.cos(turn)) * r,
            ];
            return ink(spline([p(0.24, -1), p(0.28, -0.4), p(0.4, -0.28), p(1, -0.24)], 4), {
              width,
              start: 0.5,
              end: 0.5,
              taper: 0.6,
            });
          })
          .join('');
      return [
        { fill: 'white', path: veins(pen * 4.4) },
        { fill: 'line', path: veins(pen * 2) },
      ];
    }
    case 'exclamation':
    case 'question': {
      const size = unit * 0.62;
      const text = mark === 'question' ? '?' : '!!';
      const start = at(side === 1 ? 0.92 : 1.32, -1.08);
      const letters = (width: number): string =>
        letterLine(text, start, { size, pen: width, slant: 0.18 * side }, random);
      return [
        { fill: 'white', path: letters(unit * 0.2) },
        { fill: 'line', path: letters(unit * 0.1) },
      ];
    }
    case 'sparkle': {
      const where = [
        [0.98, -0.66, 0.3],
        [1.22, -0.2, 0.18],
        [-0.96, -0.72, 0.2],
      ] as const;
      return [
        { fill: 'line', path: where.map(([x, y, r]) => star(at(x, y), r * unit + pen * 2.2)).join('') },
        { fill: 'white', path: where.map(([x, y, r]) => star(at(x, y), r * unit)).join('') },
      ];
    }
    case 'heart':
    case 'note': {
      const glyph = mark === 'heart' ? '♥' : '♪';
      const letters = (x: number, y: number, size: number, width: number): string =>
        letterLine(glyph, at(x, y), { size: size * unit, pen: width, slant: 0.1 }, random);
      const where =
        side === 1
          ? ([
              [0.94, -0.92, 0.42],
              [1.3, -0.5, 0.26],
            ] as const)
          : ([
              [1.3, -0.92, 0.42],
              [1.36, -0.4, 0.26],
            ] as const);
      return [
        { fill: 'white', path: where.map(([x, y, s]) => letters(x, y, s, pen * 4)).join('') },
        { fill: 'line', path: where.map(([x, y, s]) => letters(x, y, s, pen * 1.7)).join('') },
      ];
    }
    case 'motion': {
      // Behind the figure, from its middle: what is beside it is seen.
      const from = ([x, y]: Point): Point => [
        figure.head[0] - x * figure.unit * side,
        figure.head[1] + y * figure.unit,
      ];
      let path = '';
      for (let i = 0; i < 13; i++) {
        const y = -0.8 + i * 0.34 + random.between(-0.1, 0.1);
        path += wedge(from([0.5, y]), from([2 + random.between(0, 1.3), y]), pen * 1.5);
      }
      return [{ fill: 'line', path }];
    }
    case 'gloom': {
      let path = '';
      for (let i = 0; i < 8; i++) {
        const x = 0.24 + i * 0.085;
        path += ink([at(x, -0.86 + i * 0.05), at(x, -0.6), at(x, -0.42 + random.between(0, 0.16))], {
          width: pen * 0.75,
          start: 0.8,
        });
      }
      return [{ fill: 'line', path }];
    }
  }
}

/**
 * The middle of the head for signs of head unit `unit`, so that they stand at the head's edge and inside
 * the panel.
 */
function signOrigin({ head, unit: drawn }: PlacedFigure, box: Box, unit: number, side: -1 | 1): Point {
  const x = head[0] + side * (drawn - unit) * 0.9;
  const y = head[1] - (drawn - unit) * 0.75;
  const edge = side < 0 ? box.x + unit * 1.42 : box.x + box.width - unit * 1.42;
  return [side < 0 ? Math.max(x, edge) : Math.min(x, edge), Math.max(y, box.y + unit * 1.3)];
}
