export {
  COLOUR_TAGS,
  DEFAULT_DPI,
  emptyDocument,
  groupLayer,
  rasterLayer,
  type ColourMode,
  type ColourTag,
  type GroupLayer,
  type KomaDocument,
  type LayerMask,
  type LayerNode,
  type LayerRole,
  type RasterLayer,
  type StoredPicture,
} from './document.ts';
export type { CutRecipe, CutSource, SelectionMade } from './cut-recipe.ts';
export { dirtyKeys, union as unionOfDirtyTiles, type DirtyTiles } from './dirty-tiles.ts';
export { Editing, HISTORY_BUDGET, type HistoryStep } from './editing.ts';
export {
  ancestorsOf,
  childrenOf,
  findLayer,
  findRaster,
  isLocked,
  isShown,
  placeOf,
  walkLayers,
  type LayerPlace,
} from './layer-tree.ts';
export { tilesOfDocument, tilesOfLayer, type PlainProperties } from './operation.ts';
export { Transaction } from './transaction.ts';
export {
  isMarkedInput,
  parseRecipe,
  recipeSchema,
  type MarkedInput,
  type Recipe,
  type RecipeInput,
  type RecipePlacement,
} from './recipe.ts';
export {
  GENERATED_FORMS,
  generatedPartSchema,
  generatorRecipeSchema,
  type GeneratedForm,
  type GeneratedPart,
  type GeneratorRecipe,
} from './generator-recipe.ts';
export { compositeNodes } from './composite-nodes.ts';
export { DocumentTiles, type LiveTiles } from './document-tiles.ts';
export { exportLayers } from './export-layers.ts';
export { flattenDocument, flattenLayers, flattenTiles } from './flatten.ts';
export { Projection } from './projection.ts';
export * from './edits/index.ts';
