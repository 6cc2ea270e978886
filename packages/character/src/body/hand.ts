import type { Sheet } from '../drawing/sheet.ts';
import { spline } from '../geometry/curve.ts';
import { blob, outline } from '../geometry/path.ts';
import { add, direction, distance, type Point, turnRight } from '../geometry/point.ts';
import type { Figure, Sign } from './figure.ts';
import { type Finger, hands } from './hand-shapes.ts';
import { boneDirection, type Limb } from './limb.ts';
import type { HandShape } from './pose-angles.ts';

/** Draws the hand at the end of an arm, in the direction from the wrist to the hand's joint. */
export function drawHand(figure: Figure, sign: Sign, at: number, arm: Limb, shape: HandShape): void {
  const { joints, proportions } = figure.skeleton;
  const suffix = sign === 1 ? 'Left' : 'Right';
  const place = figure.scene.place;
  const wrist = place(joints[`wrist${suffix}`]);
  const tip = place(joints[`hand${suffix}`]);
  const along = direction(wrist, tip);
  const size = distance(wrist, tip) / 100;
  const normal = turnRight(along);
  // Thumbs point inwards or up: those of hanging hands to the body, those of raised palms to the head.
  const outward = Math.atan2(along[0] * sign, along[1]);
  const thumb = outward > 0.85 ? -sign : sign;
  const acrossVector: Point = [normal[0] * thumb, normal[1] * thumb];
  const thick = proportions.chibi ? 1.35 : 1;
  const local = (point: Point): Point =>
    add(add(wrist, acrossVector, point[0] * size * thick), along, point[1] * size);
  const sheet = figure.sheet('hand', at + 0.1, sign === 1 ? 'left' : 'right');
  const drawing = hands[shape];
  // The wrist: a piece of skin under both, so that no gap opens when the hand is bent.
  const radius = arm.profile(2);
  const before = boneDirection(arm, 2);
  const side = turnRight(before);
  sheet.flat(
    'skin',
    blob([
      add(wrist, side, radius),
      add(add(wrist, along, radius * 0.9), normal, radius),
      add(add(wrist, along, radius * 0.9), normal, -radius),
      add(wrist, side, -radius),
      add(wrist, before, -radius),
    ]),
  );
  for (const each of drawing.under) drawFinger(sheet, each, local, size * thick, figure);
  const palm = drawing.palm.map(local);
  sheet.flat('skin', blob(palm));
  const shaded = palmShade(drawing.palm, acrossVector[0] * figure.far > 0 ? 1 : -1);
  if (shaded.length > 0) sheet.shade('skin', outline(shaded.map(local)));
  const count = drawing.palm.length;
  const half = Math.ceil(count / 2);
  const openTop = drawing.under.length > 1;
  sheet.line('skin', spline(palm.slice(0, openTop ? half - 1 : half), 3), 0.85, {
    start: 0.6,
    end: 0.5,
    taper: 0.3,
  });
  sheet.line('skin', spline(palm.slice(openTop ? half + 1 : half - 1), 3), 0.85, {
    start: 0.5,
    end: 0.6,
    taper: 0.3,
  });
  for (const each of drawing.over) drawFinger(sheet, each, local, size * thick, figure);
  if (figure.fine)
    for (const crease of drawing.creases ?? []) sheet.line('skin', spline(crease.map(local), 3), 0.4);
}

/** The half of the palm that lies in the shadow. */
function palmShade(palm: readonly Point[], towards: number): Point[] {
  const edge = palm.filter(([x, y]) => x * towards > 9 && y > 8 && y < 52);
  if (edge.length < 2) return [];
  const inner = edge.toReversed().map(([x, y]): Point => [x - towards * 11, y]);
  return [...edge, ...inner];
}

function drawFinger(
  sheet: Sheet,
  { bones, root, tip }: Finger,
  local: (point: Point) => Point,
  size: number,
  figure: Figure,
): void {
  const line = spline(bones.map(local), 3);
  const last = line.length - 1;
  const right: Point[] = [];
  const left: Point[] = [];
  line.forEach((point, index) => {
    const heading = direction(
      line[Math.max(0, index - 1)] as Point,
      line[Math.min(last, index + 1)] as Point,
    );
    const normal = turnRight(heading);
    const half = (root + ((tip - root) * index) / last) * size;
    right.push(add(point, normal, half));
    left.push(add(point, normal, -half));
  });
  const end = line[last] as Point;
  const heading = direction(line[last - 1] as Point, end);
  const round = [
    add(add(end, heading, tip * size * 0.75), turnRight(heading), tip * size * 0.66),
    add(end, heading, tip * size * 1.15),
    add(add(end, heading, tip * size * 0.75), turnRight(heading), -tip * size * 0.66),
  ];
  const contour = [...right, ...round, ...left.toReversed()];
  sheet.flat('skin', outline(contour));
  const shaded = turnRight(direction(line[0] as Point, end))[0] * figure.far > 0 ? right : left.toReversed();
  const middle = line.map((point, index) =>
    add(point, direction(point, shaded[Math.min(index, shaded.length - 1)] as Point), 0.25 * size * root),
  );
  if (figure.fine) sheet.shade('skin', outline(shaded.slice(1), middle.slice(1).toReversed()));
  sheet.line('skin', contour, 0.75, { start: 0.3, end: 0.3, taper: 0.3 });
}
