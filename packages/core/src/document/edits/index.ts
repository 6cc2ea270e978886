export { addLayer } from './add-layer.ts';
export { assertPaintable, assertUnlocked, requireRaster } from './assert-editable.ts';
export { constrainPixels } from './constrain-pixels.ts';
export { compositeTiles } from './composite-tiles.ts';
export { deleteLayers } from './delete-layers.ts';
export { copyLayer, duplicateLayers } from './duplicate-layers.ts';
export { editMask, editPixels, forgetSource } from './edit-pixels.ts';
export { fillArea, fillAreaSteps } from './fill-area.ts';
export { fillLasso, fillLassoSteps } from './fill-lasso.ts';
export { clearSelection, fillSelection, selectedKeys } from './fill-selection.ts';
export { fittingMode, widestMode } from './fitting-mode.ts';
export { groupLayers, ungroup } from './group-layers.ts';
export { insertNear } from './insert-near.ts';
export { layerFrame, layerPicture, readPicture, shareLayerPicture, storePicture } from './layer-picture.ts';
export { layerFromSelection } from './layer-from-selection.ts';
export { makeTiles } from './make-tiles.ts';
export { addMask, applyMask, deleteMask, invertMask } from './mask-edits.ts';
export { flattenAll, mergeDown, mergeLayers, mergeVisible } from './merge-layers.ts';
export { moveLayers } from './move-layers.ts';
export { multiplyAlpha } from './multiply-alpha.ts';
export { onCanvas } from './on-canvas.ts';
export { outermost } from './outermost.ts';
export { paintMask } from './paint-mask.ts';
export { paintRegion, type FillPaint } from './paint-region.ts';
export { PaintSession, type PaintOptions } from './paint-session.ts';
export { passablePlane, type PassableOptions } from './passable-plane.ts';
export { placeGenerated, type PlacedGenerated } from './place-generated.ts';
export { cutPicture } from './cut-source.ts';
export { placeCut, type CutPiece, type PlacedCut } from './place-cut.ts';
export { updateCut, type CutTarget, type UpdatedCut } from './update-cut.ts';
export { placeResult, type PlacedResult } from './place-result.ts';
export { regionAt, regionAtSteps, type RegionOptions } from './region-at.ts';
export { resizeDocument } from './resize-document.ts';
export { sampleColour } from './sample-colour.ts';
export { sampledLayers, type SampleSource } from './sampled-layers.ts';
export {
  changeSelection,
  invertSelection,
  modifySelection,
  modifySelectionSteps,
  moveSelection,
  selectAll,
  selectionMask,
  selectLayer,
  setSelectionMask,
} from './selection-edits.ts';
export { SelectionReader, withinCanvas } from './selection-reader.ts';
export { softenMask, softenMaskSteps } from './soften-mask.ts';
