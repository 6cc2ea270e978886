import type { Scene } from '../drawing/scene.ts';
import type { Sheet } from '../drawing/sheet.ts';
import { direction, type Point } from '../geometry/point.ts';
import type { RandomStream } from '../random/random-stream.ts';
import { drawSheaf } from './draw-sheaf.ts';
import { accentFrom, innerMaterial } from './hair-accent.ts';
import { sheafAlong, walk } from './hang.ts';
import { drawLock, ribbonLock } from './lock.ts';
import { spreadTips } from './sheaf.ts';
import { drawTie } from './tie.ts';

/** A tied bundle of hair. Drawing units. */
export interface TailShape {
  /** Its centre line from the tie to the longest tip, smooth. */
  readonly line: readonly Point[];
  /** Half widths, spread evenly along it. */
  readonly halfWidths: readonly number[];
  /** How many tips it ends in. Default 5. */
  readonly tips?: number;
  /** How far up the notches between the tips reach, as a fraction of its length. Default 0.3. */
  readonly notch?: number;
  /** Half the width of the tie; 0 = none. */
  readonly tie: number;
  /** Where along the light lies. Default 0.3. */
  readonly gloss?: number;
  /** How many thin locks leave its outline. Default 2. */
  readonly flyaways?: number;
}

/** Draws a tail: locks that lie beneath, the body with its tips, loose locks at its edges, the tie. */
export function drawTail(scene: Scene, sheet: Sheet, tail: TailShape, random: RandomStream): void {
  const { line, halfWidths, tips = 5, notch = 0.3, gloss = 0.3, flyaways = 2 } = tail;
  const dark = -scene.light as 1 | -1;
  const accent = accentFrom(scene.character);
  const accents = accent === undefined ? {} : { accentFrom: accent };
  // The middle hangs lowest: all together end in one long point.
  const pointed = (u: number): number => 1 - 0.27 * Math.abs(2 * u - 1) ** 1.3;
  const beneath = sheafAlong(
    line,
    // Hidden behind the body at first, it comes out towards the tips.
    halfWidths.map(
      (w, i) => w * (0.8 + 0.36 * Math.max(0, Math.min(1, i / (halfWidths.length - 1) / 0.5 - 0.7))),
    ),
    spreadTips(random, {
      count: tips,
      reach: (u) => pointed(u) - 0.02,
      ragged: 0.06,
      notch: notch * 0.8,
      lean: (u) => (2 * u - 1) * 0.5,
    }),
  );
  drawSheaf(sheet, beneath, random, {
    beneath: true,
    material: innerMaterial(scene.character),
    dark,
    shade: 0.3,
    lineFrom: [0.5, 0.5],
    weight: 0.66,
    ...accents,
  });
  for (let i = 0; i < flyaways; i++) drawLoose(scene, sheet, tail, random, i % 2 === 0 ? 1 : -1);
  const body = sheafAlong(
    line,
    halfWidths,
    spreadTips(random, { count: tips, reach: pointed, ragged: 0.07, notch, lean: (u) => (2 * u - 1) * 0.3 }),
  );
  drawSheaf(sheet, body, random, {
    dark,
    shade: 0.42,
    lineFrom: [0, 0],
    weight: 1.02,
    rootShade: 0.1,
    gloss,
    strands: 1,
    ...accents,
  });
  if (tail.tie > 0) {
    const start = walk(line)(0.012).point;
    drawTie(
      sheet,
      start,
      direction(line[0] as Point, line[Math.min(4, line.length - 1)] as Point),
      tail.tie,
      tail.tie * 0.62,
      dark,
    );
  }
}

/** A thin lock that leaves the outline of a tail. */
function drawLoose(scene: Scene, sheet: Sheet, tail: TailShape, random: RandomStream, side: 1 | -1): void {
  const { line, halfWidths } = tail;
  const on = sheafAlong(line, halfWidths, []);
  const start = random.between(0.12, 0.4);
  const end = Math.min(0.97, start + random.between(0.25, 0.4));
  const off = random.between(0.1, 0.2);
  const edge = (t: number): number => 0.5 + side * (0.42 + off * Math.sin(t * 2.3));
  const centre = [0, 0.3, 0.65, 1].map((t) => on.at(edge(t), start + (end - start) * t));
  const wide = Math.max(...halfWidths) * 0.13;
  drawLock(sheet, ribbonLock(centre, { halfWidths: [wide, wide * 0.9, wide * 0.6, 0] }), {
    dark: -scene.light as 1 | -1,
    lineFrom: [0.08, 0.08],
    weight: 0.8,
  });
}
