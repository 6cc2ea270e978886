import fc from 'fast-check';
import { imageFromBytes, type RasterImage } from './raster-image.ts';

/** Which alphas a random picture has: all kinds, only 255, only 0 and 255, or only 0. */
export type AlphaKind = 'any' | 'opaque' | 'binary' | 'clear';

export interface PictureOptions {
  /** Longest side in pixels. */
  readonly maxSide?: number;
  readonly alpha?: readonly AlphaKind[];
}

/** Random pictures, small and often of odd sizes, some grey; colours under alpha 0 are random too. Tests only. */
export function pictures(options: PictureOptions = {}): fc.Arbitrary<RasterImage> {
  const { maxSide = 7, alpha = ['any', 'opaque', 'binary', 'clear'] } = options;
  const side = fc.integer({ min: 1, max: maxSide });
  return fc
    .tuple(side, side, fc.constantFrom(...alpha), fc.boolean())
    .chain(([width, height, kind, grey]) =>
      fc
        .uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 })
        .map((bytes) => imageFromBytes(width, height, shape(new Uint8Array(bytes), kind, grey))),
    );
}

/** A picture of one colour, `[r, g, b, a]`. Tests only. */
export function solid(width: number, height: number, rgba: readonly number[]): RasterImage {
  const bytes = Uint8Array.from({ length: width * height * 4 }, (_, i) => rgba[i % 4]!);
  return imageFromBytes(width, height, bytes);
}

/** `[r, g, b, a]` at a position. Tests only. */
export function pixelAt(image: RasterImage, x: number, y: number): number[] {
  const at = (y * image.width + x) * 4;
  return [...image.data.subarray(at, at + 4)];
}

function shape(bytes: Uint8Array<ArrayBuffer>, kind: AlphaKind, grey: boolean): Uint8Array<ArrayBuffer> {
  for (let i = 0; i < bytes.length; i += 4) {
    if (grey) bytes[i + 1] = bytes[i + 2] = bytes[i]!;
    if (kind === 'opaque') bytes[i + 3] = 255;
    if (kind === 'binary') bytes[i + 3] = bytes[i + 3]! < 128 ? 0 : 255;
    if (kind === 'clear') bytes[i + 3] = 0;
  }
  return bytes;
}
