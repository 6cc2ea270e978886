/** One print of the brush's tip: what a stroke is made of. */
export interface Dab {
  /** Centre in pixels of the document; (0.5, 0.5) is the middle of the first pixel. */
  readonly x: number;
  readonly y: number;
  /** Diameter in pixels. */
  readonly size: number;
  /** Share of what is left to cover that this dab covers, 0-1. */
  readonly flow: number;
  /** Coverage that this dab does not go beyond, 0-1: the pressure's, not the stroke's opacity. */
  readonly opacity: number;
  /**
   * Factor on the coverage of its pixels, >= 1. A thin disc of diameter d covers π/4 d² of a pixel, yet
   * a line of that width covers d; dabs of a line make up for it. 1 for a single dab.
   */
  readonly gain: number;
}
