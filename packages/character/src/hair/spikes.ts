import { depth as layer } from '../drawing/depth.ts';
import type { Part } from '../drawing/drawing.ts';
import type { Scene } from '../drawing/scene.ts';
import { drawSpikeRing, type Spike } from './spike-ring.ts';
import type { Scalp } from './scalp.ts';

/** Big spikes all around the head: shaded ones behind the dome, lit ones that grow out of it. */
export function drawSpikes(scene: Scene, scalp: Scalp): Part[] {
  const { hairLength, hairVolume } = scene.character;
  const random = scene.random('spikes');
  const long = 0.7 + hairLength * 0.6;
  const wide = 0.9 + hairVolume * 0.25;
  const turn = scalp.frame.turn;
  const ring = (bounds: readonly number[], lengths: readonly number[]): Spike[] =>
    lengths.map((length, i) => {
      const from = (bounds[i] as number) + random.between(-2, 2);
      const to = bounds[i + 1] as number;
      const middle = (from + to) / 2;
      // Spikes lean away from the crown, and backwards when the head is turned.
      const lean = ((middle + 90) / 90) * 15 * long - turn * 9;
      // Above the crown there is little room in a picture.
      const upright = Math.max(0, Math.cos(((middle + 90) * Math.PI) / 180));
      return {
        from,
        to,
        tip: middle + lean + random.between(-3, 3),
        length: Math.min(length * long * wide + random.between(-4, 4), 74 - 42 * upright ** 3),
      };
    });
  const behind = scene.sheet('hairBack', layer.hairTail);
  drawSpikeRing(
    scene,
    scalp,
    behind,
    ring(
      [-226, -204, -184, -164, -140, -114, -90, -64, -40, -16, 4, 24, 46],
      [38, 54, 56, 52, 44, 34, 36, 46, 54, 56, 52, 36],
    ),
    { beneath: true, inner: -30, notch: 0 },
  );
  const top = scene.sheet('hairFront', layer.hairFront + 0.4);
  drawSpikeRing(
    scene,
    scalp,
    top,
    ring([-192, -172, -155, -130, -108, -78, -53, -26, -8, 12], [40, 34, 48, 30, 33, 30, 46, 34, 42]),
    { beneath: false, inner: -13, notch: 3 },
  );
  return [behind.part(), top.part()];
}

/** Short tips that break the outline of the crown. `amount` (0 to 1) is how far they stand off. */
export function drawCrownTips(scene: Scene, scalp: Scalp, amount: number): Part {
  const random = scene.random('crown tips');
  // The hair parts at the crown; from there its tips point down both sides.
  const crown = -90 + random.pick([-1, 1]) * random.between(6, 16) - scalp.frame.turn * 9;
  const sheet = scene.sheet('hairFront', layer.hairFront + 0.4);
  const bounds = [-176, -157, -143, -121, -104, -86, -69, -50, -33, -6].map(
    (angle) => angle + random.between(-3, 3),
  );
  const spikes = bounds.slice(1).map((to, i): Spike => {
    const from = bounds[i] as number;
    const middle = (from + to) / 2;
    const goal = middle > crown ? to : from;
    // Flat against the head at both ends of the row.
    const ends = Math.max(0.25, Math.sin((Math.PI * (i + 0.7)) / (bounds.length + 0.4)));
    return {
      from,
      to,
      tip: middle + (goal - middle) * random.between(0.75, 1.15),
      length: (8 + random.between(0, 8) + (i % 3 === 1 ? 5 : 0)) * amount * ends + 1.6,
    };
  });
  drawSpikeRing(scene, scalp, sheet, spikes, { beneath: false, inner: -9, notch: 0 });
  return sheet.part();
}
