import { depth as layer } from '../drawing/depth.ts';
import type { Part } from '../drawing/drawing.ts';
import type { Scene } from '../drawing/scene.ts';
import { drawCombedLines } from './combed-lines.ts';
import { drawDrill } from './drill.ts';
import { hanging, hangingLine, scalpPoint, type HeadPoint } from './hang.ts';
import { drawNape } from './nape.ts';
import type { Scalp } from './scalp.ts';
import { beforeShoulders, ownSide } from './hair-sides.ts';
import { drawTie } from './tie.ts';

/** Ringlets at both sides: a large one over each shoulder and a smaller one behind it. */
export function drawDrills(scene: Scene, scalp: Scalp): Part[] {
  const { hairLength, hairVolume } = scene.character;
  const { frame } = scalp;
  const unit = frame.scale;
  const drop = 130 + hairLength * 120;
  const full = 0.78 + hairVolume * 0.44;
  const parts: Part[] = [];
  const ties: HeadPoint[] = [];
  for (const side of [-1, 1] as const) {
    const root = scalpPoint(scalp, side * 92, 0.74, 4);
    ties.push(root);
    const [x, y, z] = root;
    const front = z > -10;
    // A far ringlet hides behind the cheek.
    const hung = beforeShoulders;
    const behind = scene.sheet('hairBack', layer.hairTail, ownSide(side));
    const sheet = scene.sheet('hairBack', front ? layer.hairSide - 0.5 : hung, ownSide(side));
    const wide = Math.max(0.5, Math.min(1, Math.abs(x) / 90));
    const path = (out: number, length: number): HeadPoint[] => [
      [x + side * 4, y + 2, z],
      [x + side * (16 + out * 0.4) * wide, y + 26, z],
      [x + side * (22 + out * 0.8) * wide, y + 40 + length * 0.3, z],
      [x + side * (18 + out) * wide, y + 40 + length * 0.65, z],
      [x + side * (16 + out * 1.1) * wide, y + 40 + length, z],
    ];
    const small = [9, 15, 18, 17, 13, 7, 1].map((w) => w * unit * full);
    drawDrill(scene, behind, {
      line: hangingLine(frame, path(34, drop * 0.78)),
      halfWidths: small,
      turns: 7,
      winding: side,
    });
    const large = [11, 20, 25, 26, 23, 17, 9, 1].map((w) => w * unit * full);
    drawDrill(scene, sheet, {
      line: hangingLine(frame, path(0, drop)),
      halfWidths: large,
      turns: 8,
      winding: side,
    });
    const knot = scene.sheet(
      front ? 'hairFront' : 'hairBack',
      front ? layer.hairTop : hung + 0.2,
      ownSide(side),
    );
    const [a, b] = [hanging(frame, x + side * 4, y + 2, z), hanging(frame, x + side * 13, y + 22, z)];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    drawTie(
      knot,
      a,
      [(b[0] - a[0]) / length, (b[1] - a[1]) / length],
      14 * unit,
      8.5 * unit,
      -scene.light as 1 | -1,
    );
    parts.push(behind.part(), sheet.part(), knot.part(), ...drawCombedLines(scene, scalp, [side * 92, 0.74]));
  }
  return [drawNape(scene, scalp, ties), ...parts];
}
