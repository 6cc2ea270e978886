import { detectGreyFaces, searchFaces, type FaceBox as WeighedBox } from '@koma/character';
import type { FaceBox, GeneratorContext } from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import { greyOnWhite } from './grey-on-white.ts';
import { mergeFaces } from './merge-faces.ts';

/** Pictures up to this many pixels are looked at in one go. */
const ONE_GO = 500_000;
/** The smallest faces of large pictures, as a part of the longer side: those of a crowd on a page. */
const SMALLEST = 1 / 100;
/** The cascade's own window. */
const WINDOW = 24;
/** The part of the work that it is to make a large picture grey. */
const GREY_SHARE = 0.05;

/**
 * Finds the faces of anime characters, best first. Large pictures are searched tile by tile, from the largest faces
 * to the smallest; after each tile progress is told, with the faces so far, and a cancel is heard. Beside the
 * picture a large one takes some one and a half bytes a pixel.
 *
 * @throws AbortError
 */
export async function findFaces(
  image: RasterImage,
  { signal, progress, partial }: Pick<GeneratorContext, 'signal' | 'progress' | 'partial'>,
): Promise<FaceBox[]> {
  const { width, height } = image;
  if (Math.min(width, height) < WINDOW) return [];
  const next = async (fraction: number): Promise<void> => {
    progress(fraction);
    // Lets a cancel through.
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
  };
  const reading = greyOnWhite(image);
  let read = reading.next();
  for (; !read.done; read = reading.next()) await next(read.value * GREY_SHARE);
  const grey = read.value;
  if (width * height <= ONE_GO) return scored(detectGreyFaces(grey));
  const minSize = Math.max(WINDOW, Math.round(Math.max(width, height) * SMALLEST));
  const search = searchFaces(grey, { minSize });
  let step = search.next();
  for (; !step.done; step = search.next()) {
    const { fraction, faces } = step.value;
    if (faces) partial(scored(faces));
    await next(GREY_SHARE + (1 - GREY_SHARE) * fraction);
  }
  return scored(step.value);
}

function scored(faces: readonly WeighedBox[]): FaceBox[] {
  return mergeFaces(faces.map(({ weight, ...box }) => ({ ...box, score: weight })));
}
