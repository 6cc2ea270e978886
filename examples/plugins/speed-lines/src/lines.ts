import {
  abortError,
  nextTask,
  type HintsInput,
  type ImageInput,
  type LocalizedText,
  type MaskInput,
  type Operation,
  type OperationContext,
  type OperationOutputs,
  type ParamValues,
} from '@koma/plugin-kit';
import { Coverage } from './coverage.ts';
import { drawFlash, drawFocusLines, type FocusOptions } from './focus.ts';
import { inkOf, layerOf, withLines } from './line-layer.ts';
import { drawParallelLines, type ParallelOptions } from './parallel.ts';

/** What both operations are given, as the manifest says. */
interface LineInputs {
  readonly image: ImageInput;
  readonly selection?: MaskInput;
}

/** The last point is where the lines point to; the picture's middle where there is none. */
export const focusLines: Operation<LineInputs & { readonly centre?: HintsInput }> = async (
  inputs,
  params,
  context,
) => {
  const { width, height } = inputs.image.image;
  const centre = inputs.centre?.hints.at(-1);
  const clear = share(params, 'clear') / 2;
  const [clearX, clearY] =
    params['oval'] === true
      ? [clear * width, clear * height]
      : [clear * Math.min(width, height), clear * Math.min(width, height)];
  const options: FocusOptions = {
    ...common(params, inputs),
    centreX: centre?.x ?? width / 2,
    centreY: centre?.y ?? height / 2,
    clearX,
    clearY,
  };
  const draw = params['style'] === 'flash' ? drawFlash : drawFocusLines;
  const name = { en: 'Focus lines', ja: '集中線', 'zh-Hans': '集中线' };
  return drawn(inputs, params, context, name, (coverage, random) => draw(coverage, options, random));
};

/** Lines that all run one way. */
export const speedLines: Operation<LineInputs> = async (inputs, params, context) => {
  const options: ParallelOptions = {
    ...common(params, inputs),
    angle: params['angle'] as number,
    from: params['from'] as ParallelOptions['from'],
    reach: share(params, 'reach'),
  };
  const name = { en: 'Speed lines', ja: '流線', 'zh-Hans': '速度线' };
  return drawn(inputs, params, context, name, (coverage, random) =>
    drawParallelLines(coverage, options, random),
  );
};

function share(params: ParamValues, id: string): number {
  return (params[id] as number) / 100;
}

/** Settings that both kinds of lines have. */
function common(
  params: ParamValues,
  { image: { image } }: LineInputs,
): Pick<FocusOptions, 'count' | 'width' | 'taper' | 'ragged' | 'jitter' | 'gaps'> {
  return {
    count: params['count'] as number,
    width: share(params, 'width') * Math.min(image.width, image.height),
    taper: params['taper'] as number,
    ragged: share(params, 'ragged'),
    jitter: share(params, 'jitter'),
    gaps: share(params, 'gaps'),
  };
}

async function drawn(
  { image: { image }, selection }: LineInputs,
  params: ParamValues,
  context: OperationContext,
  name: LocalizedText,
  draw: (coverage: Coverage, random: () => number) => void,
): Promise<OperationOutputs> {
  const coverage = new Coverage(image.width, image.height);
  draw(coverage, context.random(params['seed'] as number));
  context.progress(0.6);
  await nextTask();
  if (context.signal.aborted) throw abortError();
  const lines = inkOf(coverage.finish(), image, params['ink'] as string, selection);
  return { ...(context.wants('image') && { image: withLines(image, lines) }), layers: layerOf(lines, name) };
}
