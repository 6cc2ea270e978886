/**
 * Draws SVG text to pixels; injected, because there is one way in Node and another in browsers.
 *
 * @returns straight (not premultiplied) RGBA, `width * height * 4` bytes
 */
export type Rasterize = (svg: string, width: number, height: number) => Uint8Array | Uint8ClampedArray;

/** {@link Rasterize} where drawing is done elsewhere or may be stopped in between. */
export type RasterizeLater = (
  svg: string,
  width: number,
  height: number,
) => Promise<Uint8Array | Uint8ClampedArray>;

/**
 * Work that needs pictures of SVG texts on its way: it hands out what is to be drawn and goes on with the
 * pixels, whoever draws them and whenever.
 */
export type DrawingSteps<Result> = Generator<Parameters<Rasterize>, Result, Uint8Array | Uint8ClampedArray>;

/** Does the work at once. */
export function drawNow<Result>(steps: DrawingSteps<Result>, rasterize: Rasterize): Result {
  let step = steps.next();
  while (!step.done) step = steps.next(rasterize(...step.value));
  return step.value;
}

/** Does the work as pixels come. Where drawing rejects, so does this. */
export async function drawLater<Result>(
  steps: DrawingSteps<Result>,
  rasterize: RasterizeLater,
): Promise<Result> {
  let step = steps.next();
  while (!step.done) step = steps.next(await rasterize(...step.value));
  return step.value;
}

/** The height of a picture of a drawing, in pixels, as `toSvg` rounds it. */
export function pictureHeight(
  drawing: { readonly width: number; readonly height: number },
  width: number,
): number {
  return Math.round((width * drawing.height) / drawing.width);
}
