/** A rectangle of whole pixels. */
export interface PixelRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a plane of forced labels says of a pixel. */
export const Fixed = { NONE: 0, BACKGROUND: 1, SUBJECT: 2 } as const;

/** Greatest price of a pixel: the residuals of two prices fit 16 bits. */
export const MAX_PRICE = 32767;
/** Greatest pull of a pixel, either way. */
export const MAX_PULL = 2 ** 30;

/**
 * A cut of the pixel grid, in which each pixel is joined to its four neighbours. The energy of labels is
 * the price of all cuts between neighbours, plus the pulls of pixels that have the other label.
 */
export interface PixelCut {
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
  /** Price of each pixel, 0-{@link MAX_PRICE}; cutting between two neighbours costs the lesser of theirs. */
  readonly price: Uint16Array;
  /**
   * Within ±{@link MAX_PULL}: what it costs to make a pixel background (> 0) or, negated, subject (< 0).
   * Absent: 0 everywhere.
   */
  readonly pull?: Int32Array;
  /** {@link Fixed} of each pixel, whose pull does not count then. Absent: all are free. */
  readonly fixed?: Uint8Array;
}
