import type { RandomStream } from '@koma/character';
import type { Paint } from './ink-plane.ts';

export const TONES = ['dots', 'lines', 'gradient'] as const;
export type ToneKind = (typeof TONES)[number];

/** A printed tone: dots in a turned square grid, parallel lines, or dots that grow along a direction. */
export interface Tone {
  readonly kind: ToneKind;
  /** From dot to dot or line to line, pixels. */
  readonly pitch: number;
  /** Radians. */
  readonly angle: number;
  /** The share of ink; of gradients the largest. */
  readonly darkness: number;
  /** Of gradients: where it is lightest and darkest, along `direction` (radians). */
  readonly direction: number;
  readonly from: number;
  readonly to: number;
}

/** @param extent how far gradients may stretch, pixels */
export function randomTone(random: RandomStream, extent: number, kind = random.pick(TONES)): Tone {
  const from = random.between(-0.2, 0.3) * extent;
  return {
    kind,
    pitch: random.between(5, 13),
    angle: (random.pick([0, 15, 30, 45, 60, 75, 90, 120]) * Math.PI) / 180,
    darkness: random.between(0.1, 0.45),
    direction: random.between(0, 2 * Math.PI),
    from,
    to: from + random.between(0.6, 1.2) * extent,
  };
}

/** What a tone looks like in ink, with edges a pixel soft. @param origin where gradients begin */
export function tonePaint(tone: Tone, [ox, oy]: readonly [number, number]): Paint {
  const { kind, pitch, angle, darkness, direction, from, to } = tone;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [gx, gy] = [Math.cos(direction), Math.sin(direction)];
  return (x, y) => {
    const [u, v] = [x * cos + y * sin, -x * sin + y * cos];
    const beside = Math.abs(v - Math.round(v / pitch) * pitch);
    if (kind === 'lines') return inked((darkness * pitch) / 2 - beside);
    const along = Math.abs(u - Math.round(u / pitch) * pitch);
    const share =
      kind === 'dots' ? 1 : Math.min(1, Math.max(0, ((x - ox) * gx + (y - oy) * gy - from) / (to - from)));
    const radius = pitch * Math.sqrt((share * darkness) / Math.PI);
    // Dots smaller than a third of a pixel are not printed.
    return radius < 0.35 ? 255 : inked(radius - Math.hypot(along, beside));
  };
}

/** Grey of a pixel this far inside of an edge. */
const inked = (depth: number): number => 255 * (1 - Math.min(1, Math.max(0, depth + 0.5)));
