import type { Scene } from '../drawing/scene.ts';
import type { Sheet } from '../drawing/sheet.ts';
import { outline } from '../geometry/path.ts';
import { direction, mix, type Point } from '../geometry/point.ts';
import { sampled, sheafAlong, walk } from './hang.ts';
import { drawSheaf } from './draw-sheaf.ts';
import { spreadTips } from './sheaf.ts';
import { drawTie } from './tie.ts';

/** A plait. Drawing units. */
export interface BraidShape {
  /** Centre line from the root to the end of the tuft. */
  readonly line: readonly Point[];
  /** Half widths, spread evenly along the plait. */
  readonly halfWidths: readonly number[];
  /** How many lobes are seen, both sides together. */
  readonly lobes: number;
}

/** Where along the plait ends and the tuft begins. */
const END = 0.8;

/**
 * Draws a plait of three strands: lobes that come from either side in turn, run down across the middle
 * and vanish under the next one; a tie; the tuft of the ends.
 */
export function drawBraid(scene: Scene, sheet: Sheet, braid: BraidShape, purpose: string): void {
  const { line, halfWidths, lobes } = braid;
  const on = walk(line);
  const random = scene.random(purpose);
  const dark = -scene.light as 1 | -1;
  const coloured = scene.character.hairAccent === 'tips';
  const at = (across: number, along: number): Point => {
    const { point, normal } = on(along);
    const offset = -across * sampled(halfWidths, along / END);
    return [point[0] + normal[0] * offset, point[1] + normal[1] * offset];
  };
  const endHalf = halfWidths.at(-1) as number;
  const endLine = Array.from({ length: 9 }, (_, i) => on(END - 0.02 + ((1 - END + 0.02) * i) / 8).point);
  const tuft = sheafAlong(
    endLine,
    [0.75, 1.25, 1.35, 1.1, 0.6].map((w) => w * endHalf),
    spreadTips(random, {
      count: 4,
      reach: (u) => 1 - 0.35 * Math.abs(2 * u - 1),
      ragged: 0.08,
      notch: 0.4,
      lean: (u) => (2 * u - 1) * 0.4,
    }),
  );
  drawSheaf(sheet, tuft, random, {
    dark,
    shade: 0.45,
    lineFrom: [0, 0],
    weight: 0.95,
    strands: 1,
    ...(coloured && { accentFrom: 0.2 }),
  });

  const step = END / (lobes + 0.6);
  // What shows through between the lobes.
  const spine = Array.from({ length: 11 }, (_, i) => (i / 10) * (END - 0.01));
  sheet.flat(
    'hair',
    outline(
      spine.map((t) => at(-0.62, t)),
      spine.toReversed().map((t) => at(0.62, t)),
    ),
    { tone: 'deep' },
  );
  for (let k = -1; k < lobes; k++) {
    const side = k % 2 === 0 ? 1 : -1;
    const t = step * (k + 0.35);
    const place = (across: number, along: number): Point =>
      at(across * side, Math.max(0, Math.min(END, t + along * step)));
    // From the middle out over the shoulder of the lobe, down the outside, in to the tuck.
    const upper = [place(-0.3, 0.1), place(0.25, -0.42), place(0.72, -0.3), place(1.05, 0.35)];
    const lower = [place(1.05, 0.35), place(0.98, 1.05), place(0.55, 1.62), place(-0.42, 2.2)];
    const back = [place(-0.42, 2.2), place(-0.55, 1.5), place(-0.48, 0.75), place(-0.3, 0.1)];
    const material = 'hair';
    sheet.flat(material, outline(upper, lower, back));
    // The tuck is in shadow, and the lobes of the dark side are down to their outer edge.
    const deepSide = side === dark;
    sheet.shade(
      material,
      deepSide
        ? outline(lower, [place(-0.42, 2.2), place(0.1, 1.35), place(0.5, 0.75), place(1.05, 0.35)])
        : outline(
            [place(0.62, 1.55), place(0.2, 1.85), place(-0.42, 2.2)],
            [place(-0.42, 2.2), place(-0.1, 1.35), place(0.62, 1.55)],
          ),
    );
    if (k >= 0 && !deepSide) {
      const [a, b] = [place(0.3, 0.25), place(0.45, 1.15)];
      const c = mix(a, b, 0.5);
      const h = sampled(halfWidths, t / END) * 0.11;
      sheet.highlight(material, outline([a, [c[0] + h, c[1]], b], [b, [c[0] - h, c[1]], a]), {
        opacity: 0.85,
      });
    }
    for (const [x, from] of [
      [0.6, 0.3],
      [0.25, 0.2],
    ] as const)
      sheet.line(
        material,
        [place(x, from), place(x * 1.15, from + 0.5), place(x * 0.75, from + 1), place(x * 0.2, from + 1.45)],
        0.45,
        { taper: 1 },
      );
    sheet.line(material, upper, 0.85, { start: 0.3, end: 0.7, taper: 0.4 });
    sheet.line(material, lower, side === dark ? 1.1 : 0.95, { start: 0.6, end: 0.4, taper: 0.3 });
  }
  const knot = on(END).point;
  drawTie(
    sheet,
    knot,
    direction(on(END - 0.03).point, on(END + 0.03).point),
    endHalf * 0.86,
    endHalf * 0.5,
    dark,
  );
}
