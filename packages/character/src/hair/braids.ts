import type { Part } from '../drawing/drawing.ts';
import type { Scene } from '../drawing/scene.ts';
import { drawBraid } from './braid.ts';
import { hangingLine, type HeadPoint } from './hang.ts';
import { drawGathered, lowTie } from './gathered.ts';
import { beforeShoulders, ownSide } from './hair-sides.ts';
import type { Scalp } from './scalp.ts';

function braidPart(scene: Scene, scalp: Scalp, side: 1 | -1, thick: number): Part {
  const { hairLength, hairVolume } = scene.character;
  const unit = scalp.frame.scale;
  const drop = 110 + hairLength * 170;
  const [x, y, z] = lowTie(scalp, side);
  const sheet = scene.sheet('hairBack', beforeShoulders, ownSide(side));
  const path: HeadPoint[] = [
    [x, y - 8, z],
    [x + side * 9, y + 18, z + 6],
    [x + side * 16, y + 16 + drop * 0.22, z + 14],
    [x + side * 12, y + 20 + drop * 0.55, z + 18],
    [x + side * 3, y + 20 + drop * 0.85, z + 18],
    [x + side * 2, y + 20 + drop * 1.12, z + 18],
  ];
  const full = (0.78 + hairVolume * 0.44) * thick * unit;
  const half = 17 * full;
  drawBraid(
    scene,
    sheet,
    {
      line: hangingLine(scalp.frame, path),
      halfWidths: [12, 17, 18, 17.5, 16, 13, 9].map((w) => w * full),
      lobes: Math.max(7, Math.round(((drop * 1.1 + 20) * unit * 0.8) / (half * 0.82))),
    },
    `braid ${side}`,
  );
  return sheet.part();
}

/** One thick plait over one shoulder; all hair of the nape runs to it. */
export function drawSingleBraid(scene: Scene, scalp: Scalp): Part[] {
  const side = scene.random('tail side').pick([-1, 1]) as 1 | -1;
  return [...drawGathered(scene, scalp, [side]), braidPart(scene, scalp, side, 1.18)];
}

/** Two plaits, one over each shoulder. */
export function drawTwinBraids(scene: Scene, scalp: Scalp): Part[] {
  return [...drawGathered(scene, scalp), braidPart(scene, scalp, -1, 0.95), braidPart(scene, scalp, 1, 0.95)];
}
