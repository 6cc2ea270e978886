import type { Recipe } from '@koma/core/document';
import { studio } from './studio.svelte.ts';

/** The recipe that an operation's panel shows for editing. */
class RecipeEditing {
  #wanted = $state.raw<{ readonly layerId: string }>();

  /** The layer and its recipe, while that layer is the chosen one and still has its recipe. */
  current = $derived.by<
    { readonly layerId: string; readonly name: string; readonly recipe: Recipe } | undefined
  >(() => {
    const layer = studio.selected;
    if (!this.#wanted || layer?.id !== this.#wanted.layerId || !layer.recipe) return undefined;
    return { layerId: layer.id, name: layer.name, recipe: layer.recipe };
  });

  start(layerId: string): void {
    this.#wanted = { layerId };
  }

  stop(): void {
    this.#wanted = undefined;
  }
}

export const recipeEditing = new RecipeEditing();
