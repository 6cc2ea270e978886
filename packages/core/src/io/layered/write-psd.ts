import type { Layer, LayerMaskData, Psd } from 'ag-psd';
import { KomaError } from '../../errors.ts';
import type { RasterImage } from '../../raster/index.ts';
import { flattenPortable } from './flatten-portable.ts';
import type { PortableDocument, PortableMask, PortableNode } from './portable-document.ts';
import { PSD_BLEND_MODES } from './psd-blend-modes.ts';
import { withRawComposite } from './psd-raw-composite.ts';

/** What Photoshop opens (Adobe Photoshop File Formats Specification, File Header Section). */
const MAX_SIDE = 30_000;
/** ag-psd's room for the composite's run lengths is too small for narrower documents. */
const MIN_PACKED_WIDTH = 3;

/**
 * Writes a Photoshop file: layers, groups, masks, clipping, blend modes, opacity, locks, colour tags,
 * Unicode names, resolution and the flattened picture, without a thumbnail. Roles, recipes, originals and
 * kept pictures have no place in it. Pixels are stored exactly, colour under transparent ones included.
 *
 * @throws KomaError `IMAGE_TOO_LONG` for a canvas of more than 30,000 pixels a side
 */
export async function writePsd(document: PortableDocument): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height, dpi } = document;
  if (Math.max(width, height) > MAX_SIDE) {
    const message = `A Photoshop file can be at most ${MAX_SIDE} pixels wide or high. Save as PNG instead.`;
    throw new KomaError('IMAGE_TOO_LONG', message, { format: 'PSD', limit: MAX_SIDE });
  }
  const composite = document.composite ?? flattenPortable(document);
  const psd: Psd = {
    width,
    height,
    imageData: composite,
    children: document.nodes.map(psdLayer),
    imageResources: {
      resolutionInfo: {
        horizontalResolution: dpi,
        horizontalResolutionUnit: 'PPI',
        widthUnit: 'Inches',
        verticalResolution: dpi,
        verticalResolutionUnit: 'PPI',
        heightUnit: 'Inches',
      },
    },
  };
  // Loaded when the first file is written: most sessions never do.
  const { writePsd: write } = await import('ag-psd');
  // An opaque bottom layer stays a layer: Photoshop's "Background" cannot be moved or masked.
  const bytes = new Uint8Array(write(psd, { noBackground: true }));
  return width < MIN_PACKED_WIDTH ? withRawComposite(bytes, composite) : bytes;
}

function psdLayer(node: PortableNode): Layer {
  const { name, visible, opacity, clip, locked, alphaLocked, colourTag, mask } = node;
  const properties: Layer = {
    name,
    hidden: !visible,
    opacity,
    blendMode: PSD_BLEND_MODES[node.blendMode],
    clipping: clip,
    transparencyProtected: alphaLocked || locked,
    protected: { transparency: alphaLocked || locked, composite: locked, position: locked },
    layerColor: colourTag === 'grey' ? 'gray' : colourTag,
    ...(mask ? { mask: psdMask(mask) } : {}),
  };
  if (node.kind === 'group')
    return { ...properties, opened: node.expanded, children: node.children.map(psdLayer) };
  return { ...properties, left: node.x, top: node.y, ...(node.image ? { imageData: node.image } : {}) };
}

function psdMask({ image, x, y, enabled, outside }: PortableMask): LayerMaskData {
  const place = { defaultColor: outside, disabled: !enabled };
  return image ? { ...place, left: x, top: y, imageData: grey(image) } : place;
}

/** ag-psd takes masks as RGBA and reads the red of it. */
function grey({ width, height, data }: NonNullable<PortableMask['image']>): RasterImage {
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let i = 0, o = 0; i < data.length; i++, o += 4) pixels[o] = data[i]!;
  return { width, height, data: pixels };
}
