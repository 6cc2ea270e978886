import { depth } from '../../drawing/depth.ts';
import type { Part } from '../../drawing/drawing.ts';
import { section, spline } from '../../geometry/curve.ts';
import { outline } from '../../geometry/path.ts';
import type { Point } from '../../geometry/point.ts';
import {
  localFrame,
  onScalp,
  unit,
  cross,
  add3,
  viewDirection,
  type LocalFrame,
  type Point3,
} from '../local-frame.ts';
import { behind } from '../ornaments/bows.ts';
import type { DrawAccessory, Stage } from '../stage.ts';
import { drawRootTufts } from './horn.ts';

/** The ear of an animal on the picture's right, in its own plane: u outwards, v down, head units. */
interface EarShape {
  readonly azimuth: number;
  readonly fall: number;
  /** Degrees by which it leans outwards. */
  readonly lean: number;
  /** From the inner root over the tip to the outer root. */
  readonly inner: readonly Point[];
  readonly outer: readonly Point[];
  /** The hollow as fractions: how far its edge lies from the middle line. */
  readonly hollow: number;
  /** Height at which the hollow ends below the tip. */
  readonly top: number;
  /** Half the width of the root. */
  readonly root: number;
  /** The tip has the light colour of a fox's ear. */
  readonly dark?: boolean;
}

const shapes: Readonly<Record<'cat' | 'fox' | 'rabbit', EarShape>> = {
  cat: {
    azimuth: 68,
    fall: 0.42,
    lean: 20,
    inner: [
      [-35, 12],
      [-32, -12],
      [-18, -42],
      [4, -72],
    ],
    outer: [
      [4, -72],
      [20, -48],
      [31, -20],
      [35, 14],
    ],
    hollow: 0.64,
    top: 0.8,
    root: 21,
  },
  fox: {
    azimuth: 66,
    fall: 0.4,
    lean: 15,
    inner: [
      [-34, 12],
      [-36, -20],
      [-24, -56],
      [3, -90],
    ],
    outer: [
      [3, -90],
      [22, -60],
      [34, -24],
      [35, 14],
    ],
    hollow: 0.56,
    top: 0.78,
    root: 21,
    dark: true,
  },
  rabbit: {
    azimuth: 58,
    fall: 0.26,
    lean: 17,
    inner: [
      [-14, 12],
      [-23, -28],
      [-23, -68],
      [-13, -98],
      [1, -112],
    ],
    outer: [
      [1, -112],
      [15, -98],
      [24, -66],
      [22, -26],
      [14, 12],
    ],
    hollow: 0.55,
    top: 0.9,
    root: 11,
  },
};

/** The plane of an ear: upright on the scalp, open to the front and a little outwards. */
function earFrame({ head }: Stage, shape: EarShape, side: 1 | -1): LocalFrame {
  const { scalp, frame } = head;
  const origin = onScalp(scalp, side * shape.azimuth, shape.fall, -3);
  const angle = (shape.lean * Math.PI) / 180;
  const up: Point3 = unit([side * Math.sin(angle), -Math.cos(angle), -0.06]);
  // Ears seen edge-on would be slivers: they turn towards the viewer by a part.
  const front = unit(add3([side * 0.34, 0, 1], viewDirection(frame), 0.5));
  const down: Point3 = [-up[0], -up[1], -up[2]];
  const right = unit(cross(down, front));
  return localFrame(frame, origin, right, down, unit(cross(right, down)));
}

const drawEars =
  (kind: keyof typeof shapes): DrawAccessory =>
  (stage) =>
    ([-1, 1] as const).flatMap((side): Part[] => {
      const { scene, far, random } = stage;
      const shape = shapes[kind];
      const frame = earFrame(stage, shape, side);
      const beyond = behind(stage, side * shape.azimuth);
      const level = beyond > -4 ? depth.hatBack : depth.animalEar;
      const sheet = scene.sheet('hairFront', level, side === 1 ? 'left' : 'right');
      // An ear is a shell: its rims come forward, its tip and its middle lie back.
      const put = (points: readonly Point[], k = 1): Point[] =>
        points.map(([u, v]) => frame.at(u * k * side, v, (Math.abs(u) / 35) * 7 - (v + 20) * 0.04));
      const inner = spline(put(shape.inner), 4);
      const outer = spline(put(shape.outer), 4);
      sheet.flat('animalEar', outline(inner, outer));
      const darkEdge = far * side === 1 ? section(outer, 0.1, 1, 9) : section(inner, 0.9, 0, 9);
      const middle = spline(put(far * side === 1 ? shape.outer : shape.inner.toReversed(), 0.62), 4);
      sheet.shade('animalEar', outline(darkEdge, section(middle, 1, 0.1, 9)));
      if (shape.dark) drawTip(inner, outer);
      // The hollow.
      const low = -4;
      const within = (points: readonly Point[]): Point[] =>
        points.map(([u, v]): Point => [
          u * shape.hollow + (1 - shape.hollow) * 2,
          low + (v - low) * shape.top,
        ]);
      const hollowInner = spline(put(within(shape.inner)), 4);
      const hollowOuter = spline(put(within(shape.outer)), 4);
      sheet.flat('skin', outline(hollowInner, hollowOuter));
      sheet.flat('blush', outline(hollowInner, hollowOuter), { opacity: 0.34 });
      const shaded = far * side === 1 ? hollowInner : hollowOuter;
      const other = section(shaded, 0, 1, 9).map((point, i): Point => {
        const target = frame.at(4 * side, low - 22);
        const t = 0.34 * Math.sin((Math.PI * i) / 8);
        return [point[0] + (target[0] - point[0]) * t, point[1] + (target[1] - point[1]) * t];
      });
      sheet.shade('blush', outline(shaded, other.toReversed()), { tone: 'shade', opacity: 0.4 });
      sheet.line('skin', [...hollowInner, ...hollowOuter.slice(1)], 0.55, { start: 0.4, end: 0.4 });
      if (kind !== 'rabbit') drawFur();
      sheet.line('animalEar', [...inner, ...outer.slice(1)], 1.15, { start: 0.5, end: 0.5, taper: 0.15 });
      const parts = [sheet.part()];
      if (level !== depth.hatBack) parts.push(drawRootTufts(stage, frame, shape.root, level + 0.1));
      return parts;

      function drawTip(a: readonly Point[], b: readonly Point[]): void {
        const left = section(a, 0.68, 1, 6);
        const right = section(b, 0, 0.32, 6);
        const [x, y] = [left[0] as Point, right[5] as Point];
        const zig = [0.75, 0.5, 0.25].map((t, i): Point => {
          const tip = left[5] as Point;
          const at: Point = [x[0] + (y[0] - x[0]) * t, x[1] + (y[1] - x[1]) * t];
          const k = i === 1 ? -0.28 : 0.16;
          return [at[0] + (tip[0] - at[0]) * k, at[1] + (tip[1] - at[1]) * k];
        });
        sheet.flat(
          'animalEar',
          outline(
            left,
            right,
            [y, zig[0] as Point],
            [zig[0] as Point, zig[1] as Point],
            [zig[1] as Point, zig[2] as Point],
          ),
          { tone: 'deep' },
        );
      }

      /** Tufts of white fur that grow from the inner rim. */
      function drawFur(): void {
        for (const [root, tip, wide] of [
          [[-27, 4], [-2, -34], 8],
          [[-24, 8], [4, -20], 8],
          [[-14, 12], [8, -8], 8],
        ] as const) {
          const sway = random.between(-2, 2);
          const at = (u: number, v: number): Point => frame.at((u + sway) * side, v, 8);
          const from = put([root])[0] as Point;
          const end = at(tip[0], tip[1]);
          const upper = [
            from,
            at((root[0] + tip[0]) / 2 - wide * 0.6, (root[1] + tip[1]) / 2 - wide * 0.4),
            end,
          ];
          const lower = [
            end,
            at((root[0] + tip[0]) / 2 + wide * 0.5, (root[1] + tip[1]) / 2 + wide * 0.8),
            at(root[0] + wide * 1.3, root[1] + wide * 0.8),
          ];
          sheet.flat('linen', outline(upper, lower));
          sheet.line('linen', spline(upper, 4), 0.5, { start: 0.2 });
          sheet.line('linen', spline(lower, 4), 0.5, { end: 0.2 });
        }
      }
    });

/** Draws the ears of an animal if the scene's character has them; human and elf ears belong to the face. */
export function drawAnimalEars(stage: Stage): Part[] {
  const { ears } = stage.scene.character;
  return ears === 'human' || ears === 'elf' ? [] : drawEars(ears)(stage);
}
