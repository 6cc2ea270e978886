import { decodeModel } from '@koma/core/onnx';
import { graphWork } from './graph-work.ts';
import type { RecordedRun } from './recording-ort.ts';

/**
 * How much more than needed is computed because tiles carry context and overlap: the
 * multiply-accumulates of all runs over those that the picture would need as one endless plane.
 * @param pixels of the picture
 */
export function contextShare(runs: readonly RecordedRun[], pixels: number): number {
  let done = 0;
  let useful = 0;
  for (const { model, dims } of runs) {
    const [, , height, width] = dims as [number, number, number, number];
    const work = graphWork(decodeModel(model).graph, height, width);
    done += work.done;
    useful = work.usefulPerPixel * pixels;
  }
  return done / useful;
}

/** Floating-point operations that the network of these runs needs for a picture, in 1e9. */
export function usefulGflop(runs: readonly RecordedRun[], pixels: number): number {
  const [, , height, width] = runs[0]!.dims as [number, number, number, number];
  return (2 * graphWork(decodeModel(runs[0]!.model).graph, height, width).usefulPerPixel * pixels) / 1e9;
}
