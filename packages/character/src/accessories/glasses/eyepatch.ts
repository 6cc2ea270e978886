import { depth } from '../../drawing/depth.ts';
import { section, spline } from '../../geometry/curve.ts';
import { outline } from '../../geometry/path.ts';
import type { Point } from '../../geometry/point.ts';
import { onFace } from '../../head/face-surface.ts';
import { drawTube } from './tube.ts';
import { around, closed } from '../solid.ts';
import type { DrawAccessory } from '../stage.ts';

/** The patch from its inner upper corner clockwise, as fractions of its half width and height: u outwards, v down. */
const gauze: readonly Point[] = [
  [-0.86, -0.72],
  [-0.4, -0.98],
  [0.4, -0.98],
  [0.86, -0.72],
  [1, 0],
  [0.86, 0.74],
  [0.4, 1],
  [-0.4, 1],
  [-0.88, 0.7],
  [-1, 0],
];
const leather: readonly Point[] = [
  [-0.96, -0.5],
  [-0.5, -0.84],
  [0, -0.92],
  [0.5, -0.86],
  [0.98, -0.56],
  [0.96, 0.1],
  [0.62, 0.72],
  [0.1, 1.02],
  [-0.45, 0.8],
  [-0.86, 0.24],
];

/** An eyepatch: white gauze, or black leather. */
export const drawEyepatch: DrawAccessory = (stage) => {
  const { scene, head, far, random } = stage;
  const { frame, shape, scalp } = head;
  const sheet = scene.sheet('glasses', depth.glasses);
  const medical = random.chance(0.6);
  const side = random.pick([-1, 1] as const);
  const material = medical ? 'linen' : 'ink';
  const place = (u: number, v: number): Point =>
    onFace(
      frame,
      side * (shape.eyeX + u * (shape.eyeWidth + 5)),
      shape.eyeY + 1 + v * (shape.eyeHeight + 3),
      4,
    );
  const edge = (medical ? gauze : leather).map(([u, v]) => place(u, v));
  const unit = frame.scale;
  // One strap climbs over the forehead, the other goes to the ear.
  const across = spline(
    [
      place(-0.7, -0.7),
      onFace(frame, -side * 14, shape.eyeY - 62, 3),
      scalp.at(-side * 40, 0.66, -2),
      scalp.at(-side * 78, 0.72, -2),
    ],
    5,
  );
  const ear: Point = frame.at(side * (shape.halfWidth + 3), shape.eyeY - 4, -8);
  const back = spline(
    [
      place(0.86, medical ? -0.4 : -0.5),
      onFace(frame, side * (shape.halfWidth * 0.92), shape.eyeY - 10, 0),
      ear,
    ],
    4,
  );
  const straps = [across, ...(frame.turn * side < 0.5 ? [back] : [])];
  if (medical && frame.turn * side < 0.5)
    straps.push(
      spline(
        [
          place(0.86, 0.5),
          onFace(frame, side * (shape.halfWidth * 0.92), shape.eyeY + 14, 0),
          frame.at(side * (shape.halfWidth + 2), shape.eyeY + 8, -8),
        ],
        4,
      ),
    );
  for (const strap of straps) {
    drawTube(sheet, material, strap, (medical ? 3 : 5) * unit, 0.35);
  }
  sheet.flat(material, closed(edge));
  const smooth = spline(around(edge), 4);
  const count = smooth.length - 1;
  // The far half of the rim lies in shade.
  const outer =
    far * side === 1 ? section(smooth, 11 / count, 29 / count, 9) : section(smooth, 27 / count, 1, 9);
  const centre = place(0, 0);
  sheet.shade(
    material,
    outline(
      outer,
      outer.toReversed().map(([x, y]): Point => [x + (centre[0] - x) * 0.3, y + (centre[1] - y) * 0.24]),
    ),
  );
  sheet.line(material, smooth, 0.95, { start: 0.7, end: 0.7, taper: 0.1 });
  if (medical) {
    // Folds of the gauze.
    for (const v of [-0.32, 0.02, 0.36])
      sheet.line(material, [place(-0.66, v), place(0, v + 0.04), place(0.66, v)], 0.45, { taper: 0.8 });
  } else {
    sheet.highlight(
      material,
      outline(
        [place(-far * side * 0.7, -0.36), place(-far * side * 0.36, -0.66), place(-far * side * 0.1, -0.72)],
        [place(-far * side * 0.1, -0.72), place(-far * side * 0.34, -0.52), place(-far * side * 0.7, -0.36)],
      ),
      { opacity: 0.5 },
    );
  }
  return [sheet.part()];
};
