import type { Point, StraightColour } from '../../tools/index.ts';

/** As many places along a line say what the paper is. */
const MOST_SAMPLES = 64;

/**
 * The colour that is found most often at points of a line, the first of those found equally often.
 * @param colourAt the colour of a pixel; undefined off the canvas
 * @returns undefined where there is none at any point
 */
export function commonestColour(
  points: readonly Point[],
  colourAt: (x: number, y: number) => StraightColour | undefined,
): StraightColour | undefined {
  const counts = new Map<string, { colour: StraightColour; count: number }>();
  const step = Math.max(1, Math.ceil(points.length / MOST_SAMPLES));
  for (let i = 0; i < points.length; i += step) {
    const colour = colourAt(Math.floor(points[i]!.x), Math.floor(points[i]!.y));
    if (!colour) continue;
    const key = `${colour.red},${colour.green},${colour.blue},${colour.alpha}`;
    const entry = counts.get(key) ?? { colour, count: 0 };
    entry.count++;
    counts.set(key, entry);
  }
  let best: { colour: StraightColour; count: number } | undefined;
  for (const entry of counts.values()) if (!best || entry.count > best.count) best = entry;
  return best?.colour;
}
