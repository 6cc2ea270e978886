import { depth } from '../drawing/depth.ts';
import type { Part } from '../drawing/drawing.ts';
import type { Scene } from '../drawing/scene.ts';
import type { Point } from '../geometry/point.ts';
import type { FaceShape } from '../head/face-shape.ts';
import { drawLock, ribbonLock } from './lock.ts';
import type { Scalp } from './scalp.ts';

/** Draws the hair before the ears. */
export function drawSideLocks(scene: Scene, scalp: Scalp, shape: FaceShape): Part[] {
  const { character, light } = scene;
  const kind = character.sideLocks;
  if (kind === 'none') return [];
  const wave = character.hairWave;
  const parts: Part[] = [];
  for (const side of [-1, 1] as const) {
    // Beyond about 15° the far lock hangs behind the cheek: before it, it would hide the far eye.
    const behind = scalp.frame.turn * side > 0.38;
    const sheet = scene.sheet(
      'hairFront',
      behind ? depth.hairBehindEar : depth.hairSide,
      side === 1 ? 'left' : 'right',
    );
    const random = scene.random(`side lock ${side}`);
    const unit = scene.scale;
    const bottom =
      { short: shape.mouthY - 14, long: shape.chin + 52, hime: shape.mouthY + 8, curled: shape.chin + 30 }[
        kind
      ] + random.between(-8, 8);
    const out = shape.halfWidth;
    // A far lock is seen edge-on.
    const far = Math.max(0, scalp.frame.turn * side);
    const wide = (1 - far * 0.35) * unit;
    const x = (value: number): number => side * value;
    const place = (px: number, y: number, z: number): Point => scalp.frame.at(x(px), y, z);
    const swing = kind === 'curled' ? 16 : 5 + wave * 9;
    const steps = 5;
    const line: Point[] = [scalp.at(side * 58, 0.5), scalp.at(side * (70 - far * 10), 0.85, -3 * far)];
    for (let i = 0; i <= steps; i++) {
      const t = i / steps;
      const y = 8 + (bottom - 8) * t;
      const sway = Math.sin(t * Math.PI * (kind === 'curled' ? 2.2 : 1.1 + wave)) * swing * (0.3 + 0.7 * t);
      line.push(place(out + 6 - far * 9 - sway * 0.8 - (kind === 'hime' ? 0 : 9 * t * t), y, 30 - 12 * t));
    }
    const widths =
      kind === 'hime'
        ? [6, 14, 16, 16, 16, 15.5, 15, 15]
        : kind === 'short'
          ? [6, 13, 13, 12, 10, 7.5, 4, 0]
          : [6, 14, 16, 16, 14.5, 12, 7, 0];
    const lock = ribbonLock(line, { halfWidths: widths.map((w) => w * wide) });
    const inner =
      kind === 'hime'
        ? undefined
        : ribbonLock(
            line.map(([px, py], i): Point => [px + side * unit * (4 + i * 1.6), py]),
            { halfWidths: widths.map((w, i) => w * wide * (i < 3 ? 0.8 : 0.62)) },
          );
    if (inner) drawLock(sheet, inner, { beneath: true, lineFrom: [0.35, 0.35], weight: 0.9 });
    drawLock(sheet, lock, {
      dark: light === -1 ? 1 : -1,
      shadeWidth: 0.34,
      lineFrom: side < 0 ? [0.1, 0.26] : [0.26, 0.1],
      weight: 1.05,
      strands: kind === 'short' ? 1 : 2,
    });
    if (kind === 'hime') {
      const end = [lock.left[lock.left.length - 1] as Point, lock.right[lock.right.length - 1] as Point];
      sheet.line(
        'hair',
        [
          end[0] as Point,
          [
            ((end[0] as Point)[0] + (end[1] as Point)[0]) / 2,
            ((end[0] as Point)[1] + (end[1] as Point)[1]) / 2 + unit,
          ],
          end[1] as Point,
        ],
        1,
        { start: 0.7, end: 0.7, taper: 0.2 },
      );
    }
    parts.push(sheet.part());
  }
  return parts;
}
