import { depth as layer } from '../drawing/depth.ts';
import type { Part } from '../drawing/drawing.ts';
import type { Scene } from '../drawing/scene.ts';
import { spline } from '../geometry/curve.ts';
import { outline } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import { domeHalf, type HeadPoint, yawAngle } from './hang.ts';
import { drawLock, ribbonLock } from './lock.ts';
import type { Scalp } from './scalp.ts';

/** Half the width of the back of the head at a height, as a fraction of the dome's: straight between measures. */
function napeHalf(y: number): number {
  const measures = [
    [-6, 1],
    [24, 0.955],
    [54, 0.8],
    [80, 0.54],
    [98, 0.36],
  ] as const;
  const i = Math.min(3, Math.max(0, measures.findIndex(([height]) => height >= y) - 1));
  const [[y0, a], [y1, b]] = [measures[i] ?? measures[0], measures[i + 1] ?? measures[4]];
  return a + (b - a) * Math.max(0, Math.min(1, (y - y0) / (y1 - y0)));
}

/**
 * The back of the head below the dome where hair is tied up: combed close, down to the hairline behind the
 * neck, its strands running to the tie. Short hair that escaped hangs at the nape.
 *
 * @param ties Where the hair is gathered, head units after the head's turn.
 */
export function drawNape(scene: Scene, scalp: Scalp, ties: readonly HeadPoint[]): Part {
  const { frame } = scalp;
  const sheet = scene.sheet('hairBack', layer.hairBack);
  const random = scene.random('nape');
  const half = domeHalf(scalp) - 1;
  const yaw = yawAngle(frame);
  const dark = -scene.light as 1 | -1;
  const at = (across: number, y: number, wide: number): Point => {
    const z = scalp.z - 24 * Math.min(1, Math.max(0, y) / 70);
    return frame.flat(z * Math.sin(yaw) + across * wide, y, z * Math.cos(yaw));
  };
  const edge = (side: 1 | -1): Point[] => [
    at(side, -46, half * 0.92),
    ...[scalp.y, 24, 54, 80, 98].map((y) => at(side, y, half * napeHalf(y))),
  ];
  const [left, right] = [edge(-1), edge(1)];
  const low = [
    right.at(-1) as Point,
    at(0.5, 94, half * 0.36),
    at(0, 102, 1),
    at(-0.5, 94, half * 0.36),
    left.at(-1) as Point,
  ];
  sheet.flat('hair', outline(right, low, left.toReversed()));
  // What the face does not hide lies on the far side of the ear: shade under the dome and on the dark side.
  const shadow = [at(dark, -46, half * 0.92), ...edge(dark).slice(1)];
  sheet.shade(
    'hair',
    outline(
      shadow,
      shadow.toReversed().map((point, i): Point => {
        const t = i / (shadow.length - 1);
        const inner = at(
          dark * (0.3 + 0.34 * t),
          [98, 80, 54, 24, scalp.y, -46][i] as number,
          half * (0.5 + 0.5 * t),
        );
        return i === 0 ? point : inner;
      }),
    ),
  );
  for (const [side, points] of [
    [-1, left],
    [1, right],
  ] as const) {
    const line = spline(points.slice(1), 4);
    sheet.line('hair', line, side === dark ? 1.15 : 1, { start: 0.2, end: 0.25, taper: 0.35 });
    const tie = ties.length === 1 ? ties[0] : ties.find(([x]) => Math.sign(x) === side);
    if (!tie) continue;
    // The last piece of each line is left out: it would run under the dome or onto the tie.
    const goal = frame.flat(...tie);
    for (const y of [84, 66, 46, 24]) {
      const from = at(side, y, half * 0.94 * napeHalf(y));
      const middle: Point = [
        from[0] * 0.55 + goal[0] * 0.45 + side * -4 * frame.scale,
        from[1] * 0.6 + goal[1] * 0.4,
      ];
      sheet.line('hair', spline([from, middle, goal], 5).slice(0, 9), 0.5, { taper: 0.9 });
    }
  }
  for (const side of [-1, 1] as const) {
    for (let i = 0; i < 2; i++) {
      const across = side * (0.3 - i * 0.08 + random.between(-0.03, 0.03));
      const end = 112 + random.between(0, 22) - i * 8;
      const out = side * random.between(2, 10);
      const unit = frame.scale;
      const line = [
        at(across, 70, half),
        at(across, 90, half),
        at(across + (out * 0.2) / half, (90 + end) / 2, half),
        at(across + out / half, end, half),
      ];
      drawLock(sheet, ribbonLock(line, { halfWidths: [6, 5, 3.2, 0].map((w) => w * unit) }), {
        beneath: side === dark,
        lineFrom: [0.35, 0.35],
        weight: 0.75,
      });
    }
  }
  return sheet.part();
}
