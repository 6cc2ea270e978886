/** Steps of the table over the soft part of a dab. */
export const FALLOFF_STEPS = 1024;

/**
 * How the paint of a dab thins out from its hard core to its rim, by the square of the distance so
 * that no root is needed for a pixel. Smoothstep: level at both ends, so neither core nor rim shows.
 * @param hardness radius of the core as a share of the dab's radius, 0-1
 * @returns values 0-1 at even steps of the squared distance, from the core (1) to the rim (0)
 */
export function tabulateFalloff(hardness: number): Float32Array {
  const table = new Float32Array(FALLOFF_STEPS + 1);
  const core = hardness * hardness;
  for (let i = 0; i <= FALLOFF_STEPS; i++) {
    const radius = Math.sqrt(core + ((1 - core) * i) / FALLOFF_STEPS);
    const t = hardness < 1 ? Math.min(1, (radius - hardness) / (1 - hardness)) : 0;
    table[i] = 1 - t * t * (3 - 2 * t);
  }
  return table;
}
