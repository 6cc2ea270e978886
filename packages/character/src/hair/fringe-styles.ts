import type { Character } from '../parameters/catalogue.ts';
import type { RandomStream } from '../random/random-stream.ts';
import type { Tuft } from './tuft.ts';

/** A fringe: its tufts from back to front. */
export interface FringePlan {
  readonly tufts: readonly Tuft[];
  /** How low the hair reaches without the tufts: the fall of the hairline in the middle and at the temples. */
  readonly hairline: readonly [middle: number, temple: number];
}

/** One tuft of a row: the azimuth and the fall of its tip, and its width. */
type Tip = readonly [azimuth: number, fall: number, width: number, options?: Partial<Tuft>];

/**
 * Tufts that fall straight from the crown, `sweep` degrees aside. Outer ones first, so that the middle
 * lies on top.
 */
function row(random: RandomStream, tips: readonly Tip[], sweep = 0, jitter = 1): Tuft[] {
  return tips
    .map(([azimuth, fall, width, options]): Tuft => {
      const drift = random.between(-3, 3) * jitter;
      return {
        azimuths: [azimuth * 0.92 - sweep, azimuth - sweep * 0.35, azimuth + sweep * 0.65 + drift],
        falls: [0.2, fall + random.between(-0.035, 0.035) * jitter],
        width: width * random.between(0.94, 1.1),
        flick: random.between(-4, 4) * jitter,
        ...options,
      };
    })
    .sort((a, b) => Math.abs(b.azimuths[1]) - Math.abs(a.azimuths[1]));
}

/** Tufts that leave a parting at `part` degrees and sweep to both sides. */
function parted(random: RandomStream, part: number, left: readonly Tip[], right: readonly Tip[]): Tuft[] {
  const side = (tips: readonly Tip[], sign: 1 | -1): Tuft[] =>
    tips.map(([azimuth, fall, width, options]): Tuft => ({
      azimuths: [
        part + sign * 9 + (azimuth - part) * 0.28,
        part + (azimuth - part) * 0.72,
        azimuth + random.between(-2.5, 2.5),
      ],
      falls: [0.24, fall + random.between(-0.03, 0.03)],
      width: width * random.between(0.95, 1.08),
      belly: 0.42,
      flick: sign * random.between(1, 7),
      ...options,
    }));
  // What starts at the parting lies on top of what is further out.
  return [...side(left, -1), ...side(right, 1)].sort(
    (a, b) => Math.abs(b.azimuths[2] - part) - Math.abs(a.azimuths[2] - part),
  );
}

/** The fringe of a style. `lower` moves all tips, in falls. */
export function fringePlan(style: Character['fringe'], random: RandomStream, lower: number): FringePlan {
  const f = (fall: number): number => fall + lower;
  switch (style) {
    case 'full':
      return {
        hairline: [0.72, 0.9],
        tufts: row(random, [
          [-66, f(1.22), 26],
          [-47, f(1.08), 25],
          [-27, f(1.0), 25],
          [-6, f(1.08), 24],
          [14, f(0.99), 24],
          [34, f(1.05), 26],
          [53, f(1.12), 24],
          [69, f(1.24), 24],
        ]),
      };
    case 'blunt': {
      const tips: Tip[] = [-63, -45, -27, -9, 9, 27, 45, 63].map((azimuth, i) => [
        azimuth,
        f(1.0 + (Math.abs(azimuth) > 55 ? 0.02 : 0)),
        20.5,
        { tipWidth: 0.9 - (i % 3) * 0.04, belly: 0.6 },
      ]);
      return { hairline: [0.74, 0.92], tufts: row(random, tips, 0, 0.28) };
    }
    case 'parted': {
      return {
        hairline: [0.6, 0.86],
        tufts: parted(
          random,
          17,
          [
            [-64, f(1.2), 27],
            [-45, f(1.08), 27],
            [-25, f(1.02), 27],
            [-5, f(0.95), 25],
          ],
          [
            [36, f(0.98), 25],
            [54, f(1.12), 26],
            [70, f(1.24), 22],
          ],
        ),
      };
    }
    case 'centre':
      return {
        hairline: [0.56, 0.84],
        tufts: parted(
          random,
          0,
          [
            [-68, f(1.26), 26],
            [-52, f(1.14), 27],
            [-33, f(1.0), 27],
          ],
          [
            [33, f(1.0), 27],
            [52, f(1.14), 27],
            [68, f(1.26), 26],
          ],
        ),
      };
    case 'sweptLeft':
    case 'sweptRight': {
      const sign = style === 'sweptRight' ? 1 : -1;
      const tips: Tip[] = [
        [-62, f(1.02), 25],
        [-44, f(0.98), 26],
        [-24, f(1.0), 27],
        [-3, f(1.04), 28],
        [19, f(1.06), 28],
        [41, f(1.12), 27],
        [62, f(1.24), 26],
      ];
      return {
        hairline: [0.7, 0.9],
        tufts: row(
          random,
          tips.map(([azimuth, ...rest]) => [azimuth * sign, ...rest] as unknown as Tip),
          sign * 22,
        ).sort((a, b) => sign * (b.azimuths[1] - a.azimuths[1])),
      };
    }
    case 'mShape':
      return {
        hairline: [0.66, 0.9],
        tufts: row(random, [
          [-66, f(1.26), 27],
          [-46, f(1.1), 26],
          [-27, f(0.95), 25],
          [-8, f(1.12), 17, { belly: 0.35 }],
          [5, f(1.22), 19, { belly: 0.35 }],
          [26, f(0.95), 25],
          [46, f(1.1), 26],
          [66, f(1.26), 27],
        ]),
      };
    case 'wispy':
      return {
        hairline: [0.7, 0.9],
        tufts: row(
          random,
          [
            [-64, f(1.2), 21],
            [-50, f(1.06), 17],
            [-36, f(1.02), 18],
            [-22, f(0.98), 16],
            [-8, f(1.06), 15],
            [6, f(1.0), 16],
            [20, f(1.06), 15],
            [34, f(0.98), 18],
            [48, f(1.06), 18],
            [64, f(1.22), 21],
          ].map(([azimuth = 0, fall = 1, width = 15]): Tip => [azimuth, fall, width, { belly: 0.34 }]),
          4,
          1.5,
        ),
      };
    case 'curtain':
      return {
        hairline: [0.55, 0.84],
        tufts: parted(
          random,
          -3,
          [
            [-72, f(1.42), 25, { flick: -12 }],
            [-57, f(1.26), 26, { flick: -10 }],
            [-40, f(1.06), 22, { flick: -6 }],
          ],
          [
            [40, f(1.06), 22, { flick: 6 }],
            [57, f(1.26), 26, { flick: 10 }],
            [72, f(1.42), 25, { flick: 12 }],
          ],
        ),
      };
    case 'choppy':
      return {
        hairline: [0.72, 0.9],
        tufts: row(
          random,
          [
            [-66, f(1.12), 25, { tipWidth: 0.4 }],
            [-48, f(0.98), 24, { tipWidth: 0.55 }],
            [-31, f(0.92), 22, { tipWidth: 0.5 }],
            [-13, f(1.0), 23, { tipWidth: 0.45 }],
            [5, f(0.92), 23, { tipWidth: 0.6 }],
            [23, f(0.98), 22, { tipWidth: 0.4 }],
            [42, f(0.93), 24, { tipWidth: 0.5 }],
            [62, f(1.1), 26, { tipWidth: 0.4 }],
          ],
          3,
        ),
      };
    case 'veil':
      // One eye is covered on purpose.
      return {
        hairline: [0.58, 0.86],
        tufts: parted(
          random,
          24,
          [
            [-66, f(1.5), 28],
            [-50, f(1.6), 27, { belly: 0.6 }],
            [-30, f(1.58), 30, { belly: 0.62 }],
            [-9, f(1.3), 26],
          ],
          [
            [46, f(1.02), 26],
            [64, f(1.22), 26],
          ],
        ),
      };
    case 'spiky':
      return {
        hairline: [0.66, 0.9],
        tufts: row(
          random,
          [
            [-64, f(1.18), 30, { flick: -9, belly: 0.3 }],
            [-44, f(1.02), 28, { flick: -8, belly: 0.3 }],
            [-22, f(0.96), 28, { flick: -6, belly: 0.3 }],
            [1, f(1.1), 25, { flick: 5, belly: 0.3 }],
            [22, f(0.94), 28, { flick: 8, belly: 0.3 }],
            [45, f(1.04), 28, { flick: 9, belly: 0.3 }],
            [66, f(1.2), 30, { flick: 10, belly: 0.3 }],
          ],
          5,
        ),
      };
    case 'crossed':
      return {
        hairline: [0.66, 0.88],
        tufts: [
          ...row(random, [
            [-66, f(1.22), 27],
            [-46, f(1.08), 26],
            [46, f(1.08), 26],
            [66, f(1.22), 27],
          ]),
          { azimuths: [-24, -16, 16], falls: [0.22, f(1.06)], width: 27, flick: 6, belly: 0.4 },
          { azimuths: [-2, -22, -30], falls: [0.22, f(1.0)], width: 24, flick: -4, belly: 0.4 },
          { azimuths: [26, 26, 30], falls: [0.22, f(0.98)], width: 26, flick: 5, belly: 0.42 },
          { azimuths: [16, 8, -8], falls: [0.22, f(1.12)], width: 25, flick: -7, belly: 0.4 },
        ],
      };
    case 'slicked':
      return {
        hairline: [0.57, 0.9],
        tufts: parted(
          random,
          8,
          [
            [-74, f(1.1), 24],
            [-62, f(0.98), 22],
          ],
          [
            [62, f(0.98), 22],
            [74, f(1.1), 24],
          ],
        ),
      };
    case 'curly':
      return {
        hairline: [0.7, 0.9],
        tufts: row(random, [
          [-66, f(1.18), 27, { flick: 16, belly: 0.62 }],
          [-47, f(1.05), 26, { flick: 15, belly: 0.62 }],
          [-28, f(1.0), 26, { flick: 15, belly: 0.62 }],
          [-8, f(1.04), 25, { flick: 14, belly: 0.62 }],
          [12, f(0.98), 25, { flick: -14, belly: 0.62 }],
          [32, f(1.04), 26, { flick: -15, belly: 0.62 }],
          [51, f(1.06), 26, { flick: -15, belly: 0.62 }],
          [68, f(1.18), 26, { flick: -16, belly: 0.62 }],
        ]),
      };
    case 'asymmetric':
      return {
        hairline: [0.62, 0.88],
        tufts: parted(
          random,
          -20,
          [
            [-66, f(1.1), 26],
            [-48, f(0.98), 25],
          ],
          [
            [3, f(0.94), 27],
            [23, f(1.02), 28],
            [43, f(1.14), 28],
            [60, f(1.34), 27],
            [72, f(1.5), 22],
          ],
        ),
      };
  }
}
