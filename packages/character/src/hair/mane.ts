import { depth as layer } from '../drawing/depth.ts';
import type { Part } from '../drawing/drawing.ts';
import type { Scene } from '../drawing/scene.ts';
import type { Sheet } from '../drawing/sheet.ts';
import type { Point } from '../geometry/point.ts';
import type { RandomStream } from '../random/random-stream.ts';
import { drawSheaf } from './draw-sheaf.ts';
import { accentFrom, innerMaterial } from './hair-accent.ts';
import { domeHalf, hanging, sampled, yawAngle } from './hang.ts';
import { drawLock, ribbonLock } from './lock.ts';
import type { Scalp } from './scalp.ts';
import { spreadTips, type Sheaf } from './sheaf.ts';

/** A hanging mass of hair behind the head. Head units. */
export interface ManeShape {
  /** How far it hangs below the middle of the skull. */
  readonly bottom: number;
  /**
   * Its half widths at even steps from the dome's widest circle down to `bottom`, as multiples of the dome's
   * half width; the first should be 1, so that the silhouette leaves the dome without a step.
   */
  readonly widths: readonly number[];
  /** How many tips the whole width has. */
  readonly tips: number;
  /** How much the lengths of tips differ, and how deep the notches between them are. */
  readonly ragged: number;
  readonly notch: number;
  /** How much longer the middle is than the sides; negative for hair that is longer at the sides. */
  readonly point?: number;
  /** How far tips lean outwards, in widths of their strips; negative inwards. */
  readonly flick?: number;
  /** How far the lower edge turns inwards (bobs). */
  readonly curlIn?: number;
  /** 0 straight to 1 curly. */
  readonly wave?: number;
  /** 0 = tips end in points, 1 = they are cut with scissors. */
  readonly cut?: number;
  /** Thin locks that stand off the silhouette, on each side. */
  readonly flyaways?: number;
}

/** Where the hair of a mane is: `across` from -1 to 1, `y` in head units. */
type ManeField = (across: number, y: number) => Point;

/** The field of a mane; `inset` narrows it, head units. */
export function maneField(scalp: Scalp, mane: ManeShape, inset = 0): ManeField {
  const { frame } = scalp;
  const half = domeHalf(scalp);
  const yaw = yawAngle(frame);
  const { bottom, widths, wave = 0, curlIn = 0 } = mane;
  const length = Math.max(30, bottom - scalp.y);
  return (across, y) => {
    const down = Math.max(0, y - scalp.y);
    const t = down / length;
    const z = scalp.z - 26 * Math.min(1, down / 80);
    const round = Math.sqrt(Math.max(0, 1 - Math.min(1, (scalp.y - y) / scalp.ry) ** 2));
    const wide = half * (y < scalp.y ? round : sampled(widths, t)) - inset - curlIn * Math.max(0, t) ** 4;
    const swing = wave * Math.min(17, 5 + length * 0.05) * Math.min(1, down / 90);
    // Both sides ripple together, as if combed from one mass, but mirrored, so that the outline breathes.
    const ripple =
      Math.sin(down / (21 + length * 0.028) + 0.6) *
      swing *
      (0.35 + 0.65 * Math.abs(across)) *
      Math.sign(across || 1);
    return hanging(frame, z * Math.sin(yaw) + across * wide + ripple, y, z * Math.cos(yaw));
  };
}

const TOP = -46;

/** A sheaf of a mane between two places across (-1 to 1), down to `lowest` at the most. */
export function maneSheaf(
  field: ManeField,
  from: number,
  to: number,
  lowest: number,
  tips: Sheaf['tips'],
  top = TOP,
): Sheaf {
  return { tips, at: (across, along) => field(from + (to - from) * across, top + (lowest - top) * along) };
}

/** Draws a mane: its inner side in shade, lit locks at both sides in front of that. */
export function drawMane(scene: Scene, scalp: Scalp, mane: ManeShape): Part {
  const { light } = scene;
  const sheet = scene.sheet('hairBack', layer.hairBack);
  const random = scene.random('mane');
  drawManeInside(scene, scalp, mane, sheet, random);
  drawManeSides(scene, scalp, mane, sheet, random, light);
  return sheet.part();
}

/** The inner side of a mane, seen between the sides. */
export function drawManeInside(
  scene: Scene,
  scalp: Scalp,
  mane: ManeShape,
  sheet: Sheet,
  random: RandomStream,
): void {
  const { bottom, ragged, point = 0, cut = 0, flick = 0 } = mane;
  const lowest = bottom + Math.max(0, point) + ragged;
  const along = (y: number): number => (y - TOP) / (lowest - TOP);
  const span = lowest - TOP;
  const tips = spreadTips(random, {
    count: Math.max(4, Math.round(mane.tips * 0.8)),
    reach: (u) => along(bottom + point * (1 - (2 * u - 1) ** 2)) - (cut > 0 ? 0.005 : 0.02),
    ragged: ragged / span,
    notch: mane.notch / span,
    lean: (u) => flick * (2 * u - 1),
    cut,
  });
  const inside = maneSheaf(maneField(scalp, mane, 2), -1, 1, lowest, tips);
  drawSheaf(sheet, inside, random, {
    beneath: true,
    material: innerMaterial(scene.character),
    dark: -scene.light as 1 | -1,
    shade: 0.3,
    rootShade: Math.min(0.62, along(100)),
    lineFrom: [along(4), along(4)],
    weight: 0.8,
    strands: bottom > 110 ? 1 : 0,
    ...accents(scene),
  });
}

/** The lit outer locks at both sides; a turned head shows more of those behind it. */
export function drawManeSides(
  scene: Scene,
  scalp: Scalp,
  mane: ManeShape,
  sheet: Sheet,
  random: RandomStream,
  light: -1 | 1,
): void {
  const { bottom, ragged, notch, flick = 0, cut = 0, point = 0, flyaways = 0 } = mane;
  const field = maneField(scalp, mane);
  const turn = scalp.frame.turn;
  const lowest = bottom + ragged;
  const along = (y: number): number => (y - TOP) / (lowest - TOP);
  const span = lowest - TOP;
  for (const side of [light, -light as 1 | -1] as const) {
    for (let i = 0; i < flyaways; i++) drawFlyaway(scene, scalp, mane, sheet, side, random);
    // Behind the ear on the side that is turned away from, up to the middle of the back.
    const inner = Math.max(0.12, 0.56 + 0.42 * turn * side);
    const share = (1 - inner) / 2;
    const tips = spreadTips(random, {
      count: Math.max(2, Math.round(mane.tips * share * 1.15)),
      reach: (u) => {
        const across = side < 0 ? 1 - u : u;
        const place = inner + (1 - inner) * across;
        return along(bottom + point * (1 - place * place) * 0.6 - (cut > 0 ? 0 : 6) * across);
      },
      ragged: ragged / span,
      notch: notch / span,
      lean: () => flick * side,
      cut,
    });
    const sheaf =
      side < 0 ? maneSheaf(field, -1, -inner, lowest, tips) : maneSheaf(field, inner, 1, lowest, tips);
    const free = along(-10);
    drawSheaf(sheet, sheaf, random, {
      dark: -light as 1 | -1,
      shade: side === light ? 0.24 : 0.44,
      lineFrom: side < 0 ? [free, along(24)] : [along(24), free],
      weight: 1.05,
      strands: bottom > 110 ? 2 : 1,
      ...(side === light && bottom > 130 && { gloss: along(92) }),
      ...accents(scene),
    });
  }
}

const accents = (scene: Scene): { readonly accentFrom?: number } => {
  const from = accentFrom(scene.character);
  return from === undefined ? {} : { accentFrom: from };
};

/** A thin lock that leaves the silhouette at one side and comes back to it or not. */
function drawFlyaway(
  scene: Scene,
  scalp: Scalp,
  mane: ManeShape,
  sheet: Sheet,
  side: 1 | -1,
  random: RandomStream,
): void {
  const unit = scalp.frame.scale;
  const field = maneField(scalp, mane);
  const room = mane.bottom - 20;
  const start = 10 + room * random.between(0.05, 0.4);
  const end = Math.min(mane.bottom - 4, start + Math.max(34, room * random.between(0.35, 0.55)));
  const off = random.between(0.05, 0.11);
  const line = [0, 0.3, 0.65, 1].map((t) =>
    field(side * (0.93 + off * Math.sin(t * 2.4) + (t === 1 ? off * 0.5 : 0)), start + (end - start) * t),
  );
  const lock = ribbonLock(line, { halfWidths: [5, 4.4, 3, 0].map((w) => w * unit) });
  drawLock(sheet, lock, {
    dark: -scene.light as 1 | -1,
    lineFrom: [0.1, 0.1],
    weight: 0.8,
  });
}
