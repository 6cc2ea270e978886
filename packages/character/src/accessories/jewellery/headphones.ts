import { depth } from '../../drawing/depth.ts';
import type { Part } from '../../drawing/drawing.ts';
import { blob, outline } from '../../geometry/path.ts';
import type { Point } from '../../geometry/point.ts';
import { localFrame, unit, cross, type LocalFrame, type Point3 } from '../local-frame.ts';
import { drawBand, onBand, type Band } from '../ornaments/hairband.ts';
import { around, closed, ringArc, silhouette, type Ring } from '../solid.ts';
import type { DrawAccessory, Stage } from '../stage.ts';

const band: Band = { forward: 2, half: 6.5, raise: 11, reach: 88 };

/** Headphones: a band over the crown and a cup on each ear. */
export const drawHeadphones: DrawAccessory = (stage) => {
  const { scene } = stage;
  const parts: Part[] = [];
  // What of the band runs behind the crown peeks out over the rim.
  const back = scene.sheet('accessory', depth.hatBack);
  const arc = (raise: number): Point[] =>
    Array.from({ length: 25 }, (_, i) => onBand(stage, band, -88 + (176 * i) / 24, 0, raise).at);
  const [outer, inner] = [arc(12), arc(1)];
  back.flat('frame', outline(outer, inner.toReversed()), { tone: 'shade' });
  back.line('frame', outer, 1.05, { start: 0.6, end: 0.6, taper: 0.2 });
  parts.push(back.part());
  parts.push(drawBand(stage, band, 'frame', 'accessory'));
  for (const side of [-1, 1] as const) parts.push(drawCup(stage, side));
  return parts;
};

/** A padded cup on an ear: a short drum whose axis points aside. */
function drawCup(stage: Stage, side: 1 | -1): Part {
  const { scene, head, far } = stage;
  const { frame, shape, scalp } = head;
  const out: Point3 = unit([side, -0.06, 0.1]);
  const right: Point3 = unit(cross([0, 1, 0], out));
  const origin: Point3 = [side * (scalp.rx - 7), shape.eyeY - 10, -6];
  // The frame's own axis ("up") is the drum's.
  const drum: LocalFrame = localFrame(
    frame,
    origin,
    right,
    [-out[0], -out[1], -out[2]],
    unit(cross(right, [-out[0], -out[1], -out[2]])),
  );
  const level = frame.turn * side > 0.3 ? depth.ear - 2 : depth.hairOrnament + 0.2;
  const sheet = scene.sheet('accessory', level, side === 1 ? 'left' : 'right');
  const pad: readonly Ring[] = [
    [25, -4],
    [29, 2],
    [29, 8],
    [26, 11],
  ];
  const shell: readonly Ring[] = [
    [26, 9],
    [27, 14],
    [23, 20],
    [12, 23],
  ];
  const padOutline = silhouette(drum, pad);
  sheet.flat('ink', closed(padOutline));
  sheet.line('ink', around(padOutline), 1, { start: 0.8, end: 0.8 });
  const shellOutline = silhouette(drum, shell);
  sheet.flat('frame', closed(shellOutline));
  const facing = drum.facing(0, -1, 0);
  const ring = (radius: number, height: number, from: number, to: number): Point[] =>
    ringArc(drum, [radius, height], from, to, 13);
  if (facing > 0.12) {
    // The plate that is seen when the head turns away.
    sheet.flat('ornament', blob(ring(18, 21.5, 0, 332)));
    sheet.line('ornament', around(ring(18, 21.5, 0, 332)), 0.7, { start: 0.8, end: 0.8 });
    sheet.flat('frame', blob(ring(8, 23, 0, 332)));
    sheet.line('frame', around(ring(8, 23, 0, 332)), 0.6, { start: 0.8, end: 0.8 });
  }
  const low = ringArc(drum, [27, 13], 0, 345, 24)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 9)
    .toSorted((a, b) => a[0] - b[0]);
  const [x, y] = drum.at(0, -14, 0);
  if (low.length > 2 && facing < 0.5)
    sheet.shade(
      'frame',
      outline(
        low,
        low
          .toReversed()
          .map(([px, py]): Point => [px + (x - px) * 0.3 - far * frame.scale, py + (y - py) * 0.3]),
      ),
      { clip: closed(shellOutline) },
    );
  sheet.line('frame', around(shellOutline), 1.05, { start: 0.8, end: 0.8 });
  return sheet.part();
}
