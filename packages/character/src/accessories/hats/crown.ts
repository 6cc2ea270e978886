import { depth } from '../../drawing/depth.ts';
import type { Sheet } from '../../drawing/sheet.ts';
import { ellipse, outline } from '../../geometry/path.ts';
import type { Point } from '../../geometry/point.ts';
import { crownFrame } from '../local-frame.ts';
import { frontOf, ringArc } from '../solid.ts';
import type { DrawAccessory } from '../stage.ts';
import { drawHairShadow } from './hat-body.ts';

const POINTS = 9;
const RADIUS = 60;
const HEIGHT = 40;

/** A golden crown, small enough to sit on the top of the hair. */
export const drawCrown: DrawAccessory = (stage) => {
  const { scene, head, far } = stage;
  const frame = crownFrame(head.scalp, head.scalp.ry * 0.83, 7, stage.random.pick([-7, 7]));
  const front = frontOf(frame);
  const at = (angle: number, height: number): Point =>
    ringArc(frame, [RADIUS + height * 0.16, height], angle, angle, 2)[0] as Point;
  /** The zigzag of the upper edge between two angles of the crown itself. */
  const zigzag = (from: number, to: number): Point[] => {
    const step = 180 / POINTS;
    const points: Point[] = [at(from, upper(from))];
    const sign = Math.sign(to - from);
    for (
      let k = Math.floor(from / step) + (sign > 0 ? 1 : 0);
      sign > 0 ? k * step < to : k * step > to;
      k += sign
    )
      if (Math.abs(k * step - from) > 0.01) points.push(at(k * step, upper(k * step)));
    points.push(at(to, upper(to)));
    return points;
  };
  const upper = (angle: number): number => {
    const t = Math.abs((((angle * POINTS) / 360) % 1) * 2 - Math.sign(angle || 1));
    return 17 + (HEIGHT - 17) * (1 - Math.min(t, 2 - t));
  };
  const base = (from: number, to: number): Point[] => ringArc(frame, [RADIUS, 0], from, to, 13);
  const drawHalf = (sheet: Sheet, inside: boolean): void => {
    const [from, to] = inside ? [front + 90, front + 270] : [front - 90, front + 90];
    const edge = zigzag(from, to);
    sheet.flat(
      'metal',
      `${outline(base(from, to))}`.replace(/Z$/, '') +
        edge
          .toReversed()
          .map(([x, y]) => `L${round(x)} ${round(y)}`)
          .join('') +
        'Z',
      inside ? { tone: 'shade' } : {},
    );
    if (!inside) {
      const shade = zigzag(front + far * 42, front + far * 90);
      const low = base(front + far * 90, front + far * 38);
      sheet.shade('metal', `M${[...shade, ...low].map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`);
      sheet.shade(
        'metal',
        outline(base(front - 90, front + 90), ringArc(frame, [RADIUS, 4], front + 90, front - 90, 13)),
      );
      sheet.line('metal', ringArc(frame, [RADIUS + 1, 11], front - 88, front + 88, 13), 0.6, {
        start: 0.5,
        end: 0.5,
      });
    }
    sheet.line('metal', edge, 0.95, { start: 0.7, end: 0.7, taper: 0.1 });
    if (!inside) {
      sheet.line('metal', base(from, to), 1, { start: 0.6, end: 0.6, taper: 0.2 });
      sheet.line('metal', [at(from, 0), at(from, upper(from))], 0.95, { start: 0.8, end: 0.8 });
      sheet.line('metal', [at(to, 0), at(to, upper(to))], 0.95, { start: 0.8, end: 0.8 });
    }
    const step = 360 / POINTS;
    for (let k = Math.ceil((from - step / 2) / step); k * step + step / 2 < to; k++) {
      const angle = k * step + step / 2;
      const [x, y] = at(angle, HEIGHT + 2);
      const r = 4.4 * frame.scale;
      sheet.black('metal', ellipse([x, y], r * 1.28, r * 1.28));
      sheet.flat('metal', ellipse([x, y], r, r), inside ? { tone: 'shade' } : {});
      if (inside) continue;
      sheet.highlight('metal', ellipse([x - far * r * 0.3, y - r * 0.3], r * 0.4, r * 0.4));
      const near = Math.cos(((angle - front) * Math.PI) / 180);
      if (near < 0.25) continue;
      const jewel = at(angle, 6);
      sheet.flat('ornament', ellipse(jewel, 4.5 * near * frame.scale, 4.2 * frame.scale));
      sheet.highlight(
        'ornament',
        ellipse(
          [jewel[0] - far * 1.4 * frame.scale, jewel[1] - 1.4 * frame.scale],
          1.4 * near * frame.scale,
          1.3 * frame.scale,
        ),
      );
    }
  };
  // The crown stands on the dome: its back half shows through the opening when seen from above.
  const back = scene.sheet('hat', depth.hat - 0.2);
  if (frame.facing(0, -1, 0) > -0.25) drawHalf(back, true);
  const sheet = scene.sheet('hat', depth.hat);
  drawHalf(sheet, false);
  return [back.part(), sheet.part(), drawHairShadow(stage, base(front - 90, front + 90), 7)].filter(
    ({ shapes }) => shapes.length > 0,
  );
};

const round = (value: number): number => Math.round(value * 10) / 10;
