import type { RandomStream } from '@koma/character';
import { limb, smoothLine, smoothLoop } from './curves.ts';
import type { Point } from './ink-plane.ts';

/** Where a figure stands. */
export interface Stance {
  /** The middle of the head, pixels. */
  readonly head: Point;
  /** From the middle of the head to the chin, pixels. */
  readonly unit: number;
  /** Of the head, radians. */
  readonly roll: number;
}

/** The outlines of a figure's parts, pixels. */
export interface FigureShapes {
  readonly backHair: Point[];
  readonly backArm: Point[];
  readonly legs: Point[][];
  readonly body: Point[];
  readonly neck: Point[];
  readonly frontArm: Point[];
  readonly face: Point[];
  readonly fringe: Point[];
  readonly eyes: Point[][];
  /** Open lines. */
  readonly mouth: Point[];
  readonly strands: Point[][];
  readonly folds: Point[][];
}

const FACE: readonly Point[] = [
  [0, -1],
  [0.62, -0.75],
  [0.8, -0.1],
  [0.66, 0.45],
  [0.3, 0.85],
  [0, 1],
  [-0.3, 0.85],
  [-0.66, 0.45],
  [-0.8, -0.1],
  [-0.62, -0.75],
];

/** Someone from head to foot; what the panel cuts off is not seen. */
export function figureShapes({ head, unit, roll }: Stance, random: RandomStream): FigureShapes {
  const [cos, sin] = [Math.cos(roll), Math.sin(roll)];
  const onHead = ([x, y]: Point): Point => [
    head[0] + unit * (x * cos - y * sin),
    head[1] + unit * (x * sin + y * cos),
  ];
  const onBody = ([x, y]: Point): Point => [head[0] + unit * x, head[1] + unit * y];
  const shoulder = random.between(0.95, 1.3);
  const waist = random.between(0.6, 0.85);
  const hip = random.between(0.9, 1.4);
  const body = smoothLoop(
    [
      [-0.25, 1.15],
      [0.25, 1.15],
      [shoulder, 1.5],
      [shoulder * 0.95, 2.2],
      [waist, 3.1],
      [hip, 4.6],
      [0, 4.75],
      [-hip, 4.6],
      [-waist, 3.1],
      [-shoulder * 0.95, 2.2],
      [-shoulder, 1.5],
    ].map((p) => onBody(p as [number, number])),
  );
  const side = random.chance(0.5) ? 1 : -1;
  const arm = (s: number): Point[] => {
    const lift = random.between(-0.2, 2.6);
    const line: Point[] = [
      [s * shoulder * 0.85, 1.7],
      [s * (shoulder + random.between(0.2, 0.7)), 2.9 - lift * 0.25],
      [s * (shoulder + random.between(-0.9, 0.8)), 4 - lift],
    ];
    return limb(smoothLine(line.map(onBody), 8), (share) => unit * (0.3 - 0.12 * share));
  };
  const leg = (s: number): Point[] =>
    limb(
      smoothLine(
        [
          [s * 0.45, 4.3],
          [s * random.between(0.35, 0.7), 6],
          [s * random.between(0.3, 0.8), 7.6],
        ].map((p) => onBody(p as [number, number])),
        8,
      ),
      (share) => unit * (0.34 - 0.14 * share),
    );
  const length = random.chance(0.5) ? random.between(0.4, 1) : random.between(1.2, 2.8);
  const eye = (s: number): Point[] => {
    const [ex, ey] = [s * 0.36, 0.12];
    return smoothLoop(
      Array.from({ length: 8 }, (_, k): Point =>
        onHead([ex + 0.14 * Math.cos((k * Math.PI) / 4), ey + 0.2 * Math.sin((k * Math.PI) / 4)]),
      ),
      4,
    );
  };
  return {
    backHair: [...crown(1.1, random), ...spikes([1.1, length], [-1.1, length], 6, 0.35, random)].map(onHead),
    backArm: arm(-side),
    legs: [leg(-1), leg(1)],
    body,
    neck: [
      [-0.24, 0.6],
      [0.24, 0.6],
      [0.3, 1.45],
      [0, 1.75],
      [-0.3, 1.45],
    ].map((p) => onBody(p as [number, number])),
    frontArm: arm(side),
    face: smoothLoop(FACE).map(onHead),
    fringe: [...crown(1.08, random), ...spikes([0.86, 0.25], [-0.86, 0.25], 5, -0.6, random)].map(onHead),
    eyes: [eye(-1), eye(1)],
    mouth: smoothLine(
      [
        [-0.15, 0.6],
        [0, 0.66],
        [0.15, 0.6],
      ].map((p) => onHead(p as [number, number])),
    ),
    strands: Array.from({ length: 6 }, () => {
      const x = random.between(-0.8, 0.8);
      return smoothLine([
        onHead([x * 0.4, -1.1]),
        onHead([x * 0.9, -0.7]),
        onHead([x * 1.1, random.between(-0.4, -0.1)]),
      ]);
    }),
    folds: Array.from({ length: 5 }, () => {
      const [x, y] = [random.between(-0.7, 0.7), random.between(2, 4)];
      return smoothLine([
        onBody([x, y]),
        onBody([x + random.between(-0.2, 0.2), y + 0.3]),
        onBody([x + random.between(-0.4, 0.4), y + 0.7]),
      ]);
    }),
  };
}

/** From the left temple over the top to the right, with tips that stand out; heads are a unit high and wide. */
function crown(width: number, random: RandomStream): Point[] {
  return Array.from({ length: 25 }, (_, k): Point => {
    const turn = Math.PI + (Math.PI * k) / 24;
    const tip = k % 4 === 2 ? random.between(0, 0.22) : 0;
    return [(width + tip) * Math.cos(turn), (1.18 + tip) * Math.sin(turn) - 0.02];
  });
}

/** A zigzag from one place to another; every other corner lies `depth` below the line. */
function spikes(from: Point, to: Point, count: number, depth: number, random: RandomStream): Point[] {
  return Array.from({ length: 2 * count + 1 }, (_, k): Point => {
    const share = k / (2 * count);
    const down = k % 2 === 1 ? depth * random.between(0.5, 1.3) : 0;
    return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share + down];
  });
}
