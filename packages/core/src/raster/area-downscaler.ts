import { createImage, type RasterImage } from './raster-image.ts';
import type { RowSink } from './row-sink.ts';

/**
 * Area filter: every result pixel is the mean of the source under its square, partly covered pixels
 * counted by their share (OpenCV's INTER_AREA). Of all common filters it leaves the least moiré on
 * screentone. Means are taken over sRGB codes, as waifu2x's programs and OpenCV do, and colours are
 * weighted by alpha, so that what is hidden under transparent pixels does not bleed in.
 *
 * Works on rows as they come: memory is one row of sums, whatever the source's height.
 */
export class AreaDownscaler implements RowSink {
  readonly image: RasterImage;
  readonly #sourceWidth: number;
  readonly #sourceHeight: number;
  /** One source row reduced in width: r·a, g·a, b·a, a per result pixel. */
  readonly #row: Float64Array;
  /** Sums of the result row being collected. */
  readonly #sums: Float64Array;

  /** @throws RangeError if the result would be larger than the source */
  constructor(sourceWidth: number, sourceHeight: number, width: number, height: number) {
    if (width > sourceWidth || height > sourceHeight)
      throw new RangeError('the area filter only makes pictures smaller');
    this.image = createImage(width, height);
    this.#sourceWidth = sourceWidth;
    this.#sourceHeight = sourceHeight;
    this.#row = new Float64Array(width * 4);
    this.#sums = new Float64Array(width * 4);
  }

  writeRows(y: number, rgba: Uint8ClampedArray): void {
    const stride = this.#sourceWidth * 4;
    const rows = rgba.length / stride;
    const ratio = this.#sourceHeight / this.image.height;
    for (let i = 0; i < rows; i++) {
      this.#reduceRow(rgba, i * stride);
      // This source row spans [top, top + 1); result row t spans [t ratio, (t + 1) ratio).
      const top = y + i;
      let target = Math.min(this.image.height - 1, Math.floor(top / ratio + 1e-9));
      for (; target < this.image.height && target * ratio < top + 1 - 1e-9; target++) {
        const end = (target + 1) * ratio;
        this.#accumulate(Math.min(top + 1, end) - Math.max(top, target * ratio));
        if (end <= top + 1 + 1e-9) this.#emit(target);
      }
    }
  }

  #reduceRow(rgba: Uint8ClampedArray, start: number): void {
    const row = this.#row.fill(0);
    const width = this.image.width;
    const ratio = this.#sourceWidth / width;
    for (let x = 0; x < width; x++) {
      const from = x * ratio;
      const to = Math.min(this.#sourceWidth, (x + 1) * ratio);
      const o = x * 4;
      for (let s = Math.floor(from + 1e-9); s < to - 1e-9; s++) {
        const share = Math.min(to, s + 1) - Math.max(from, s);
        const p = start + s * 4;
        const weight = share * rgba[p + 3]!;
        row[o] = row[o]! + weight * rgba[p]!;
        row[o + 1] = row[o + 1]! + weight * rgba[p + 1]!;
        row[o + 2] = row[o + 2]! + weight * rgba[p + 2]!;
        row[o + 3] = row[o + 3]! + weight;
      }
    }
  }

  #accumulate(share: number): void {
    const row = this.#row;
    const sums = this.#sums;
    for (let i = 0; i < sums.length; i++) sums[i] = sums[i]! + share * row[i]!;
  }

  #emit(y: number): void {
    const { width, height, data } = this.image;
    const area = (this.#sourceWidth / width) * (this.#sourceHeight / height);
    const sums = this.#sums;
    for (let x = 0, i = 0, o = y * width * 4; x < width; x++, i += 4, o += 4) {
      const alpha = sums[i + 3]!;
      // Sums of products of whole numbers: 1e-6 swallows rounding before the clamped array rounds.
      if (alpha > 1e-6) {
        data[o] = Math.floor(sums[i]! / alpha + 0.5 + 1e-6);
        data[o + 1] = Math.floor(sums[i + 1]! / alpha + 0.5 + 1e-6);
        data[o + 2] = Math.floor(sums[i + 2]! / alpha + 0.5 + 1e-6);
      }
      data[o + 3] = Math.floor(alpha / area + 0.5 + 1e-6);
    }
    sums.fill(0);
  }
}

/** {@link AreaDownscaler} for a whole picture. */
export function areaDownscale(image: RasterImage, width: number, height: number): RasterImage {
  const scaler = new AreaDownscaler(image.width, image.height, width, height);
  scaler.writeRows(0, image.data);
  return scaler.image;
}
