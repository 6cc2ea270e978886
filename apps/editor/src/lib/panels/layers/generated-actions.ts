import {
  activeGenerated,
  canPose,
  drawAgain,
  editGenerated,
  poseOnCanvas,
  type GeneratedLayer,
} from '#lib/generate/generated-layer.ts';
import { layerAction, type LayerActionOptions } from './layer-action.ts';
import { copyRecipe } from './recipe-actions.ts';

/** Actions on the generated picture that the active layer is or is part of. */
export const generatedActions = {
  poseOnCanvas: generatedAction('generated.pose', poseOnCanvas, canPose),
  editGenerated: generatedAction('generated.edit', editGenerated),
  drawAgain: generatedAction('generated.redraw', drawAgain),
  copyGenerated: generatedAction('layers.copyRecipe', ({ recipe }) => copyRecipe(recipe)),
};

function generatedAction(
  label: LayerActionOptions['label'],
  run: (active: GeneratedLayer) => unknown,
  enabled: (active: GeneratedLayer) => boolean = () => true,
) {
  return layerAction({
    label,
    enabled: () => {
      const active = activeGenerated();
      return active !== undefined && enabled(active);
    },
    run: () => {
      const active = activeGenerated();
      if (active) void run(active);
    },
  });
}
