import type { Sheet } from '../drawing/sheet.ts';
import { outline, type PathData } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import type { Material } from '../palette/material.ts';
import type { RandomStream } from '../random/random-stream.ts';
import { inTip, tipSide, type Sheaf, type SheafTip } from './sheaf.ts';

/** How a sheaf is drawn. */
export interface SheafStyle {
  readonly material?: Material;
  /** It lies beneath: its body has the shade tone, its shades the deep one. */
  readonly beneath?: boolean;
  /** The side that lies in shadow: 1 the right one. */
  readonly dark: -1 | 1;
  /** How much of each tip is in shadow, 0 to 1. Default 0.4. */
  readonly shade?: number;
  /** Where the lines of the left and the right edge begin, along; above 1: no line. Default 0.05. */
  readonly lineFrom?: readonly [left: number, right: number];
  readonly weight?: number;
  /** How far along the shadow of what lies above reaches; 0 = none. Default 0. */
  readonly rootShade?: number;
  /** Where along a band of light crosses it; none if absent. */
  readonly gloss?: number;
  /** Thin lines inside each tip. Default 0. */
  readonly strands?: number;
  /** Tips of another colour from this place along on. */
  readonly accentFrom?: number;
}

/** Draws a sheaf: one body, shadows along its strips, a band of light, lines that run out of its notches. */
export function drawSheaf(sheet: Sheet, sheaf: Sheaf, random: RandomStream, style: SheafStyle): void {
  const { material = 'hair', beneath = false, shade = 0.4, rootShade = 0, strands = 0 } = style;
  const body = beneath ? { tone: 'shade' as const } : {};
  const dim = beneath ? { tone: 'deep' as const } : {};
  sheet.flat(material, sheafPath(sheaf, 0), body);
  const wedges = sheaf.tips.map((tip) => wedge(tip, style.dark, shade, random));
  wedges.forEach((one, i) => sheet.shade(material, wedgePath(sheaf, sheaf.tips[i] as SheafTip, one), dim));
  if (rootShade > 0) sheet.shade(material, rootShadow(sheaf, rootShade, random), dim);
  if (style.accentFrom !== undefined && style.accentFrom < 1) {
    const from = style.accentFrom;
    sheet.flat('hairAccent', sheafPath(sheaf, from), body);
    wedges.forEach((one, i) => {
      const tip = sheaf.tips[i] as SheafTip;
      if (from < tip.reach - 0.02)
        sheet.shade('hairAccent', wedgePath(sheaf, tip, { ...one, from: Math.max(from, one.from) }), dim);
    });
  }
  if (style.gloss !== undefined && !beneath) drawBand(sheet, sheaf, material, style.gloss, random);
  drawLines(sheet, sheaf, random, style, material, strands);
}

/** The outline of a sheaf from a place along on; where that is not the root, its upper edge is jagged. */
export function sheafPath(sheaf: Sheaf, from: number): PathData {
  const curves: Point[][] = [];
  const tips = sheaf.tips.filter((tip) => tip.reach > from + 0.02);
  const last = tips.length - 1;
  tips.forEach((tip, i) => {
    const [a, b] = tip.notches;
    const start = i === 0 ? from : Math.max(from, a);
    const left = tipSide(sheaf, tip, 0, start, tip.reach, i === 0 ? 12 : 6);
    const right = tipSide(
      sheaf,
      tip,
      1,
      tip.reach,
      i === last ? from : Math.max(from, b),
      i === last ? 12 : 6,
    );
    curves.push(left, right);
  });
  if (from > 0)
    for (const tip of tips.toReversed())
      curves.push([
        sheaf.at(tip.to, from),
        sheaf.at(tip.from * 0.3 + tip.to * 0.7, from - 0.05),
        sheaf.at(tip.from * 0.65 + tip.to * 0.35, from + 0.02),
        sheaf.at(tip.from, from),
      ]);
  if (curves.length === 0) return outline([sheaf.at(0, 0), sheaf.at(0, 0)]);
  return outline(...curves);
}

interface Wedge {
  readonly side: 0 | 1;
  readonly from: number;
  readonly depth: number;
}

/** A shadow along one side of a tip; strips towards the dark side have more of it. */
function wedge(tip: SheafTip, dark: -1 | 1, shade: number, random: RandomStream): Wedge {
  const side = dark === 1 ? 1 : 0;
  const middle = (tip.from + tip.to) / 2;
  const far = dark === 1 ? middle : 1 - middle;
  const start = Math.min(tip.notches[0], tip.notches[1]);
  return {
    side,
    from: Math.max(0.06, Math.min(tip.reach - 0.12, start * random.between(0.4, 0.85) - far * 0.15)),
    depth: Math.min(0.85, shade * (0.6 + far * 0.9) * random.between(0.75, 1.25)),
  };
}

function wedgePath(sheaf: Sheaf, tip: SheafTip, { side, from, depth }: Wedge): PathData {
  const outer = tipSide(sheaf, tip, side, from, tip.reach, 8);
  const inner: Point[] = [];
  const count = 7;
  for (let i = 0; i <= count; i++) {
    const t = 1 - i / count;
    const grow = Math.min(1, t / 0.55);
    const within = depth * (1 - (1 - grow) ** 2);
    inner.push(inTip(sheaf, tip, side === 1 ? 1 - within : within, from + (tip.reach - from) * t));
  }
  return outline(outer, inner);
}

/** A shadow that falls on the root, ending in fingers. */
function rootShadow(sheaf: Sheaf, depth: number, random: RandomStream): PathData {
  const curves: Point[][] = [[0, 0.35, 0.7].map((t) => sheaf.at(0, t * depth))];
  for (const tip of sheaf.tips) {
    const fingers = tip.to - tip.from > 0.22 ? 2 : 1;
    for (let i = 0; i < fingers; i++) {
      const a = tip.from + ((tip.to - tip.from) * i) / fingers;
      const b = tip.from + ((tip.to - tip.from) * (i + 1)) / fingers;
      const low = depth * random.between(0.9, 1.35);
      const high = depth * random.between(0.55, 0.75);
      const before = curves.at(-1)?.at(-1) as Point;
      curves.push([before, sheaf.at(a + (b - a) * 0.32, low * 0.8), sheaf.at((a + b) / 2, low)]);
      curves.push([
        sheaf.at((a + b) / 2, low),
        sheaf.at(a + (b - a) * 0.7, low * 0.82),
        sheaf.at(b, b > 0.999 ? depth * 0.7 : high),
      ]);
    }
  }
  curves.push([1, 0.5, 0].map((t) => sheaf.at(1, t * depth * 0.7)));
  return outline(...curves);
}

/** Streaks of light that together make a band across. */
function drawBand(
  sheet: Sheet,
  sheaf: Sheaf,
  material: Material,
  middle: number,
  random: RandomStream,
): void {
  const count = Math.max(4, sheaf.tips.length * 2);
  for (let i = 0; i < count; i++) {
    const across = 0.12 + (0.76 * (i + 0.5)) / count + random.between(-0.02, 0.02);
    const edge = Math.sin(Math.PI * across);
    const reach = 0.055 * edge * random.between(0.5, 1.6);
    const half = (0.27 / count) * random.between(0.8, 1.3);
    const t = middle + 0.02 * (1 - edge) + random.between(-0.008, 0.008);
    if (reach < 0.012 || random.chance(0.12)) continue;
    const [top, bottom] = [sheaf.at(across, t - reach), sheaf.at(across, t + reach)];
    sheet.highlight(
      material,
      outline([top, sheaf.at(across + half, t), bottom], [bottom, sheaf.at(across - half, t), top]),
      {
        opacity: 0.85,
      },
    );
  }
}

function drawLines(
  sheet: Sheet,
  sheaf: Sheaf,
  random: RandomStream,
  style: SheafStyle,
  material: Material,
  strands: number,
): void {
  const { weight = 1, lineFrom = [0.05, 0.05], dark } = style;
  const { tips } = sheaf;
  tips.forEach((tip, i) => {
    const inner = weight * 0.64;
    for (const side of [0, 1] as const) {
      const outer = side === 0 ? i === 0 : i === tips.length - 1;
      const notch = tip.notches[side];
      if (outer) {
        const from = lineFrom[side];
        if (from >= tip.reach) continue;
        const heavy = (side === 1) === (dark === 1) ? 1.12 : 0.95;
        sheet.line(material, tipSide(sheaf, tip, side, from, tip.reach, 16), weight * heavy, {
          start: 0.25,
          end: 0.2,
          taper: 0.4,
        });
      } else {
        // The line of the lock that lies on top runs on beyond the notch and fades.
        const top = (i + side) % 2 === 0;
        const from = top ? Math.max(0.1, notch - (tip.reach * random.between(0.12, 0.42) + 0.02)) : notch;
        sheet.line(material, tipSide(sheaf, tip, side, from, tip.reach, top ? 12 : 7), inner, {
          start: top ? 0 : 0.7,
          end: 0.2,
          taper: top ? 0.9 : 0.4,
        });
      }
    }
    if (tip.cut > 0) {
      const edge = [0, 0.5, 1].map((within) => inTip(sheaf, tip, within, tip.reach));
      sheet.line(material, edge, weight * 0.95, { start: 0.7, end: 0.7, taper: 0.2 });
    }
    for (let k = 0; k < strands; k++) {
      if (tip.to - tip.from < 0.1 || random.chance(0.42)) continue;
      const within = (k + 1) / (strands + 1) + random.between(-0.1, 0.1);
      const from = random.between(0.12, 0.5) * tip.reach;
      const to = Math.min(tip.reach - 0.06, from + random.between(0.18, 0.4));
      sheet.line(
        material,
        Array.from({ length: 8 }, (_, j) => inTip(sheaf, tip, within, from + ((to - from) * j) / 7)),
        weight * 0.38,
        { taper: 1 },
      );
    }
  });
}
