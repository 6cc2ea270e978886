import { spline } from '../../geometry/curve.ts';
import { ink } from '../../geometry/ink.ts';
import { outline, type PathData } from '../../geometry/path.ts';
import type { Point } from '../../geometry/point.ts';
import type { RandomStream } from '../../random/random-stream.ts';
import type { PageShape } from '../page.ts';
import { dots } from './pen.ts';

/** A clump of leaves: an ellipse edged with small lobes. */
interface Clump {
  readonly centre: Point;
  readonly rx: number;
  readonly ry: number;
}

/** A tree that stands at a point: a trunk that forks under overlapping clumps of leaves, each shaded below. */
export function tree([x, y]: Point, height: number, random: RandomStream): PageShape[] {
  const w = height * 0.05;
  const trunk = outline(
    spline(
      [
        [x - w * 1.7, y],
        [x - w * 0.8, y - height * 0.12],
        [x - w * 0.75, y - height * 0.36],
        [x - w * 2.6, y - height * 0.56],
      ],
      3,
    ),
    [
      [x - w * 2.6, y - height * 0.56],
      [x, y - height * 0.42],
      [x + w * 2.4, y - height * 0.58],
    ],
    spline(
      [
        [x + w * 2.4, y - height * 0.58],
        [x + w * 0.75, y - height * 0.36],
        [x + w * 0.8, y - height * 0.12],
        [x + w * 1.8, y],
      ],
      3,
    ),
  );
  const bark =
    ink(
      spline(
        [
          [x - w * 1.7, y],
          [x - w * 0.8, y - height * 0.12],
          [x - w * 0.75, y - height * 0.36],
          [x - w * 2.6, y - height * 0.56],
        ],
        3,
      ),
      { width: 2.8, start: 0.6 },
    ) +
    ink(
      spline(
        [
          [x + w * 1.8, y],
          [x + w * 0.8, y - height * 0.12],
          [x + w * 0.75, y - height * 0.36],
          [x + w * 2.4, y - height * 0.58],
        ],
        3,
      ),
      { width: 3.6, start: 0.6 },
    );
  const shapes: PageShape[] = [
    { fill: dots(0.4), path: trunk },
    { fill: 'line', path: bark },
  ];
  const clumps = [
    [-0.24, -0.52, 0.19],
    [0.25, -0.5, 0.18],
    [0.02, -0.5, 0.17],
    [-0.16, -0.7, 0.2],
    [0.17, -0.69, 0.2],
    [0, -0.84, 0.17],
  ].map(([dx = 0, dy = 0, r = 0]): Clump => {
    const size = r * height * random.between(0.92, 1.12);
    return { centre: [x + dx * height, y + dy * height], rx: size, ry: size * 0.8 };
  });
  for (const clump of clumps) shapes.push(...leaves(clump, random));
  return shapes;
}

function leaves({ centre, rx, ry }: Clump, random: RandomStream): PageShape[] {
  const lobes = Math.max(9, Math.round((rx + ry) / 7));
  const starts = Array.from(
    { length: lobes },
    (_, i) => ((i + random.between(-0.25, 0.25)) / lobes) * Math.PI * 2,
  );
  const edge = (by: number): PathData => {
    const at = (angle: number, out: number): Point => [
      centre[0] + Math.cos(angle) * (rx * out + by),
      centre[1] + Math.sin(angle) * (ry * out + by),
    ];
    const curves = starts.map((from, i) => {
      const to = starts[i + 1] ?? (starts[0] as number) + Math.PI * 2;
      const span = to - from;
      return [at(from, 0.94), at(from + span * 0.25, 1.04), at(from + span * 0.75, 1.04), at(to, 0.94)];
    });
    return outline(...curves);
  };
  // The side away from the light: the lower right, with a leafy border.
  const border: Point[] = [];
  for (let i = 0; i <= 16; i++) {
    const t = i / 16;
    const angle = -0.5 + t * (Math.PI + 0.6);
    const out = (i % 2 === 0 ? 0.46 : 0.6) - 0.1 * Math.sin(Math.PI * t);
    border.push([
      centre[0] + Math.cos(angle) * rx * out + rx * 0.04,
      centre[1] + Math.sin(angle) * ry * out - ry * 0.06,
    ]);
  }
  const outer: Point[] = [];
  for (let i = 0; i <= 12; i++) {
    const angle = -0.5 + (1 - i / 12) * (Math.PI + 0.6);
    outer.push([centre[0] + Math.cos(angle) * rx * 0.95, centre[1] + Math.sin(angle) * ry * 0.95]);
  }
  let marks = '';
  for (let i = 0; i < 5; i++) {
    const angle = random.between(3.3, 5.6);
    const out = random.between(0.2, 0.7);
    const [mx, my] = [centre[0] + Math.cos(angle) * rx * out, centre[1] + Math.sin(angle) * ry * out];
    const s = Math.max(4, rx * 0.07);
    marks += ink(
      spline(
        [
          [mx - s, my],
          [mx - s * 0.5, my + s * 0.6],
          [mx, my + s * 0.1],
          [mx + s * 0.5, my + s * 0.7],
          [mx + s, my],
        ],
        2,
      ),
      { width: 2.2, taper: 0.8 },
    );
  }
  return [
    { fill: 'line', path: edge(2.3) },
    { fill: 'white', path: edge(0) },
    { fill: dots(0.35), path: outline(border, outer) },
    { fill: 'line', path: marks },
  ];
}
