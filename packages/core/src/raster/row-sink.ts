import { createImage, type RasterImage } from './raster-image.ts';

/** Takes a picture in rows from the top, so that a producer never has to hold all of it. */
export interface RowSink {
  /**
   * @param y first row, directly below the last one written
   * @param rgba straight-alpha RGBA8 of one or more whole rows; only valid during the call
   */
  writeRows(y: number, rgba: Uint8ClampedArray): void;
}

/** Collects rows into a picture. */
export class ImageSink implements RowSink {
  readonly image: RasterImage;

  constructor(width: number, height: number) {
    this.image = createImage(width, height);
  }

  writeRows(y: number, rgba: Uint8ClampedArray): void {
    this.image.data.set(rgba, y * this.image.width * 4);
  }
}
