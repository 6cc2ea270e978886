import { readPlanarAlpha, readPlanarRgb, solidAlpha, solidRgb } from '@koma/core/inference';
import type { RasterImage, Rect } from '@koma/core/raster';
import { alphaFromPlanes } from './alpha-from-planes.ts';
import { addUndone, applySymmetry, type Symmetry } from './dihedral.ts';
import type { Network } from './network.ts';

/**
 * Runs a network once: planar RGB `[3, height, width]` in, `[3, ...]` out, both 0-1, the input with
 * its context around it. `symmetry` tells how the tile was turned beforehand.
 */
export type Infer = (
  planes: Float32Array,
  width: number,
  height: number,
  symmetry: Symmetry,
) => Promise<Float32Array>;

export interface TileEvaluatorOptions {
  /** Picture with colours spread under its transparent parts. */
  readonly source: RasterImage;
  readonly network: Network;
  readonly infer: Infer;
  /** The plain enlarging network for alpha; absent: the picture is opaque, or alpha keeps its size. */
  readonly alpha?: { readonly network: Network; readonly infer: Infer };
  readonly opaque: boolean;
  /** The picture is grey and stays so. */
  readonly grey: boolean;
  /** Test-time augmentation: the copies to average, the identity first. */
  readonly symmetries: readonly Symmetry[];
}

/** Computes regions of one pass of an upscale. */
export class TileEvaluator {
  readonly #options: TileEvaluatorOptions;
  /** Result of one pixel of a solid colour, by colour: `scale * scale` values of each plane. */
  readonly #solids = new Map<number, Float32Array>();

  constructor(options: TileEvaluatorOptions) {
    this.#options = options;
  }

  /**
   * @param region in pixels of the source; may reach beyond it
   * @returns straight-alpha RGBA8 of the region at the network's scale; the caller's
   */
  async evaluate(region: Rect): Promise<Uint8ClampedArray<ArrayBuffer>> {
    const { network, infer, opaque, grey } = this.#options;
    const { scale } = network;
    const width = region.width * scale;
    const height = region.height * scale;
    const rgba = new Uint8ClampedArray(width * height * 4);
    const colour = network.local ? solidRgb(this.#options.source, grow(region, network.context)) : -1;
    if (colour >= 0) writeSolid(rgba, width, height, scale, await this.#solid(colour));
    else writePlanes(rgba, width * height, await this.#run(region, network, infer, readPlanarRgb));
    if (grey) makeGrey(rgba);
    if (opaque) for (let i = 3; i < rgba.length; i += 4) rgba[i] = 255;
    else await this.#writeAlpha(region, rgba);
    return rgba;
  }

  async #writeAlpha(region: Rect, rgba: Uint8ClampedArray): Promise<void> {
    const { source, alpha, network } = this.#options;
    // The picture is not opaque and alpha is needed at the colour's scale: copied at 1x.
    const solid = solidAlpha(source, grow(region, Math.max(1, alpha?.network.context ?? 1)));
    if (solid >= 0) {
      for (let i = 3; i < rgba.length; i += 4) rgba[i] = solid;
      return;
    }
    const planes = alpha ? await this.#run(region, alpha.network, alpha.infer, readPlanarAlpha) : undefined;
    alphaFromPlanes(source, region, network.scale, planes, rgba);
  }

  async #run(
    region: Rect,
    network: Network,
    infer: Infer,
    read: typeof readPlanarRgb,
  ): Promise<Float32Array> {
    const input = grow(region, network.context);
    const planes = new Float32Array(3 * input.width * input.height);
    read(this.#options.source, input, planes);
    return this.#infer(planes, input, region, network, infer);
  }

  /** The network with TTA and its surplus border cut off: planes of the region at the network's scale. */
  async #infer(
    planes: Float32Array,
    input: Rect,
    region: Rect,
    network: Network,
    infer: Infer,
  ): Promise<Float32Array> {
    const { symmetries } = this.#options;
    const width = region.width * network.scale;
    const height = region.height * network.scale;
    const first = cropPlanes(await infer(planes, input.width, input.height, 0), width, height, network.crop);
    if (symmetries.length === 1) return first;
    for (const symmetry of symmetries.slice(1)) {
      const turned = applySymmetry(planes, 3, input.width, input.height, symmetry);
      const swap = (symmetry & 4) !== 0;
      const raw = await infer(
        turned,
        swap ? input.height : input.width,
        swap ? input.width : input.height,
        symmetry,
      );
      addUndone(
        cropPlanes(raw, swap ? height : width, swap ? width : height, network.crop),
        first,
        3,
        width,
        height,
        symmetry,
      );
    }
    for (let i = 0; i < first.length; i++) first[i] = first[i]! / symmetries.length;
    return first;
  }

  /**
   * On one colour a convolutional network repeats the same few values, so a single pixel tells all:
   * the usual white margins of a manga page cost nothing.
   */
  async #solid(colour: number): Promise<Float32Array> {
    const known = this.#solids.get(colour);
    if (known) return known;
    const { network, infer } = this.#options;
    const pixel = { x: 0, y: 0, width: 1, height: 1 };
    const input = grow(pixel, network.context);
    const plane = input.width * input.height;
    const planes = new Float32Array(3 * plane);
    for (let c = 0; c < 3; c++)
      planes.fill(((colour >> (16 - 8 * c)) & 255) / 255, c * plane, (c + 1) * plane);
    const values = await this.#infer(planes, input, pixel, network, infer);
    this.#solids.set(colour, values);
    return values;
  }
}

function grow(region: Rect, by: number): Rect {
  return { x: region.x - by, y: region.y - by, width: region.width + 2 * by, height: region.height + 2 * by };
}

/** Cuts `crop` values off each side of every plane; copies only where there is something to cut. */
function cropPlanes(planes: Float32Array, width: number, height: number, crop: number): Float32Array {
  if (crop === 0) return planes;
  const [fullWidth, fullHeight] = [width + 2 * crop, height + 2 * crop];
  const target = new Float32Array(3 * width * height);
  for (let c = 0; c < 3; c++)
    for (let y = 0; y < height; y++) {
      const start = (c * fullHeight + y + crop) * fullWidth + crop;
      target.set(planes.subarray(start, start + width), (c * height + y) * width);
    }
  return target;
}

/** 0-1 to 8-bit; the clamped array rounds to the nearest code and clips. */
function writePlanes(rgba: Uint8ClampedArray, plane: number, planes: Float32Array): void {
  for (let i = 0, o = 0; i < plane; i++, o += 4) {
    rgba[o] = planes[i]! * 255;
    rgba[o + 1] = planes[i + plane]! * 255;
    rgba[o + 2] = planes[i + 2 * plane]! * 255;
  }
}

function writeSolid(
  rgba: Uint8ClampedArray,
  width: number,
  height: number,
  scale: number,
  values: Float32Array,
): void {
  const plane = scale * scale;
  for (let y = 0, o = 0; y < height; y++)
    for (let x = 0; x < width; x++, o += 4) {
      const i = (y % scale) * scale + (x % scale);
      for (let c = 0; c < 3; c++) rgba[o + c] = values[i + c * plane]! * 255;
    }
}

function makeGrey(rgba: Uint8ClampedArray): void {
  for (let i = 0; i < rgba.length; i += 4) {
    const mean = Math.round((rgba[i]! + rgba[i + 1]! + rgba[i + 2]!) / 3);
    rgba[i] = mean;
    rgba[i + 1] = mean;
    rgba[i + 2] = mean;
  }
}
