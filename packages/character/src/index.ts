export { checkPose } from './check-pose.ts';
export { checkJointAngles, JOINT_ANGLES, readJointAngles } from './body/joint-angles.ts';
export { jointPlaces, type JointPlaces } from './body/joint-places.ts';
export { mixPoses } from './body/mix-poses.ts';
export { isMovable, moveJoint } from './body/move-joint.ts';
export { jointNames, type JointName } from './body/skeleton.ts';
export { CharacterError, type CharacterErrorCode } from './character-error.ts';
export { detectAnimeFaces, detectGreyFaces, type DetectOptions } from './detect/detect-anime-faces.ts';
export type { FaceBox } from './detect/group-boxes.ts';
export { toGrey, type GreyImage } from './detect/grey-image.ts';
export { searchFaces, type SearchOptions, type SearchStep } from './detect/search-faces.ts';
export { drawCharacter } from './draw-character.ts';
export type { Drawing, Part, PartName, Role, Shape, Tone } from './drawing/drawing.ts';
export type { PathData } from './geometry/path.ts';
export type { Point } from './geometry/point.ts';
export { characterTags, nearestSwatch } from './labels/character-tags.ts';
export { keyPointParts } from './labels/key-points.ts';
export {
  LABEL_VERSION,
  labelCharacter,
  type CharacterLabel,
  type Visibility,
} from './labels/label-character.ts';
export { splitOfSeed, type Split } from './labels/split-of-seed.ts';
export { finishPainter, type FinishPaint } from './output/finish-painter.ts';
export { celPainter, type Paint, type Painter } from './output/paint.ts';
export { CHARACTER_KEYWORD, readPngText, writePngText } from './output/png-text.ts';
export {
  drawLater,
  drawNow,
  pictureHeight,
  type DrawingSteps,
  type Rasterize,
  type RasterizeLater,
} from './output/rasterize.ts';
export {
  layerSteps,
  partLayerSteps,
  renderLayers,
  renderPartLayers,
  type LayerGroup,
  type PixelLayer,
} from './output/render-layers.ts';
export { tonePainter, type ToneOptions, type TonePaint } from './output/tone-painter.ts';
export { toSvg, type SvgOptions } from './output/to-svg.ts';
export { partClasses } from './output/truth-painters.ts';
export { occlusionOrder, truthPictures, type TruthPictures } from './output/truth-pictures.ts';
export { composePage } from './page/compose-page.ts';
export { labelPage, PAGE_LABEL_VERSION } from './page/label-page.ts';
export type { Page } from './page/page.ts';
export type { PagePlan } from './page/page-plan.ts';
export { pageHeight, pageToSvg, type PageSvgOptions } from './page/page-to-svg.ts';
export { pageTruth, type PageTruth } from './page/page-truth.ts';
export { planPage } from './page/plan-page.ts';
export { renderPageLayers } from './page/render-page-layers.ts';
export { labOf } from './palette/cielab.ts';
export { characterPalette, type Palette } from './palette/character-palette.ts';
export { hexToOklch, oklchToHex, type Oklch } from './palette/oklch.ts';
export type { Attribute, AttributeGroup } from './parameters/attribute.ts';
export { attributes, describeValues } from './parameters/attribute-schema.ts';
export { catalogue, type AttributeName, type Character } from './parameters/catalogue.ts';
export { defaultCharacter } from './parameters/default-character.ts';
export {
  CHARACTER_VERSION,
  parseCharacter,
  readCharacterFile,
  repairCharacter,
  serializeCharacter,
  type CharacterFile,
} from './parameters/parse-character.ts';
export { parseWish } from './parameters/parse-wish.ts';
export { sampleCharacter, type SamplingOptions, type Wish } from './parameters/sample-character.ts';
export { eyeColours, hairColours } from './parameters/swatches.ts';
export { randomStream, type RandomStream } from './random/random-stream.ts';
