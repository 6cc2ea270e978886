import { preparePage, type RegionMap } from '@koma/lineart';

/**
 * The regions that the lines enclose in what the network sees.
 * @param tone a value a cell, rows from the top: 1 paper, 0 ink
 * @param stop called now and then with 0-1; may wait, and may throw to end the work
 */
export async function cellRegions(
  tone: Float32Array,
  width: number,
  height: number,
  stop: (fraction: number) => Promise<void> = async () => {},
): Promise<RegionMap> {
  const data = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let p = 0; p < width * height; p++) data.fill(255 * tone[p]!, 4 * p, 4 * p + 3);
  // A sketch at this size shows no dots: what looks like a tone is hatching, which is lines.
  const steps = preparePage({ width, height, data }, { scale: 1, toneRemoval: false, cells: 0 });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value.regions;
    await stop(step.value);
  }
}
