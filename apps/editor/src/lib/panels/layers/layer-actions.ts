import { cutActions } from './cut-actions.ts';
import { generatedActions } from './generated-actions.ts';
import { maskActions } from './mask-actions.ts';
import { propertyActions } from './property-actions.ts';
import { recipeActions } from './recipe-actions.ts';
import { structureActions } from './structure-actions.ts';

/**
 * Everything that can be done with the chosen layers. Buttons, menus and keys call the same actions:
 * `layerActions.mergeDown.run()` does nothing where `layerActions.mergeDown.enabled` is false.
 */
export const layerActions = {
  ...structureActions,
  ...propertyActions,
  ...maskActions,
  ...recipeActions,
  ...generatedActions,
  ...cutActions,
};

/**
 * The shortcuts of layers, as tinykeys wants them. Delete and F2 are not among them: they are the panel's
 * own while it has the focus.
 * @param wrap keeps a shortcut from running where somebody is writing
 */
export function layerBindings(
  wrap: (run: () => void) => (event: KeyboardEvent) => void,
): Record<string, (event: KeyboardEvent) => void> {
  const bindings: Record<string, (event: KeyboardEvent) => void> = {};
  for (const action of Object.values(layerActions)) {
    if (action.shortcut === undefined || /^(Delete|F2)$/.test(action.shortcut)) continue;
    bindings[action.shortcut] = wrap(() => action.run());
  }
  return bindings;
}
