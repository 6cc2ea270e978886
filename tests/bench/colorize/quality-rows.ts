import { formatHex, parseHex, type RasterImage } from '@koma/core/raster';
import type { Hint } from '@koma/core/plugin';
import { aim, info, log, must, type BenchRow } from '../bench-row.ts';
import { bent } from './bent.ts';
import type { ColourPipeline } from './colour-pipeline.ts';
import { heldOutPairs, SIZE, type HeldOut } from './held-out.ts';
import { chromaCorrelation, deltaE, leakRate, meanOf, psnr, toLab, type LabPlane } from './measures.ts';
import { hintSpots, rotateHue } from './test-colours.ts';

/** Above this a pixel has no ink to speak of. */
const CLEAR = 230;
/** Smaller parts are not measured by themselves. */
const PART = 200;
const HINT_RADIUS = 4;

/** What becomes of characters that the network has never seen, by the whole operation as users run it. */
export async function* qualityRows(pipeline: ColourPipeline, count: number): AsyncGenerator<BenchRow> {
  log(`drawing ${count} characters of ${SIZE} px`);
  const lists: Record<string, number[]> = {};
  const add = (name: string, value: number): void => {
    if (!Number.isNaN(value)) (lists[name] ??= []).push(value);
  };
  for (const [number, pair] of heldOutPairs(count).entries()) {
    await measure(pipeline, pair, number, add);
    if (number % 8 === 7) log(`${number + 1} of ${count} coloured`);
  }
  const mean = (name: string): number => {
    const values = lists[name] ?? [];
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  const own = 'the style is the picture itself, mirrored and bent';
  yield must('same-reference.psnr', mean('psnr'), 'dB', '>=22', own);
  yield aim('same-reference.psnr.aim', mean('psnr'), 'dB', '>=26', own);
  yield must('same-reference.leaks', mean('leaks'), '%', '<=3', own);
  yield aim('same-reference.leaks.aim', mean('leaks'), '%', '<=1', own);
  yield must('structure', mean('structure'), '', '>=0.6', own);
  yield aim('structure.aim', mean('structure'), '', '>=0.8', own);
  const other = 'the style is another picture of the figure or of somebody else';
  yield must('cross-reference.nearer-own', mean('nearer'), '%', '>=95', other);
  yield aim('cross-reference.nearer-own.aim', mean('nearer'), '%', '>=99', other);
  yield must('style-sensitivity', mean('sensitivity'), '', '>=0.6', 'hue of the style turned by 120 degrees');
  yield aim(
    'style-sensitivity.aim',
    mean('sensitivity'),
    '',
    '>=0.85',
    'hue of the style turned by 120 degrees',
  );
  yield must('hints', mean('hints'), 'ΔE', '<=6', 'CIE 1976, at the middle of each hint');
  yield aim('hints.aim', mean('hints'), 'ΔE', '<=3', 'CIE 1976, at the middle of each hint');
  yield info('pictures', count, '', `seeds from 9,000,000 on, ${SIZE} px`);
}

async function measure(
  pipeline: ColourPipeline,
  pair: HeldOut,
  number: number,
  add: (name: string, value: number) => void,
): Promise<void> {
  const { sketch, painted } = pair;
  // Where the sketch has a background of its own, all of it is to be coloured.
  const paint = painted.every((value) => value === 255);
  const truth = paint ? pair.colours : onPaper(pair.colours, painted);
  const inside = painted.map((value, i) => Number(value === 255 && sketch.data[4 * i]! > CLEAR));
  const right = toLab(truth);

  const same = await pipeline.colours(sketch, bent(withLines(pair.colours, sketch), number), { paint });
  const got = toLab(same);
  add('psnr', psnr(withLines(same, sketch), withLines(truth, sketch)));
  add('leaks', 100 * leakRate(got, right, inside, SIZE));
  add('structure', chromaCorrelation(got, right, inside));

  const before = await pipeline.colours(sketch, pair.style, { paint });
  const turned = rotateHue(pair.style, 120);
  const after = await pipeline.colours(sketch, turned, { paint });
  const [first, second] = [toLab(before), toLab(after)];
  const [style, turnedStyle] = [toLab(pair.style), toLab(turned)];
  add('sensitivity', followed(first, second, style, turnedStyle, pair, inside));
  // The output for one style is nearer to it, part by part, than to the other one, and the other way round.
  const near = partDistance(first, style, pair, inside) + partDistance(second, turnedStyle, pair, inside);
  const far = partDistance(first, turnedStyle, pair, inside) + partDistance(second, style, pair, inside);
  add('nearer', near + far > 0 ? 100 * Number(near < far) : NaN);

  const hints: Hint[] = hintSpots(inside, SIZE, number).map(({ x, y, colour }) => {
    return { x: x + 0.5, y: y + 0.5, radius: HINT_RADIUS, color: formatHex(colour) };
  });
  const hinted = toLab(await pipeline.colours(sketch, pair.style, { paint, hints }));
  for (const hint of hints) add('hints', atHint(hinted, hint));
}

/** Share of the style's change of chroma that the parts of the output follow. */
function followed(
  before: LabPlane,
  after: LabPlane,
  style: LabPlane,
  turned: LabPlane,
  { parts, styleParts }: HeldOut,
  inside: Uint8Array,
): number {
  let [dot, square] = [0, 0];
  for (const part of new Set(parts)) {
    const here = inside.map((value, i) => Number(value === 1 && parts[i] === part));
    const there = styleParts.map((value) => Number(value === part));
    const size = count(here);
    if (part === 0 || size < PART || count(there) < PART) continue;
    for (const channel of [1, 2]) {
      const got = meanOf(after, channel, here) - meanOf(before, channel, here);
      const wanted = meanOf(turned, channel, there) - meanOf(style, channel, there);
      dot += size * got * wanted;
      square += size * wanted ** 2;
    }
  }
  return square > 0 ? dot / square : NaN;
}

/** Distance of the mean chroma of each part in the output and in a style, weighted by size. */
function partDistance(
  output: LabPlane,
  style: LabPlane,
  { parts, styleParts }: HeldOut,
  inside: Uint8Array,
): number {
  let sum = 0;
  for (const part of new Set(parts)) {
    const here = inside.map((value, i) => Number(value === 1 && parts[i] === part));
    const there = styleParts.map((value) => Number(value === part));
    if (part === 0 || count(here) < PART || count(there) < PART) continue;
    const off = [1, 2].map((channel) => meanOf(output, channel, here) - meanOf(style, channel, there));
    sum += count(here) * Math.hypot(...off);
  }
  return sum;
}

function atHint(lab: LabPlane, { x, y, color }: Hint): number {
  const { r, g, b } = parseHex(color)!;
  const wanted = toLab({ width: 1, height: 1, data: Uint8ClampedArray.of(r, g, b, 255) });
  return deltaE(lab, Math.floor(y) * SIZE + Math.floor(x), wanted, 0);
}

function count(mask: Uint8Array): number {
  return mask.reduce((sum, value) => sum + value, 0);
}

function onPaper({ width, height, data }: RasterImage, painted: Uint8Array): RasterImage {
  const out = data.slice();
  for (let i = 0; i < painted.length; i++)
    for (let c = 0; c < 3; c++) out[4 * i + c] = 255 + ((data[4 * i + c]! - 255) * painted[i]!) / 255;
  return { width, height, data: out };
}

/** The lines over the colours, multiplied. */
function withLines({ width, height, data }: RasterImage, lines: RasterImage): RasterImage {
  const out = data.slice();
  for (let i = 0; i < data.length; i++) if (i % 4 < 3) out[i] = (data[i]! * lines.data[i]!) / 255;
  return { width, height, data: out };
}
