import type {
  LocalizedText,
  MaskOutput,
  OperationOutputs,
  OutputLayer,
  OutputValue,
} from '@koma/core/plugin';
import { createImage, type RasterImage } from '@koma/core/raster';
import type { Steps } from '@koma/core/steps';
import type { PreparedPage } from '@koma/lineart';
import { decontaminateSteps, matteReach, matteSteps, type MatteOptions } from './edge/index.ts';
import type { SegmentParams } from './segment-params.ts';
import { isEmpty, meet, NOWHERE, widen } from './strokes/bounds.ts';
import type { Bounds } from './strokes/capsule-spans.ts';

/** Colours of a cut-out are found from what is this near, px; more is beyond every window. */
const SURROUNDINGS = 64;
const SUBJECT: LocalizedText = { en: 'Subject', ja: '対象', 'zh-Hans': '主体' };

/** What is cut out of which picture. */
export interface Cut {
  readonly page: Pick<PreparedPage, 'grey' | 'lineWidth' | 'width' | 'height'>;
  readonly image: RasterImage;
  /** A label for each pixel of the page, 0 for background. */
  readonly labels: Uint8Array;
  /** What labels 1, 2, ... stand for. */
  readonly names: readonly string[];
}

/**
 * Makes the operation's outputs from labels: antialiased masks, and pictures freed from the colours behind them.
 * Yields the fraction done.
 * @param wants whether an output is asked for
 */
export function* cutOutputs(
  cut: Cut,
  { matte: edge, invert, only }: SegmentParams,
  wants: (output: string) => boolean,
): Steps<OperationOutputs> {
  const { width, height } = cut.page;
  const options = { ...edge, lineWidth: cut.page.lineWidth };
  const outputs: Record<string, OutputValue> = {};
  if (wants('mask') || wants('cutout')) {
    const made = yield* masksOf(cut, only, options, wants('cutout'));
    if (invert) for (const mask of new Set([made.mask, made.coverage])) flip(mask);
    if (wants('mask')) outputs['mask'] = { width, height, data: made.mask } satisfies MaskOutput;
    if (wants('cutout'))
      outputs['cutout'] = yield* cutPicture(cut, made, { left: 0, top: 0, right: width, bottom: height });
  }
  yield 0.5;
  if (wants('masks')) {
    const masks: { name: string; data: Uint8Array<ArrayBuffer> }[] = [];
    for (const [i, name] of cut.names.entries())
      if (i > 0) masks.push({ name, data: (yield* masksOf(cut, i + 1, options, false)).mask });
    outputs['masks'] = { width, height, masks };
  }
  yield 0.75;
  if (wants('layers')) {
    const layers: OutputLayer[] = [];
    for (const [i, name] of cut.names.entries()) {
      const made = yield* masksOf(cut, i + 1, options, true);
      if (!isEmpty(made.bounds)) layers.push(yield* layerOf(cut, made, i === 0 ? SUBJECT : { en: name }));
    }
    outputs['layers'] = { width, height, layers: layers.length > 0 ? layers : [emptyLayer()] };
  }
  return outputs;
}

interface CutMasks {
  readonly mask: Uint8Array<ArrayBuffer>;
  /** How much of each pixel's colour is the subject's: the mask before it was moved and feathered. */
  readonly coverage: Uint8Array<ArrayBuffer>;
  /** Of all that is not 0 in the mask. */
  readonly bounds: Bounds;
}

/** @param only 0 for all labels */
function* masksOf(
  { page, image, labels }: Cut,
  only: number,
  options: MatteOptions,
  withCoverage: boolean,
): Steps<CutMasks> {
  const { width, height, grey } = page;
  const own = new Uint8Array(labels.length);
  let marked: Bounds = NOWHERE;
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      if (only === 0 ? labels[at] === 0 : labels[at] !== only) continue;
      own[at] = 1;
      if (y >= marked.bottom || x < marked.left || x >= marked.right)
        marked = {
          left: Math.min(marked.left, x),
          top: Math.min(marked.top, y),
          right: Math.max(marked.right, x + 1),
          bottom: Math.max(marked.bottom, y + 1),
        };
    }
  const whole: Bounds = { left: 0, top: 0, right: width, bottom: height };
  function* make(how: MatteOptions): Steps<Uint8Array<ArrayBuffer>> {
    const mask = new Uint8Array(width * height);
    const { left, top, right, bottom } = meet(widen(marked, Math.ceil(matteReach(how))), whole);
    if (left >= right) return mask;
    const rect = { x: left, y: top, width: right - left, height: bottom - top };
    const part = yield* matteSteps(grey, image, own, rect, how);
    for (let y = 0; y < rect.height; y++)
      mask.set(part.subarray(y * rect.width, (y + 1) * rect.width), (top + y) * width + left);
    return mask;
  }
  const mask = yield* make(options);
  const isMoved = options.feather !== 0 || options.grow !== 0 || options.smooth !== 0;
  const coverage =
    withCoverage && isMoved ? yield* make({ ...options, feather: 0, grow: 0, smooth: 0 }) : mask;
  return { mask, coverage, bounds: boundsOfMask(mask, width, height) };
}

function flip(mask: Uint8Array): void {
  for (let at = 0; at < mask.length; at++) mask[at] = 255 - mask[at]!;
}

/** The picture within bounds, cut out by the mask. */
function* cutPicture({ image, page }: Cut, { mask, coverage }: CutMasks, bounds: Bounds): Steps<RasterImage> {
  const whole = { left: 0, top: 0, right: page.width, bottom: page.height };
  const around = meet(widen(bounds, SURROUNDINGS), whole);
  const part: RasterImage = {
    width: around.right - around.left,
    height: around.bottom - around.top,
    data: cropped(image.data, page.width, around, 4),
  };
  const own = cropped(mask, page.width, around, 1);
  const shared = coverage === mask ? own : cropped(coverage, page.width, around, 1);
  const made = yield* decontaminateSteps(part, own, { coverage: shared });
  const inner = {
    left: bounds.left - around.left,
    top: bounds.top - around.top,
    right: bounds.right - around.left,
    bottom: bounds.bottom - around.top,
  };
  return {
    width: bounds.right - bounds.left,
    height: bounds.bottom - bounds.top,
    data: cropped(made.data, part.width, inner, 4),
  };
}

function* layerOf(cut: Cut, made: CutMasks, name: LocalizedText): Steps<OutputLayer> {
  const { left: x, top: y } = made.bounds;
  return { name, image: yield* cutPicture(cut, made, made.bounds), x, y, blendMode: 'normal', role: 'none' };
}

/** Stands for nothing: a result has at least one layer. */
function emptyLayer(): OutputLayer {
  return { name: SUBJECT, image: createImage(1, 1), x: 0, y: 0, blendMode: 'normal', role: 'none' };
}

function cropped<T extends Uint8Array | Uint8ClampedArray>(
  data: T,
  width: number,
  { left, top, right, bottom }: Bounds,
  channels: number,
): T & { readonly buffer: ArrayBuffer } {
  const Plane = data.constructor as new (length: number) => T & { readonly buffer: ArrayBuffer };
  const row = (right - left) * channels;
  const out = new Plane(row * (bottom - top));
  for (let y = top; y < bottom; y++) {
    const from = (y * width + left) * channels;
    out.set(data.subarray(from, from + row), (y - top) * row);
  }
  return out;
}

function boundsOfMask(mask: Uint8Array, width: number, height: number): Bounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      if (mask[at] === 0) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = y + 1;
    }
  return { left, top, right, bottom };
}
