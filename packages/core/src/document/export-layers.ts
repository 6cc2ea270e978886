import type { ExportLayer } from '../plugin/index.ts';
import {
  pixelBounds,
  type RasterImage,
  type Rect,
  type TileCompositor,
  type TileStore,
} from '../raster/index.ts';
import type { GroupLayer, LayerNode, RasterLayer } from './document.ts';
import { flattenLayers } from './flatten.ts';

/** Shown by itself: as it is, whatever it is mixed with. */
const ALONE = { visible: true, opacity: 1, clip: false, blendMode: 'normal' } as const;

/**
 * The layers of a document one by one, for an exporter: groups taken apart, masks and clipping applied; layers in which
 * nothing is are left out.
 * @param layers from the bottom to the top
 * @returns in the same order; pictures as large as what is in them, the caller's own
 */
export function exportLayers(
  store: TileStore,
  layers: readonly LayerNode[],
  compositor: TileCompositor,
): ExportLayer[] {
  const flatten = (nodes: readonly LayerNode[], rect: Rect) => flattenLayers(store, nodes, rect, compositor);

  function collect(siblings: readonly LayerNode[], around: readonly GroupLayer[]): ExportLayer[] {
    return siblings.flatMap((layer, index) => {
      const below = siblings.slice(0, index);
      if (layer.kind === 'group') return collect(layer.children, [...around, layer]);
      return exportLayer(layer, around, layer.clip ? below.findLast(({ clip }) => !clip) : undefined) ?? [];
    });
  }

  function exportLayer(
    layer: RasterLayer,
    around: readonly GroupLayer[],
    base: LayerNode | undefined,
  ): ExportLayer | undefined {
    const bounds = pixelBounds(store, layer.tiles);
    if (!bounds) return undefined;
    const { x, y } = bounds;
    const within = (node: LayerNode): LayerNode =>
      around.reduceRight<LayerNode>((inner, group) => ({ ...group, ...ALONE, children: [inner] }), node);
    const image = flatten([within({ ...layer, ...ALONE })], bounds);
    if (base) multiplyAlpha(image, flatten([{ ...base, ...ALONE } as LayerNode], bounds));
    const chain = [...around, layer];
    const opacity = chain.reduce((product, each) => product * each.opacity, 1);
    const visible = chain.every((each) => each.visible);
    return { name: layer.name, image, x, y, opacity, visible, blendMode: layer.blendMode };
  }

  return collect(layers, []);
}

/** Takes away of a picture what another of its size does not cover. */
function multiplyAlpha({ data }: RasterImage, by: RasterImage): void {
  for (let i = 3; i < data.length; i += 4) data[i] = Math.round((data[i]! * by.data[i]!) / 255);
}
