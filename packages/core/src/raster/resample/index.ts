export { resample, type ResampleOptions } from './resample.ts';
export type { ResampleFilter } from './resample-filter.ts';
export { resampleMask, type BytePlane } from './resample-mask.ts';
