import { depth } from '../../drawing/depth.ts';
import type { Part } from '../../drawing/drawing.ts';
import { outline } from '../../geometry/path.ts';
import type { Point } from '../../geometry/point.ts';
import type { Material } from '../../palette/material.ts';
import { add3, dot, unit, viewDirection, type Point3 } from '../local-frame.ts';
import type { DrawAccessory, Stage } from '../stage.ts';

/** A band over the head from ear to ear. */
export interface Band {
  /** Degrees by which its plane leans forward from the one through both ears. */
  readonly forward: number;
  /** Half the width, and how far the outside lies off the hair, head units. */
  readonly half: number;
  readonly raise: number;
  /** How far it reaches down on both sides, degrees from the crown. */
  readonly reach: number;
}

/** A place on a band: `t` degrees from the crown to the picture's right, `across` -1 back to 1 front. */
export function onBand(
  { head }: Stage,
  band: Band,
  t: number,
  across: number,
  raise = band.raise,
): { readonly at: Point; readonly visible: number } {
  const { scalp, frame } = head;
  const [a, f] = [(t * Math.PI) / 180, (band.forward * Math.PI) / 180];
  const height = Math.cos(a);
  const normal: Point3 = unit([
    Math.sin(a) / scalp.rx,
    (-height * Math.cos(f)) / scalp.ry,
    (height * Math.sin(f)) / scalp.rz,
  ]);
  const spot: Point3 = [
    scalp.rx * Math.sin(a),
    scalp.y - scalp.ry * height * Math.cos(f),
    scalp.z + scalp.rz * height * Math.sin(f),
  ];
  const along: Point3 = [0, Math.sin(f), Math.cos(f)];
  const place = add3(add3(spot, normal, raise), along, across * band.half);
  // Across the band the scalp curves away.
  const drop = ((band.half * across) ** 2 / 220) * 1.2;
  return {
    at: frame.at(place[0] - normal[0] * drop, place[1] - normal[1] * drop, place[2] - normal[2] * drop),
    visible: dot(normal, viewDirection(frame)),
  };
}

/** The degrees between which a band faces the viewer, a little beyond the rim of the head. */
export function bandRange(stage: Stage, band: Band): readonly [from: number, to: number] {
  const seen: number[] = [];
  for (let t = -band.reach; t <= band.reach; t += 2)
    if (onBand(stage, band, t, 0).visible > -0.06) seen.push(t);
  return [seen[0] ?? 0, seen.at(-1) ?? 0];
}

/** Draws a band: its outer side, lit and shaded, and its front edge. */
export function drawBand(
  stage: Stage,
  band: Band,
  material: Material,
  name: 'hairOrnament' | 'accessory' = 'hairOrnament',
  level: number = depth.hairOrnament,
): Part {
  const { scene, far } = stage;
  const sheet = scene.sheet(name, level);
  const [from, to] = bandRange(stage, band);
  const line = (across: number, a: number, b: number, raise?: number): Point[] =>
    Array.from({ length: 19 }, (_, i) => onBand(stage, band, a + ((b - a) * i) / 18, across, raise).at);
  const front = line(1, from, to);
  const back = line(-1, from, to);
  sheet.flat(material, outline(front, back.toReversed()));
  sheet.shade(material, outline(front, line(0.5, to, from)));
  const middle = far === 1 ? [from + (to - from) * 0.68, to] : [from, from + (to - from) * 0.32];
  sheet.shade(material, outline(line(1, middle[0]!, middle[1]!), line(-1, middle[1]!, middle[0]!)));
  const glow =
    far === 1
      ? [from + (to - from) * 0.16, from + (to - from) * 0.42]
      : [from + (to - from) * 0.58, from + (to - from) * 0.84];
  sheet.highlight(material, outline(line(-0.1, glow[0]!, glow[1]!), line(-0.45, glow[1]!, glow[0]!)), {
    opacity: 0.6,
  });
  sheet.line(material, front, 0.95, { start: 0.6, end: 0.6, taper: 0.15 });
  sheet.line(material, back, 0.95, { start: 0.6, end: 0.6, taper: 0.15 });
  return sheet.part();
}

/** A plain hairband. */
export const drawHairband: DrawAccessory = (stage) => [
  drawBand(stage, { forward: 40, half: 8, raise: 2.5, reach: 90 }, 'ornament'),
];

/** A maid's headdress: a band with two rows of frills. */
export const drawFrill: DrawAccessory = (stage) => {
  const { scene, far } = stage;
  const band: Band = { forward: 33, half: 7, raise: 3, reach: 72 };
  const sheet = scene.sheet('hairOrnament', depth.hairOrnament - 0.1);
  const [from, to] = bandRange(stage, band);
  const folds = Math.max(5, Math.round((to - from) / 11));
  for (const [across, height, lean] of [
    [-1, 26, -0.9],
    [1, 9, 1.5],
  ] as const) {
    const rim: Point[] = [];
    for (let i = 0; i <= folds * 4; i++) {
      const t = from + ((to - from) * i) / (folds * 4);
      const end = Math.min(1, Math.min(i, folds * 4 - i) / 5);
      const swell = (0.88 + 0.16 * Math.sin((i * Math.PI) / 2)) * (0.45 + 0.55 * end);
      rim.push(
        onBand(
          stage,
          { ...band, half: band.half + Math.abs(lean) * 5 },
          t,
          across,
          band.raise + height * swell,
        ).at,
      );
    }
    const foot = Array.from(
      { length: 13 },
      (_, i) => onBand(stage, band, to + ((from - to) * i) / 12, across * 0.4, 1).at,
    );
    sheet.flat('linen', outline(rim, foot));
    for (let k = 0; k < folds; k++) {
      const valley = rim[k * 4 + 3] as Point;
      const t = from + ((to - from) * (k + 0.75)) / folds;
      const root = onBand(stage, band, t, across * 0.4, 2).at;
      const before = rim[k * 4 + (far === 1 ? 2 : 4)] ?? valley;
      sheet.shade('linen', outline([root, valley], [valley, before, root]));
      sheet.line('linen', [root, [(root[0] + valley[0]) / 2, (root[1] + valley[1]) / 2], valley], 0.55, {
        start: 0.2,
        end: 0.8,
      });
    }
    sheet.line('linen', rim, 0.95, { start: 0.6, end: 0.6, taper: 0.1 });
  }
  return [sheet.part(), drawBand(stage, band, scene.character.outfit === 'maid' ? 'linen' : 'ornament')];
};
