import type { ImageInput, Operation, StrokesInput } from '@koma/core/plugin';
import { preparePage } from '@koma/lineart';
import { cutOutputs } from './cut-outputs.ts';
import { drive } from './drive.ts';
import { requireSubject } from './require-subject.ts';
import { readParams } from './segment-params.ts';
import { Segmenter } from './segmenter.ts';
import { PaintPlane } from './strokes/paint-plane.ts';

/** Shares of the work: reading the page, and refining borders; the rest is the edge. */
const READ = 0.5;
const REFINED = 0.6;

/** Cuts out what strokes mark: the whole operation in one go, as the command line and a recipe run it. */
export const segment: Operation<{ image: ImageInput; strokes: StrokesInput }> = async (
  { image: { image }, strokes: { strokes } },
  params,
  context,
) => {
  const { signal } = context;
  requireSubject(strokes, image);
  const read = readParams(params);
  const page = await drive(preparePage(image, read.prepare), signal, (fraction) =>
    context.progress(READ * fraction),
  );
  const segmenter = new Segmenter(page, new PaintPlane(image.width, image.height));
  segmenter.update(strokes);
  await drive(segmenter.refine(), signal);
  context.progress(REFINED);
  const { refined: labels, names } = segmenter;
  const making = cutOutputs({ page, image, labels, names }, read, (output) => context.wants(output));
  return drive(making, signal, (fraction) => context.progress(REFINED + (1 - REFINED) * fraction));
};
