import { abortError, KomaError } from '@koma/core/errors';
import type {
  Hint,
  HintsInput,
  ImageInput,
  LocalizedText,
  Operation,
  OutputLayer,
  OutputValue,
  PaletteInput,
} from '@koma/core/plugin';
import type { RasterImage } from '@koma/core/raster';
import { cellRegions } from './cell-regions.ts';
import { composeLines } from './compose-lines.ts';
import { drawHints, reaches } from './draw-hints.ts';
import { drawnArea } from './drawn-area.ts';
import { fitSketch, planFit, type Fit } from './fit-sketch.ts';
import { fitStyle, isInvisible } from './fit-style.ts';
import { lineArt } from './line-art.ts';
import type { Cells } from './pack-cells.ts';
import { previewColours } from './preview-colours.ts';
import { readSketch } from './read-sketch.ts';
import { COLORIZER, runNetwork, type NetworkAnswer } from './run-network.ts';
import { settleColours } from './settle-colours.ts';
import { settleFigure } from './settle-figure.ts';
import { snapToPalette } from './snap-to-palette.ts';
import { spreadColours, type Paper } from './spread-colours.ts';

/** What the manifest asks for. A type, because interfaces are open and would not pass for a record. */
export type ColorizeInputs = {
  readonly sketch: ImageInput;
  readonly style: ImageInput;
  readonly hints?: HintsInput;
  readonly palette?: PaletteInput;
};

/** Pixels a side; less is a speck, not a sketch. */
const MIN_SIDE = 16;

const READING: LocalizedText = {
  en: 'reading the sketch',
  ja: '線画を読み取り中',
  'zh-Hans': '正在读取线稿',
};
const COLOURING: LocalizedText = { en: 'colouring', ja: '彩色中', 'zh-Hans': '正在上色' };
const SETTLING: LocalizedText = {
  en: 'fitting colours to areas',
  ja: '色を領域に合わせています',
  'zh-Hans': '正在让颜色贴合区域',
};
const SPREADING: LocalizedText = {
  en: 'bringing colours to the lines',
  ja: '色を線に合わせています',
  'zh-Hans': '正在让颜色贴合线条',
};
const COLOURS_NAME: LocalizedText = { en: 'Colours', ja: '彩色', 'zh-Hans': '颜色' };
const LINES_NAME: LocalizedText = { en: 'Line art', ja: '線画', 'zh-Hans': '线稿' };

/**
 * Colours a sketch in the style of another picture. The colours are a layer under the sketch's own lines,
 * which are neither resampled nor repainted; see the kernels for each step.
 */
export const colorize: Operation<ColorizeInputs> = async (inputs, params, context) => {
  const { image } = inputs.sketch;
  const hints = inputs.hints?.hints ?? [];
  const paper = params['paper'] as Paper;
  assertUsable(image, inputs.style.image, hints);
  const step = async (fraction: number, label: LocalizedText): Promise<void> => {
    context.progress(fraction, label);
    // A worker hears of a cancel only between tasks.
    await new Promise((resolve) => setTimeout(resolve));
    if (context.signal.aborted) throw abortError();
  };

  await step(0, READING);
  const sketch = readSketch(image);
  if (sketch.blank)
    throw new KomaError(
      'SKETCH_BLANK',
      'There is nothing drawn on the sketch: it is one even colour. Give the picture with the lines.',
    );
  const whole = { x: 0, y: 0, width: image.width, height: image.height };
  const area = paper === 'paint' ? whole : drawnArea(sketch, hints);
  const fit = planFit(area, Number(params['detail']));
  const tone = fitSketch(sketch, fit);

  await step(0.1, COLOURING);
  const session = await context.inference.session({ model: COLORIZER });
  const marked = drawHints(hints, fit);
  const answer = await runNetwork(session, {
    width: fit.width,
    height: fit.height,
    tone,
    hints: marked,
    style: fitStyle(inputs.style.image),
    strength: Number(params['strength']),
  });

  await step(0.6, SETTLING);
  const { colour, figure } = await settle(answer, tone, marked, fit, () => step(0.6, SETTLING));
  const { palette } = inputs;
  const cells: Cells = {
    colour: palette ? snapToPalette(colour, figure, palette.colors) : colour,
    figure,
    tone,
  };
  context.preview(previewColours(cells, fit));

  await step(0.75, SPREADING);
  const colours = spreadColours(cells, fit, sketch, paper);
  const lines = lineArt(image, sketch);
  const outputs: Record<string, OutputValue> = {};
  if (context.wants('image')) outputs['image'] = composeLines(colours, lines);
  if (context.wants('layers')) {
    const { width, height } = image;
    outputs['layers'] = { width, height, layers: [coloursLayer(colours), linesLayer(lines)] };
  }
  context.progress(1);
  return outputs;
};

/** One opinion for every area that lines enclose: whether it is drawn, and in which colour. */
async function settle(
  { colour, figure }: NetworkAnswer,
  tone: Float32Array,
  hints: Float32Array,
  { width, height }: Fit,
  stop: () => Promise<void>,
): Promise<NetworkAnswer> {
  const regions = await cellRegions(tone, width, height, stop);
  const hinted = hints.subarray(3 * width * height);
  const drawn = settleFigure(figure, tone, hinted, regions);
  await stop();
  // What the network took for paper has no colour to offer.
  const sure = figure.map((value, cell) => value * drawn[cell]!);
  return { colour: settleColours(colour, { regions, figure: sure, tone, hinted }), figure: drawn };
}

function coloursLayer(image: RasterImage): OutputLayer {
  return { name: COLOURS_NAME, image, x: 0, y: 0, blendMode: 'normal', role: 'none' };
}

function linesLayer(image: RasterImage): OutputLayer {
  return { name: LINES_NAME, image, x: 0, y: 0, blendMode: 'multiply', role: 'line-art' };
}

function assertUsable({ width, height }: RasterImage, style: RasterImage, hints: readonly Hint[]): void {
  if (Math.min(width, height) < MIN_SIDE) {
    const message = `The sketch is too small: ${width} x ${height} pixels, and at least ${MIN_SIDE} a side are needed.`;
    throw new KomaError('PICTURE_TOO_SMALL', message, { width, height, limit: MIN_SIDE });
  }
  if (isInvisible(style))
    throw new KomaError(
      'STYLE_TRANSPARENT',
      'The style picture is completely transparent, so it has no colours. Give another one.',
    );
  const outside = hints.find((hint) => !reaches(hint, width, height));
  if (!outside) return;
  const { x, y } = outside;
  const message = `The hint at ${x}, ${y} lies outside the sketch, which is ${width} x ${height} pixels.`;
  throw new KomaError('HINT_OUTSIDE', message, { x, y, width, height });
}
