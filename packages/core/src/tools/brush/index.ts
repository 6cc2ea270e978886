export { applyStrokeToMask } from './apply-stroke-to-mask.ts';
export { applyStroke, type StrokePaint, type TilePixels } from './apply-stroke.ts';
export {
  BRUSH,
  BRUSH_LIMITS,
  clampBrushSettings,
  ERASER,
  INK,
  PENCIL,
  type BrushSettings,
} from './brush-settings.ts';
export { BrushStroke } from './brush-stroke.ts';
export { constrainAngle, type Point } from './constrain-angle.ts';
export { FULL_COVERAGE, type CoveragePlane } from './coverage-plane.ts';
export { dabBounds } from './dab-bounds.ts';
export { tabulateFalloff } from './dab-falloff.ts';
export type { Dab } from './dab.ts';
export {
  applyPressure,
  compilePressureCurve,
  LINEAR_PRESSURE,
  type CurvePoint,
  type PressureCurve,
} from './pressure-curve.ts';
export { Stabiliser, stabiliserOptions, type StabiliserOptions } from './stabiliser.ts';
export { stampDab } from './stamp-dab.ts';
export { stampPencil } from './stamp-pencil.ts';
export type { StrokeBlend, TileCoverage, TileSelection } from './stroke-alpha.ts';
export { StrokeBuffer, type StrokeDamage } from './stroke-buffer.ts';
export { StrokePath } from './stroke-path.ts';
export type { StrokeSample } from './stroke-sample.ts';
