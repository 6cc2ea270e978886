import type { StrokesInput } from '../plugin/index.ts';
import type { Recipe } from './recipe.ts';

/** The picture that something is cut out of, of the canvas's size. */
export type CutSource =
  | { readonly type: 'visible' }
  | { readonly type: 'layer'; readonly id: string }
  /** One that the document keeps for a recipe. */
  | { readonly type: 'kept'; readonly key: string };

/** How it was made; the picture that it was made from is added where it enters the document. */
export interface CutRecipe extends Pick<Recipe, 'plugin' | 'pluginVersion' | 'operation' | 'params'> {
  readonly strokes: StrokesInput;
}

/** How a selection was made, and of which picture: of what is seen, this is as it is when it is made again. */
export interface SelectionMade {
  readonly recipe: CutRecipe;
  readonly source: CutSource;
}
