export { colourDistance, type StraightColour } from './colour-distance.ts';
export { combineMasks, type CombineMode } from './combine-masks.ts';
export { distanceTransform } from './distance-transform.ts';
export { ellipseMask } from './ellipse-mask.ts';
export { feather, featherSteps } from './feather.ts';
export { fillEverywhere, fillEverywhereSteps, floodFill, floodFillSteps } from './flood-fill.ts';
export { gapFill, gapFillSteps } from './gap-fill.ts';
export type { GrowingRegion, RegionWatcher } from './growing-region.ts';
export { grow, growSteps } from './grow.ts';
export { invertMask } from './invert-mask.ts';
export { lassoFill, lassoFillSteps, type LassoFillOptions } from './lasso-fill.ts';
export { maskBounds, trimMask } from './mask-bounds.ts';
export { maskOutline, type MaskOutline } from './mask-outline.ts';
export {
  EMPTY_MASK,
  placeMask,
  reframeMask,
  type BinaryPlane,
  type Mask,
  type PlacedMask,
  type Size,
} from './mask.ts';
export { MAX_GAP } from './open-space.ts';
export { polygonMask, type FillRule, type PolygonOptions, type ShapeOptions } from './polygon-mask.ts';
export { rectangleMask } from './rectangle-mask.ts';
export { shrink, shrinkSteps, type ShrinkOptions } from './shrink.ts';
export { similarPixels } from './similar-pixels.ts';
