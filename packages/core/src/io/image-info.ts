import type { Orientation } from './exif-orientation.ts';
import type { ImageFormat } from './mime.ts';

/** What is known about a picture file before its pixels are decoded. */
export interface ImageInfo {
  readonly format: ImageFormat;
  /** Pixels as displayed, that is after `orientation` is applied; >= 1. */
  readonly width: number;
  readonly height: number;
  /** How the stored pixels are to be turned; 1 is "as stored". See `orientPixels`. */
  readonly orientation: Orientation;
  /** The file can hold transparency; its pixels may still all be opaque. */
  readonly hasAlpha: boolean;
  /** Bits a channel: 1, 2, 4, 8 or 16 (palette pictures: 8, as their palette has). */
  readonly bitDepth: number;
  /** The file's colour model has no colour. False for WebP, which has no grey model. */
  readonly grey: boolean;
  /** Two frames or more, of which Koma opens the first. */
  readonly animated: boolean;
  readonly hasIccProfile: boolean;
  /** Dots an inch, where the file gives them. */
  readonly dpi?: number;
  /** The format kept every pixel exactly as it was given. */
  readonly lossless: boolean;
  /** libjpeg's scale 1-100, estimated; JPEG only. See `estimateJpegQuality` for how far to trust it. */
  readonly jpegQuality?: number;
}
