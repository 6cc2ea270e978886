import type { Point } from '../geometry/point.ts';
import type { Expression, MouthShape } from './expression.ts';

/** A pen line of a mouth: on the lips, or a fold of the skin beside them. */
export interface MouthLine {
  readonly material: 'lips' | 'skin';
  readonly points: readonly Point[];
  /** Width as a multiple of an ordinary outline. */
  readonly weight: number;
  readonly taper?: number;
}

/** The upper edge from left to right, and the lower one back from right to left. */
export interface MouthEdges {
  readonly top: readonly Point[];
  readonly bottom: readonly Point[];
}

/**
 * What a mouth is drawn from: head units as seen from the front, from the middle of the mouth, x to the
 * picture's right.
 */
export interface MouthPlan {
  /** Half the distance of the corners. */
  readonly half: number;
  /** An open mouth; `teeth` is how much of the upper row is seen, 0 to 1. */
  readonly opening?: MouthEdges & { readonly teeth: number };
  /** Teeth that are clenched and shown. */
  readonly bared?: MouthEdges;
  /** A round hole between relaxed lips and the tongue in it, both closed. */
  readonly hole?: { readonly ring: readonly Point[]; readonly tongue?: readonly Point[] };
  /** Drawn over what is above, in this order. */
  readonly lines: readonly MouthLine[];
}

/** What a shape depends on: how far the mouth is open, its corners, and the side that a smirk is on. */
export type MouthState = Pick<Expression, 'mouthOpen' | 'smile'> & { readonly side: -1 | 1 };

/** The plan of a mouth shape. */
export function mouthPlan(shape: MouthShape, state: MouthState): MouthPlan {
  return plans[shape](state);
}

const plans: Readonly<Record<MouthShape, (state: MouthState) => MouthPlan>> = {
  line: ({ smile }) => curved(11, smile),
  smile: ({ smile }) => curved(14, smile),
  catSmile: ({ mouthOpen: open }) => ({
    half: 13,
    ...(open > 0.2 && {
      opening: {
        top: across([0, 0], [4.5, 2.2], [9, 0]),
        bottom: back([0, 9 + open * 9], [5, 7 + open * 8], [9, 0]),
        teeth: 0,
      },
    }),
    lines: [lips(across([0, 0], [4.5, 3], [9, 1.6], [13, -3]), 1.05, 0.3)],
  }),
  grin: () => {
    const top = across([0, 1.8], [8, 0.6], [17, -4]);
    const bottom = back([0, 10.5], [10, 7], [17, -4]);
    return {
      half: 17,
      bared: { top, bottom },
      lines: [lips(top, 1.05, 0.3), lips(bottom, 1, 0.3), lips(across([0, 5.6], [13, 1.5]), 0.4)],
    };
  },
  open: ({ mouthOpen: open }) => laughing(13 + open * 3, 8 + open * 12, 0.6),
  laugh: () => laughing(16, 17.5, 1),
  shout: () => ({
    half: 15,
    opening: {
      top: across([0, -6.5], [9, -5], [15, 2]),
      bottom: back([6, 17], [13, 12], [15, 2]),
      teeth: 1,
    },
    lines: [],
  }),
  frown: () => ({
    half: 11,
    lines: [lips(across([0, -1.2], [4, -0.6], [11, 3.5]), 1.05, 0.4), underLip([0, 6.8], [4, 7.6])],
  }),
  wavy: ({ mouthOpen: open }) =>
    open > 0.3
      ? {
          half: 12,
          opening: {
            top: [
              [-12, 1],
              [-6, -3],
              [0, -1],
              [6, -3.4],
              [12, 1],
            ],
            bottom: back([0, 5 + open * 7], [8, 6 + open * 6], [12, 1]),
            teeth: 0.4,
          },
          lines: [],
        }
      : {
          half: 12,
          lines: [
            lips(
              [
                [-12, 1.5],
                [-8, -1.8],
                [-3, 1.4],
                [2, -1.6],
                [7, 1.4],
                [12, -1],
              ],
              1.05,
              0.3,
            ),
          ],
        },
  pout: () => ({
    half: 7,
    lines: [lips(across([0, -0.4], [3, -1.6], [7, 2.6]), 1.05, 0.4), underLip([0, 6.3], [3, 5.5])],
  }),
  smirk: ({ side }) => ({
    half: 13,
    lines: [
      lips(
        [
          [-13 * side, 1.5],
          [-4 * side, 2.6],
          [4 * side, 1.4],
          [13 * side, -5],
        ],
        1.1,
        0.4,
      ),
      {
        material: 'skin',
        points: [
          [15 * side, -8],
          [16.4 * side, -5],
          [15.6 * side, -2],
        ],
        weight: 0.55,
      },
    ],
  }),
  small: ({ mouthOpen: open }) => {
    const half = 5 + open * 4;
    const tall = 2.5 + open * 9;
    const ring: Point[] = [
      [0, -tall * 0.7 + 2],
      [half * 0.9, -tall * 0.1 + 2],
      [half * 0.72, tall * 0.75 + 2],
      [0, tall + 2],
      [-half * 0.72, tall * 0.75 + 2],
      [-half * 0.9, -tall * 0.1 + 2],
    ];
    const tongue: Point[] = [
      [0, tall * 0.45 + 2],
      [half * 0.5, tall * 0.7 + 2],
      [0, tall * 0.93 + 2],
      [-half * 0.5, tall * 0.7 + 2],
    ];
    return { half, hole: { ring, ...(open > 0.45 && { tongue }) }, lines: [] };
  },
  teeth: () => {
    const top = across([0, -3.6], [8, -5], [15, 0]);
    const bottom: Point[] = [
      [15, 0],
      [11, 9],
      [4, 6.4],
      [-4, 9.4],
      [-11, 7.6],
      [-15, 0],
    ];
    const bite: Point[] = [
      [-13, 1],
      [-5, 2.8],
      [4, 0.8],
      [13, 2],
    ];
    const gap = (x: number): Point[] => [
      [x, -4],
      [x + 0.4, 1],
      [x, 7],
    ];
    return {
      half: 15,
      bared: { top, bottom },
      lines: [
        lips(top, 1, 0.3),
        lips(bottom, 1, 0.3),
        lips(bite, 0.5),
        ...[-7.5, 0, 7.5].map((x) => lips(gap(x), 0.35)),
      ],
    };
  },
};

/** A closed mouth whose corners rise with the smile. */
function curved(half: number, smile: number): MouthPlan {
  const rise = smile * 4.2;
  return {
    half,
    lines: [
      lips(across([0, rise * 0.62], [half * 0.45, rise * 0.35], [half, -rise]), 1.05, 0.45),
      underLip([0, 9.2], [4, 8]),
    ],
  };
}

/** An open, laughing mouth that reaches `drop` down. */
function laughing(half: number, drop: number, teeth: number): MouthPlan {
  return {
    half,
    opening: {
      top: across([0, -0.2], [half * 0.5, -1], [half, -4]),
      bottom: back([half * 0.36, drop * 0.95], [half * 0.82, drop * 0.5], [half, -4]),
      teeth,
    },
    lines: [],
  };
}

/** A symmetric line from left to right, given by its right half from the middle outwards. */
function across(...right: readonly Point[]): Point[] {
  const left = right.filter(([x]) => x !== 0).map(([x, y]): Point => [-x, y]);
  return [...left.toReversed(), ...right];
}

/** The same line from right to left. */
function back(...right: readonly Point[]): Point[] {
  return across(...right).toReversed();
}

function lips(points: readonly Point[], weight: number, taper?: number): MouthLine {
  return { material: 'lips', points, weight, ...(taper !== undefined && { taper }) };
}

/** The short line under the lower lip. */
function underLip(...right: readonly Point[]): MouthLine {
  return { material: 'skin', points: across(...right), weight: 0.5, taper: 0.9 };
}
