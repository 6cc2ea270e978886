/** How a picture is measured at its new places, from the softest to the sharpest. */
export type ResampleFilter = 'area' | 'bilinear' | 'bicubic' | 'lanczos3';

/** A filter as a symmetric function of the distance in pixels. */
export interface FilterKernel {
  /** Distance from which on the weight is 0. */
  readonly support: number;
  /** The weight at a distance of either sign; 1 at 0, not normalized otherwise. */
  weight(distance: number): number;
}

const bilinear: FilterKernel = { support: 1, weight: (distance) => Math.max(0, 1 - Math.abs(distance)) };

/**
 * R. Keys, "Cubic convolution interpolation for digital image processing" (1981), a = -0.5: Catmull-Rom,
 * the bicubic of Pillow and ImageMagick.
 */
const bicubic: FilterKernel = {
  support: 2,
  weight(distance) {
    const x = Math.abs(distance);
    if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
    return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
  },
};

/** C. Lanczos' window with three lobes: sinc(x) sinc(x / 3). */
const lanczos3: FilterKernel = {
  support: 3,
  weight(distance) {
    const x = Math.abs(distance) * Math.PI;
    if (x < 1e-9) return 1;
    return Math.abs(distance) < 3 ? (3 * Math.sin(x) * Math.sin(x / 3)) / (x * x) : 0;
  },
};

/** The filters that have a kernel; 'area' weighs by overlap instead. */
export const FILTER_KERNELS: Readonly<Record<Exclude<ResampleFilter, 'area'>, FilterKernel>> = {
  bilinear,
  bicubic,
  lanczos3,
};
