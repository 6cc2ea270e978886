import type { Scene } from '../drawing/scene.ts';
import type { Sheet } from '../drawing/sheet.ts';
import { outline } from '../geometry/path.ts';
import { mix, type Point } from '../geometry/point.ts';
import { innerMaterial } from './hair-accent.ts';
import { sampled, walk } from './hang.ts';

/** A ringlet. Drawing units. */
export interface DrillShape {
  readonly line: readonly Point[];
  /** Half widths, spread evenly along it. */
  readonly halfWidths: readonly number[];
  /** How many turns are seen. */
  readonly turns: number;
  /** Which way it is wound: 1 = the bands fall to the right. */
  readonly winding: 1 | -1;
}

/**
 * Draws a ringlet from the tip up, so that each turn overlaps the next lower one. A turn is a band that
 * bulges at both sides; its lower edge sags, and the turn above throws a shadow on it.
 */
export function drawDrill(scene: Scene, sheet: Sheet, drill: DrillShape): void {
  const { line, halfWidths, turns, winding } = drill;
  const on = walk(line);
  const dark = -scene.light as 1 | -1;
  const coloured = scene.character.hairAccent === 'tips';
  // across -1 left to 1 right; a band falls by `slant` from one side to the other.
  const at = (across: number, along: number, bulge = 1): Point => {
    const t = along / turns;
    const { point, normal } = on(Math.max(0, Math.min(1, t)));
    const offset = -across * sampled(halfWidths, t) * bulge;
    return [point[0] + normal[0] * offset, point[1] + normal[1] * offset];
  };
  for (let i = turns - 1; i >= 0; i--) {
    const tip = i === turns - 1;
    const material = coloured && i >= turns * 0.62 ? 'hairAccent' : 'hair';
    const slant = 0.3 * winding;
    const upper = (x: number): Point => at(x, i + slant * x + 0.1 * (1 - x * x));
    const lower = (x: number): Point =>
      tip ? at(x * 0.05, turns - 0.02) : at(x, i + 1 + slant * x + 0.3 * (1 - x * x), 0.9);
    const xs = [-1, -0.6, -0.2, 0.2, 0.6, 1];
    const side = (x: number): Point[] => [
      upper(x),
      at(x, i + 0.28 + slant * x, 1.1),
      at(x, i + 0.68 + slant * x, tip ? 0.86 : 1.08),
      lower(x),
    ];
    const [left, right] = [side(-1), side(1)];
    const bottom = tip ? [lower(1), lower(-1)] : xs.toReversed().map(lower);
    // The inside of the next turn shows below this one on the side where the band rises.
    if (!tip)
      sheet.flat(
        innerMaterial(scene.character),
        outline([lower(-1), at(-winding * 0.2, i + 1.5), lower(1)], xs.toReversed().map(lower)),
        { tone: 'deep' },
      );
    sheet.flat(material, outline(right, bottom, left.toReversed(), xs.map(upper)));
    // The far side, and what lies under the turn above.
    const middle = [0, 0.35, 0.7, 1].map((t) =>
      mix(
        mix(upper(dark * 0.35), lower(dark * 0.5), t),
        mix(upper(dark), lower(dark), t),
        Math.abs(t - 0.5) * 0.25,
      ),
    );
    sheet.shade(material, outline(dark === 1 ? right : left, middle.toReversed()));
    if (i > 0)
      sheet.shade(
        material,
        outline(xs.map(upper), [
          at(1, i + 0.34 + slant, 1.06),
          at(0.2, i + 0.42 + slant * 0.2),
          at(-0.5, i + 0.3 - slant * 0.5),
          upper(-1),
        ]),
      );
    if (!tip) {
      const x = -dark * 0.5;
      const [a, b] = [mix(upper(x), lower(x), 0.4), mix(upper(x), lower(x), 0.86)];
      const c = mix(upper(x), lower(x), 0.62);
      const h = sampled(halfWidths, i / turns) * 0.085;
      sheet.highlight(material, outline([a, [c[0] + h, c[1]], b], [b, [c[0] - h, c[1]], a]), {
        opacity: 0.9,
      });
    }
    for (const x of [-0.45, 0.15, 0.55])
      sheet.line(
        material,
        [0.35, 0.55, 0.75, tip ? 0.9 : 1].map((t) => mix(upper(x), lower(x - winding * 0.08), t)),
        0.42,
        { taper: 1, end: 0.3 },
      );
    sheet.line(material, left, dark === -1 ? 1.1 : 0.95, { start: 0.5, end: 0.5, taper: 0.3 });
    sheet.line(material, right, dark === 1 ? 1.1 : 0.95, { start: 0.5, end: 0.5, taper: 0.3 });
    if (!tip) sheet.line(material, xs.map(lower), 0.9, { start: 0.4, end: 0.4, taper: 0.4 });
  }
}
