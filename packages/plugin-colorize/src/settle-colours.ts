import { extractPalette, labToRgb, rgbToLab, squaredDeltaE, type Lab } from '@koma/core/raster';
import { expandLabels, type RegionMap } from '@koma/lineart';

/** What {@link settleColours} goes by; planes have a value a cell. */
export interface SettleColoursOptions {
  /** Of the same cells, scale 1. */
  readonly regions: RegionMap;
  /** How much the network's colour of a cell is worth, 0-1: what it takes for paper has none to offer. */
  readonly figure: Float32Array;
  /** 1 paper, 0 ink: ink has no say. */
  readonly tone: Float32Array;
  /** Where there is a hint, above 0: such cells keep their colour. */
  readonly hinted: Float32Array;
}

/** Colours that a picture is taken to have. */
const COLOURS = 14;
/** What a cell's opinion weighs, against the price of a cell side on white paper (65). */
const OPINION = 3;
/** CIE 1976 distance up to which a cell's difference from its region's colour is taken for shading and kept. */
const SAME = 9;
/** From here on it is another colour and goes; in between less and less of it is kept. */
const OTHER = 24;
const CLEAR = 0.7;

/**
 * Gives cells that disagree with what is around them the colour that this has. The picture's main colours are found,
 * every region gets one of them by a cut that is cheap along ink and dear across white (alpha-expansion), and cells that
 * are far from it take the mean of those in the region that are near it. What is near stays as it is, so soft shading
 * does, too.
 *
 * @param colour planes of red, green and blue in sRGB, 0-1; not changed
 * @returns new planes
 */
export function settleColours(
  colour: Float32Array,
  options: SettleColoursOptions,
): Float32Array<ArrayBuffer> {
  const { labels, count, edges } = options.regions;
  const size = labels.length;
  const out = Float32Array.from(colour);
  const palette = mainColours(colour, options);
  if (palette.length < 2) return out;
  const lab = new Float32Array(3 * size);
  for (let p = 0; p < size; p++)
    lab.set(rgbToLab(colour[p]!, colour[size + p]!, colour[2 * size + p]!), 3 * p);
  const chosen = expandLabels({ count, edges }, opinions(lab, palette, options), palette.length);
  const targets = regionTargets(colour, lab, palette, chosen, options);
  const targetLabs = Array.from({ length: count }, (_, region) =>
    rgbToLab(targets[3 * region]!, targets[3 * region + 1]!, targets[3 * region + 2]!),
  );
  for (let p = 0; p < size; p++) {
    if (options.hinted[p]! > 0) continue;
    const region = labels[p]!;
    const target = targets.subarray(3 * region, 3 * region + 3);
    const off = distance(lab, p, targetLabs[region]!);
    if (off <= SAME) continue;
    const share = Math.min(1, (off - SAME) / (OTHER - SAME));
    for (let c = 0; c < 3; c++)
      out[c * size + p] = colour[c * size + p]! + share * (target[c]! - colour[c * size + p]!);
  }
  return out;
}

function hasSay(p: number, { figure, tone, hinted }: SettleColoursOptions): boolean {
  return hinted[p]! > 0 || (tone[p]! > CLEAR && figure[p]! > 0.5);
}

function mainColours(colour: Float32Array, options: SettleColoursOptions): Lab[] {
  const size = options.regions.labels.length;
  const data = new Uint8ClampedArray(4 * size);
  for (let p = 0; p < size; p++) {
    if (!hasSay(p, options)) continue;
    for (let c = 0; c < 3; c++) data[4 * p + c] = 255 * colour[c * size + p]!;
    data[4 * p + 3] = 255;
  }
  const { width, height } = options.regions;
  return extractPalette({ width, height, data }, COLOURS).map(({ colour: { r, g, b } }) =>
    rgbToLab(r / 255, g / 255, b / 255),
  );
}

/** What each of the main colours costs a region: the distance of its cells, up to a limit. */
function opinions(lab: Float32Array, palette: readonly Lab[], options: SettleColoursOptions): Float64Array {
  const { labels, count } = options.regions;
  const costs = new Float64Array(count * palette.length);
  for (let p = 0; p < labels.length; p++) {
    if (!hasSay(p, options)) continue;
    for (const [i, colour] of palette.entries())
      costs[labels[p]! * palette.length + i]! += Math.min(1, distance(lab, p, colour) / OTHER);
  }
  return costs.map((cost) => Math.round(OPINION * cost));
}

/** Mean colour of the cells in each region that have its colour; the main colour where there are none. */
function regionTargets(
  colour: Float32Array,
  lab: Float32Array,
  palette: readonly Lab[],
  chosen: Uint16Array,
  options: SettleColoursOptions,
): Float32Array {
  const { labels, count } = options.regions;
  const size = labels.length;
  const sums = new Float64Array(4 * count);
  const whole = new Float64Array(4 * palette.length);
  for (let p = 0; p < size; p++) {
    if (!hasSay(p, options)) continue;
    const label = chosen[labels[p]!]!;
    if (distance(lab, p, palette[label]!) > SAME) continue;
    for (let c = 0; c < 3; c++) {
      sums[4 * labels[p]! + c]! += colour[c * size + p]!;
      whole[4 * label + c]! += colour[c * size + p]!;
    }
    sums[4 * labels[p]! + 3]!++;
    whole[4 * label + 3]!++;
  }
  const targets = new Float32Array(3 * count);
  for (let region = 0; region < count; region++) {
    const own = sums.subarray(4 * region, 4 * region + 4);
    const from =
      own[3]! >= 0.2 * options.regions.area[region]!
        ? own
        : whole.subarray(4 * chosen[region]!, 4 * chosen[region]! + 4);
    // A main colour can be the mean of colours that are all far from it.
    const mean =
      from[3]! > 0 ? [0, 1, 2].map((c) => from[c]! / from[3]!) : labToRgb(palette[chosen[region]!]!);
    targets.set(mean, 3 * region);
  }
  return targets;
}

function distance(lab: Float32Array, p: number, colour: Lab): number {
  return Math.sqrt(squaredDeltaE([lab[3 * p]!, lab[3 * p + 1]!, lab[3 * p + 2]!], colour));
}
