import type { Point } from '../geometry/point.ts';
import type { HandShape } from './pose-angles.ts';

/** A finger: the points of its bones in hand units, and its half widths at both ends. */
export interface Finger {
  readonly bones: readonly Point[];
  readonly root: number;
  readonly tip: number;
}

/**
 * A hand in hand units (100 = wrist to the longest fingertip): x towards the thumb, y along the hand.
 * `under` is drawn first, then the palm, then `over`.
 */
interface HandDrawing {
  readonly under: readonly Finger[];
  readonly palm: readonly Point[];
  readonly over: readonly Finger[];
  /** Short lines: creases, knuckles. */
  readonly creases?: readonly (readonly Point[])[];
}

const finger = (bones: readonly Point[], root = 7, tip = 5): Finger => ({ bones, root, tip });

const curled = (x: number, y: number, length: number): Finger =>
  finger(
    [
      [x, y],
      [x * 0.96, y - length * 0.5],
      [x * 0.9 + 1, y - length],
    ],
    7.4,
    7,
  );

/** Every hand as it is drawn; see {@link HandDrawing}. */
export const hands: Readonly<Record<HandShape, HandDrawing>> = {
  relaxed: {
    under: [
      finger(
        [
          [-14, 44],
          [-17, 62],
          [-14, 80],
        ],
        6,
        4.4,
      ),
      finger(
        [
          [-7, 48],
          [-9, 72],
          [-6, 94],
        ],
        6.8,
        4.8,
      ),
      finger(
        [
          [2, 50],
          [2, 76],
          [3, 100],
        ],
        7,
        5,
      ),
    ],
    palm: [
      [-13, -3],
      [-18, 20],
      [-20, 46],
      [-6, 54],
      [10, 54],
      [19, 46],
      [18, 22],
      [13, -3],
    ],
    over: [
      finger(
        [
          [11, 48],
          [14, 70],
          [11, 93],
        ],
        7,
        4.8,
      ),
      finger(
        [
          [13, 18],
          [23, 36],
          [22, 58],
        ],
        8.4,
        5,
      ),
    ],
    creases: [],
  },
  open: {
    under: [
      finger(
        [
          [16, 48],
          [22, 72],
          [26, 94],
        ],
        6.8,
        5,
      ),
      finger(
        [
          [4, 52],
          [6, 78],
          [7, 102],
        ],
        7,
        5,
      ),
      finger(
        [
          [-7, 50],
          [-11, 74],
          [-14, 97],
        ],
        6.8,
        4.8,
      ),
      finger(
        [
          [-17, 44],
          [-26, 62],
          [-33, 80],
        ],
        6,
        4.3,
      ),
      finger(
        [
          [12, 16],
          [33, 30],
          [46, 49],
        ],
        9,
        5.2,
      ),
    ],
    palm: [
      [-13, -3],
      [-20, 20],
      [-23, 46],
      [-8, 57],
      [8, 58],
      [22, 50],
      [21, 24],
      [13, -3],
    ],
    over: [],
    creases: [
      [
        [10, 14],
        [3, 26],
        [6, 42],
      ],
      [
        [-14, 38],
        [-2, 36],
        [10, 42],
      ],
    ],
  },
  fist: {
    under: [],
    palm: [
      [-13, -3],
      [-22, 16],
      [-25, 38],
      [-20, 54],
      [-6, 59],
      [10, 60],
      [23, 54],
      [26, 36],
      [21, 14],
      [13, -3],
    ],
    over: [
      curled(-18, 49, 19),
      curled(-6, 52, 22),
      curled(7, 53, 24),
      curled(20, 50, 24),
      finger(
        [
          [16, 15],
          [15, 30],
          [-1, 33],
        ],
        7.5,
        6,
      ),
    ],
  },
  peace: {
    under: [
      finger(
        [
          [14, 48],
          [24, 76],
          [30, 103],
        ],
        7,
        5,
      ),
      finger(
        [
          [2, 52],
          [-5, 80],
          [-10, 107],
        ],
        7.2,
        5.2,
      ),
    ],
    palm: [
      [-13, -3],
      [-21, 18],
      [-23, 42],
      [-15, 54],
      [4, 58],
      [20, 53],
      [22, 30],
      [13, -3],
    ],
    over: [
      curled(-16, 45, 18),
      curled(-5, 49, 20),
      finger(
        [
          [14, 16],
          [15, 31],
          [-3, 36],
        ],
        7.5,
        6,
      ),
    ],
  },
  pointing: {
    under: [
      finger(
        [
          [16, 48],
          [17, 76],
          [17, 108],
        ],
        7.2,
        5,
      ),
    ],
    palm: [
      [-13, -3],
      [-21, 18],
      [-24, 42],
      [-16, 55],
      [2, 58],
      [21, 53],
      [23, 30],
      [13, -3],
    ],
    over: [
      curled(-17, 46, 18),
      curled(-6, 50, 21),
      curled(6, 51, 22),
      finger(
        [
          [15, 16],
          [16, 31],
          [2, 36],
        ],
        7.5,
        6,
      ),
    ],
  },
  flat: {
    under: [
      finger(
        [
          [-15, 44],
          [-15, 64],
          [-13, 82],
        ],
        6.4,
        4.4,
      ),
      finger(
        [
          [-6, 50],
          [-6, 74],
          [-5, 96],
        ],
        6.8,
        4.8,
      ),
      finger(
        [
          [3, 52],
          [3, 78],
          [3, 102],
        ],
        7,
        5,
      ),
      finger(
        [
          [13, 48],
          [12, 72],
          [11, 95],
        ],
        7,
        4.8,
      ),
    ],
    palm: [
      [-13, -3],
      [-19, 20],
      [-21, 46],
      [-6, 56],
      [10, 57],
      [20, 48],
      [19, 22],
      [13, -3],
    ],
    over: [
      finger(
        [
          [13, 16],
          [25, 34],
          [24, 58],
        ],
        8.6,
        5,
      ),
    ],
  },
  thumb: {
    under: [
      finger(
        [
          [12, 22],
          [26, 44],
          [34, 72],
        ],
        9,
        6,
      ),
    ],
    palm: [
      [-13, -3],
      [-22, 16],
      [-25, 38],
      [-20, 54],
      [-6, 59],
      [10, 60],
      [23, 54],
      [26, 36],
      [21, 14],
      [13, -3],
    ],
    over: [curled(-18, 49, 19), curled(-6, 52, 22), curled(7, 53, 24), curled(19, 50, 24)],
  },
  grip: {
    under: [],
    palm: [
      [-13, -3],
      [-20, 16],
      [-23, 38],
      [-18, 54],
      [-6, 59],
      [10, 60],
      [21, 54],
      [24, 36],
      [20, 14],
      [13, -3],
    ],
    over: [
      curled(-16, 50, 20),
      curled(-5, 53, 23),
      curled(7, 54, 25),
      curled(18, 51, 25),
      finger(
        [
          [14, 14],
          [20, 30],
          [13, 43],
        ],
        7.5,
        6,
      ),
    ],
  },
};
