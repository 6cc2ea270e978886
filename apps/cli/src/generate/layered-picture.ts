import { renderPartLayers, type LayerGroup, type PixelLayer } from '@koma/character';
import type { PortableDocument, PortableLayer } from '@koma/core/layered';
import { imageFromBytes } from '@koma/core/raster';
import type { DrawnPicture } from './picture.ts';
import { rasterizeSvg } from './rasterize-svg.ts';

const properties = {
  visible: true,
  opacity: 1,
  clip: false,
  locked: false,
  alphaLocked: false,
  colourTag: 'none',
} as const;

/** A picture as a document: a group a part, each with its flats, shade, highlights and line art. */
export function layeredPicture(picture: DrawnPicture, name: string): PortableDocument {
  const { drawing, paint, width, height } = picture;
  const groups = renderPartLayers(drawing, paint, width, rasterizeSvg);
  return { name, width, height, dpi: 72, nodes: portableGroups(groups) };
}

/** Groups of pixel layers as nodes of a document. */
export function portableGroups(groups: readonly LayerGroup[]): PortableDocument['nodes'] {
  return groups.map((group, index) => ({
    ...properties,
    kind: 'group',
    id: `part-${index}`,
    name: group.name,
    blendMode: 'normal',
    expanded: false,
    children: group.layers.map((layer, at) => portableLayer(layer, `part-${index}-${at}-${layer.kind}`)),
  }));
}

function portableLayer({ name, kind, x, y, width, height, data }: PixelLayer, id: string): PortableLayer {
  return {
    ...properties,
    kind: 'layer',
    id,
    name,
    blendMode: 'normal',
    role: kind === 'line' ? 'line-art' : 'none',
    colourMode: 'colour',
    image: imageFromBytes(width, height, data),
    x,
    y,
  };
}
