/** One 8-bit channel of a page, row by row: 255 is white paper, 0 is ink. Transparent pixels lie over white. */
export interface GreyPlane {
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
  /** One byte a pixel. */
  readonly data: Uint8Array;
}

/** A page as the browser gives it: straight (not premultiplied) sRGB, 8 bits, four bytes a pixel, row by row. */
export interface PageImage {
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
  readonly data: Uint8ClampedArray;
}
