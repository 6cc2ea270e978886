import { depth as layer } from '../drawing/depth.ts';
import type { Part } from '../drawing/drawing.ts';
import type { Scene } from '../drawing/scene.ts';
import { spline } from '../geometry/curve.ts';
import { mix, type Point } from '../geometry/point.ts';
import { drawSheaf } from './draw-sheaf.ts';
import { ownSide } from './hair-sides.ts';
import { domeHalf, hanging, type HeadPoint, walk, yawAngle } from './hang.ts';
import { drawNape } from './nape.ts';
import type { Scalp } from './scalp.ts';
import type { Sheaf } from './sheaf.ts';

/** Where low tails are tied: beside the neck, behind the jaw. Head units after the head's turn. */
export function lowTie(scalp: Scalp, side: 1 | -1): HeadPoint {
  const { turn } = scalp.frame;
  return [side * 66 + turn * (turn * side > 0 ? 15 : 2), 92 - Math.max(0, -turn * side) * 4, 0];
}

/** The hair that runs from the dome, behind the ears, to low ties at the given sides. */
export function drawGathered(scene: Scene, scalp: Scalp, sides: readonly (1 | -1)[] = [-1, 1]): Part[] {
  return [drawNape(scene, scalp, []), ...sides.map((side) => drawToTie(scene, scalp, side))];
}

function drawToTie(scene: Scene, scalp: Scalp, side: 1 | -1): Part {
  const { frame } = scalp;
  const sheet = scene.sheet('hairBack', layer.hairBack, ownSide(side));
  const half = domeHalf(scalp);
  const yaw = yawAngle(frame);
  const [x, y] = lowTie(scalp, side);
  const on = (across: number, height: number): Point => {
    const z = scalp.z - 12 * Math.min(1, Math.max(0, height) / 60);
    return hanging(frame, z * Math.sin(yaw) + across * side * half, height, z * Math.cos(yaw));
  };
  const at = (across: number, height: number): Point => hanging(frame, x + across * side, height, 0);
  // The outer edge leaves the dome without a step and falls slack before it is drawn in.
  const outer = walk(
    spline(
      [
        on(0.9, -46),
        on(0.995, -8),
        on(1.0, 18),
        mix(on(0.96, 48), at(20, 54), 0.3),
        at(14, y - 16),
        at(7.5, y),
        at(8, y + 8),
      ],
      5,
    ),
  );
  const inner = walk(
    spline(
      [
        on(0.42, -46),
        on(0.46, -8),
        on(0.5, 18),
        mix(on(0.5, 48), at(-14, 54), 0.5),
        at(-12, y - 16),
        at(-7, y),
        at(-8, y + 8),
      ],
      5,
    ),
  );
  const [left, right] = side === 1 ? [inner, outer] : [outer, inner];
  const sheaf: Sheaf = {
    at: (across, along) => mix(left(along).point, right(along).point, across),
    tips: [0, 1, 2].map((i) => ({
      from: i / 3,
      to: (i + 1) / 3,
      point: (i + 0.5) / 3,
      reach: 1,
      notches: [0.98, 0.98],
      cut: 1,
    })),
  };
  const free = 0.26;
  const dark = -scene.light as 1 | -1;
  drawSheaf(sheet, sheaf, scene.random(`gathered ${side}`), {
    dark,
    shade: side === dark ? 0.5 : 0.3,
    lineFrom: side === 1 ? [1, free] : [free, 1],
    weight: 1.05,
    strands: 2,
  });
  return sheet.part();
}
