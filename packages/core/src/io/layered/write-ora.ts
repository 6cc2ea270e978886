import { areaDownscale, createImage, type RasterImage } from '../../raster/index.ts';
import { encodeCompactPng } from './encode-compact-png.ts';
import { flattenPortable } from './flatten-portable.ts';
import { maskedImage, type OraLayer, type OraNode } from './ora-node.ts';
import { oraStackXml } from './ora-stack-xml.ts';
import { planOra, type OraWarning } from './plan-ora.ts';
import type { PortableDocument } from './portable-document.ts';
import { writeZip, type ZipFile } from '../zip/index.ts';

const MIMETYPE = 'image/openraster';
/** Longest side of the thumbnail (File Layout Specification). */
const THUMBNAIL_SIDE = 256;

/** An OpenRaster file and what it says differently from the document, each once. */
export interface OraFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly warnings: readonly OraWarning[];
}

/**
 * Writes an OpenRaster file (openraster.org, version 0.0.5) with nothing in it beyond the baseline:
 * layers, groups, blend modes, opacity, visibility, locks, the flattened picture and a thumbnail. Masks
 * and clipping are said in other words, see `planOra` and {@link OraWarning}. The same document gives the
 * same bytes.
 */
export function writeOra(document: PortableDocument): OraFile {
  const warnings = new Set<OraWarning>();
  const nodes = planOra(document.nodes, warnings);
  const layers = Array.from(walkLayers(nodes));
  const names = new Map(layers.map((layer, i) => [layer, `data/layer${i + 1}.png`]));
  const xml = oraStackXml(document, nodes, (layer) => names.get(layer)!);
  const composite = document.composite ?? flattenPortable(document);
  const encoder = new TextEncoder();
  const bytes = writeZip([
    { name: 'mimetype', bytes: encoder.encode(MIMETYPE) },
    { name: 'stack.xml', bytes: encoder.encode(xml), deflate: true },
    // A layer has to have a picture, if only a pixel of nothing.
    ...layers.map((layer): ZipFile => {
      const png = encodeCompactPng(maskedImage(layer) ?? createImage(1, 1));
      return { name: names.get(layer)!, bytes: png };
    }),
    { name: 'mergedimage.png', bytes: encodeCompactPng(composite) },
    { name: 'Thumbnails/thumbnail.png', bytes: encodeCompactPng(thumbnail(composite)) },
  ]);
  return { bytes, warnings: [...warnings] };
}

function* walkLayers(nodes: readonly OraNode[]): Generator<OraLayer> {
  for (const node of nodes) {
    if (node.kind === 'layer') yield node;
    else yield* walkLayers(node.children);
  }
}

function thumbnail(image: RasterImage): RasterImage {
  const { width, height } = image;
  const scale = Math.min(1, THUMBNAIL_SIDE / Math.max(width, height));
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  return areaDownscale(image, side(width), side(height));
}
