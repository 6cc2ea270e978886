import { section, spline } from '../geometry/curve.ts';
import { blob, outline } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import { depth } from '../drawing/depth.ts';
import type { Part } from '../drawing/drawing.ts';
import type { Scene } from '../drawing/scene.ts';
import type { Sheet } from '../drawing/sheet.ts';
import type { Expression, MouthShape } from './expression.ts';
import type { FaceShape } from './face-shape.ts';
import { onFace } from './face-surface.ts';
import type { HeadFrame } from './head-frame.ts';
import { mouthPlan } from './mouth-shapes.ts';

/** Mouths over whose lip a fang may peep out; others show it inside, or their teeth. */
const fanged: ReadonlySet<MouthShape> = new Set(['line', 'smile', 'smirk', 'catSmile']);

/** A drawn mouth with its key points. */
export interface DrawnMouth {
  readonly part: Part;
  readonly centre: Point;
  /** At the picture's left and right. */
  readonly corners: readonly [Point, Point];
}

/** Draws the mouth of an expression. */
export function drawMouth(
  scene: Scene,
  frame: HeadFrame,
  shape: FaceShape,
  expression: Expression,
): DrawnMouth {
  const sheet = scene.sheet('mouth', depth.mouth);
  const { gender, fang } = scene.character;
  const wide = gender === 'boy' ? 1.12 : 1;
  const on = ([x, y]: Point): Point => onFace(frame, x * wide, shape.mouthY + y, 4);
  const through = (points: readonly Point[]): Point[] => spline(points.map(on), 5);
  const { mouth, mouthOpen: open } = expression;
  const plan = mouthPlan(mouth, { ...expression, side: scene.light });
  const { half, opening, bared, hole } = plan;
  if (opening) drawOpening(sheet, through(opening.top), through(opening.bottom), opening.teeth, fang);
  if (bared) sheet.flat('teeth', outline(through(bared.top), through(bared.bottom)));
  if (hole) drawHole(sheet, hole.ring.map(on), hole.tongue?.map(on));
  for (const { material, points, weight, taper } of plan.lines)
    sheet.line(material, through(points), weight, taper === undefined ? {} : { taper });
  if (fang && fanged.has(mouth)) {
    const x = scene.light * 5.5;
    const y = mouth === 'line' ? 0.4 : 1.6;
    const [left, tip, right] = [on([x - 2.6, y]), on([x, y + 6]), on([x + 2.6, y])];
    sheet.flat('teeth', outline([left, tip], [tip, right]));
    sheet.line('lips', [left, tip, right], 0.5, { start: 0.6, end: 0.6, taper: 0.2 });
  }
  return { part: sheet.part(), centre: on([0, open * 3]), corners: [on([-half, 0]), on([half, 0])] };
}

/** A round opening between relaxed lips, with the tip of the tongue where it is large enough. */
function drawHole(sheet: Sheet, ring: readonly Point[], tongue: readonly Point[] | undefined): void {
  sheet.flat('mouth', blob(ring));
  if (tongue) sheet.flat('tongue', blob(tongue));
  sheet.line('lips', spline([...ring, ring[0] as Point], 3), 0.9, { start: 0.7, end: 0.7, taper: 0.2 });
}

/** An open mouth: inside, tongue, teeth along the upper lip, outline. */
function drawOpening(
  sheet: Sheet,
  top: readonly Point[],
  bottom: readonly Point[],
  teeth: number,
  fang: boolean,
): void {
  const inside = outline(top, bottom);
  sheet.flat('mouth', inside);
  const low = bottom[Math.floor(bottom.length / 2)] as Point;
  const high = top[Math.floor(top.length / 2)] as Point;
  const [left, right] = [top[0] as Point, top[top.length - 1] as Point];
  const reach = (t: number, x: number): Point => [
    high[0] + (low[0] - high[0]) * t + x * (right[0] - left[0]),
    high[1] + (low[1] - high[1]) * t + x * (right[1] - left[1]),
  ];
  sheet.flat(
    'tongue',
    blob([
      reach(0.62, 0),
      reach(0.72, 0.26),
      reach(1.1, 0.22),
      reach(1.2, 0),
      reach(1.1, -0.22),
      reach(0.72, -0.26),
    ]),
    { clip: inside },
  );
  if (teeth > 0.3) {
    const from = section(top, 0.12, 0.88, 9);
    const to = from.map(([x, y]): Point => [
      x + (low[0] - high[0]) * 0.2,
      y + (low[1] - high[1]) * 0.2 * teeth,
    ]);
    sheet.flat('teeth', outline(from, to.toReversed()), { clip: inside });
  }
  if (fang) {
    const [root, end] = section(top, 0.2, 0.34, 2) as [Point, Point];
    const tip: Point = [(root[0] + end[0]) / 2, root[1] + (low[1] - high[1]) * 0.42];
    sheet.flat('teeth', outline([root, end], [end, tip, root]), { clip: inside });
  }
  sheet.line('lips', top, 1.15, { taper: 0.25 });
  sheet.line('lips', bottom, 1.0, { taper: 0.25 });
}
