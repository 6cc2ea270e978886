import { FULL_COVERAGE, FULL_RATE, coverFurther, type CoveragePlane } from './coverage-plane.ts';
import { FALLOFF_STEPS } from './dab-falloff.ts';
import type { Dab } from './dab.ts';
import { HALF_DIAGONAL, discCoverage } from './disc-coverage.ts';

/** Width of the soft rim, in pixels, from which on it alone makes the edge smooth. */
const SOFT_RIM = 4;
/** Width of the soft rim, in pixels, below which it gives way to the antialiased edge. */
const THIN_RIM = 2;

/**
 * Adds a round, antialiased dab to the coverage.
 *
 * Two things make its edge. The area of the pixel that lies in the disc is what the coverage may
 * reach, however many dabs follow: a hard stroke keeps the antialiased edge of its outline, where
 * adding up would make it a pixel fatter and jagged. The falloff from the hard core to the rim is how
 * fast it gets there: soft dabs add up smoothly, as in an airbrush.
 *
 * @param plane written to where the dab meets it; what lies outside is left out
 * @param hardness 0-1
 * @param falloff `tabulateFalloff(hardness)`
 */
export function stampDab(plane: CoveragePlane, dab: Dab, hardness: number, falloff: Float32Array): void {
  const radius = dab.size / 2;
  const target = Math.round(dab.opacity * FULL_COVERAGE);
  const rate = dab.flow > 0 ? Math.max(1, Math.round(Math.min(1, dab.flow) * FULL_RATE)) : 0;
  if (!(radius > 0) || target <= 0 || rate === 0) return;

  const core = hardness * radius;
  const rim = radius - core;
  const sharp = rim < SOFT_RIM;
  const softness = Math.min(1, rim / THIN_RIM);
  const leastRate = rate * (1 - softness) + 0.5;
  const softRate = rate * softness;
  const tableScale = rim > 0 ? FALLOFF_STEPS / (radius * radius - core * core) : 0;
  const whole = sharp ? radius - HALF_DIAGONAL : radius;
  const solid = Math.min(core, whole);
  const outer = sharp ? radius + HALF_DIAGONAL : radius;
  // Absolute coordinates throughout: a pixel comes out the same whatever tile it is drawn in.
  const { data, width } = plane;
  const [left, right] = [plane.x, plane.x + width];
  const bottom = Math.min(plane.y + plane.height, Math.floor(dab.y + outer - 0.5) + 1);

  const ring = (y: number, from: number, to: number): void => {
    const dy = y + 0.5 - dab.y;
    const wholeSquared = whole > 0 ? whole * whole : -1;
    let i = (y - plane.y) * width + from - left;
    for (let x = from; x < to; x++, i++) {
      const dx = x + 0.5 - dab.x;
      const squared = dx * dx + dy * dy;
      let goal = target;
      if (squared > wholeSquared && sharp) {
        goal = Math.min(target, Math.round(target * discCoverage(dx, dy, radius) * dab.gain));
      }
      const missing = goal - data[i]!;
      if (missing <= 0) continue;
      const step = (squared - core * core) * tableScale;
      const soft = falloff[step > 0 ? (step < FALLOFF_STEPS ? step | 0 : FALLOFF_STEPS) : 0]!;
      const share = (leastRate + softRate * soft) | 0;
      if (share > 0) data[i] = data[i]! + ((Math.imul(missing, share) + FULL_RATE - 1) >> 15);
    }
  };

  for (let y = Math.max(plane.y, Math.ceil(dab.y - outer - 0.5)); y < bottom; y++) {
    const dy = y + 0.5 - dab.y;
    const reach = Math.sqrt(Math.max(0, outer * outer - dy * dy));
    const from = Math.max(left, Math.ceil(dab.x - reach - 0.5));
    const to = Math.min(right, Math.floor(dab.x + reach - 0.5) + 1);
    const inner = solid > Math.abs(dy) ? Math.sqrt(solid * solid - dy * dy) : -1;
    if (inner < 0) {
      ring(y, from, to);
      continue;
    }
    const solidFrom = Math.min(to, Math.max(from, Math.ceil(dab.x - inner - 0.5)));
    const solidTo = Math.max(solidFrom, Math.min(to, Math.floor(dab.x + inner - 0.5) + 1));
    ring(y, from, solidFrom);
    const row = (y - plane.y) * width - left;
    coverFurther(data, row + solidFrom, row + solidTo, target, rate);
    ring(y, solidTo, to);
  }
}
