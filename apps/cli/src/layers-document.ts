import type { PortableDocument, PortableLayer } from '@koma/core/layered';
import { localize, type LayersOutput } from '@koma/core/plugin';

/** Pixels an inch where nothing is known of paper, as in other files that Koma writes. */
const DPI = 72;

/** The layers that an operation made as a document. @param name of the document */
export function layersDocument({ width, height, layers }: LayersOutput, name: string): PortableDocument {
  const nodes = layers.map(({ name, image, x, y, blendMode, role }, index): PortableLayer => ({
    kind: 'layer',
    id: `layer-${index}`,
    name: localize(name, 'en'),
    visible: true,
    opacity: 1,
    clip: false,
    locked: false,
    alphaLocked: false,
    colourTag: 'none',
    blendMode,
    role,
    colourMode: 'colour',
    image,
    x,
    y,
  }));
  return { name, width, height, dpi: DPI, nodes };
}
