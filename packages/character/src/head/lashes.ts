import type { Scene } from '../drawing/scene.ts';
import type { Sheet } from '../drawing/sheet.ts';
import { at, section, spline } from '../geometry/curve.ts';
import { outline, polygon } from '../geometry/path.ts';
import { add, mix, type Point } from '../geometry/point.ts';
import type { EyeFrame } from './eye-frame.ts';

/** Draws the lash line, single lashes, the crease of the lid and the lower lid of an open eye. */
export function drawLashes(
  scene: Scene,
  sheet: Sheet,
  eye: EyeFrame,
  upper: readonly Point[],
  upperLine: readonly Point[],
  lowerLine: readonly Point[],
): void {
  const { character } = scene;
  const boy = character.gender === 'boy';
  const amount = character.lashes * (boy ? 0.45 : 1) * (character.age === 'elder' ? 0.5 : 1);
  // The lash line is thickest over the outer half; its upper edge ends in the wing.
  const thick = (0.185 + amount * 0.13) * (boy ? 0.85 : 1) * character.lineWeight ** 0.5;
  const wing = 0.08 + amount * 0.16;
  const outer = upper[upper.length - 1] as Point;
  const wingTip = eye.at(outer[0] + wing, outer[1] - 0.05 - amount * 0.07);
  const weight = [0.25, 0.6, 0.92, 1, 1.08, 1.1];
  const edge = upper
    .slice(0, -1)
    .map(([u, v], i): Point => [u * (1 + 0.012 * i), v - thick * (weight[i] ?? 1)]);
  sheet.black(
    'lash',
    outline(
      upperLine,
      [upperLine[upperLine.length - 1] as Point, wingTip],
      [
        wingTip,
        ...spline(eye.points([...edge, [outer[0] + wing * 0.35, outer[1] - thick * 1.2]]).toReversed(), 2),
      ],
    ),
  );
  // Single lashes at the outer corner.
  if (amount > 0.3) {
    const count = amount > 0.62 ? 2 : 1;
    for (let i = 0; i < count; i++) {
      const base = at(upperLine, 0.84 - i * 0.13);
      const t = base;
      const tip = add(t, [
        (wingTip[0] - (upperLine[0] as Point)[0]) * (0.11 - i * 0.035) * (0.6 + amount * 0.6),
        -eye.halfHeight * (0.24 + i * 0.06) * (0.5 + amount * 0.7),
      ]);
      sheet.black('lash', polygon([at(upperLine, 0.78 - i * 0.13), tip, at(upperLine, 0.9 - i * 0.13)]));
    }
  }
  // The crease of the lid.
  const crease = spline(
    eye.points(
      upper
        .slice(1, 6)
        .map(([u, v], i): Point => [u * 1.02 + 0.03, v - thick - 0.15 - (i === 0 ? -0.06 : 0.03)]),
    ),
    3,
  );
  sheet.line('skin', crease, 0.62, { taper: 0.8 });
  // The lower lid is only hinted at, from its outer end.
  sheet.line('lash', section(lowerLine, 0.05, boy ? 0.42 : 0.58, 9), boy ? 0.62 : 0.75, { taper: 0.8 });
  if (amount > 0.5) {
    for (const t of [0.14, 0.24]) {
      const root = at(lowerLine, t);
      const tip = mix(
        root,
        add(root, [root[0] - (at(lowerLine, 0.5) as Point)[0], eye.halfHeight * 0.42]),
        0.34,
      );
      sheet.line('lash', [root, mix(root, tip, 0.5), tip], 0.62, { start: 1 });
    }
  }
}
