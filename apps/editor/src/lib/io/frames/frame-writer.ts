import type { RasterImage } from '@koma/core/raster';

/** The files that several pictures in a row can be saved as. */
export const FRAME_FORMATS = ['zip', 'apng', 'gif'] as const;
export type FrameFormat = (typeof FRAME_FORMATS)[number];

/** An APNG is a PNG to whoever shows only its first picture. */
export const FRAME_EXTENSIONS: Readonly<Record<FrameFormat, string>> = {
  zip: 'zip',
  apng: 'png',
  gif: 'gif',
};
export const FRAME_MIME: Readonly<Record<FrameFormat, string>> = {
  zip: 'application/zip',
  apng: 'image/apng',
  gif: 'image/gif',
};

/** Takes pictures of one size one after the other; then it is a file. */
export interface FrameWriter {
  add(image: RasterImage): Promise<void> | void;
  finish(): Promise<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>;
}
