import { clusterColours } from './cluster.ts';
import type { CountedColour } from './count-colours.ts';
import { chroma, hue, squaredDistance, type Oklab } from './oklab.ts';

/** One colour of a palette. */
export interface Swatch {
  /** 0xRRGGBB: a colour that the picture has. */
  readonly rgb: number;
  readonly lab: Oklab;
  /** 0-1 of the pixels that were looked at. */
  readonly share: number;
}

/** How swatches are ordered. */
export type SwatchOrder = 'share' | 'lightness' | 'hue';

export interface PaletteOptions {
  /** Colours, at most; 1-64. */
  readonly count: number;
  /** `true`: small parts in colours of their own get a swatch before shades of large ones do. */
  readonly accents: boolean;
  /** `true`: black lines and white paper are left out. */
  readonly skipInk: boolean;
  readonly order: SwatchOrder;
}

/** Colours nearer than this in Oklab are one colour to the eye. */
const SAME = 0.02;
/** Below it a colour counts as grey. */
const GREY_CHROMA = 0.025;
/** What greys count for among accents, as chroma: they are not lost, but colours come first. */
const ACCENT_GREY = 0.03;
const INK = { lightness: 0.25, chroma: 0.05 };
const PAPER = { lightness: 0.96, chroma: 0.02 };
/** Bits a channel of the bins that are clustered: whole pictures have too many colours. */
const BIN_BITS = 5;

/**
 * The colours that say what a picture looks like: groups of similar colours, each stood for by its most frequent one,
 * so that flat colours come out exactly as they were painted.
 */
export function extractSwatches(colours: readonly CountedColour[], options: PaletteOptions): Swatch[] {
  const wanted = options.skipInk ? colours.filter(({ lab }) => !isInkOrPaper(lab)) : colours;
  const bins = binned(wanted);
  const group = clusterColours(
    bins.map(({ lab, count }) => ({
      lab,
      weight: options.accents ? Math.sqrt(count) * (ACCENT_GREY + chroma(lab)) : count,
    })),
    options.count,
  );
  const total = colours.reduce((sum, { count }) => sum + count, 0);
  const groups = new Map<number, Bin[]>();
  for (const [i, bin] of bins.entries()) {
    const members = groups.get(group[i]!);
    if (members) members.push(bin);
    else groups.set(group[i]!, [bin]);
  }
  const swatches = [...groups.values()].map((members) => swatchOf(members, total));
  return ordered(joined(swatches), options.order);
}

interface Bin {
  readonly lab: Oklab;
  count: number;
  /** The most frequent exact colour. */
  readonly top: CountedColour;
}

/** @param colours the most frequent first */
function binned(colours: readonly CountedColour[]): Bin[] {
  const bins = new Map<number, Bin>();
  const shift = 8 - BIN_BITS;
  for (const colour of colours) {
    const { rgb } = colour;
    const key = ((rgb >> (16 + shift)) << 16) | (((rgb >> (8 + shift)) & 255) << 8) | ((rgb & 255) >> shift);
    const bin = bins.get(key);
    if (bin) bin.count += colour.count;
    else bins.set(key, { lab: colour.lab, count: colour.count, top: colour });
  }
  return [...bins.values()];
}

function swatchOf(members: readonly Bin[], total: number): Swatch {
  const count = members.reduce((sum, bin) => sum + bin.count, 0);
  const middle = [0, 1, 2].map(
    (c) => members.reduce((sum, bin) => sum + bin.lab[c]! * bin.count, 0) / count,
  ) as unknown as Oklab;
  // The most frequent one, unless it lies at the group's rim: a soft gradient is stood for by its middle.
  const score = ({ count: weight, lab }: Bin): number => weight / (1e-4 + squaredDistance(lab, middle));
  const best = members.reduce((one, other) => (score(other) > score(one) ? other : one));
  return { rgb: best.top.rgb, lab: best.top.lab, share: count / total };
}

/** Joins what looks the same; the more frequent one stays. */
function joined(swatches: readonly Swatch[]): Swatch[] {
  const kept: Swatch[] = [];
  for (const swatch of swatches.toSorted(byShare)) {
    const at = kept.findIndex(({ lab }) => squaredDistance(lab, swatch.lab) < SAME ** 2);
    if (at < 0) kept.push(swatch);
    else kept[at] = { ...kept[at]!, share: kept[at]!.share + swatch.share };
  }
  return kept;
}

function ordered(swatches: readonly Swatch[], order: SwatchOrder): Swatch[] {
  if (order === 'share') return swatches.toSorted(byShare);
  if (order === 'lightness') return swatches.toSorted((one, other) => other.lab[0] - one.lab[0]);
  // Greys have no hue: they stand first, from light to dark.
  const key = ({ lab }: Swatch): number => (chroma(lab) < GREY_CHROMA ? -1 : hue(lab));
  return swatches.toSorted((one, other) => key(one) - key(other) || other.lab[0] - one.lab[0]);
}

function byShare(one: Swatch, other: Swatch): number {
  return other.share - one.share || one.rgb - other.rgb;
}

function isInkOrPaper(lab: Oklab): boolean {
  const [lightness] = lab;
  return (
    (lightness < INK.lightness && chroma(lab) < INK.chroma) ||
    (lightness > PAPER.lightness && chroma(lab) < PAPER.chroma)
  );
}
