import { depth } from '../../drawing/depth.ts';
import type { Part } from '../../drawing/drawing.ts';
import type { Sheet } from '../../drawing/sheet.ts';
import { section, spline } from '../../geometry/curve.ts';
import { blob, outline } from '../../geometry/path.ts';
import type { Point } from '../../geometry/point.ts';
import type { Material } from '../../palette/material.ts';
import { frontOf, cover, meridian, ringArc, type Cover, type Ring, type Roundness } from '../solid.ts';
import type { LocalFrame } from '../local-frame.ts';
import type { Stage } from '../stage.ts';

/** Draws a hat's body: its flat, the shaded side, a light and the outline. */
export function drawHatBody(
  stage: Stage,
  sheet: Sheet,
  frame: LocalFrame,
  rings: readonly Ring[],
  roundness: Roundness = {},
  material: Material = 'hat',
  edgeLine = 1,
): Cover {
  const { far } = stage;
  const body = cover(frame, rings, roundness);
  sheet.flat(material, body.path);
  const profile = meridian(frame, rings, far * 42, roundness);
  const rim = far === 1 ? section(body.rim, 0.56, 1, 9) : section(body.rim, 0.44, 0, 9);
  const low = section(body.edge, far === 1 ? 1 : 0, far === 1 ? 0.78 : 0.22, 5);
  sheet.shade(material, outline(spline(profile, 2), rim, far === 1 ? body.sides[1] : body.sides[0], low));
  drawOutline(sheet, body, material, edgeLine);
  return body;
}

/** The pen lines around a cover: heavy over the top, thinner along its edge. */
export function drawOutline(sheet: Sheet, body: Cover, material: Material, edgeLine: number): void {
  const [left, right] = body.sides;
  sheet.line(material, [...left.slice(1).toReversed(), ...body.rim, ...right.slice(1)], 1.2, {
    start: 0.5,
    end: 0.5,
    taper: 0.2,
  });
  if (edgeLine > 0) sheet.line(material, [...body.edge], edgeLine, { start: 0.6, end: 0.6, taper: 0.2 });
}

/** A band around a solid, between two rings, as far as it is seen. */
export function drawBand(
  { far }: Stage,
  sheet: Sheet,
  frame: LocalFrame,
  material: Material,
  lower: Ring,
  upper: Ring,
  roundness: Roundness = {},
): void {
  const front = frontOf(frame);
  const arc = (ring: Ring, from: number, to: number): Point[] =>
    ringArc(frame, ring, front + from, front + to, 13, roundness);
  sheet.flat(material, outline(arc(lower, -90, 90), arc(upper, 90, -90)));
  sheet.shade(material, outline(arc(lower, far * 40, far * 90), arc(upper, far * 90, far * 46)));
  for (const [ring, weight] of [
    [lower, 0.8],
    [upper, 0.7],
  ] as const)
    sheet.line(material, arc(ring, -90, 90), weight, { start: 0.6, end: 0.6, taper: 0.2 });
}

/** The shadow that a hat's edge throws on the hair below it; `drop` in head units. */
export function drawHairShadow({ scene, head }: Stage, edge: readonly Point[], drop = 10): Part {
  const sheet = scene.sheet('hairFront', depth.hairOrnament - 0.5);
  const unit = head.frame.scale;
  const inner = section(edge, 0.04, 0.96, 11);
  const below = inner.map(([x, y], i): Point => {
    const t = i / (inner.length - 1);
    const full = Math.sin(Math.PI * t) ** 0.5;
    return [x - scene.light * 3 * full * unit, y + drop * full * unit];
  });
  // Only on hair: a peak reaches out over the sides of the head.
  sheet.shade('hair', outline(inner, below.toReversed()), { clip: blob(head.scalp.rim(0, 345, 24, -1)) });
  return sheet.part();
}

/** A flat brim around a head. */
export interface Brim {
  readonly inner: Ring;
  readonly outer: Ring;
  readonly roundness?: Roundness;
  /** How far the outer edge waves up and down: head units by angle (degrees, 0 in front). */
  readonly wave?: (angle: number) => number;
}

/** The halves of a brim: one behind the head, one before it. */
export interface BrimHalves {
  readonly back: Part;
  /** The outer edge of the front half from left to right. */
  readonly frontEdge: readonly Point[];
  readonly innerEdge: readonly Point[];
  /** True where one looks at the lower side. */
  readonly fromBelow: boolean;
  /** Draws the front half. */
  drawFront(sheet: Sheet): void;
}

/** A brim, whose back half is drawn at once and whose front half when its turn comes. */
export function drawBrim(
  stage: Stage,
  frame: LocalFrame,
  brim: Brim,
  material: Material = 'hat',
): BrimHalves {
  const { scene, far } = stage;
  const { inner, outer, roundness = {}, wave = () => 0 } = brim;
  const front = frontOf(frame);
  const outerArc = (from: number, to: number, count: number): Point[] =>
    Array.from({ length: count }, (_, i) => {
      const angle = front + from + ((to - from) * i) / (count - 1);
      return ringArc(frame, [outer[0], outer[1] + wave(angle)], angle, angle, 2, roundness)[0] as Point;
    });
  const fromBelow = frame.facing(0, -1, 0) < 0;
  const back = scene.sheet('hat', depth.hatBack);
  const tone = fromBelow ? ({ tone: 'shade' } as const) : {};
  back.flat(material, blob(outerArc(-180, 171, 40)), tone);
  if (!fromBelow)
    back.shade(
      material,
      outline(
        outerArc(far * 92, far * 180, 13),
        ringArc(frame, inner, front + far * 180, front + far * 92, 9, roundness),
      ),
    );
  back.line(material, outerArc(86, 274, 25), 1.15, { start: 0.7, end: 0.7, taper: 0.2 });
  const innerEdge = ringArc(frame, inner, front - 90, front + 90, 17, roundness);
  const frontEdge = outerArc(-90, 90, 25);
  return {
    back: back.part(),
    frontEdge,
    innerEdge,
    fromBelow,
    drawFront: (sheet) => {
      sheet.flat(material, outline(frontEdge, innerEdge.toReversed()), tone);
      if (fromBelow)
        sheet.shade(
          material,
          outline(
            innerEdge,
            section(frontEdge, 1, 0, 17).map((point, i): Point =>
              mixTowards(point, innerEdge[16 - i] as Point),
            ),
          ),
          { tone: 'deep' },
        );
      else
        sheet.shade(
          material,
          outline(
            outerArc(far * 30, far * 90, 11),
            ringArc(frame, inner, front + far * 90, front + far * 20, 9, roundness),
          ),
        );
      sheet.line(material, frontEdge, 1.15, { start: 0.7, end: 0.7, taper: 0.2 });
      if (!fromBelow) return;
      sheet.line(material, innerEdge, 0.7, { start: 0.3, end: 0.3, taper: 0.3 });
    },
  };
}

/** The inner two fifths of a brim lie in the crown's own shadow. */
const mixTowards = ([x, y]: Point, [ix, iy]: Point): Point => [ix + (x - ix) * 0.4, iy + (y - iy) * 0.4];
