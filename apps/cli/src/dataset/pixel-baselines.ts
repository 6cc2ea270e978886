import { labOf, partClasses } from '@koma/character';
import { resizeImage, type RasterImage } from '@koma/core/raster';
import { readPicture } from '../read-picture.ts';
import { mean, spaced, type Baseline, type Example } from './baseline.ts';
import { enlargeBicubic } from './bicubic.ts';
import { psnr } from './signal.ts';
import { truthFile, type TruthKind } from './dataset-files.ts';
import { structuralSimilarity } from './structural-similarity.ts';

/** Enough pictures for means that do not change any more, few enough to be read in seconds. */
const TRAIN_LIMIT = 300;
const TEST_LIMIT = 200;
const CLASSES = partClasses.length;

type Triple = readonly [number, number, number];

/** Colorization, segmentation and super-resolution: what needs the pictures' pixels. */
export async function pixelBaselines(folder: string, examples: readonly Example[]): Promise<Baseline[]> {
  const train = spaced(ofSplit(examples, 'train'), TRAIN_LIMIT);
  const test = spaced(ofSplit(examples, 'test'), TEST_LIMIT);
  const read = async (kind: TruthKind, { seed }: Example): Promise<RasterImage> =>
    (await readPicture(truthFile(folder, kind, seed))).image;
  const flatMeans = new ClassMeans();
  const imageMeans = new ClassMeans();
  for (const example of train) {
    const parts = await read('parts', example);
    flatMeans.add(parts, await read('flats', example), (r, g, b) => [r, g, b]);
    imageMeans.add(parts, await read('image', example), labOf);
  }
  const colour = { psnr: [] as number[], deltaE: [] as number[] };
  const confusion = new Float64Array(CLASSES * CLASSES);
  const enlarged = { psnr: [] as number[], ssim: [] as number[] };
  const classOf = nearestClass(imageMeans.means());
  for (const example of test) {
    const [parts, flats, image] = [
      await read('parts', example),
      await read('flats', example),
      await read('image', example),
    ];
    const filled = colorizationError(parts, flats, flatMeans.means());
    colour.psnr.push(filled.psnr);
    colour.deltaE.push(filled.deltaE);
    for (let p = 0; p < image.data.length; p += 4) {
      const found = classOf(image.data[p]!, image.data[p + 1]!, image.data[p + 2]!);
      confusion[parts.data[p]! * CLASSES + found]!++;
    }
    const score = superResolutionScore(image);
    enlarged.psnr.push(score.psnr);
    enlarged.ssim.push(score.ssim);
  }
  const counts = { trainCount: train.length, testCount: test.length };
  return [
    {
      task: 'Colorization',
      given: '`truth/lineart` and the part map `truth/parts`',
      wanted: '`truth/flats`',
      metric:
        'Over the pixels that are not background: PSNR of 8-bit sRGB (dB, higher is better) and mean CIE76 ΔE (lower is better), each averaged over pictures',
      method: "Every part is filled with its class's mean colour in the training split",
      scores: { 'PSNR (dB)': mean(colour.psnr), ΔE76: mean(colour.deltaE) },
      ...counts,
    },
    {
      task: 'Segmentation',
      given: '`images`',
      wanted: '`truth/parts`, classes in `classes.json`',
      metric:
        'Mean intersection over union: per class over all pixels of the split, averaged over the classes that the truth of the split has (0-1)',
      method: 'Each pixel takes the class whose mean CIELAB colour in the training split is nearest',
      scores: { mIoU: meanIntersectionOverUnion(confusion) },
      ...counts,
    },
    {
      task: 'Super-resolution ×2',
      given:
        '`images` averaged over blocks of 2 × 2 pixels (alpha laid on white, an odd last row or column cut off)',
      wanted: '`images`',
      metric:
        'PSNR of 8-bit sRGB (dB) and SSIM of BT.601 luma (8 × 8 windows, 4 apart), each averaged over pictures',
      method: 'Bicubic interpolation (Catmull-Rom, a = -0.5)',
      scores: { 'PSNR (dB)': mean(enlarged.psnr), SSIM: mean(enlarged.ssim) },
      trainCount: 0,
      testCount: test.length,
    },
  ];
}

const ofSplit = (examples: readonly Example[], split: Example['split']): Example[] =>
  examples.filter((example) => example.split === split);

/** The mean of three values by class, over pixels. */
class ClassMeans {
  readonly #sums = new Float64Array(CLASSES * 4);

  add(parts: RasterImage, image: RasterImage, values: (r: number, g: number, b: number) => Triple): void {
    for (let p = 0; p < parts.data.length; p += 4) {
      if (image.data[p + 3]! < 255) continue;
      const at = parts.data[p]! * 4;
      const triple = values(image.data[p]!, image.data[p + 1]!, image.data[p + 2]!);
      for (let c = 0; c < 3; c++) this.#sums[at + c]! += triple[c]!;
      this.#sums[at + 3]!++;
    }
  }

  /** By class; undefined for classes that were never seen. */
  means(): (Triple | undefined)[] {
    return Array.from({ length: CLASSES }, (_, k) => {
      const [a, b, c, count] = this.#sums.subarray(k * 4, k * 4 + 4) as unknown as [
        number,
        number,
        number,
        number,
      ];
      return count === 0 ? undefined : [a / count, b / count, c / count];
    });
  }
}

function colorizationError(
  parts: RasterImage,
  flats: RasterImage,
  means: readonly (Triple | undefined)[],
): { psnr: number; deltaE: number } {
  // A class that training never saw stays mid grey.
  const fills = means.map((fill) => (fill ?? [128, 128, 128]).map(Math.round) as unknown as Triple);
  const labs = fills.map((fill) => labOf(...fill));
  const lab = cached(labOf);
  let [squares, distances, count] = [0, 0, 0];
  for (let p = 0; p < parts.data.length; p += 4) {
    const part = parts.data[p]!;
    if (part === 0 || flats.data[p + 3]! < 255) continue;
    const truth = [flats.data[p]!, flats.data[p + 1]!, flats.data[p + 2]!] as const;
    for (let c = 0; c < 3; c++) squares += (truth[c]! - fills[part]![c]!) ** 2;
    const [l, a, b] = lab(...truth);
    distances += Math.hypot(l - labs[part]![0], a - labs[part]![1], b - labs[part]![2]);
    count++;
  }
  return { psnr: psnr(squares / (count * 3)), deltaE: distances / count };
}

function nearestClass(means: readonly (Triple | undefined)[]): (r: number, g: number, b: number) => number {
  return cached((red, green, blue) => {
    const [l, a, b] = labOf(red, green, blue);
    let [nearest, least] = [0, Infinity];
    for (const [k, mean] of means.entries()) {
      if (mean === undefined) continue;
      const distance = Math.hypot(l - mean[0], a - mean[1], b - mean[2]);
      if (distance < least) [nearest, least] = [k, distance];
    }
    return nearest;
  });
}

/** Drawn pictures have few colours: what is worked out for one is kept. */
function cached<T>(work: (r: number, g: number, b: number) => T): (r: number, g: number, b: number) => T {
  const known = new Map<number, T>();
  return (r, g, b) => {
    const key = (r << 16) | (g << 8) | b;
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = work(r, g, b)));
    return value;
  };
}

function meanIntersectionOverUnion(confusion: Float64Array): number {
  const scores: number[] = [];
  for (let k = 0; k < CLASSES; k++) {
    let [truth, found] = [0, 0];
    for (let other = 0; other < CLASSES; other++) {
      truth += confusion[k * CLASSES + other]!;
      found += confusion[other * CLASSES + k]!;
    }
    const both = confusion[k * CLASSES + k]!;
    if (truth > 0) scores.push(both / (truth + found - both));
  }
  return mean(scores);
}

function superResolutionScore(image: RasterImage): { psnr: number; ssim: number } {
  const truth = evenOnWhite(image);
  const small = resizeImage(truth, truth.width / 2, truth.height / 2);
  const result = enlargeBicubic(small);
  let squares = 0;
  for (let p = 0; p < truth.data.length; p += 4)
    for (let c = 0; c < 3; c++) squares += (truth.data[p + c]! - result.data[p + c]!) ** 2;
  return {
    psnr: psnr(squares / (truth.width * truth.height * 3)),
    ssim: structuralSimilarity(truth, result),
  };
}

function evenOnWhite(image: RasterImage): RasterImage {
  const [width, height] = [image.width & ~1, image.height & ~1];
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0, o = 0; y < height; y++)
    for (let x = 0, p = y * image.width * 4; x < width; x++, p += 4, o += 4) {
      const alpha = image.data[p + 3]! / 255;
      for (let c = 0; c < 3; c++) data[o + c] = image.data[p + c]! * alpha + 255 * (1 - alpha);
      data[o + 3] = 255;
    }
  return { width, height, data };
}
