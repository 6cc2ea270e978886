/**
 * A picture in memory: straight-alpha (not premultiplied) sRGB, 8 bits a channel, rows from the top,
 * pixels from the left, 4 bytes a pixel in the order R, G, B, A; `data.length === width * height * 4`.
 *
 * Whoever holds it may read it; nobody writes to one that has been given away. It crosses threads by
 * transferring `data.buffer`, which leaves the sender's copy detached.
 */
export interface RasterImage {
  /** Pixels, >= 1. */
  readonly width: number;
  /** Pixels, >= 1. */
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** A new, fully transparent black picture. */
export function createImage(width: number, height: number): RasterImage {
  assertSize(width, height);
  return { width, height, data: new Uint8ClampedArray(width * height * 4) };
}

/**
 * Wraps existing bytes without copying them.
 * @throws RangeError if the number of bytes does not fit the size.
 */
export function imageFromBytes(
  width: number,
  height: number,
  bytes: Uint8Array<ArrayBuffer> | Uint8ClampedArray<ArrayBuffer>,
): RasterImage {
  assertSize(width, height);
  if (bytes.length !== width * height * 4) {
    throw new RangeError(`${width}x${height} RGBA8 takes ${width * height * 4} bytes, got ${bytes.length}`);
  }
  return { width, height, data: new Uint8ClampedArray(bytes.buffer, bytes.byteOffset, bytes.length) };
}

function assertSize(width: number, height: number): void {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1) {
    throw new RangeError(`a picture is at least 1x1 whole pixels, got ${width}x${height}`);
  }
}
