import { depth } from '../drawing/depth.ts';
import type { Part } from '../drawing/drawing.ts';
import type { Scene } from '../drawing/scene.ts';
import { rotate, type Point } from '../geometry/point.ts';
import { accentFrom, drawAccentTip } from './hair-accent.ts';
import { rollOf } from './hang.ts';
import { drawLock, ribbonLock } from './lock.ts';
import type { Scalp } from './scalp.ts';

/** A lock from its root inside the dome (y 0) up: centre line and half widths, head units. */
interface Strand {
  readonly line: readonly Point[];
  readonly widths: readonly number[];
  readonly mirror?: boolean;
}

const strands = {
  none: [],
  single: [
    {
      line: [
        [-6, 20],
        [-3, 2],
        [4, -13],
        [20, -25],
        [41, -25],
        [56, -12],
      ],
      widths: [11, 7.5, 6.6, 6, 4.2, 0],
    },
  ],
  double: [
    {
      line: [
        [4, 18],
        [0, 2],
        [-6, -11],
        [-20, -20],
        [-36, -17],
      ],
      widths: [8, 5.6, 5, 3.6, 0],
    },
    {
      line: [
        [-5, 20],
        [-2, 2],
        [5, -14],
        [19, -26],
        [38, -26],
        [52, -15],
      ],
      widths: [10, 7, 6.2, 5.6, 4, 0],
    },
  ],
  curl: [
    {
      line: [
        [0, 20],
        [-4, 0],
        [-3, -16],
        [11, -28],
        [28, -24],
        [31, -9],
        [19, -4],
        [13, -13],
      ],
      widths: [10, 7, 6, 5.6, 5, 4, 2.6, 0],
    },
  ],
  heart: [
    {
      line: [
        [4, 18],
        [3, 2],
        [10, -9],
        [24, -14],
        [30, -24],
        [19, -30],
        [4, -18],
      ],
      widths: [7, 4.8, 4.6, 4.4, 4, 3.2, 0],
    },
    {
      line: [
        [4, 18],
        [3, 2],
        [10, -9],
        [24, -14],
        [30, -24],
        [19, -30],
        [4, -18],
      ],
      widths: [7, 4.8, 4.6, 4.4, 4, 3.2, 0],
      mirror: true,
    },
  ],
} as const satisfies Record<string, readonly Strand[]>;

/** Draws the lock that stands up from the crown: its foot widens into the dome and has no line there. */
export function drawAhoge(scene: Scene, scalp: Scalp): Part[] {
  const { character, light } = scene;
  if (character.ahoge === 'none') return [];
  const { frame } = scalp;
  const sheet = scene.sheet('hairFront', depth.hairTop);
  const top = scalp.rim(-90, -90, 2)[0] as Point;
  const root: Point = [top[0] + (scalp.at(0, 0.1)[0] - top[0]) * 0.5, top[1]];
  const lean = character.ahoge === 'heart' ? 1 : scene.random('ahoge').pick([-1, 1]);
  // A lock that stands up does not quite follow the head's roll.
  const roll = rollOf(frame) * 0.8;
  for (const { line, widths, mirror = false } of strands[character.ahoge] as readonly Strand[]) {
    const sign = mirror ? -lean : lean;
    const centre = line.map(([x, y]) =>
      rotate([root[0] + x * sign * frame.scale, root[1] + y * frame.scale], root, roll),
    );
    const lock = ribbonLock(centre, { halfWidths: widths.map((w) => w * frame.scale) }, 19);
    // A lock that bends over has its left edge above where it leans to the right.
    const dark = (sign === 1 ? 1 : -1) as 1 | -1;
    const lower = dark === 1 ? -1 : 1;
    const start = 1.05 / (line.length - 1);
    drawLock(sheet, lock, {
      dark: character.ahoge === 'heart' ? (-light as 1 | -1) : (lower as 1 | -1),
      shadeWidth: 0.38,
      lineFrom: [start, start],
      weight: 1.05,
    });
    drawAccentTip(sheet, lock, accentFrom(character), lower as 1 | -1);
  }
  return [sheet.part()];
}
