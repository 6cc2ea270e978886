import type { RasterImage } from '../raster-image.ts';
import { clusterPoints } from './cluster-points.ts';
import { countColours, type ColourCounts } from './count-colours.ts';
import { oklabToRgb, rgbToOklab } from './oklab.ts';
import type { Rgb } from './rgb.ts';

/** One colour of a palette. */
export interface PaletteColour {
  /** Whole codes. */
  readonly colour: Rgb;
  /** How much of what shows in the picture it stands for, 0-1; those of a palette sum to 1. */
  readonly share: number;
}

const MAX_SAMPLES = 32_768;

/** A colour this common within its cluster is a flat: it is given as it is, not averaged with its edges. */
const FLAT_SHARE = 0.25;

/**
 * The dominant colours of a picture, the most common first. Colours are grouped in Oklab, pixels count by
 * their alpha, and large pictures are sampled (about 32 000 pixels). The answer for a picture is always
 * the same. A picture of up to `count` different colours gives exactly those; one without any visible
 * pixel gives none.
 *
 * @param count how many at most, 1-255
 * @throws RangeError if `count` is out of range
 */
export function extractPalette(image: RasterImage, count: number): PaletteColour[] {
  if (!Number.isInteger(count) || count < 1 || count > 255)
    throw new RangeError(`a palette has 1 to 255 colours, not ${count}`);
  const counts = countColours(image, MAX_SAMPLES);
  const points = new Float64Array(counts.colours.length * 3);
  counts.colours.forEach((colour, i) => {
    const { l, a, b } = rgbToOklab(unpack(colour));
    points.set([l, a, b], i * 3);
  });
  const clusters = clusterPoints(points, counts.weights, count);
  return summarize(points, counts, clusters, count);
}

function summarize(
  points: Float64Array,
  { colours, weights }: ColourCounts,
  clusters: Uint8Array,
  count: number,
): PaletteColour[] {
  const groups = Array.from({ length: count }, () => ({ l: 0, a: 0, b: 0, weight: 0, common: 0 }));
  let total = 0;
  colours.forEach((_, i) => {
    const group = groups[clusters[i]!]!;
    const weight = weights[i]!;
    if (group.weight === 0 || weight > weights[group.common]!) group.common = i;
    group.l += weight * points[i * 3]!;
    group.a += weight * points[i * 3 + 1]!;
    group.b += weight * points[i * 3 + 2]!;
    group.weight += weight;
    total += weight;
  });
  return groups
    .filter(({ weight }) => weight > 0)
    .map(({ l, a, b, weight, common }) => ({
      colour:
        weights[common]! >= weight * FLAT_SHARE
          ? unpack(colours[common]!)
          : oklabToRgb({ l: l / weight, a: a / weight, b: b / weight }),
      share: weight / total,
    }))
    .sort((one, other) => other.share - one.share);
}

function unpack(colour: number): Rgb {
  return { r: colour >> 16, g: (colour >> 8) & 255, b: colour & 255 };
}
