import { walkLayers } from '../layer-tree.ts';
import type { Transaction } from '../transaction.ts';

/**
 * Forgets the kept pictures that no layer's recipe names any more: each is as large as a page, and nothing
 * can reach it. Undo brings them back with the recipe.
 */
export function forgetUnusedInputs(transaction: Transaction): void {
  const { kept, layers } = transaction.document;
  if (kept.size === 0) return;
  const used = new Set<string>();
  for (const layer of walkLayers(layers)) {
    const recipes = [layer.mask?.recipe, layer.kind === 'raster' ? layer.recipe : undefined];
    for (const recipe of recipes) {
      for (const input of Object.values(recipe?.inputs ?? {})) if ('kept' in input) used.add(input.kept);
      if (recipe?.joined) used.add(recipe.joined.kept);
    }
  }
  for (const name of kept.keys()) if (!used.has(name)) transaction.keep(name, undefined);
}
