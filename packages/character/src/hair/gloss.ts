import type { Scene } from '../drawing/scene.ts';
import type { Sheet } from '../drawing/sheet.ts';
import { outline } from '../geometry/path.ts';
import { hairlineAt } from './dome.ts';
import type { Scalp } from './scalp.ts';

/** The ring of light around the crown: streaks of different lengths that follow the strands. */
export function drawGloss(
  scene: Scene,
  scalp: Scalp,
  sheet: Sheet,
  hairline: readonly [number, number],
  covered: boolean,
): void {
  const random = scene.random('gloss');
  const yaw = scalp.frame.yaw;
  const count = 15;
  for (let i = 0; i < count; i++) {
    const t = (i + 0.5) / count;
    // The ring is brightest on the lit side and dies out on the other.
    const azimuth = -62 + 124 * t + scene.light * 10 - yaw * 0.85 + random.between(-1.5, 1.5);
    const fade = Math.sin(Math.PI * t) ** 0.7;
    const long = random.chance(0.4) ? random.between(1.2, 1.7) : random.between(0.55, 1);
    // Never on bare skin: where the forehead is free the ring moves up.
    const limit = covered ? 0.6 : hairlineAt(hairline, azimuth) - 0.12;
    const middle = Math.min(0.585, limit) + scalp.frame.lift * 0.25 + random.between(-0.012, 0.012);
    const reach = 0.075 * fade * long;
    const half = 4.4 * fade * random.between(0.8, 1.15);
    if (reach < 0.02) continue;
    const top = scalp.at(azimuth, middle - reach);
    const bottom = scalp.at(azimuth + random.between(-1, 1), middle + reach * 1.15);
    sheet.highlight(
      'hair',
      outline(
        [top, scalp.at(azimuth + half, middle), bottom],
        [bottom, scalp.at(azimuth - half, middle), top],
      ),
      { opacity: 0.9 },
    );
  }
}
