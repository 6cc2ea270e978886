import type { LayerInfo } from '#lib/raster/protocol.ts';

/** Whether a layer can be painted on as it is: for the cursor; the worker has the last word. */
export function canPaint(layers: readonly LayerInfo[], id: string | undefined): boolean {
  return layers.some(
    (layer) =>
      layer.visible &&
      (layer.id === id ? layer.kind === 'raster' && !layer.locked : canPaint(layer.children, id)),
  );
}
