import type { Scene } from '../drawing/scene.ts';
import type { Sheet } from '../drawing/sheet.ts';
import { outline } from '../geometry/path.ts';
import type { Point } from '../geometry/point.ts';
import { innerMaterial } from './hair-accent.ts';
import type { Scalp } from './scalp.ts';

/** A pointed lock that stands off the rim of the dome. Degrees along the rim: see {@link Scalp.rim}. */
export interface Spike {
  readonly from: number;
  readonly to: number;
  /** Where its point is. */
  readonly tip: number;
  /** How far it stands off, head units. */
  readonly length: number;
}

/** How a ring of spikes is drawn. */
export interface SpikeRingStyle {
  readonly beneath: boolean;
  /** How far off the rim (negative: inside) the ring ends inwards, and how far off the notches are; head units. */
  readonly inner: number;
  readonly notch: number;
}

/** Draws spikes that grow out of the rim of the dome as one mass: it has no line towards the dome. */
export function drawSpikeRing(
  scene: Scene,
  scalp: Scalp,
  sheet: Sheet,
  spikes: readonly Spike[],
  style: SpikeRingStyle,
): void {
  const { beneath, inner, notch } = style;
  const random = scene.random(`spike ring ${beneath}`);
  const dark = -scene.light as 1 | -1;
  const { hairAccent } = scene.character;
  const material = beneath ? innerMaterial(scene.character) : 'hair';
  const on = (angle: number, raise: number): Point => scalp.rim(angle, angle, 2, raise)[0] as Point;
  // The side that the spike leans away from bulges, the other is hollow.
  const side = (spike: Spike, bound: number, from = 0, count = 7): Point[] => {
    const leaning = spike.tip - (spike.from + spike.to) / 2;
    const bulges = leaning > 0 === bound < spike.tip;
    return Array.from({ length: count }, (_, i) => {
      const t = from + ((1 - from) * i) / (count - 1);
      return on(
        bound + (spike.tip - bound) * t ** (bulges ? (spike.length < 20 ? 1.15 : 1.5) : 1.02),
        notch + (spike.length - notch) * t,
      );
    });
  };
  const curves: Point[][] = [];
  for (const spike of spikes) curves.push(side(spike, spike.from), side(spike, spike.to).toReversed());
  for (const { from, to } of spikes.toReversed())
    curves.push([
      on(to, inner),
      on(from * 0.4 + to * 0.6, inner - 5),
      on(from * 0.75 + to * 0.25, inner + 1),
      on(from, inner),
    ]);
  sheet.flat(material, outline(...curves), beneath ? { tone: 'shade' } : {});
  const shade = (spike: Spike, start: number, which: typeof material | 'hairAccent'): void => {
    const cos = Math.cos((spike.tip * Math.PI) / 180);
    // On the dark side of the head spikes are in shadow up to their other edge.
    const far = cos * dark;
    const bound = dark === 1 ? spike.to : spike.from;
    const edge = side(spike, bound, start);
    const share = 0.4 + 0.4 * Math.max(0, far);
    const other = side(spike, bound === spike.to ? spike.from : spike.to, start);
    const back = [...edge].map((point, i): Point => {
      const t = i / (edge.length - 1);
      const k = share * Math.min(1, t * 2.2 + (start > 0 ? 0.8 : 0)) * (i === edge.length - 1 ? 0 : 1);
      const across = other[i] as Point;
      return [point[0] + (across[0] - point[0]) * k, point[1] + (across[1] - point[1]) * k];
    });
    sheet.shade(which, outline(edge, back.toReversed()), beneath ? { tone: 'deep' } : {});
  };
  for (const spike of spikes) {
    shade(spike, 0, material);
    if (hairAccent === 'tips' && spike.length > 14) {
      sheet.flat(
        'hairAccent',
        outline(side(spike, spike.from, 0.55), side(spike, spike.to, 0.55).toReversed()),
        beneath ? { tone: 'shade' } : {},
      );
      shade(spike, 0.55, 'hairAccent');
    }
  }
  spikes.forEach((spike, i) => {
    const [left, right] = [side(spike, spike.from), side(spike, spike.to)];
    const weight = Math.min(1.1, 0.75 + spike.length * 0.012);
    sheet.line(material, left, weight, { start: i === 0 ? 0.2 : 0.75, end: 0.3, taper: 0.35 });
    sheet.line(material, right, weight, {
      start: i === spikes.length - 1 ? 0.2 : 0.75,
      end: 0.3,
      taper: 0.35,
    });
    if (i < spikes.length - 1 && spike.length > 9) {
      // Notches run on into the mass.
      const reach = Math.min(-inner * 1.7 + 6, spike.length * random.between(0.5, 0.8));
      const drift = (spike.to + 90) * 0.06;
      sheet.line(
        material,
        [0, 0.25, 0.5, 0.75, 1].map((t) => on(spike.to - drift * t, notch - reach * t)),
        0.8,
        { start: 0.9, end: 0, taper: 0.9 },
      );
    }
    if (spike.length > 26) {
      const centre = (spike.from + spike.to) / 2;
      sheet.line(
        material,
        [0.15, 0.35, 0.55, 0.75].map((t) =>
          on(centre + (spike.tip - centre) * t ** 1.3, notch + (spike.length - notch) * t * 0.9),
        ),
        0.5,
        { taper: 1 },
      );
    }
  });
}
