/** A page cut into regions, and the prices of cutting them apart: what the solver of a segmentation works on. */
export interface RegionMap {
  /** Work pixels: the page's width divided by {@link scale}, rounded up. */
  readonly width: number;
  /** Work pixels: the page's height divided by {@link scale}, rounded up. */
  readonly height: number;
  /** Page pixels per work pixel along each axis; page pixel (x, y) lies in work pixel (x / scale, y / scale), rounded down. */
  readonly scale: number;
  /** Region of each work pixel, row by row; every pixel has one. */
  readonly labels: Uint16Array | Uint32Array;
  /** Regions are numbered from 0 to `count - 1`; there is at least one. */
  readonly count: number;
  /** Work pixels of each region. */
  readonly area: Uint32Array;
  readonly edges: RegionEdges;
  /** {@link FEATURES} numbers a region, see {@link Feature} for their order and units. */
  readonly features: Float32Array;
  /** Work pixels of each region that lie in the page's margin, gutters or panel frames: a soft background seed. */
  readonly background: Uint32Array;
}

/** The region adjacency graph: edge i joins the regions `a[i]` < `b[i]`, in ascending order of a, then b. */
export interface RegionEdges {
  readonly count: number;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** The price of cutting the edge, a whole number from 1 to 2^31 - 1: {@link PAPER_PRICE} + 1 a pixel side on white. */
  readonly capacity: Int32Array;
  /** Pixel sides along which the two regions meet. */
  readonly length: Uint32Array;
}

/** Price of cutting one side of a work pixel on white paper, above the 1 that every side costs. */
export const PAPER_PRICE = 64;

/** Price of cutting one side of a work pixel on a line. */
export const LINE_PRICE = 2;

/** Numbers kept of every region. */
export const FEATURES = 8;

/** Where each number of a region lies in {@link RegionMap.features}. */
export const Feature = {
  /** Mean darkness, tones included, lines not: 0 paper to 1 ink. */
  darkness: 0,
  /** How strong the pattern is: standard deviation of the darkness, 0 to 0.5. */
  energy: 1,
  /** Mean length of the pattern's dark and light runs together, work pixels; 0 without a pattern. */
  wavelength: 2,
  /** Cosine of twice the angle of the pattern's lines, times how clear their direction is: -1 to 1; 0 for dots. */
  directionX: 3,
  /** Sine of twice that angle, likewise. */
  directionY: 4,
  /** CIE L* of the mean colour, 0 to 100. */
  lightness: 5,
  /** CIE a* of the mean colour; 0 on grey pages. */
  greenRed: 6,
  /** CIE b* of the mean colour; 0 on grey pages. */
  blueYellow: 7,
} as const;
